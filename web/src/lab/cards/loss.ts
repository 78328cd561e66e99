// The losses: which go with a network, and that of one sample from its logits, as docs/scene.md defines each. The Go program trains
// with its own; this is for showing.

import { losses } from '../../figure/entries';
import type { LossName } from '../../figure/protocol';

/** The losses of so many outputs. */
export function lossesFor(outputs: number): LossName[] {
  return losses.filter(({ multiclass }) => multiclass === outputs > 1).map(({ name }) => name);
}

/** `z` has one logit, or one a class; `y` is the class given. */
export function lossOf(loss: LossName, z: number[], y: number): number {
  const z0 = z[0]!;
  const sign = 2 * y - 1;
  switch (loss) {
    case 'bce':
      return Math.max(z0, 0) - z0 * y + Math.log1p(Math.exp(-Math.abs(z0)));
    case 'mse':
      return (1 / (1 + Math.exp(-z0)) - y) ** 2;
    case 'hinge':
      return Math.max(0, 1 - sign * z0);
    case 'perceptron':
      return Math.max(0, -sign * z0);
    case 'cross_entropy': {
      const most = Math.max(...z);
      return Math.log(z.reduce((sum, zk) => sum + Math.exp(zk - most), 0)) + most - z[y]!;
    }
  }
}
