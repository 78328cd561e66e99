// What becomes of a single neuron's direction and size in the long run: which sentence is true of which training.

import { formOf } from '../../explain/losses';
import type { Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import { ignores, isAdaptive } from './optimizer';

/** `state` is the margin report's state. */
export function fateOf({ train }: Snapshot, state: string, fates: Strings['street']['fates']): string {
  const { loss, optimizer, momentum, weight_decay: decay } = train;
  const { convex, falls, kinked, zeroFrom } = formOf(loss);
  if (state === 'one-class') return fates.oneClass;
  if (momentum >= 1 && !ignores(optimizer, 'momentum')) return fates.rolls;
  if (decay > 0) {
    if (overshoots(train)) return fates.explodes;
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

/**
 * Whether weight decay alone makes each step end farther from 0 than it began. To a step it is a loss of λ/2 ‖θ‖², a parabola
 * with the curvature λ, and far out it decides alone; the limits are those of perceptron/optimizer_sgd.go.
 */
function overshoots({ lr, optimizer, momentum, nesterov, weight_decay: decay }: Snapshot['train']): boolean {
  const limit = (2 + 2 * momentum) / (nesterov ? 1 + 2 * momentum : 1);
  return !isAdaptive(optimizer) && lr * decay > limit;
}
