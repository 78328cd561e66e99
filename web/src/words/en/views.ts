// The texts of the views that say why, in the Lab's cards and in figures of any page, in English.

import type { CostsReport, LossName } from '../../figure/protocol';
import { counted } from './counted';
import { costTitle, hiddenTitle, landscapeTitle, pushesTitle, sigmoidTitle, stepSigmoidTitle } from './titles';

export { diagram } from './diagram';
export { flow, flowNote } from './flow';

/** What a view shows, in one sentence, and more about it. */
export type Note = readonly [what: string, more: string];

/** What several views say: if no point is in hand, or if the run diverged. */
export const hand = {
  none: 'Point at the plane, or ask about a place on it.',
  lost: 'The run diverged: there are no numbers to show.',
  /** Below the pictures of z and of p. */
  seen: {
    shown: (n: string, of: string) => `${n} of ${of} points`,
    beyond: (n: string) => `${n} beyond the edge`,
  },
};

export const losses = {
  bce: 'cross-entropy',
  mse: 'squared error',
  hinge: 'hinge',
  perceptron: 'perceptron',
  cross_entropy: 'cross-entropy',
} satisfies Record<LossName, string>;

export const hiddenSpace = {
  title: hiddenTitle,
  note: (straight: boolean, of: number): Note =>
    straight
      ? [
          'Each point moves to what the two [hidden units](hidden-unit) make of it.',
          'The [boundary](boundary) that bends, or lies in two pieces, in the plane is a straight line there: the last neuron has only to draw that.',
        ]
      : [
          `Each point moves to what two of the ${of} [hidden units](hidden-unit) make of it.`,
          'The last neuron draws its straight line in the space of all of them.',
        ],
  plane: 'the plane',
  units: 'the units',
  share: 'From the plane to the units’ space',
  shown: (n: string, of: string) => `${n} of ${of} points are drawn.`,
  none: 'Shown for a network with a [hidden layer](hidden-layer) of at least two [units](hidden-unit) and one output, such as XOR, hidden layer.',
  name: (n: string, first: string, second: string) =>
    `${counted(n, 'point')} where the hidden units ${first} and ${second} put them`,
  unit: (i: string) => `h${i}`,
  axis: (i: number): string => (i === 0 ? 'unit to the right' : 'unit upwards'),
};

