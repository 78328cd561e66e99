// What a page and its reader may do to a figure, in any order; and what must hold afterwards.

import assert from 'node:assert/strict';
import { replayed, stroke, told, touches } from './figure.mjs';
import { fingersOf, linkOf, numbers, odd as oddOf, strokesOf } from './random.mjs';

/** A command, good or bad. */
export function commandFrom(random) {
  const { of, chance } = random;
  const odd = () => oddOf(random);
  return of([
    { type: of(['undo', 'undo', 'redo', 'finish', 'epoch', 'pin', 'unpin', 'fit', 'leave', 'cancel', 'revoke', 'report']) },
    of([
      { type: 'race', on: chance(0.5) },
      { type: 'seek', step: of([0, 1, 30, odd()]) },
      { type: 'threshold', p: of([0.3, 0.5, 2, odd()]) },
      { type: 'speed', stepsPerFrame: of([1, 10, 0.1, odd()]) },
      { type: 'set', key: of(['train.lr', 'train.momentum', 'nothing']), value: of([0.1, 1, 5, odd()]) },
      { type: 'removePoint', index: of([0, 3, 999, odd()]) },
      { type: 'keep', kept: odd() },
      { type: odd() },
      { type: 'load', link: linkOf(random) },
    ]),
  ]);
}

/** An act is a name and what it needs, as JSON: the page carries it out. */
export function actFrom(random) {
  const { of, below, number, chance } = random;
  const place = () => [4 * number() - 2, 4 * number() - 2];
  const odd = () => oddOf(random);
  return of([
    () => [
      'attribute',
      of(['preset', 'lr', 'seed', 'set', 'views', 'tools', 'toolbar', 'zoom', 'lang', 'theme', 'alt', 'src']),
      of([
        null,
        'blog',
        'xor',
        'full',
        'basic',
        'none',
        'ko',
        'en',
        'dark',
        'plane curve',
        'plane neuron cost',
        `#${linkOf(random)}`,
        linkOf(random),
        ...numbers,
      ]),
    ],
    () => ['call', of(['play', 'pause', 'reset']), []],
    () => ['call', 'step', [of([1, 1, 3, 50, 700, odd()])]],
    () => ['call', 'ask', [chance(0.7) ? place() : odd()]],
    () => ['call', 'addPoint', [chance(0.7) ? place() : odd(), chance(0.7) ? below(2) : odd()]],
    () => [
      'call',
      'setScene',
      [
        of([
          { version: 1 },
          { data: { kind: 'xor' } },
          { data: { kind: 'moons', n_samples: 40 }, model: { layers: [2, 3, 1] } },
          '{',
          '[]',
          odd(),
        ]),
      ],
    ],
    ...Array(2).fill(() => ['call', 'send', [commandFrom(random)]]),
    () => ['obey', linkOf(random).split('&')],
    () => ['size', of(['0px', '1px', '180px', '320px', '700px', '10000px', '']), of(['', '', '0.5', '3'])],
    () => ['again'],
    () => ['message', odd()],
    () => ['pointer', strokesOf(random)],
    () => ['fingers', fingersOf(random)],
    () => ['key', of(['Enter', 'Escape', 'ArrowLeft', 'ArrowUp', 'Delete', '+', '-', '0', 'a', ' ', 'Tab'])],
  ])();
}

/** Runs in the page: carries out what needs no real input. */
function carryOut([act, ...given]) {
  const figure = document.getElementById('fuzzed');
  switch (act) {
    case 'attribute':
      if (given[1] === null) figure.removeAttribute(given[0]);
      else figure.setAttribute(given[0], given[1]);
      break;
    case 'call':
      figure[given[0]](...given[1]);
      break;
    case 'obey':
      figure.obey(given[0]);
      break;
    case 'size':
      Object.assign(figure.style, { width: given[0], zoom: given[1] });
      break;
    case 'again': {
      const next = figure.nextSibling;
      figure.remove();
      next.before(figure);
      break;
    }
    case 'message':
      postMessage(given[0], '*');
      break;
  }
}

export async function act(page, one) {
  const [kind, ...given] = one;
  if (kind === 'pointer' || kind === 'fingers') {
    const box = await page.evaluate(() => {
      const { x, y, width, height } = document.getElementById('fuzzed').getBoundingClientRect();
      return [x, y, Math.min(width, innerWidth), Math.min(height, innerHeight)];
    });
    await (kind === 'pointer' ? stroke : touches)(page, box, given[0]);
  } else if (kind === 'key') {
    await page.evaluate(() => document.getElementById('fuzzed').shadowRoot.querySelector('.plane').focus());
    await page.keyboard.press(given[0]);
  } else await page.evaluate(carryOut, one);
}

/** What must hold after each episode. `replay` is a page with a figure of that name. */
export async function holds(page, replay, doing) {
  await page.evaluate(() => {
    const figure = document.getElementById('fuzzed');
    Object.assign(figure.style, { width: '', zoom: '' });
    figure.scrollIntoView({ block: 'center' });
  });
  await page.waitForFunction(() => document.getElementById('fuzzed').state !== 'loading', { timeout: 60_000 }).catch(() => {});
  const state = await page.evaluate(() => document.getElementById('fuzzed').state);
  if (state === 'waiting' || state === 'resting')
    await page.evaluate(() => document.getElementById('fuzzed').send({ type: 'report' }));
  await page
    .waitForFunction(() => document.getElementById('fuzzed').state === 'live', { timeout: 60_000 })
    .catch(async () =>
      assert.fail(`the figure is ${await page.evaluate(() => document.getElementById('fuzzed').state)} after ${doing}`),
    );
  const words = await page.evaluate(() => document.getElementById('fuzzed').shadowRoot.textContent);
  assert.doesNotMatch(words, /NaN|undefined|\[object /, doing);
  const [was, session] = await page
    .evaluate(async () => {
      const figure = document.getElementById('fuzzed');
      const end = Date.now() + 60_000;
      figure.pause();
      do {
        if (Date.now() > end)
          throw new Error(`the figure is at step ${figure.snapshot.step}, playing: ${figure.snapshot.playing}`);
        await new Promise((resolve, reject) => {
          const say = () => JSON.stringify([figure.state, figure.snapshot?.step, figure.snapshot?.playing]);
          const late = setTimeout(() => reject(new Error(`no report of ${say()}`)), 60_000);
          figure.addEventListener('report', () => resolve(clearTimeout(late)), { once: true });
          figure.send({ type: 'report' });
        });
      } while (figure.snapshot.playing);
      const { scene, step } = figure.getSession();
      return [figure.snapshot, { scene: JSON.stringify(scene), step }];
    })
    .catch((error) => assert.fail(`${error.message} after ${doing}`));
  const is = await replayed(replay, session).catch((error) => assert.fail(`${error.message} after ${doing}`));
  assert.equal(told(is), told(was), `a replay of the session is another run after ${doing}`);
}

/** What went wrong, without the errors that the element tells a page's author, if they are words. */
export const unsaid = (wrongs) =>
  wrongs.filter(
    (wrong) => !/^console: <perceptron-lab id="fuzzed">: \S/.test(wrong) || /undefined|\[object |Go struct/.test(wrong),
  );
