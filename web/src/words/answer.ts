// What the model says about a point, in formatted numbers, and what the point is called.

import type { FigureStrings } from './en/figure';
import * as format from './format';

/** What an asked point is called: its own name, or else the first two by colour, as in the blog post, the others by number. */
export function nameOf({ number, name }: { number: number; name: string }, t: FigureStrings): string {
  return name || ([t.red, t.black][number] ?? t.query(number + 1));
}

/** The logit and probability to show: those of the likeliest class, if each class has one. Null if the run diverged. */
export function answer(said: { z: number[] | null; p: number[] | null; class: number | null }): Answer | null {
  const { z, p, class: k } = said;
  if (!z || !p) return null;
  const i = p.length > 1 ? (k ?? p.indexOf(Math.max(...p))) : 0;
  return { z: format.logit(z[i] ?? NaN), p: format.probability(p[i] ?? NaN), class: k };
}

/** The class that the model predicts, or that it can't tell: p equals the threshold, in the digits shown. */
export const says = (k: number | null, t: FigureStrings): string => (k === null ? t.cantTell : t.classIs(k));

export interface Answer {
  z: string;
  p: string;
  /** Null: too close to call. */
  class: number | null;
}
