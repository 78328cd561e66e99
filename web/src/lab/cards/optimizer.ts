// What is known about an optimizer.

import { optimizers } from '../../figure/entries';
import type { OptimizerName } from '../../figure/protocol';

const entryOf = (optimizer: OptimizerName) => optimizers.find(({ name }) => name === optimizer)!;

/** Whether it divides gradients by their recent size, so that its steps are not in proportion to them. */
export const isAdaptive = (optimizer: OptimizerName): boolean => entryOf(optimizer).adaptive;

/** Whether a training value is one that some optimizers take, but not this one. */
export function ignores(optimizer: OptimizerName, key: string): boolean {
  const takes = ({ keys }: { keys: readonly string[] }) => keys.includes(key);
  return optimizers.some(takes) && !takes(entryOf(optimizer));
}
