// The texts of a network's diagram and of weights set by hand, in English.

export const parameters = {
  weights: {
    tooMany: 'too many to set by hand',
    layer: (l: number) => `Layer ${l}`,
    outputLayer: 'Output layer',
    weight: (input: string, unit: string, l: number) => `layer ${l}, unit ${unit}: weight of ${input}`,
    bias: (unit: string, l: number) => `layer ${l}, unit ${unit}: bias`,
  },
  diagram: {
    name: 'The network: inputs, units and weights',
    unit: (layer: number, unit: number) => `Unit ${unit} of hidden layer ${layer}`,
    output: (k: number) => `Output ${k}`,
    gives: (value: string) => `${value} for the point in hand`,
    itGives: (value: string) => `It gives ${value} for the point in hand.`,
    hint: 'Point at a [unit](hidden-unit), or press it, to see the plane as it does. Purple is negative: a unit’s sum or, dashed, a [weight](weight); point at a line, or press it, for its numbers.',
    weights: 'The weights; arrow keys go from one to the next',
    gradients: 'The weights, drawn by their gradients; arrow keys go from one to the next',
    byGradient:
      'For the next step: a line is as thick as its weight’s [gradient](gradient) is large. Solid is positive, and pushes the weight down; dashed is negative, and pushes it up.',
    line: (name: string, w: string, gradient: string, update: string) =>
      `${name}: w = ${w}${gradient && `, [gradient](gradient) ∂L/∂w = ${gradient}; the next step adds ${update}`}.`,
    sum: (weights: string, bias: string) => `weights ${weights}; bias ${bias}`,
    shown: (layer: number, unit: number) =>
      `The plane shows what unit ${unit} of hidden layer ${layer} sees; the red line is where its sum is 0.`,
    outputShown: (k: number) => `The plane shows output ${k} alone; the red line is where its sum is 0.`,
  },
};
