// Back to a page that the browser kept as it was: the Lab, a page with figures and one with frames go on where they were, also
// where the WebGL context was lost meanwhile. Run by `make engines`: the headless shell of the other tests keeps no page. What
// Back gives there history.test.mjs sees to.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { plain } from '../servers.mjs';
import { chromium } from './chromium.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

const framed = '<!doctype html><title>Another site</title><iframe src="frame.html#preset=xor" width="600" height="450"></iframe>';

let server;
before(async () => {
  server = await plain(fileURLToPath(new URL('../../../dist', import.meta.url)), { instead: () => framed });
});
after(() => server?.close());

/** Waits until an expression is true in the page, which may just be on its way. */
async function until(page, expression) {
  for (let i = 0; i < 600; i++) {
    if (await page.evaluate(`Boolean(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never true: ${expression}`);
}

/** Leaves the page by a link and comes back; `lose` is a list of canvases, whose contexts are lost as it is left. */
async function leaveAndReturn(page, lose = '[]') {
  const left = await page.evaluate('location.href');
  await page.evaluate(`(() => {
    globalThis.shown = [];
    addEventListener('pageshow', ({ persisted }) => globalThis.shown.push(persisted), { once: true });
    addEventListener('pagehide', () => {
      for (const canvas of ${lose}) canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
    }, { once: true });
    const link = document.createElement('a');
    link.href = '${server.address}icon.svg';
    document.body.append(link);
    link.click();
    link.remove();
  })()`);
  await until(page, `location.pathname === '/icon.svg' && document.readyState === 'complete'`);
  await page.evaluate('history.back()');
  await until(page, `location.pathname !== '/icon.svg' && globalThis.shown?.length`);
  assert.equal(await page.evaluate('String(globalThis.shown)'), 'true', `${left} was not kept`);
}

const steps = `Number(/\\d+/.exec(document.querySelector('#clock').textContent))`;
const live = `document.querySelector('main.lab')?.dataset.figure === 'live'`;
const press = (page, css) => page.evaluate(`document.querySelector('${css}').click()`);

/** The figure's canvas, and that it is another than `old`. */
const canvas = `document.querySelector('.figure-canvas')`;
const isAnew = `![null, globalThis.old].includes(${canvas})`;

const pages = {
  async Lab(page) {
    await page.open(`${server.address}#preset=overlap&train.epochs=0`);
    await until(page, live);
    // A worker that takes over its pages makes the browser drop those it keeps: see docs/reliability.md.
    await until(page, '!navigator.serviceWorker || navigator.serviceWorker.controller');
    await press(page, '#pin');
    await press(page, '#play');
    for (const lost of [false, true]) {
      await until(page, `${steps} > 3`);
      await page.evaluate(`(globalThis.old = ${canvas},
        addEventListener('pagehide', () => { globalThis.left = ${steps}; }, { once: true }),
        addEventListener('pageshow', () => { globalThis.came = ${steps}; }, { once: true }), undefined)`);
      await leaveAndReturn(page, lost ? `[${canvas}]` : '[]');
      await until(page, lost ? `${isAnew} && ${live}` : live);
      // Some frames may come after the one and before the other.
      const away = await page.evaluate('globalThis.came - globalThis.left');
      assert.ok(away >= 0 && away < 100, `${away} steps while the page was away`);
      await until(page, `${steps} > globalThis.left + 3`);
    }
    await press(page, '#play');
    await until(page, `/Play/.test(document.querySelector('#play').textContent)`);
    const at = await page.evaluate(steps);
    await press(page, '#step');
    await until(page, `${steps} === ${at} + 1`);
    const pinned = (count) => until(page, `document.querySelectorAll('#others > div').length === ${count}`);
    await pinned(1);
    await press(page, '#undo');
    await pinned(0);
  },

  post: (page) => figureGoesOn(page, 'post.html', `document.getElementById('xor')`),
  frames: (page) => figureGoesOn(page, 'elsewhere.html', `frames[0].document.querySelector('perceptron-lab')`),
};

/** The same of a figure, an expression. */
async function figureGoesOn(page, path, figure) {
  const step = `${figure}.snapshot.step`;
  const canvas = `${figure}.shadowRoot.querySelector('.figure-canvas')`;
  await page.open(server.address + path);
  await until(page, figure);
  await page.evaluate(`(${figure}.scrollIntoView({ block: 'center' }), undefined)`);
  await until(page, `${figure}.state === 'live'`);
  await page.evaluate(`(${figure}.setScene({ data: { kind: 'xor' }, train: { epochs: 0 } }), ${figure}.play(), undefined)`);
  for (const lost of [false, true]) {
    await until(page, `${step} > 3 && ${figure}.snapshot.playing`);
    await page.evaluate(`(globalThis.old = ${canvas}, globalThis.left = ${step}, undefined)`);
    await leaveAndReturn(page, lost ? `[globalThis.old]` : '[]');
    await until(page, `${figure}.state === 'live' && ${step} > globalThis.left + 3`);
    assert.equal(await page.evaluate(`${canvas} !== globalThis.old`), lost);
  }
  await page.evaluate(`${figure}.pause()`);
  await until(page, `!${figure}.snapshot.playing`);
}

for (const [name, launch] of [
  ['Chromium', chromium],
  ['Firefox', firefox],
  ['WebKit', webkit],
])
  for (const [kind, act] of Object.entries(pages))
    test(`Back to a kept page in ${name}: ${kind}`, async () => {
      const page = await launch();
      try {
        await act(page);
      } finally {
        await page.close();
      }
    });