export const step = {
  title: pushesTitle,
  held: (point: string, push: string) => `${point} pushes with ${push}.`,
  /** `drawn`: there are arrows of it. */
  supposed: (point: string, pushes: [string, string], drawn: boolean) =>
    `${point} has no class, so it pushes nothing. ${drawn ? 'Dashed: as' : 'As'} class 0 it would push with ${pushes[0]}, as class 1 with ${pushes[1]}.`,
  heldEach: (point: string, push: string) =>
    `${point} pushes the z of its class up by ${push}, and those of the others down by as much in all.`,
  supposedEach: (point: string, pushes: string[]) =>
    `${point} has no class, so it pushes nothing. As class 0 it would push the z of that class up by ${pushes.map((push, label) => (label === 0 ? push : `as class ${label} by ${push}`)).join(', ')}.`,
  unheld: (point: string) => `${point} is not in this step: it pushes nothing.`,
  shown: (n: string, of: string) => `Arrows of ${n} of ${of} points.`,
  next: 'Next',
  take: 'Take the step',
  none: 'There is no step to look at: no points, or a run that diverged.',
  batch: (n: string, of: string) =>
    n === '1' ? `This [step](step) visits one point of ${of}.` : `This [step](step) uses ${n} of ${of} points.`,
  looked: (n: string, of: string) => `While the run plays, only ${n} of the ${of} points that push are looked at.`,
  /** `drawn`: how many of the n points, if not all. `decides`: by a step, which has no probabilities. */
  asks: (drawn: string, n: string, wrong: string, decides: boolean) => {
    const each = n === '1' ? 'Around the point' : `Around each of the ${n} points`;
    const around = drawn ? `Around ${drawn} of the ${n} points` : each;
    const says = decides
      ? 'which class the neuron’s step gives, in the class’s colour, or both colours where it can’t tell'
      : 'how likely the model thinks each class is, in the class’s colour';
    return `${around}: ${says}. On the wrong side, ringed in red${drawn && ' where drawn'}: ${wrong}${drawn && ` of all ${n}`}.`;
  },
  /** With which push, and what that means for how hard it is. */
  pushes: {
    bce: [
      'Each point [pushes](push) with y − [p](p), its [class](class) minus what the neuron says.',
      'The more wrong it is, the harder it pushes, up to 1.',
    ],
    mse: [
      'Each point [pushes](push) with 2(y − [p](p)) · p(1 − p).',
      'That is most, 0.30, where p of its [class](class) is ⅓, and fades to 0 where the model is sure, even if it is wrong: a confident mistake hardly pushes.',
    ],
    hinge: [
      'A point [pushes](push) with 1 while s·[z](z) ≤ 1, and else with 0 (s is 1 for [class](class) 1, −1 for class 0).',
      'On the wrong side, or within the [hinge](hinge)’s margin, all push equally hard, however wrong they are.',
    ],
    perceptron: [
      'A point [pushes](push) with 1 where it is wrong, s·[z](z) ≤ 0, and else with 0 (s is 1 for [class](class) 1, −1 for class 0).',
      'How wrong it is makes no difference.',
    ],
    cross_entropy: [
      'Each point [pushes](push) the [z](z) of each [class](class) with y − [p](p): up with 1 − p for its own, down with p for any other.',
      'The more wrong it is, the harder it pushes.',
    ],
  } satisfies Record<LossName, Note>,
  /** What the arrows on the plane are, or why there are none. */
  arrows: {
    line: 'Its arrow is as long as that, in the direction in which it pushes the line.',
    lines:
      'Its arrow pushes the [boundary](boundary) between its class and the likeliest other, half as hard as it pushes the two z apart.',
    noLine: 'At w = 0 there is no line yet, so no push has a direction to draw.',
    bent: 'No arrows are drawn: a network has no one line to push, and where its [boundary](boundary) goes depends on all [weights](weight) together.',
  },
  /** `bare`: neither weight decay nor an optimizer with a memory changes the step. */
  adds: (lr: string, bare: boolean) =>
    `The mean of all pushes, each times its point, is −gradient, the direction in which the loss falls fastest: here tip to tail. ${bare ? `Times the learning rate ${lr} it is the step.` : `Times the learning rate ${lr}, and with what the table adds, it is the step.`}`,
  addsOne: (lr: string, push: string, x: string, added: string) =>
    `The point is added to w, times its push and the [learning rate](learning-rate): ${lr} · ${push} · ${x} = ${added}. Tip to tail, w now and that arrow lead to w next.`,
  addsEach: (length: string) =>
    `Each [class](class) adds up its own pushes, each times its point: the mean is −[gradient](gradient) by the [weights](weight) of its output. The gradient of all is ${length} long.`,
  passesBack: (length: string) =>
    `In a network the pushes are passed back through the layers, so that each [weight](weight) gets its share of the [gradient](gradient): where the network is drawn, its lines show them. The gradient is ${length} long.`,
  appears: 'The line is out of sight, or only comes with this step: dashed, where it is after it.',
  moves: (times: number) =>
    `The line goes from here (solid) to there (dashed)${times > 1 ? `. One step is too small to see: this is ${times} times as far` : ''}.`,
  turns:
    'Every [weight](weight) takes its share of the step, and the straight [boundaries](boundary) between the classes turn and shift.',
  bends: 'Every [weight](weight) takes its share of the step, and the [boundary](boundary) bends.',
  /** Where the boundary of several classes, or of a network, goes on the plane. */
  goes: (times: number) =>
    `On the plane: from here (solid) to there (dashed)${times > 1 ? `. One step is too small to see: this is ${times} times as far` : ''}.`,
  outOfSight: 'On the plane there is none in sight.',
  tooLarge: (playing: boolean): string =>
    playing
      ? 'While so large a network plays, where it goes isn’t drawn.'
      : 'Where it goes isn’t drawn for so large a network, or where numbers grow beyond all bounds.',
  /** The one point of a step: its class, the class that the model says, and from which number. */
  visits: (point: string, label: number, said: string, told: string, right: boolean) =>
    `Point ${point} is of class ${label}; the model says: ${said} (${told}).${right ? ' That is right.' : ''}`,
  still: 'Nobody pushes: the weights stay as they are.',
  coasts: 'Nobody pushes: what still moves the weights is the step before, or weight decay.',
  picture: ([w1, w2, b]: [string, string, string]) =>
    `The pushes tip to tail: the step is ${w1} for w₁, ${w2} for w₂ and ${b} for b`,
  now: '[w](weight) now',
  after: '[w](weight) next',
  gradient: '−[gradient](gradient)',
  decay: '[weight decay](weight-decay)',
  bare: '× [learning rate](learning-rate)',
  more: {
    momentum: '[momentum](momentum) adds',
    nesterov: '[Nesterov momentum](nesterov) adds',
    adam: '[Adam](optimizer) adds',
  },
  step: 'the [step](step)',
  point: (number: string) => `no. ${number}`,
  /** With several outputs: what the number in each row of the strongest pushes is. */
  length: 'By the length of each point’s push over the [z](z) of all [classes](class) together.',
  pusher: (k: number): [string, string] => [` of class ${k}, push `, ', share '],
};

