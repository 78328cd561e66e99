// A network's parameters as one list: weights and biases of its layers in turn, weights by rows.

import type { Snapshot, XY } from '../figure/protocol';
import { subscript, superscript } from '../words/format';

export const parameters = (s: Snapshot): readonly number[] => s.parameters?.flat() ?? [];

/** The parameters with two of them changed, as a command takes them. */
export function withTwo(s: Snapshot, which: XY, values: XY): number[][] {
  let at = 0;
  return (s.parameters ?? []).map((list) =>
    list.map((v) => {
      const i = which.indexOf(at++);
      return i < 0 ? v : values[i]!;
    }),
  );
}

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
