import type { Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { total } from './total';

/** Says that a number is of some of the points, if it is. */
export function sampledOf(some: number, { counts }: Snapshot, t: Strings): string {
  const n = total(counts);
  return some < n ? t.sampled(format.count(some), format.count(n)) : '';
}
