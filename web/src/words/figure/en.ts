// The words of the figure itself, in anybody's page, in English. The type of this object is what every other language must fill.

export const figure = {
  /** Those that the Lab's index.html asks for, too. */
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
    beginAllTheSame: 'Begin it all the same',
    transport: 'Training controls',
    reset: 'Reset to the first weights',
    play: 'Play',
    step: '+1 step',
    speed: 'Speed',
  },

  pause: 'Pause',
  playOn: 'Play on',
  clock: (epoch: string, epochs: string | null) => (epochs === null ? `epoch ${epoch}` : `epoch ${epoch} / ${epochs}`),
  standstill: { diverged: 'diverged', empty: 'no points' },
  stepsPerFrame: (steps: number) => (steps === 1 ? '1 step/frame' : `${steps} steps/frame`),
  lastLoss: (epoch: string, loss: string) => `epoch ${epoch}: ${loss}`,
  red: 'red',
  black: 'black',
  query: (n: number) => `ask ${n}`,
  classIs: (k: number) => `class ${k}`,
  unknown: 'no prediction',
  labelled: (k: number) => `point of class ${k}`,
  planeName: 'The plane: points of two classes, the decision line, and the test points',
  curveName: 'Loss by epoch',
  testLossIs: (loss: string) => `held back: ${loss}`,
  pinnedLossIs: (loss: string) => `pinned: ${loss}`,
  loadingShare: (percent: string) => `Starting the live lab … ${percent}`,
  notBegunHere: 'This scene stopped the program when it was begun last, so it was not begun again; what you see is a still.',
  stopped: 'The live picture has stopped; what you see is a still.',
  unsupported: 'This browser can’t run the live lab (it needs WebAssembly and WebGL 2), so here is a still of the run.',
};

export type FigureStrings = typeof figure;
