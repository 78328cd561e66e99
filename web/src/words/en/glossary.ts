// What the Lab's terms mean, in English: the name, a formula where one helps, and a sentence or two.

/** What a term is called, its formula or '', and what it means. */
export type Entry = readonly [name: string, formula: string, meaning: string];

export const glossary = {
  class: ['class', 'y = 0 or 1', 'The kind that a point belongs to. A model has to tell it from the coordinates alone.'],
  weight: [
    'weight',
    'w₁, w₂',
    'The number that an input is multiplied by: how much that input counts, and in which direction. Training changes it.',
  ],
  bias: ['bias', 'b', 'The number added to the weighted inputs. It moves the line off the origin without turning it.'],
  parameters: ['parameters', '', 'All weights and biases of a model: the numbers that training changes.'],
  'w-norm': [
    '‖w‖, the size of the weights',
    '√(w₁² + w₂²)',
    'The length of w as an arrow. The longer it is, the faster p goes from 0 to 1 across the line.',
  ],
  z: [
    'z, the logit',
    'z = w₁x₁ + w₂x₂ + b',
    'The sum that the last neuron makes of its inputs. Its sign says the side of the line, its size how sure the model is.',
  ],
  sigma: [
    'σ, the sigmoid',
    'σ(z) = 1 / (1 + e⁻ᶻ)',
    'Squeezes any number into one between 0 and 1, so that it can be read as a probability; σ(0) is 0.5.',
  ],
  'step-function': [
    'ŷ, a step function',
    'ŷ = 1 where z ≥ 0, else 0',
    'What σ replaces: it says only on which side of the line a point lies, not how sure that is, and has no slope to learn by.',
  ],
  p: [
    'p, a probability',
    'p = σ(z)',
    'How likely the model finds class 1 at a place; with more classes, each has its own p. At 0.5, to four digits, it can’t tell.',
  ],
  softmax: [
    'softmax',
    'pₖ = e^zₖ / Σⱼ e^zⱼ',
    'σ for more than two classes: makes of one z for each class probabilities that add up to 1.',
  ],
  boundary: [
    'decision boundary',
    'p = threshold',
    'Where the model changes its mind from one class to the other. Of a single neuron it is a straight line.',
  ],
  threshold: ['threshold', 'class 1 where p ≥ threshold', 'The p from which on a point counts as class 1; usually 0.5.'],
  activation: [
    'activation',
    'h = f(z)',
    'The function that a hidden unit applies to its sum. Without a bend in it, any number of layers would still draw one straight line.',
  ],
  'hidden-unit': [
    'hidden unit',
    'h = f(w·x + b)',
    'A neuron between inputs and output. Each draws a line of its own; the next layer combines them.',
  ],
  'hidden-layer': ['hidden layer', '', 'Units side by side between the inputs and the output. They let the boundary bend.'],
  loss: [
    'loss',
    '',
    'One number for how wrong the model is: the mean over all points of what each one costs. Training makes it smaller.',
  ],
  'cross-entropy': [
    'cross-entropy',
    '−ln p',
    'A loss: −ln of the probability given to a point’s own class. It grows without end where the model is sure and wrong.',
  ],
  'squared-error': [
    'squared error',
    '(p − y)²',
    'A loss: the squared distance of p from the right answer, 0 or 1. A point can cost no more than 1.',
  ],
  hinge: [
    'hinge loss',
    'max(0, 1 − s·z)',
    'A loss without probabilities: a point pays until it is on its own side with room to spare, its z beyond ±1. s is 1 for class 1 and −1 for class 0.',
  ],
  accuracy: [
    'accuracy',
    'right / all',
    'The share of points whose class the model predicts right. Where p is ½, or the threshold that was set, to four digits, or two classes are as likely, it can’t tell: such a point doesn’t count as right, wherever the line is.',
  ],
  precision: ['precision', '', 'Of the points that were predicted to be of this class, the share that really are.'],
  recall: ['recall', '', 'Of the points that really are of this class, the share that was found.'],
  gradient: [
    'gradient',
    '∂L/∂w',
    'How much the loss grows as each weight grows a little: the direction in which it climbs most steeply. Training goes in the opposite one.',
  ],
  'learning-rate': [
    'learning rate',
    'w ← w − lr · gradient',
    'How far each step goes against the gradient. Too small is slow, too large overshoots.',
  ],
  step: ['step', '', 'One change of the weights, from the gradient of one batch.'],
  batch: ['batch', '', 'The points whose gradient one step uses: all of them, some, or a single one.'],
  epoch: ['epoch', '', 'One pass over all points. If the batch is all of them, an epoch is one step.'],
  optimizer: [
    'optimizer',
    '',
    'The rule that turns the gradient into a step. SGD follows it as it is; Adam gives each weight its own stride.',
  ],
  momentum: ['momentum', 'v ← m · v + gradient', 'Each step keeps a share of the one before, as a rolling ball keeps its speed.'],
  nesterov: ['Nesterov momentum', '', 'Momentum that looks ahead: it takes the gradient where the ball is about to be.'],
  'weight-decay': [
    'weight decay',
    '+ λ · w',
    'Pulls every weight a little towards 0 at each step, so that none grows without need.',
  ],
  curvature: [
    '2/λmax, the fastest learning rate',
    'λmax: largest eigenvalue of the Hessian',
    'λmax says how sharply the loss bends here in its steepest direction. With a learning rate above 2/λmax, steps climb out of the valley; with momentum μ the limit is (2 + 2μ)/λmax, with Nesterov’s (2 + 2μ)/((1 + 2μ)λmax).',
  ],
  margin: [
    'margin, γ',
    '',
    'The distance from the best separating line to the nearest points: half the width of the widest street between the classes.',
  ],
  'support-vector': [
    'support vector',
    '',
    'A point on the edge of the widest street. These few points alone decide where the best line lies.',
  ],
  'convex-hull': [
    'convex hull',
    '',
    'The shape of a rubber band around all points of a class. A line separates two classes exactly when their hulls don’t meet.',
  ],
  'test-data': [
    'test data',
    '',
    'Points kept out of training. How the model does on them tells whether it learned or only memorized.',
  ],
  input: ['x₁ and x₂, the inputs', '', 'The coordinates of a point: all that the neuron gets to know about it.'],
  sum: ['Σ, the sum', 'w₁x₁ + w₂x₂ + b', 'Adds up what comes in: each input times its weight, and the bias. Its sum is z.'],
  push: [
    'push',
    '−dL/dz',
    'How hard a point would move its z, up or down: the slope of what it pays, downhill. Cross-entropy makes it y − p.',
  ],
  novikoff: [
    'Novikoff’s bound',
    '(R/γ)²',
    'If a line separates the classes, Rosenblatt’s rule makes at most this many mistakes (Novikoff, 1962). R is how far out the farthest point lies, γ the margin, both with the bias as a third weight.',
  ],
  street: [
    'widest street',
    '2γ wide',
    'The broadest straight strip between two classes with no point in it. The line in its middle is the safest: every point is as far from it as can be.',
  ],
  'log-scale': [
    'log scale',
    '',
    'Equal distances are equal factors, such as 1, 10, 100: what happens early, or is small, gets room, too.',
  ],
  seed: ['seed', '', 'The number that random draws begin from: the same seed gives the same points or weights again.'],
} satisfies Record<string, Entry>;

export type Glossary = Record<keyof typeof glossary, Entry>;
