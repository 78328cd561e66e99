// What becomes of a single neuron's direction and size in the long run: which sentence is true of which training.

import { formOf } from '../../explain/losses';
import type { Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import { ignores } from './optimizer';

export function fateOf({ train, margin }: Snapshot, fates: Strings['street']['fates']): string {
  if (!margin) return '';
  const { state, explodes } = margin;
  const { loss, optimizer, momentum, weight_decay: decay } = train;
  const { convex, falls, kinked, zeroFrom } = formOf(loss);
  if (state === 'one-class') return fates.oneClass;
  if (momentum >= 1 && !ignores(optimizer, 'momentum')) return fates.rolls;
  if (decay > 0) {
    if (explodes) return fates.explodes;
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