export const landscape = {
  title: landscapeTitle,
  bias: '[bias](bias) b',
  /** `best`: with the best bias for each pair of weights. */
  hand: (point: string, best: boolean) =>
    `Dashed: the weights that put ${point} on the line${best ? ', each pair with its best bias' : ''}.`,
  note: [
    'How high the [loss](loss) is for every pair of [weights](weight), with the bias as it is now: the farther a shade is from the page’s own, the higher.',
    'The red path is the one that training took, the arrow points straight down, against the [gradient](gradient). Press or drag to put the weights anywhere.',
  ] as Note,
  bestNote: [
    'How high the [loss](loss) is for every pair of [weights](weight), each with the bias that is best for it: the farther a shade is from the page’s own, the higher.',
    'The red path is the one that training took, the arrow points straight down, against the [gradient](gradient). Press or drag to put the weights anywhere, with their best bias.',
  ] as Note,
  networkNote: [
    'How high the [loss](loss) is over two of the network’s [weights](weight) and [biases](bias), the others as they are now: the farther a shade is from the page’s own, the higher.',
    'The red path is how these two alone have moved so far: the others changed along it, so the loss there was not what the shade says now. The arrow points straight down, against the [gradient](gradient). Press or drag to put the two anywhere.',
  ] as Note,
  decay:
    '[Weight decay](weight-decay) is on, so the height is the loss plus λ/2 times the squared length of all weights and biases.',
  share: (share: string, loss: string) => `Of that height ${share} is weight decay’s; the loss alone is ${loss} there.`,
  axis: (i: number): string => (i === 0 ? 'To the right' : 'Upwards'),
  best: 'the best bias for each pair of weights',
  lowest: (height: string, at: string, b: string) => `×: lowest, ${height}, at w = ${at}${b && `, b = ${b}`}`,
  beyond: ', far beyond the picture: the inset shows it, and the triangle at the edge points there',
  lowestOfTwo: (height: string, first: string, second: string) =>
    `×: lowest in the picture, ${height}, at ${first} and ${second}`,
  edge: (height: string) => `The picture is lowest at its edge, ${height}: beyond it goes on down.`,
  flat: (height: string) => `Many places of the picture are lowest, at ${height}.`,
  valleys: (starts: string) =>
    `This loss can have several valleys: this is the lowest that ${starts} starts lead to, and a lower one is possible.`,
  level: 'The loss is 0 in a whole region: no single place is lowest.',
  levelBeyond: (at: string) =>
    `Far beyond the picture, in the inset, the loss is 0 in a whole region, for example at w = ${at} (×).`,
  falls: (at: string) => `No place is lowest: in the direction ${at}, that of the triangle at the edge, the loss falls for ever.`,
  allowed: (room: number): string =>
    room > 0
      ? `Green: the weights for which each point is on its side with room to spare, z ≥ ${room} or z ≤ −${room}.`
      : 'Green: the weights for which no point is on the wrong side.',
  allowedBriefly: (room: boolean): string =>
    `Green: ${room ? 'every point has room to spare' : 'no point is wrong'}. Each other line is a point, and allows the side of its teeth.`,
  noLine: 'No weights are green, whatever the bias: no line can separate the classes.',
  notHere: 'No weights in the picture are green, but a line can separate the classes.',
  notWithBias: 'No weights in the picture are green with this bias, but a line can separate the classes.',
  limits: 'Each other line is a point, in the colour of its [class](class): it allows the side of its teeth.',
  someLimits: (some: string, n: string) =>
    `The other lines are ${some} of the ${n} points, in the colours of their [classes](class): each allows the side of its teeth. All points count for what is green.`,
  sampled: (some: string, n: string, place: string) =>
    `Heights are of ${some} of the ${n} points${place && `, the lowest place is of ${place}`}.`,
  earlier: (step: string) =>
    `Heights are those of step ${step}: of so large a network they are found again once the run stands still.`,
  none: 'Shown where there are points to learn.',
  lost: 'Here the loss is too high for a number.',
  name: (axes: string, at: string, loss: string) => `The loss over ${axes}; now they are at ${at}, where it is ${loss}`,
};

