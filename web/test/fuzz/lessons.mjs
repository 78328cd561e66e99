// Lessons that are whole: of any steps, as their maker or an author writes them, and as the address holds them.

import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { linkOf, numbers } from './random.mjs';

/** The one that comes with the site. */
const ours = readFileSync(new URL('../../lines.json', import.meta.url), 'utf8');

const scenes = [
  { data: { kind: 'xor', n_samples: 40, noise: 0.1 }, model: { layers: [2, 4, 1] }, train: { lr: 0.5 } },
  { version: 1, data: { kind: 'moons', n_samples: 50 }, edits: [{ step: 3, set: { 'train.lr': 0.5 } }], queries: [[0, 0]] },
  { data: { kind: 'blobs', n_samples: 60, centers: '-1,0;1,0' } },
  { data: { kind: 'nowhere' } },
  { version: 2 },
  {},
];
const goals = [
  'loss < 0.3 and epoch <= 100',
  'separated',
  'epoch >= 0',
  'mistakes = 0',
  'p1 > 0.9',
  'diverged',
  'not playing',
  'w1 > 1e9',
];
const guesses = [
  { number: 'p1', run: 'finish', like: '0.0000' },
  { number: 'p9', run: 'step' },
  { number: 'loss', run: 'reset&train.lr=1&finish' },
  { number: 'epoch', until: 'loss < 0.3', run: 'play' },
  { number: 'class1' },
  { number: 'points', run: 'preset=xor&epoch' },
];

/** The text of a lesson. */
export function lessonFrom(random) {
  const { of, below, chance } = random;
  if (chance(0.2)) return ours;
  const text = () =>
    of(['Look', 'And here', '<b>x</b>', '💥', { en: 'Look', ko: '보세요' }, { fr: 'Regardez' }, 'x '.repeat(400)]);
  const step = () => ({
    say: text(),
    ...(chance(0.7) && { scene: chance(0.6) ? linkOf(random) || 'preset=blog' : of(scenes) }),
    ...of([{}, { goal: of(goals) }, { guess: of(guesses) }]),
    ...Object.fromEntries(['then', 'hint'].filter(() => chance(0.5)).map((key) => [key, text()])),
  });
  const lesson = { version: 1, title: text(), steps: Array.from({ length: 1 + below(5) }, step) };
  return JSON.stringify(chance(0.3) ? { ...lesson, lang: of(['en', 'ko', 'pt-BR']) } : lesson);
}

/** A fragment that holds one, now and then with a step or a scene beside it. */
export const lessonLinkFrom = (random) =>
  [
    `lesson=${deflateRawSync(lessonFrom(random)).toString('base64url')}`,
    ...(random.chance(0.3) ? [`at=${random.of([...numbers, '3'])}`] : []),
    ...(random.chance(0.3) ? [linkOf(random)] : []),
  ].join('&');
