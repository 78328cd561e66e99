// The Lab's texts in English that come with the page: those of what is in sight at first.

import { counted } from './counted';
import { figure } from './figure';
import { flow } from './flow';
import { refusals } from './refusals';
import { toolHints } from './toolhints';

type Three = [string, string, string];

export const first = {
  ...figure,
  ...refusals,
  flow,
  page: { ...figure.page, ...toolHints },

  themes: { auto: 'Theme: same as the system', light: 'Theme: light', dark: 'Theme: dark' },

  languageMissing: (name: string) => `The texts in ${name} could not be fetched. Check the connection and reload the page.`,
  notFetched: 'What this needs could not be fetched. Check the connection and press again, or load the page again.',
  older: 'This page has a new version, and the files that this one still needs are gone. Load it: the run stays.',
  stepsPerSecond: (steps: number) => (steps === 1 ? '1 step/second' : `${steps} steps/second`),
  fastest: 'full speed',
  changedAtEnd: 'The run has ended: Play on trains with what you changed.',
  ownScene: 'A run of your own',
  ownRun: 'A run of your own now. Share keeps it in a link, with all that you changed.',
  inputs: 'inputs',
  hidden: 'hidden',
  output: 'output',
  parameters: '[parameters](parameters)',
  weightNorm: '[‖w‖](w-norm)',
  pointsOfClass: (n: string, k: number) => `${n} of class ${k}`,

  typePlaceOf: (name: string) => `Type another place for the asked point ${name}`,
  coordinateOf: (i: number, name: string) => `x${i} of the asked point ${name}`,
  newCoordinate: (i: number) => `x${i} of a new asked point`,
  removeQuery: (name: string) => `Remove the asked point ${name}`,

  diverged: (step: string) =>
    `At step ${step} the loss stopped being a finite number: the steps were too large. Choose a smaller learning rate and reset.`,

  accuracyBut: (accuracy: string, n: string) => `${accuracy}, can’t tell ${n}`,
  pointsDigest: (n: string) => counted(n, 'point'),
  rightDigest: (right: string, n: string) => `${right} of ${n} right`,
  digestAt: (digest: string, threshold: string) => `${digest} at p ≥ ${threshold}`,
  announce: {
    playing: 'Training.',
    paused: (epoch: string, loss: string) => `Paused at epoch ${epoch}, loss ${loss}.`,
    ended: (epoch: string, loss: string, accuracy: string) =>
      `The run has ended at epoch ${epoch}: loss ${loss}, accuracy ${accuracy}.`,
    reset: 'Back at the first weights.',
    asked: (name: string, at: string, told: string, says: string) => `Asked point ${name} at ${at}: ${told}, ${says}.`,
  },

  timeline: (step: string, epoch: string) => `step ${step}, epoch ${epoch}`,
  smaller: (lr: string) => `Try ${lr} instead`,
  stoppedUnseen: 'The live picture has stopped, and there is no still picture of this run.',
  unsupportedUnseen:
    'This browser is too old for the live lab, or has no WebAssembly or WebGL 2, and there is no still picture of this run.',
  notStarted: (scene: string) =>
    `The scene “${scene}” stopped the program the last time it was started, so it was not started again.`,
  addClass: (k: number) => `Class ${k}`,
  classToAdd: 'The class to add',
  hintAdd: (k: number) => `Add a point of class ${k}, or turn a point into one.`,

  cutoff: (threshold: string) => `The line is where p = ${threshold}, the threshold.`,
  name: 'Name',

  hints: {
    title: 'First steps',
    texts: [
      'Pick any place on the plane: the neuron says which class it sees there.',
      'Press Play and watch the line turn while the neuron learns.',
      'Choose a class above and add points on its wrong side: the loss jumps, and training turns the line, little by little, to lower it.',
    ] satisfies Three,
    skip: 'Skip',
    next: 'Next',
    done: 'Got it',
  },
};
