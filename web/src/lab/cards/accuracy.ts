// The accuracy in words: a point that the model can't call doesn't count as right by chance.

import type { Snapshot } from '../../figure/protocol';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { total } from './total';

/** How many of the points counted in a confusion matrix are predicted as the class they have. */
export const rightOf = (confusion: number[][]): number => total(confusion.map((row, k) => row[k] ?? 0));

/** The share of points that are predicted right, and how many are too close to call. */
export function accuracyOf({ accuracy, confusion, undecided }: Snapshot, t: First): string {
  const open = total(undecided ?? []);
  if (!confusion || open === 0) return format.percent(accuracy);
  const n = total(confusion.flat()) + open;
  return open === n ? t.cantTell : t.accuracyBut(format.percent(rightOf(confusion) / n), format.count(open));
}
