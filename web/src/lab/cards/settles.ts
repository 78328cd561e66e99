// What becomes of a single neuron's direction and size in the long run: which sentence is true of which training.

import { formOf } from '../../explain/losses';
import type { Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import { isAdaptive } from './optimizer';

/** `state` is the margin report's state. */
export function fateOf({ train }: Snapshot, state: string, fates: Strings['street']['fates']): string {
  const { loss, lr, optimizer, momentum, weight_decay: decay } = train;
  const { convex, falls, kinked, zeroFrom } = formOf(loss);
  if (state === 'one-class') return fates.oneClass;
  if (decay > 0) {
    // A step subtracts this share of the weights: if it is more than 2, they end up larger than before.
    if (!isAdaptive(optimizer) && lr * decay > 2 * (1 + momentum)) return fates.explodes;
    return zeroFrom === 0 ? fates.shrinks : fates.decays;
  }
  if (!falls && zeroFrom === null) return fates.settles;
  const right = state === 'separable';
  if (right && falls) return fates.grows;
  if (right && zeroFrom !== null) return zeroFrom > 0 ? fates.beyond(zeroFrom) : fates.corrects;
  if (kinked) return fates.trembles;
  if (!convex) return fates.unsure;
  return falls && state !== 'overlapping' ? fates.grows : fates.held;
}
