// What a page and its reader may do to a figure, in any order; and what must hold afterwards.

import assert from 'node:assert/strict';
import { linkOf, numbers } from './random.mjs';

/** An act is a name and what it needs, as JSON: the page carries it out. */
export function actFrom(random) {
  const { of, below, number, chance } = random;
  const place = () => [4 * number() - 2, 4 * number() - 2];
  const odd = () => of([0, 1, 2, -1, 0.5, 1e308, -1e308, 1e-320, 2 ** 53, 'x', null, [], {}, [1], [1, 'y'], [null, 1], true]);
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
    () => [
      'call',
      'send',
      [{ type: of(['undo', 'undo', 'redo', 'finish', 'epoch', 'pin', 'unpin', 'fit', 'leave', 'cancel', 'revoke', 'report']) }],
    ],
    () => [
      'call',
      'send',
      [
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
      ],
    ],
    () => ['obey', linkOf(random).split('&')],
    () => ['size', of(['0px', '1px', '180px', '320px', '700px', '10000px', '']), of(['', '', '0.5', '3'])],
    () => ['again'],
    () => ['message', odd()],
    () => [
      'pointer',
      Array.from({ length: 1 + below(12) }, () => [of(['move', 'move', 'down', 'up', 'wheel']), number(), number()]),
    ],
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
  if (kind === 'pointer') {
    const box = await page.evaluate(() => {
      const { x, y, width, height } = document.getElementById('fuzzed').getBoundingClientRect();
      return [x, y, Math.min(width, innerWidth), Math.min(height, innerHeight)];
    });
    for (const [what, u, v] of given[0]) {
      const [x, y] = [box[0] + u * box[2], box[1] + v * box[3]];
      if (what === 'move') await page.mouse.move(x, y);
      else if (what === 'wheel') await page.mouse.wheel({ deltaY: 300 * u - 150 });
      else await page.mouse[what]().catch(() => {});
    }
    await page.mouse.up().catch(() => {});
  } else if (kind === 'key') {
    await page.evaluate(() => document.getElementById('fuzzed').shadowRoot.querySelector('.plane').focus());
    await page.keyboard.press(given[0]);
  } else await page.evaluate(carryOut, one);
}

/** Two figures: the one that is fuzzed, and one that replays what it says it is. */
export async function begin(page) {
  await page.evaluate(() => {
    document.querySelector('article').innerHTML =
      '<perceptron-lab id="fuzzed" toolbar="full" views="plane curve" loading="eager"></perceptron-lab><perceptron-lab id="replay" loading="eager"></perceptron-lab>';
  });
  await page.waitForFunction(() => ['fuzzed', 'replay'].every((id) => document.getElementById(id).state === 'live'));
}

/** What is said of a run, exactly: JSON keeps every bit of a finite number. The threshold, and what follows from it, isn't the run's. */
function told({ step, epoch, loss, diverged, parameters, layers, counts, train, lastLoss, queries }) {
  const asked = queries.map(({ x, p }) => [x, p]);
  return JSON.stringify({ step, epoch, loss, diverged, parameters, layers, counts, train, lastLoss, asked });
}

/** What must hold after each episode. */
export async function holds(page, doing) {
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
  const [was, is] = await page
    .evaluate(async () => {
      const [figure, replay] = ['fuzzed', 'replay'].map((id) => document.getElementById(id));
      const come = (of) =>
        new Promise((resolve, reject) => {
          const say = () => JSON.stringify([of.id, of.state, of.snapshot?.step, of.snapshot?.playing, of.snapshot?.generation]);
          const late = setTimeout(() => reject(new Error(`no report of ${say()}`)), 60_000);
          of.addEventListener('report', () => resolve(clearTimeout(late)), { once: true });
          of.send({ type: 'report' });
        });
      const until = async (of, holds) => {
        const end = Date.now() + 60_000;
        do {
          if (Date.now() > end) throw new Error(`${of.id} is at step ${of.snapshot.step}, playing: ${of.snapshot.playing}`);
          await come(of);
        } while (!holds(of.snapshot));
      };
      figure.pause();
      await until(figure, ({ playing }) => !playing);
      const session = figure.getSession();
      await come(replay);
      const { generation } = replay.snapshot;
      replay.setSession(session);
      await until(replay, (now) => now.generation !== generation && !now.playing);
      return [figure.snapshot, replay.snapshot];
    })
    .catch((error) => assert.fail(`${error.message} after ${doing}`));
  assert.equal(told(is), told(was), `a replay of the session is another run after ${doing}`);
}

/** What went wrong, without the errors that the element tells a page's author, if they are words. */
export const unsaid = (wrongs) =>
  wrongs.filter(
    (wrong) => !/^console: <perceptron-lab id="fuzzed">: \S/.test(wrong) || /undefined|\[object |Go struct/.test(wrong),
  );
