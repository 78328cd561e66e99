// Random numbers that a seed gives again: what a round did can be done once more.

/** A source with a seed: a number from 0 below 1, a whole one below n, one of a list, true with a chance. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  // mulberry32
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(number() * n);
  const of = (list) => list[below(list.length)];
  return { number, below, of, chance: (p) => number() < p };
}

/** Texts that a scene's link, a field or a table may hold: good ones, and what somebody types, pastes or guesses. */
export const numbers = [
  '0',
  '1',
  '2',
  '-1',
  '0.5',
  '7',
  '33',
  '1e-3',
  '1e9',
  '-1e308',
  '1,000',
  '１２',
  '0x10',
  '',
  ' ',
  '--',
  'abc',
  '<b>x</b>',
  '💥',
];

export const links = [
  'preset=blog',
  'preset=xor&step=40',
  'preset=xor-mlp',
  'preset=three-classes&step=20',
  'preset=rosenblatt',
  'preset=diverging&step=200',
  'preset=empty',
  'preset=moons&layers=2,4,4,1&n_samples=60',
  'kind=spirals&n_samples=200&layers=2,8,8,1&activation=relu&step=50',
  'v=1&kind=circles&n_samples=80&noise=0.2&train.batch_size=7&train.momentum=0.9&step=33',
  'layers=2,9&train.loss=cross_entropy&n_samples=90',
  'manual_seed=18446744073709551615&step=5',
  'test_size=0.3&train.weight_decay=0.1',
  'preset=nowhere',
  'layers=2,0,1',
  'layers=2,4,4,4,4,4,4,4,4,4,4,1',
  'n_samples=-4',
  'lr=1e400',
  'step=-3',
  'v=2',
  '%',
  '=&=&&==',
  'kind=%E0%A4%A',
];

/** What is no argument, no message, no part of a scene. */
export const odd = ({ of }) =>
  of([0, 1, 2, -1, 0.5, 1e308, -1e308, 1e-320, 2 ** 53, 'x', null, [], {}, [1], [1, 'y'], [null, 1], true]);

/** What a pointer does: each part with a place, as shares of a view's width and height. */
export const strokesOf = ({ of, below, number }) =>
  Array.from({ length: 1 + below(12) }, () => [of(['move', 'move', 'down', 'up', 'wheel']), number(), number()]);

/** What one or two fingers do, and how it ends: a finger comes, moves or stays, each somewhere in a box. */
export const fingersOf = ({ of, below, number }) => [
  ...Array.from({ length: 1 + below(10) }, () => [of(['come', 'move', 'move', 'move', 'stay']), below(2), number(), number()]),
  [of(['touchEnd', 'touchEnd', 'touchCancel'])],
];

/** A link, now and then with a value changed or a letter gone. */
export function linkOf({ of, below, chance }) {
  const link = of(links);
  if (chance(0.2)) {
    const name = of(['lr', 'train.epochs', 'noise', 'threshold', 'step', 'names', 'activation']);
    return `${link}&${name}=${encodeURIComponent(of(numbers))}`;
  }
  if (chance(0.15)) {
    const at = below(link.length);
    return link.slice(0, at) + of(['', '&', '=', '9', '%', ',']) + link.slice(at + 1);
  }
  return link;
}
