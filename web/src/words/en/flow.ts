// The texts of the neuron with the point in hand, in English.

import { networkTitle, neuronTitle } from './titles';

export const flow = {
  title: neuronTitle,
  network: networkTitle,
  missing: 'The diagram could not be loaded. Check the connection, or load the page again.',
  name: (point: string, z: string, says: string) => `The neuron at ${point}: z is ${z}, and it says: ${says}`,
  knobs: ['weight w₁', 'weight w₂', 'bias b'] as [string, string, string],
  is: (k: number) => `it is class ${k}`,
};

/** What it shows; a name of its own, so that the page's texts, of which the script has only a few, hold nothing but names. */
export const flowNote: string =
  'The point in hand times the [weights](weight) w, plus the [bias](bias) b, is [z](z), which decides its class.';
