// The figure's own texts, for anybody's page, in English. Every other language must provide an object of the same type.

export const figure = {
  /** Those that the Lab's index.html also uses. */
  page: {
    tools: 'What a click on the plane does',
    ask: 'Ask',
    add0: 'Class 0',
    add1: 'Class 1',
    move: 'Move',
    erase: 'Erase',
    zoom: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show all points',
    loading: 'Starting the live lab …',
    restart: 'Restart',
    startAnyway: 'Start it anyway',
    transport: 'Training controls',
    reset: 'Reset to the first weights',
    play: 'Play',
    step: '+1 step',
    speed: 'Speed',
  },

  pause: 'Pause',
  playOn: 'Play on',
  nextStep: (share: string) => `next step ${share}`,
  clock: (epoch: string, epochs: string | null) => (epochs === null ? `epoch ${epoch}` : `epoch ${epoch} / ${epochs}`),
  standstill: { diverged: 'diverged', empty: 'no points' },
  stepsPerFrame: (steps: number) => (steps === 1 ? '1 step/frame' : `${steps} steps/frame`),
  lastLoss: (epoch: string, loss: string) => `epoch ${epoch}: ${loss}`,
  addClass: (k: number) => `Class ${k}`,
  menu: {
    more: 'More',
    picture: 'Save the picture (PNG)',
    code: 'Copy the PyTorch code',
    copied: 'Copied',
    noCode: 'There is no code for this run',
    lab: 'Open in the Lab',
  },
  red: 'red',
  black: 'black',
  query: (n: number) => `ask ${n}`,
  classIs: (k: number) => `class ${k}`,
  unitSum: (z: string) => `this unit’s sum: ${z}`,
  cantTell: 'can’t tell',
  unknown: 'no prediction',
  labelled: (k: number) => `point of class ${k}`,
  planeName: 'The plane: points of two classes, the decision boundary, and the asked points',
  curveName: 'Loss by epoch',
  curveAxes: { x: 'epoch', y: 'loss' },
  testLossIs: (loss: string) => `test data: ${loss}`,
  pinnedLossIs: (loss: string) => `pinned: ${loss}`,
  loadingShare: (percent: string) => `Starting the live lab … ${percent}`,
  notStartedHere:
    'This scene stopped the program the last time it was started, so it was not started again; you see a still picture.',
  stopped: 'The live picture has stopped; what you see is a still picture.',
  notLoaded: 'The live picture could not be loaded, so here is a still picture. Check the connection, or load the page again.',
  unsupported:
    'This browser is too old for the live lab, or has no WebAssembly or WebGL 2, so here is a still picture of the run.',
};

export type FigureStrings = typeof figure;
