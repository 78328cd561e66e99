// The texts of the neuron with the point in hand, in English.

import { neuronTitle } from './titles';

export const flow = {
  title: neuronTitle,
  what: 'The coordinates of the point in hand times the [weights](weight), plus the [bias](bias), are [z](z), which decides the class.',
  none: 'Shown for a single neuron.',
  name: (point: string, z: string, says: string) => `The neuron at ${point}: z is ${z}, and it says: ${says}`,
  knobs: ['weight w₁', 'weight w₂', 'bias b'] as [string, string, string],
  is: (k: number) => `it is class ${k}`,
};
