// The texts of a network's diagram and of weights set by hand, in English.

import { diagram } from './diagram';

export const parameters = {
  weights: {
    tooMany: 'too many to set by hand',
    layer: (l: number) => `Layer ${l}`,
    outputLayer: 'Output layer',
    weight: (input: string, unit: string, l: number) => `layer ${l}, unit ${unit}: weight of ${input}`,
    bias: (unit: string, l: number) => `layer ${l}, unit ${unit}: bias`,
  },
  diagram,
};
