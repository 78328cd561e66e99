// Which losses go with a network.

import { losses } from '../../figure/entries';
import type { LossName } from '../../figure/protocol';

/** The losses for this many outputs. */
export function lossesFor(outputs: number): LossName[] {
  return losses.filter(({ multiclass }) => multiclass === outputs > 1).map(({ name }) => name);
}
