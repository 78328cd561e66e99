// The words of the page in English. The type of this object is what every other language must fill.

export const en = {
  /** Texts that stand in index.html under the same names: data-text, data-label, data-content. */
  page: {
    title: 'Perceptron Lab: one neuron learning to draw a line',
    description:
      'Watch a single neuron learn, step by step, to separate two clouds of points with a line. ' +
      'Ask it about any point, add points of your own, and see why the line moves.',
    name: 'Perceptron Lab',
    tagline: 'One neuron learning to draw a line',
    language: 'Language',
    plane: 'The plane',
    tools: 'What a click on the plane does',
    ask: 'Ask',
    add0: 'Class 0',
    add1: 'Class 1',
    move: 'Move',
    erase: 'Erase',
    hint_ask: 'Pick any place to ask the neuron about it.',
    hint_add0: 'Pick a place for a new blue circle.',
    hint_add1: 'Pick a place for a new orange square.',
    hint_move: 'Drag any point to a new place.',
    hint_erase: 'Pick any point to remove it.',
    loading: 'Starting the live lab …',
    restart: 'Restart',
    dismiss: 'Dismiss',
    progress: 'Progress of the run',
    transport: 'Training controls',
    reset: 'Reset to the first weights',
    play: 'Play',
    step: '+1 step',
    epoch: '+1 epoch',
    speed: 'Speed',
    neuron: 'The neuron now',
    loss: 'loss',
    accuracy: 'accuracy',
    points: 'points',
    curve: 'Loss',
    queries: 'Test points',
    point: 'point',
    class: 'class',
    noQueries: 'None yet: choose Ask, then pick a place on the plane.',
    training: 'Training',
    learningRate: 'Learning rate',
    lossFunction: 'Loss function',
    optimizer: 'Optimizer',
    batch: 'Batch',
    about: 'What you are looking at',
    aboutPicture:
      'Each point belongs to one of two classes: blue circles (0) and orange squares (1). A neuron multiplies a ' +
      'point’s coordinates by two weights, adds a bias, and squeezes the sum into a probability p. The shading shows ' +
      'p everywhere on the plane; the red line is where p = 0.5.',
    aboutTraining:
      'Training starts from random weights. Each step nudges the weights and the bias a little against the gradient of ' +
      'the loss, so the line turns until it parts the two classes. The numbers are those that PyTorch computes for the same run.',
  },

  themes: { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },

  pause: 'Pause',
  playOn: 'Play on',
  clock: (epoch: string, epochs: string | null) => (epochs === null ? `epoch ${epoch}` : `epoch ${epoch} / ${epochs}`),
  stepsPerFrame: (steps: number) => (steps === 1 ? '1 step/frame' : `${steps} steps/frame`),
  lastLoss: (epoch: string, loss: string) => `epoch ${epoch}: ${loss}`,

  network: 'The network now',
  inputs: 'inputs',
  hidden: 'hidden',
  output: 'output',
  parameters: 'parameters',
  weightNorm: '‖w‖',
  pointsOfClass: (n: string, k: number) => `${n} of class ${k}`,

  red: 'red',
  black: 'black',
  query: (n: number) => `ask ${n}`,
  classIs: (k: number) => `class ${k}`,
  removeQuery: (name: string) => `Remove the test point ${name}`,
  unknown: 'no prediction',
  labelled: (k: number) => `point of class ${k}`,

  losses: {
    bce: 'cross-entropy',
    mse: 'squared error',
    hinge: 'hinge',
    perceptron: 'perceptron',
    cross_entropy: 'cross-entropy',
  } as Record<string, string>,
  optimizers: { sgd: 'SGD', adam: 'Adam' } as Record<string, string>,
  momentum: (optimizer: string, momentum: string) => `${optimizer}, momentum ${momentum}`,
  wholeBatch: (n: string) => `all ${n}`,
  learningRateWants: (typed: string) => `Learning rate “${typed}”: want a number above 0, such as 0.01.`,

  planeName: 'The plane: points of two classes, the decision line, and the test points',
  loadingShare: (percent: string) => `Starting the live lab … ${percent}`,
  stopped: 'The live picture has stopped; what you see is a still.',
  unsupported: 'This browser can’t run the live lab (it needs WebAssembly and WebGL 2), so here is a still of the run.',
  diverged: (step: string) =>
    `At step ${step} the loss stopped being a finite number: the steps were too large. Choose a smaller learning rate and reset.`,
  refused: (message: string) => `Not done: ${message}`,

  announce: {
    playing: 'Training.',
    paused: (epoch: string, loss: string) => `Paused at epoch ${epoch}, loss ${loss}.`,
    ended: (epoch: string, loss: string, accuracy: string) =>
      `The run has ended at epoch ${epoch}: loss ${loss}, accuracy ${accuracy}.`,
    reset: 'Back at the first weights.',
    asked: (name: string, at: string, p: string, k: number) => `Test point ${name} at ${at}: p ${p}, class ${k}.`,
  },
};

export type Strings = typeof en;
