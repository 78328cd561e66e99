// The texts of the Lab's cards that are closed at first, in English.

import type {
  ActivationName,
  EvenKindName,
  KindName,
  MarginReport,
  OptimizerName,
  OtherName,
  SceneReport,
  TableReport,
} from '../../figure/protocol';
import { counted } from './counted';
import * as views from './views';

type MarginState = MarginReport['state'];

/** What something is called, and what it is or does. */
type Named = [name: string, what: string];
type Three = [string, string, string];

export const cards = {
  ...views,

  batchOf: (n: string) => `batches of ${n}`,

  optimizers: { sgd: 'SGD', adam: 'Adam' } satisfies Record<OptimizerName, string>,
  wholeBatch: (n: string) => `all ${n}`,

  table: {
    roles: ['x₁', 'x₂', 'class'] satisfies Three,
    separators: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } satisfies Record<
      TableReport['separator'],
      string
    >,
    understood: (rows: string, separator: string, header: boolean) =>
      `${counted(rows, 'row')}, separated by ${separator}, ${header ? 'with a header' : 'without a header'}. Nothing is replaced yet.`,
    choose: (n: number) => `There are ${n} columns. Choose which are x₁, x₂ and the class.`,
    index: (k: number) => `Column ${k} only numbers the rows, and is left out.`,
    column: (k: number) => `column ${k}`,
    columnOf: (role: string) => `The column of ${role}`,
    firstRows: 'The first rows',
    reading: 'Reading the table',
    cancel: 'Cancel',
  },
  odd: {
    spirals: (asked: string, made: string) => `Two spirals are equally long: ${asked} samples give ${made} points.`,
  } satisfies Record<EvenKindName, (asked: string, made: string) => string>,
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
  inits: { uniform: 'nn.Linear’s', zeros: 'zeros' } satisfies Record<SceneReport['init'], string>,
  dataDigest: (kind: string, n: string) => `${kind}, ${counted(n, 'point')}`,
  zones: {
    calm: (limit: string) => `Calm: well below ${limit}, above which steps lead away from the bottom.`,
    over: (limit: string) => `Overshooting: each step goes past the bottom, but comes nearer, up to ${limit}.`,
    away: (limit: string) => `Too fast: above ${limit} each step lands farther from the bottom than it began.`,
    network: 'In a network that is so where the [weights](weight) are now: elsewhere the loss bends otherwise.',
    batches: 'The limit is that of all points: each [batch](batch) bends a little otherwise.',
  },
  /** Why there is no such limit. */
  noZones: {
    adaptive: (optimizer: string) =>
      `No [2/λmax](curvature) for ${optimizer}: it divides each [gradient](gradient) by its recent size, so how the loss bends alone says of no rate that it is too fast.`,
    momentum: 'With a [momentum](momentum) of 1 or more steps never come to rest, whatever the rate.',
    flat: 'No [2/λmax](curvature) here: where the [weights](weight) are now the loss doesn’t bend upwards, as straight pieces never do.',
    large: 'No [2/λmax](curvature) here: for a model of this size it would take too long to find.',
  },
  sampled: (some: string, n: string) => `From ${some} of the ${n} points, evenly spaced.`,
  lrSlider: 'Learning rate, on a logarithmic scale',
  unitsOf: (i: number) => `Units of hidden layer ${i}`,
  addLayer: 'Add a layer',
  removeLayer: 'Remove the last layer',
  linear: 'none: one line',

  sum: {
    weighted: (i: string) => `${i === '₁' ? '[w₁](weight)' : `w${i}`} · x${i}`,
    bias: '[b](bias)',
    logit: '[z](z), their sum',
    probability: '[p](p) = [σ](sigma)(z)',
    step: '[ŷ](step-function) = step(z)',
    steps: '1 where z ≥ 0',
    ofClass: (k: number) => `${k === 0 ? '[p](p)' : 'p'} of class ${k}`,
    loss: (k: number) => `[loss](loss), of class ${k}`,
  },
  thresholdStep: 'A [step](step-function) needs none: it decides at [z](z) = 0, where the line is.',

  predict: {
    digest: 'guessed',
    note: 'Where will the line end? Draw yours on the plane by its two handles, or guess [p](p) of the first asked point; then run, and see both side by side. The guess stays on this page.',
    noteStep:
      'Where will the line end? Draw yours on the plane by its two handles; then run, and see both side by side. The guess stays on this page.',
    noteNetwork:
      'A network’s [boundary](boundary) bends, so there is no one line to draw. Guess [p](p) of the first asked point, then run, and compare. The guess stays on this page.',
    none: 'Needs two classes, and a single neuron or an asked point.',
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
    accuracy: (yours: string, models: string) => `Your line has ${yours} of the points on the right side, the model’s ${models}.`,
    off: (name: string, guess: string, p: string, off: string, sign: number) =>
      sign === 0
        ? `${name}: you guessed p = ${guess}, and it is ${p}.`
        : `${name}: you guessed p = ${guess}; it is ${p}, ${off} ${sign > 0 ? 'more' : 'less'}.`,
  },
  points: {
    page: (first: string, last: string, total: string) => `${first}–${last} of ${total}`,
    none: 'no points',
    noneWrong: 'none are wrong',
    looked: (n: string) => `among the first ${n} points`,
    coordinate: (i: number, number: string) => `x${i} of point ${number}`,
    classOf: (number: string) => `class of point ${number}`,
    take: (number: string) => `Take point ${number} in hand`,
    remove: (number: string) => `Remove point ${number}`,
    said: (says: string, right: boolean | null) => (right === null ? says : `${says}, ${right ? 'right' : 'wrong'}`),
    newPoint: 'new',
    newCoordinate: (i: number) => `x${i} of a new point`,
    newClass: 'class of a new point',
    add: 'Add the point',
  },
  confusion: {
    given: 'given',
    predicted: 'predicted',
    row: (k: number) => `class ${k}`,
    cell: (n: string, given: number, predicted: number) => `${n} of class ${given}, predicted as ${predicted}`,
    undecided: (n: string, given: number) => `${n} of class ${given}, where it can’t tell: too close in four digits`,
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
      overlapping: 'No line is right about all points: the [hulls](convex-hull) of the classes overlap.',
      'one-class': 'There are points of one class only; any line beside them will do.',
      none: 'Only for two classes and a single neuron.',
      many: 'Looked into for up to 100 000 points.',
    } satisfies Record<MarginState | 'none' | 'many', string>,
    gamma: ['γ, the [margin](margin)', 'Half the width of the [widest street](street) between the classes.'] satisfies Named,
    novikoff: [
      '[Novikoff’s bound](novikoff)',
      'Rosenblatt’s rule makes at most this many mistakes, in any order of the points.',
    ] satisfies Named,
    lrLimit: [
      '[Learning rate](learning-rate)’s limit',
      'Above it, each step lands farther from the bottom than it began, as the [loss](loss) bends where the weights are now.',
    ] satisfies Named,
    angle: ['Angle', 'Between the line now and the middle of the widest street.'] satisfies Named,
  },
  street: {
    says: {
      separable: (support: string) =>
        `On the plane: each class’s [convex hull](convex-hull), and between them the [widest street](street). Its edges rest on the ringed points, the [support vectors](support-vector): ${support}.`,
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
      `However often ${own ? 'this run' : 'Rosenblatt’s rule in the race'} visits the points, it is wrong at most (R/γ)² = ${bound} times: [Novikoff’s bound](novikoff), with the bias as a third weight.`,
    notPromised: (own: boolean, bound: string) =>
      `[Novikoff’s bound](novikoff), (R/γ)² = ${bound}, holds for the plain rule, started from zeros on the points as they are now, not for ${own ? 'this run' : 'the rule in the race'}.`,
    unbounded: (own: boolean) =>
      `No line separates the classes, so nothing bounds the mistakes of ${own ? 'this run' : 'Rosenblatt’s rule in the race'}: they never end.`,
    ledgerBound: (bound: string) => `[bound](novikoff) ${bound}`,
    ledgerMistakes: (mistakes: string) => `mistakes ${mistakes}`,
    ledgerShown: (shown: string) => `visits ${shown}`,
    settling: 'Direction and [size](w-norm)',
    fates: {
      grows: 'The direction settles, while the size keeps growing, ever more slowly: a longer w makes every right answer surer.',
      decays: 'With [weight decay](weight-decay) both settle: it pulls w back as hard as the points push it.',
      shrinks:
        '[Weight decay](weight-decay) pulls w towards 0 until points are wrong again: with this loss nothing else keeps its size.',
      explodes:
        '[Learning rate](learning-rate) times [weight decay](weight-decay) is so large that each step lands farther beyond 0 than it began: the size explodes.',
      rolls: 'With a [momentum](momentum) of 1 or more no push ever dies down: the size keeps growing.',
      held: 'Both settle: the points that stay wrong hold the size back.',
      corrects: 'Once no point is wrong nothing pushes, and direction and size stay as they are.',
      beyond: (room: number) =>
        `Once every point is beyond the margin (±${room}) nothing pushes, and direction and size stay as they are.`,
      trembles: 'Some point is always wrong and pushes: both keep trembling, but stay within bounds.',
      unsure: 'Some point is always wrong, but with this loss it hardly pushes: the size may settle or keep growing.',
      settles: 'Both settle where the pushes balance.',
      oneClass: 'With one class only, nothing fixes a direction.',
    },
    angle: (angle: string) => `angle to the [street](street) ${angle}`,
    noAngle: 'no [street](street), so no angle to it',
    norm: (norm: string) => `size [‖w‖](w-norm) ${norm}`,
    epochs: '[epochs](epoch), [log scale](log-scale)',
    picture: (angle: string, norm: string, epochs: string) => `After ${counted(epochs, 'epoch')}: ${angle}, ${norm}`,
  },
  compare: {
    rules: {
      pinned: ['pinned run', 'Its line and its losses, as they were.'],
      rosenblatt: ['Rosenblatt', 'Learns from each point that it gets wrong (1958).'],
      pocket: ['pocket', 'Rosenblatt’s, but keeps the best line so far (Gallant 1990).'],
      averaged: ['averaged', 'The mean of all lines that Rosenblatt’s rule had (1999).'],
      adaline: ['Adaline', 'Least squares against ±1, point by point (1960).'],
      logistic: ['logistic', 'Cross-entropy, point by point.'],
      hinge: ['hinge', 'Only points that are wrong or within the margin push (a support vector machine).'],
    } satisfies Record<OtherName, Named>,
    digest: (n: number) => counted(String(n), 'more line'),
    mistakes: (n: string) => `${counted(n, 'mistake')} so far`,
    noLine: 'no line',
  },
  degrees: (v: string) => `${v}°`,
};
