// What the model says about a point, in formatted numbers, and what the point is called.

import type { Snapshot } from '../figure/protocol';
import type { FigureStrings } from './en/figure';
import * as format from './format';

/**
 * What an asked point is called: its own name, between marks that keep the direction of its script from what stands beside it, or
 * else the first two by colour, as in the blog post, the others by number.
 */
export function nameOf({ number, name }: { number: number; name: string }, t: FigureStrings): string {
  return name ? `\u2068${name}\u2069` : ([t.red, t.black][number] ?? t.query(number + 1));
}

/**
 * The logit and probability to show: those of the likeliest class, if each class has one. Where a step decides there is no
 * probability, but what the step gives. Null if the run diverged.
 */
export function answer(
  said: { z: number[] | null; p: number[] | null; class: number | null },
  output: Snapshot['output'],
): Answer | null {
  const { z, p, class: k } = said;
  if (!z || !p) return null;
  const i = p.length > 1 ? (k ?? p.indexOf(Math.max(...p))) : 0;
  const logit = format.logit(z[i] ?? NaN);
  if (output === 'step') return { z: logit, p: String(k ?? '?'), told: `z = ${logit}`, class: k };
  const probability = format.probability(p[i] ?? NaN);
  return { z: logit, p: probability, told: `p = ${probability}`, class: k };
}

/** The class that the model predicts, or that it can't tell: p equals the threshold, in the digits shown. */
export const says = (k: number | null, t: FigureStrings): string => (k === null ? t.cantTell : t.classIs(k));

export interface Answer {
  z: string;
  p: string;
  /** The number that says most about the point, with its name. */
  told: string;
  /** Null: too close to call. */
  class: number | null;
}
