// What a loss is like, where what the page says depends on it.

import { losses } from '../figure/entries';
import type { LossName } from '../figure/protocol';

/** What the loss of a point is over z, as its entry in Go says. */
interface Form {
  convex: boolean;
  falls: boolean;
  kinked: boolean;
  zeroFrom: number | null;
}

export const formOf = (loss: LossName): Form => losses.find(({ name }) => name === loss)!;
