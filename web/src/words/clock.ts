// How far a run has got, and why it can go no further.

import type { Snapshot } from '../figure/protocol';
import type { FigureStrings } from './en/figure';
import { count, percent } from './format';

/** Why no step can be taken; null if one can. */
export function standstill(s: Snapshot): 'diverged' | 'empty' | null {
  if (s.diverged !== null) return 'diverged';
  return s.counts.every((points) => points === 0) ? 'empty' : null;
}

/** The same without words, for where there is little room. */
export function shortClock(s: Snapshot, t: FigureStrings): string {
  const why = standstill(s);
  if (why) return t.standstill[why];
  return s.epochs === 0 ? count(s.epoch) : `${count(s.epoch)} / ${count(s.epochs)}`;
}

export function clock(s: Snapshot, t: FigureStrings): string {
  const why = standstill(s);
  const text = t.clock(count(s.epoch), s.epochs === 0 ? null : count(s.epochs));
  const more = why ? t.standstill[why] : s.part && t.nextStep(percent(Math.round(s.part * 100) / 100));
  return more ? `${text} · ${more}` : text;
}
