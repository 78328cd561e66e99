// What the model says of a point, in numbers as they are written, and what the point is called.

import type { FigureStrings } from './en/figure';
import * as format from './format';

/** How an asked point is called: as a reader named it, or the first two by their colours, as in the blog post, the others by number. */
export function nameOf({ number, name }: { number: number; name: string }, t: FigureStrings): string {
  return name || ([t.red, t.black][number] ?? t.query(number + 1));
}

/** The logit and probability to show: of the likeliest class, where there is one for each class. Null if the run diverged. */
export function answer(said: { z: number[] | null; p: number[] | null; class: number | null }): Answer | null {
  const { z, p, class: k } = said;
  if (!z || !p) return null;
  const i = p.length > 1 ? (k ?? p.indexOf(Math.max(...p))) : 0;
  return { z: format.logit(z[i] ?? NaN), p: format.probability(p[i] ?? NaN), class: k };
}

/** The class that the model says, or that it says none: p is the threshold, in the digits that are shown. */
export const says = (k: number | null, t: FigureStrings): string => (k === null ? t.cantTell : t.classIs(k));

export interface Answer {
  z: string;
  p: string;
  /** Null: too near to call. */
  class: number | null;
}
