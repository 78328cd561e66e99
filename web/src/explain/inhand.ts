// The point in hand: the one under the pointer, or else the last asked point.

import type { QueryReport, Snapshot, XY } from '../figure/protocol';
import { nameOf } from '../words/answer';
import type { FigureStrings } from '../words/en/figure';

export interface InHand {
  name: string;
  x: XY;
  /** Its position in the plane view, in CSS pixels; null if out of view. */
  at: XY | null;
  z: number[] | null;
  p: number[] | null;
  /** The class predicted. */
  class: number | null;
  /** The class given, if the point has one. */
  label: number | null;
  /** Which of the points it is, if one of them. */
  index: number | null;
}

export function inHand(s: Snapshot, t: FigureStrings): InHand | null {
  const { hover } = s;
  if (hover && hover.label !== null) return { ...hover, name: t.labelled(hover.label) };
  const query: QueryReport | undefined = hover ? s.queries.find(({ x }) => String(x) === String(hover.x)) : s.queries.at(-1);
  if (query) return { ...query, name: nameOf(query, t) };
  return hover && { ...hover, name: '' };
}