export const sigmoid = {
  title: sigmoidTitle,
  titleStep: stepSigmoidTitle,
  formula: '[p](p) = [σ](sigma)([z](z))',
  step: '[step](step-function): yes or no',
  line: (z: string) => `[z](z) = ${z}: the [line](boundary)`,
  name: (n: string, right: string, undecided: string, reach: string) =>
    `What the output makes of z, from −${reach} to ${reach}, with ${counted(n, 'point')} at ${n === '1' ? 'its' : 'their'} z; predicted right: ${right}${undecided && `, can’t tell: ${undecided}`}.`,
  bars: '[softmax](softmax): [p](p) of each [class](class)',
  notes: {
    sigmoid: [
      'Every point stands at its [z](z), the sum that the last neuron makes.',
      '[σ](sigma) is steep in the middle, where a little more z decides, and flat far out, where the neuron is sure; it stays between 0 and 1, so it can be read as a probability. The [step](step-function) says only yes or no, and has no slope to learn by.',
    ],
    step: [
      'Every point stands at its [z](z), the sum that the last neuron makes.',
      'This loss depends on z itself and needs no probability: the prediction is a [step](step-function), which depends only on the side of the line. The faint σ only shades the plane: its shading says how far z is from 0, not how likely a class is.',
    ],
    softmax: [
      'With a [z](z) for each class, [softmax](softmax) takes σ’s place: e to each z, over the sum of all.',
      'So every bar is a probability, and together they are 1. With two classes that is σ of the difference of their z.',
    ],
  } satisfies Record<CostsReport['output'], Note>,
  /** The class is null where it is too close to call. */
  squeezed: (name: string, z: string, p: string, k: number | null) => `${named(name)}z = ${z}, p = σ(z) = ${p}, ${so(k)}.`,
  stepped: (name: string, z: string, k: number | null) => `${named(name)}z = ${z}, ${so(k)}.`,
  likeliest: (name: string, k: number | null, p: string) =>
    k === null
      ? `${named(name)}several classes are equally likely, p = ${p}, so it can’t tell.`
      : `${named(name)}class ${k} is the likeliest, p = ${p}.`,
};

export const cost = {
  title: costTitle,
  formulas: {
    bce: '−ln [p](p) of its [class](class)',
    mse: '([p](p) − y)²',
    hinge: 'max(0, 1 − s·[z](z))',
    perceptron: 'max(0, −s·[z](z))',
    cross_entropy: '−ln [p](p) of its [class](class)',
  } satisfies Record<LossName, string>,
  faint: (loss: string) => `faint: ${loss}`,
  mean: (loss: string) => `[mean](loss) ${loss}`,
  push: 'how hard it [pushes](push), |dL/dz|',
  p: '[p](p) of its [class](class) →',
  name: (n: string, mean: string, wrong: string, undecided: string) =>
    `What ${n === '1' ? 'the point' : `each of ${n} points`} costs, and how hard it pushes. The mean, which is the loss, is ${mean}; predicted wrong: ${wrong}${undecided && `, can’t tell: ${undecided}`}.`,
  notes: {
    bce: [
      'Every point pays −ln [p](p) of its class; the mean of all is the [loss](loss).',
      'Far on the wrong side [cross-entropy](cross-entropy) pushes with nearly 1, while the push of [squared error](squared-error) (MSE) fades to 0: it gives up on confident mistakes.',
    ],
    mse: [
      '[Squared error](squared-error) (MSE): every point pays (p − y)², at most 1; the mean of all is the [loss](loss).',
      'Far on the wrong side its push fades to 0, so a confident mistake hardly changes anything, while cross-entropy’s goes to 1.',
    ],
    hinge: [
      'With the [hinge](hinge), a point pays 1 − s·[z](z), and nothing once s·z is 1 (s is 1 for class 1, −1 for class 0); the mean of all is the [loss](loss).',
      'All that pay push equally hard: those on the wrong side, and those close to the line.',
    ],
    perceptron: [
      'Rosenblatt’s loss: a point on its own side pays nothing, any other −s·[z](z), how far z is beyond 0 (s is 1 for class 1, −1 for class 0); the mean of all is the [loss](loss).',
      'All that pay push equally hard, however wrong.',
    ],
    cross_entropy: [
      'Every point pays −ln [p](p) of its class: nothing at p = 1, more and more towards 0; the mean of all is the [loss](loss).',
      'It pushes the z of its class with 1 − p, hardest where it is confidently wrong. Hollow points are predicted wrong.',
    ],
  } satisfies Record<LossName, Note>,
  belongs:
    'Cross-entropy belongs where p is the probability of a class, with softmax where there are more than two; MSE where the answer is a number, such as a price.',
  pays: (k: number | null, p: string, cost: string, push: string) =>
    `${k === null ? '' : `as class ${k}: `}${p && `p ${p}, `}cost ${cost}, push ${push}`,
  said: (name: string, z: string, of: string[]) => `${named(name)}${z && `z = ${z}; `}${of.join('; ')}.`,
  likeliest: (n: number, of: number) => `These are the likeliest ${n} of ${of} classes.`,
};

/** What follows from z. */
const so = (k: number | null): string => (k === null ? 'so it can’t tell' : `so class ${k}`);

/** A name to put before what is said about it. */
const named = (name: string): string => (name ? `${name}: ` : '');

/** What the prose around a figure says about goals and guesses. */
export const prose = {
  met: 'done',
  unmet: 'not yet',
  run: 'Guess, then run',
  enter: 'Enter a number first.',
  running: 'It runs …',
  compared: (guess: string, is: string) => `You said ${guess}; it is ${is}.`,
};
