// A network's parameters as one list: weights and biases of its layers in turn, weights by rows.

import { subscript, superscript } from '../words/format';

/** How many a network has. */
export const sizeOf = (layers: readonly number[]): number =>
  layers.slice(1).reduce((sum, units, i) => sum + units * (layers[i]! + 1), 0);

/** What a parameter is called: the layer above, below it the unit that has it and, for a weight, the one that it comes from. */
export function nameOf(layers: readonly number[], p: number): string {
  let rest = p;
  for (let layer = 1; layer < layers.length; layer++) {
    const [before, units] = [layers[layer - 1]!, layers[layer]!];
    const above = superscript(layer);
    if (rest < before * units) return `w⁽${above}⁾${subscript(Math.floor(rest / before))},${subscript(rest % before)}`;
    rest -= before * units;
    if (rest < units) return `b⁽${above}⁾${subscript(rest)}`;
    rest -= units;
  }
  return '';
}
