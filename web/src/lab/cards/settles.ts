// What becomes of a single neuron's direction and size in the long run: which sentence is true of which training.

import type { Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import { isAdaptive } from './optimizer';

export type Fate = keyof Strings['street']['fates'];

/** `state` is the margin report's state. */
export function fateOf({ train }: Snapshot, state: string): Fate {
  const { loss, lr, optimizer, momentum, weight_decay: decay } = train;
  if (state === 'one-class') return 'oneClass';
  if (decay > 0) {
    // A step subtracts this share of the weights: if it is more than 2, they end up larger than before.
    if (!isAdaptive(optimizer) && lr * decay > 2 * (1 + momentum)) return 'explodes';
    return loss === 'perceptron' ? 'shrinks' : 'decays';
  }
  const right = state === 'separable';
  switch (loss) {
    case 'bce':
      return state === 'overlapping' ? 'held' : 'grows';
    case 'perceptron':
      return right ? 'corrects' : 'trembles';
    case 'hinge':
      return right ? 'beyond' : 'trembles';
    default:
      return right ? 'grows' : 'unsure';
  }
}
