// The Lab's texts in English, including the figure's. Every other language must provide an object of the same type.

import type {
  ActivationName,
  KindName,
  MarginReport,
  OptimizerName,
  OtherName,
  Request,
  SceneReport,
  TableReport,
} from '../../figure/protocol';
import type { Wants } from '../want';
import { figure } from './figure';
import { type Glossary, glossary } from './glossary';
import { page } from './page';
import { type Refusals, refusals } from './refusals';
import * as views from './views';

type MarginState = MarginReport['state'];
type ExportFormat = Extract<Request, { type: 'export' }>['format'];

/** What something is called, and what it is or does. */
type Named = [name: string, what: string];
type Three = [string, string, string];

export const en = {
  ...figure,
  ...refusals,
  glossary: glossary as Glossary,
  ...views,
  page: { ...figure.page, ...page },

  themes: { auto: 'Theme: same as the system', light: 'Theme: light', dark: 'Theme: dark' },

  languageMissing: (name: string) => `The texts in ${name} could not be fetched. Check the connection and reload the page.`,
  stepsPerSecond: (steps: number) => (steps === 1 ? '1 step/second' : `${steps} steps/second`),
  fastest: 'full speed',
  changedAtEnd: 'The run has ended: Play on trains with what you changed.',
  ownScene: 'A run of your own',
  ownRun: 'A run of your own now. Share keeps it in a link, with all that you changed.',
  batchOf: (n: string) => `batches of ${n}`,

  network: 'The network now',
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

  optimizers: { sgd: 'SGD', adam: 'Adam' } satisfies Record<OptimizerName, string>,
  wholeBatch: (n: string) => `all ${n}`,

  diverged: (step: string) =>
    `At step ${step} the loss stopped being a finite number: the steps were too large. Choose a smaller learning rate and reset.`,

  accuracyBut: (accuracy: string, n: string) => `${accuracy}, can’t tell ${n}`,
  announce: {
    playing: 'Training.',
    paused: (epoch: string, loss: string) => `Paused at epoch ${epoch}, loss ${loss}.`,
    ended: (epoch: string, loss: string, accuracy: string) =>
      `The run has ended at epoch ${epoch}: loss ${loss}, accuracy ${accuracy}.`,
    reset: 'Back at the first weights.',
    asked: (name: string, at: string, p: string, says: string) => `Asked point ${name} at ${at}: p ${p}, ${says}.`,
  },

  timeline: (step: string, epoch: string) => `step ${step}, epoch ${epoch}`,
  smaller: (lr: string) => `Try ${lr} instead`,
  table: {
    roles: ['x₁', 'x₂', 'class'] satisfies Three,
    separators: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } satisfies Record<
      TableReport['separator'],
      string
    >,
    understood: (rows: string, separator: string, header: boolean) =>
      `${rows} rows, separated by ${separator}, ${header ? 'with a header' : 'without a header'}. Nothing is replaced yet.`,
    choose: (n: number) => `There are ${n} columns. Choose which are x₁, x₂ and the class.`,
    index: (k: number) => `Column ${k} only numbers the rows, and is left out.`,
    column: (k: number) => `column ${k}`,
    columnOf: (role: string) => `The column of ${role}`,
    firstRows: 'The first rows',
  },
  oddSpirals: (asked: string, made: string) => `Two spirals are equally long: ${asked} samples give ${made} points.`,
  notStarted: (scene: string) =>
    `The scene “${scene}” stopped the program the last time it was started, so it was not started again.`,
  addClass: (k: number) => `Class ${k}`,
  classToAdd: 'The class to add',
  hintAdd: (k: number) => `Add a point of class ${k}, or turn a point into one.`,

  settings: {
    'data.kind': 'Kind',
    'data.n_samples': 'Points',
    'data.noise': 'Noise',
    'data.cluster_std': 'Spread of a cloud',
    'data.factor': 'Inner ring’s size',
    'data.random_state': 'Data [seed](seed)',
    'data.test_size': 'Share [held back](test-data)',
    classes: '[Classes](class)',
    'model.activation': '[Activation](activation)',
    'model.init': 'First [weights](weight)',
    'model.manual_seed': 'Weights’ [seed](seed)',
    'model.outputs': 'Outputs',
    'train.lr': '[Learning rate](learning-rate)',
    'train.loss': '[Loss](loss) function',
    'train.optimizer': '[Optimizer](optimizer)',
    'train.momentum': '[Momentum](momentum)',
    'train.nesterov': '[Nesterov](nesterov)',
    'train.weight_decay': '[Weight decay](weight-decay)',
    'train.batch_size': '[Batch](batch) (0: all)',
    'train.epochs': '[Epochs](epoch) (0: endless)',
    'stop.loss': 'when the loss is below',
    'stop.tol': 'when ten epochs lower it by less than',
    'stop.noMistakes': 'when no mistakes are left',
  },
  kinds: {
    blobs: 'clouds',
    moons: 'moons',
    circles: 'circles',
    and: 'AND',
    or: 'OR',
    nand: 'NAND',
    xor: 'XOR',
    spirals: 'spirals',
    points: 'by hand',
  } satisfies Record<KindName, string>,
  activations: { tanh: 'tanh', relu: 'ReLU', sigmoid: 'sigmoid' } satisfies Record<ActivationName, string>,
  inits: { uniform: 'like nn.Linear', zeros: 'zeros' } satisfies Record<SceneReport['init'], string>,
  dataDigest: (kind: string, n: string) => `${kind}, ${n} points`,
  zones: {
    calm: (limit: string) => `Calm: well below [2/λmax](curvature) = ${limit}, above which steps lead away from the bottom.`,
    over: (limit: string) =>
      `Overshooting: each step goes past the bottom, but comes nearer, up to [2/λmax](curvature) = ${limit}.`,
    away: (limit: string) =>
      `Too fast: above [2/λmax](curvature) = ${limit} each step lands farther from the bottom than it began.`,
  },
  lrSlider: 'Learning rate, on a logarithmic scale',
  unitsOf: (i: number) => `Units of hidden layer ${i}`,
  addLayer: 'Add a layer',
  removeLayer: 'Remove the last layer',
  linear: 'none: one line',

  copied: 'Copied',
  codeNotes: {
    pytorch: 'Prints these very numbers; needs PyTorch and, for some data, scikit-learn.',
    'python-numpy': 'The same run in plain NumPy, gradients written out.',
    csv: 'The points as they are now, with their classes.',
    svg: 'The plane as a drawing that scales to any size.',
  } satisfies Record<ExportFormat, string>,
  pictureTitle: (epoch: string, loss: string) => `epoch ${epoch}, loss ${loss}`,
  preview: 'Preview of the figure',
  embedNotes: {
    element: 'Works as it is, with the files of this site. To keep them on yours: perceptron embed DIR.',
    iframe: 'For platforms that allow only frames. Works as it is, with the files of this site.',
    jekyll: 'With _includes/perceptron-lab.html from perceptron embed.',
    hugo: 'With layouts/shortcodes/perceptron-lab.html from perceptron embed.',
  },

  sum: {
    weighted: (i: string) => `${i === '₁' ? '[w₁](weight)' : `w${i}`} · x${i}`,
    bias: '[b](bias)',
    logit: '[z](z), their sum',
    probability: '[p](p) = [σ](sigma)(z)',
    step: 'ŷ = step(z)',
    steps: '1 where z ≥ 0',
    ofClass: (k: number) => `${k === 0 ? '[p](p)' : 'p'} of class ${k}`,
    loss: (k: number) => `[loss](loss), of class ${k}`,
  },
  predict: {
    digest: 'guessed',
    note: 'Where will the line end? Draw yours on the plane by its two handles, or guess [p](p) of the first asked point; then run, and see both side by side. The guess stays on this page.',
    noteNetwork:
      'A network’s [boundary](boundary) bends, so there is no one line to draw. Guess [p](p) of the first asked point, then run, and compare. The guess stays on this page.',
    none: 'To be used with two classes, and a single neuron or an asked point.',
    dropped: 'Another scene: the guess made for the one before is gone.',
    share: (name: string) => `p of ${name}, my guess`,
    from: (step: string, epoch: string) => `Guessed at step ${step}, epoch ${epoch}.`,
    line: (first: string, second: string) => `Your guess of the line, through ${first} and ${second}`,
    handle: (i: number) => `Handle ${i} of your line`,
    running: 'Running: both are compared when it pauses or ends.',
    soFar: (epoch: string) => `At epoch ${epoch}, so far:`,
    atEnd: 'At the end of the run:',
    angle: (angle: string, gap: string) =>
      `Your line and the model’s differ by ${angle} in direction${gap && `, and by ${gap} in place, at the middle of the points`}.`,
    accuracy: (yours: string, models: string) =>
      `On their right side of your line are ${yours} of the points, of the model’s ${models}.`,
    off: (name: string, guess: string, p: string, off: string, sign: number) =>
      sign === 0
        ? `${name}: you guessed p = ${guess}, and it is ${p}.`
        : `${name}: you guessed p = ${guess}; it is ${p}, ${off} ${sign > 0 ? 'more' : 'less'}.`,
  },
  points: {
    digest: (n: string) => `${n} points`,
    page: (first: string, last: string, total: string) => `${first}–${last} of ${total}`,
    none: 'no points',
    noneWrong: 'none are wrong',
    coordinate: (i: number, number: string) => `x${i} of point ${number}`,
    classOf: (number: string) => `class of point ${number}`,
    remove: (number: string) => `Remove point ${number}`,
    said: (says: string, right: boolean | null) => (right === null ? says : `${says}, ${right ? 'right' : 'wrong'}`),
    newPoint: 'new',
    newCoordinate: (i: number) => `x${i} of a new point`,
    newClass: 'class of a new point',
    add: 'Add the point',
  },
  weights: {
    tooMany: 'too many to set by hand',
    layer: (l: number) => `Layer ${l}`,
    outputLayer: 'Output layer',
    weight: (input: string, unit: string, l: number) => `layer ${l}, unit ${unit}: weight of ${input}`,
    bias: (unit: string, l: number) => `layer ${l}, unit ${unit}: bias`,
  },
  confusion: {
    given: 'given',
    predicted: 'predicted',
    row: (k: number) => `class ${k}`,
    cell: (n: string, given: number, predicted: number) => `${n} of class ${given}, predicted as ${predicted}`,
    undecided: (n: string, given: number) => `${n} of class ${given}, where it can’t tell`,
    digest: (right: string, n: string) => `${right} of ${n} right`,
    at: (digest: string, threshold: string) => `${digest} at p ≥ ${threshold}`,
    accuracy: '[accuracy](accuracy)',
    precision: (k: number) => `[precision](precision) of ${k}`,
    recall: (k: number) => `[recall](recall) of ${k}`,
  },
  margin: {
    states: {
      separable: 'yes',
      touching: 'only just',
      overlapping: 'no',
      'one-class': 'one class',
    } satisfies Record<MarginState, string>,
    explain: {
      separable: 'Some line has all points of one class on one side and all of the other on the other.',
      touching: 'The classes can be separated, but only by a line through points of both.',
      overlapping: 'No line is right about all points: the hulls of the classes overlap.',
      'one-class': 'There are points of one class only; any line beside them will do.',
      none: 'Only for two classes and a single neuron.',
    } satisfies Record<MarginState | 'none', string>,
    gamma: ['γ, the [margin](margin)', 'Half the width of the widest street between the classes.'] satisfies Named,
    novikoff: [
      'Novikoff’s bound',
      'Rosenblatt’s rule makes at most this many mistakes, in any order of the points.',
    ] satisfies Named,
    lrLimit: [
      '[Learning rate](learning-rate)’s limit',
      'Above it, gradient descent overshoots from where the weights are now.',
    ] satisfies Named,
    angle: ['Angle', 'Between the line now and the middle of the widest street.'] satisfies Named,
  },
  street: {
    says: {
      separable: (support: string) =>
        `On the plane: each class’s [convex hull](convex-hull), and between them the widest street. Its edges rest on the ringed points, the [support vectors](support-vector): ${support}.`,
      touching: () =>
        'On the plane: the [convex hulls](convex-hull) touch, and the only line that could separate them goes through where they do.',
      overlapping: () =>
        'On the plane: the [convex hulls](convex-hull); what they have in common is hatched. A line would need it on both of its sides.',
      crossing: () =>
        'On the plane: each class’s [hull](convex-hull) is a diagonal, and the two cross. A line would need the crossing on both of its sides.',
      shared: () =>
        'On the plane: the [convex hulls](convex-hull); what they have in common is marked. A line would need it on both of its sides.',
      'one-class': () => 'On the plane: the [convex hull](convex-hull) of the one class.',
    },
    ledger: 'Rosenblatt’s ledger',
    promised: (own: boolean, bound: string) =>
      `However often ${own ? 'this run' : 'Rosenblatt’s rule in the race'} visits the points, it is wrong at most (R/γ)² = ${bound} times: Novikoff’s bound, with the bias as a third weight.`,
    notPromised: (own: boolean, bound: string) =>
      `Novikoff’s bound, (R/γ)² = ${bound}, holds for the plain rule, started from zeros on the points as they are now, not for ${own ? 'this run' : 'the rule in the race'}.`,
    unbounded: (own: boolean) =>
      `No line separates the classes, so nothing bounds the mistakes of ${own ? 'this run' : 'Rosenblatt’s rule in the race'}: they never end.`,
    ledgerBound: (bound: string) => `bound ${bound}`,
    ledgerMistakes: (mistakes: string) => `mistakes ${mistakes}`,
    ledgerShown: (shown: string) => `visits ${shown}`,
    settling: 'Direction and [size](w-norm)',
    fates: {
      grows: 'The direction settles, while the size keeps growing, ever more slowly: a longer w makes every right answer surer.',
      decays: 'With weight decay both settle: it pulls w back as hard as the points push it.',
      shrinks: 'Weight decay pulls w towards 0 until points are wrong again: with this loss nothing else keeps its size.',
      explodes: 'Learning rate times weight decay is so large that each step overshoots 0: the size explodes.',
      held: 'Both settle: the points that stay wrong hold the size back.',
      corrects: 'Once no point is wrong nothing pushes, and direction and size stay as they are.',
      beyond: 'Once every point is beyond the margin (±1) nothing pushes, and direction and size stay as they are.',
      trembles: 'Some point is always wrong and pushes: both keep trembling, but stay within bounds.',
      unsure: 'Some point is always wrong, but with this loss it hardly pushes: the size may settle or keep growing.',
      oneClass: 'With one class only, nothing fixes a direction.',
    },
    angle: (angle: string) => `angle to the street ${angle}`,
    noAngle: 'no street, so no angle to it',
    norm: (norm: string) => `size ‖w‖ ${norm}`,
    epochs: 'epochs, log scale',
    picture: (angle: string, norm: string, epochs: string) => `After ${epochs} epochs: ${angle}, ${norm}`,
  },
  compare: {
    rules: {
      pinned: ['pinned run', 'Its line and its losses, as they were.'],
      rosenblatt: ['Rosenblatt', 'Learns from each point that it gets wrong (1958).'],
      pocket: ['pocket', 'Rosenblatt’s, but keeps the best line so far (Gallant 1990).'],
      averaged: ['averaged', 'The mean of all lines that Rosenblatt’s rule had (1999).'],
      adaline: ['Adaline', 'Least squares against ±1, point by point (1960).'],
      logistic: ['logistic', 'Cross-entropy, point by point.'],
      hinge: ['hinge', 'Only points within the margin pull (a support vector machine).'],
    } satisfies Record<OtherName, Named>,
    digest: (n: number) => (n === 1 ? '1 more line' : `${n} more lines`),
    mistakes: (n: string) => `${n} mistakes so far`,
    noLine: 'no line',
  },
  cutoff: (threshold: string) => `The line is where p = ${threshold}, the threshold.`,
  degrees: (v: string) => `${v}°`,

  name: 'Name',

  diagram: {
    name: 'The network: inputs, units and weights',
    unit: (layer: number, unit: number) => `Unit ${unit} of hidden layer ${layer}`,
    output: (k: number) => `Output ${k}`,
    gives: (value: string) => `${value} for the point in hand`,
    hint: 'Point at a [unit](hidden-unit), or press it, to see the plane as it does. A solid line is a positive [weight](weight), a dashed one a negative; point at it, or press it, for its numbers.',
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

  keyboard: [
    ['← ↑ ↓ →', 'point at the plane; with Shift, faster'],
    ['Enter', 'do there what a click would'],
    ['+ −', 'zoom in or out; Ctrl and the wheel, too'],
    ['0', 'show all points'],
    ['Space', 'play or pause'],
    ['[', 'one step'],
    [']', 'one epoch'],
    ['1 … 8', 'tool: add a point of class 0 … 7'],
    ['A', 'tool: ask'],
    ['M', 'tool: move'],
    ['Delete', 'tool: erase'],
    ['Ctrl Z', 'undo'],
    ['Ctrl Shift Z', 'redo'],
    ['Page Up, Page Down', 'in a presentation: the scene before, the scene after'],
    ['?', 'this list'],
  ] satisfies [Named, ...Named[]],
};

/** The words of another language: one that is missing doesn't compile. */
export type Translation = Omit<typeof en, keyof Refusals> & Refusals;

/** The texts of any language. */
export type Strings = Omit<Translation, 'wants'> & { wants: Wants | null };
