import type { Snapshot } from '../figure/protocol';

export interface Weights {
  w1: number;
  w2: number;
  b: number;
}

/** The weights and bias of a 2→1 network, NaN if the run diverged; null for any other network. */
export function singleNeuron(s: Snapshot): Weights | null {
  if (s.layers.length !== 2 || s.layers[1] !== 1) return null;
  const [w1, w2, b] = s.parameters?.flat() ?? [];
  return { w1: w1 ?? NaN, w2: w2 ?? NaN, b: b ?? NaN };
}
