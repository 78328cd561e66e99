// The texts of a network's diagram, in English.

export const diagram = {
  name: 'The network: inputs, units and weights',
  note: 'Each [unit](hidden-unit) shows the plane as it sees it, and its value for the point in hand; each line is a [weight](weight).',
  more: 'Point at one, or press it, for more; purple and dashed are negative.',
  tooLarge: (layers: string) => `Drawn for networks of at most 16 units in a layer; this one has ${layers}.`,
  unit: (layer: number, unit: number) => `Unit ${unit} of hidden layer ${layer}`,
  output: (k: number) => `Output ${k}`,
  gives: (value: string) => `${value} for the point in hand`,
  itGives: (value: string) => `It gives ${value} for the point in hand.`,
  weights: 'The weights; arrow keys go from one to the next',
  gradients: 'The weights, drawn by their gradients; arrow keys go from one to the next',
  byGradient: 'A line is as thick as its weight’s [gradient](gradient) is large: solid pushes the weight down, dashed up.',
  line: (name: string, w: string, gradient: string, update: string) =>
    `${name}: w = ${w}${gradient && `, [gradient](gradient) ∂L/∂w = ${gradient}; the next step adds ${update}`}.`,
  sum: (weights: string, bias: string) => `weights ${weights}; bias ${bias}`,
  shown: (layer: number, unit: number) =>
    `The plane shows what unit ${unit} of hidden layer ${layer} sees; the red line is where its sum is 0.`,
  outputShown: (k: number) => `The plane shows output ${k} alone; the red line is where its sum is 0.`,
};
