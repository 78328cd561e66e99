// What a page may do to frame.html in it, by messages and by the address of its frame; and what must hold afterwards.

import assert from 'node:assert/strict';
import * as element from './element.mjs';
import { lessonLinkFrom } from './lessons.mjs';
import { linkOf, numbers, odd as oddOf } from './random.mjs';

/** What follows frame.html#. */
export function fragmentFrom(random) {
  const { of, chance } = random;
  const options = [
    'toolbar=full',
    'toolbar=none',
    'views=plane%20curve%20cost',
    'lang=ko',
    'theme=dark',
    'zoom=off',
    'tools=ask',
  ];
  const more = [...options, 'autoplay', 'loading=lazy', 'id=x', 'src=%23preset=xor', 'views=%E0%A4', `alt=${of(numbers)}`];
  return [
    chance(0.1) ? lessonLinkFrom(random) : linkOf(random),
    ...(chance(0.6) ? [of(more)] : []),
    ...(chance(0.4) ? [of(more)] : []),
  ].join('&');
}

/** An act is a name and what it needs, as JSON. */
export function actFrom(random) {
  const { of, chance } = random;
  const odd = () => oddOf(random);
  const message = (type, more) => ['message', { source: 'perceptron-lab', version: 1, type, ...more }];
  return of([
    ...Array(6).fill(() => message('command', { command: element.commandFrom(random) })),
    () =>
      message('command', {
        command: {
          type: of(['play', 'pause', 'reset', 'step', 'addQuery', 'addPoint']),
          x: of([[0.5, 1], odd()]),
          y: of([0, 1, odd()]),
          n: of([1, 50, odd()]),
        },
      }),
    () =>
      message('command', {
        command: { type: 'load', scene: of([{ data: { kind: 'xor' } }, {}, odd()]), step: of([0, 20, odd()]) },
      }),
    () => message('command', { command: odd() }),
    () => message('getSession'),
    () => message(odd()),
    () => ['message', of([odd(), { source: 'perceptron-lab' }, { source: 'perceptron-lab', version: 2, type: 'getSession' }])],
    () => ['fragment', fragmentFrom(random)],
    () => ['size', of([600, 600, 320, 1, 10_000]), of([450, 450, 150, 1])],
    () => ['wait'],
    () => ['wait'],
    ...(chance(0.5) ? [() => ['again']] : []),
  ])();
}

/** Puts a frame into the page, with all that it says in `log`. */
export async function embed(page, fragment) {
  await page.evaluate((hash) => {
    globalThis.log = [];
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.src = `frame.html#${hash}`;
    Object.assign(frame, { width: 600, height: 450 });
    document.body.replaceChildren(frame);
    globalThis.heard ??= addEventListener('message', ({ data }) => globalThis.log.push(data));
  }, fragment);
}

/** Runs in the page. */
export function carryOut([act, ...given]) {
  const frame = document.querySelector('iframe');
  switch (act) {
    case 'message':
      frame.contentWindow.postMessage(given[0], '*');
      return;
    case 'fragment':
      frame.src = frame.src.replace(/#.*/, `#${given[0]}`);
      return;
    case 'size':
      [frame.width, frame.height] = given;
      return;
    case 'again': // as where a page moves it
      document.body.replaceChildren(frame);
      return;
    case 'wait':
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
}

/** What must hold after each episode. */
export async function holds(page, replay, doing) {
  await page.evaluate(() => Object.assign(document.querySelector('iframe'), { width: 600, height: 450 }));
  const frame = await (await page.$('iframe')).contentFrame();
  await frame.waitForSelector('perceptron-lab');
  await frame.evaluate(() => (document.querySelector('perceptron-lab').id = 'fuzzed'));
  const state = () => frame.evaluate(() => document.getElementById('fuzzed').state);
  await frame
    .waitForFunction(() => ['live', 'stopped'].includes(document.getElementById('fuzzed').state), { timeout: 60_000 })
    .catch(async () => assert.fail(`the figure is ${await state()} after ${doing}`));
  if ((await state()) === 'stopped') {
    // Its first scene was none: it said so, and another address starts it.
    assert.ok(await page.evaluate(() => globalThis.log.some(({ event }) => event === 'error')), doing);
    await page.evaluate(carryOut, ['fragment', 'preset=xor']);
    await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await frame.evaluate(() => (document.querySelector('perceptron-lab').id = 'fuzzed'));
  }
  await element.holds(frame, replay, doing);
  // It answers, and all that it has said is a message as docs/embedding.md has it.
  const step = await frame.evaluate(() => document.getElementById('fuzzed').snapshot.step);
  await page.evaluate(() => {
    globalThis.log.length = Math.min(globalThis.log.length, 10_000);
    document.querySelector('iframe').contentWindow.postMessage({ source: 'perceptron-lab', version: 1, type: 'getSession' }, '*');
    globalThis.from = globalThis.log.length;
  });
  await page
    .waitForFunction(() => globalThis.log.slice(globalThis.from).some(({ type }) => type === 'session'), { timeout: 60_000 })
    .catch(() => assert.fail(`getSession is not answered after ${doing}`));
  const log = await page.evaluate(() => globalThis.log);
  for (const { source, version, type, event, height, least } of log) {
    assert.deepEqual([source, version], ['perceptron-lab', 1], doing);
    if (type === 'event') assert.match(event, /^(ready|progress|train|ask|change|error)$/, doing);
    else if (type === 'size') assert.ok(least > 0 && height >= least, `a size of ${height}, at least ${least}, after ${doing}`);
    else assert.equal(type, 'session', doing);
  }
  assert.equal(log.findLast(({ type }) => type === 'session').session.step, step, doing);
}

/** What went wrong, without what the element tells in words, and what a frame that is gone fetches no more. */
export const unsaid = (wrongs) =>
  wrongs.filter(
    (wrong) =>
      !/^failed/.test(wrong) &&
      (!/^console: <perceptron-lab[^>]*>: \S/.test(wrong) || /undefined|\[object |Go struct/.test(wrong)),
  );
