// The Lab in Firefox and WebKit: comes alive, plays the post to its end, asks by a click; wheel and Tab stay the page's;
// a lost context comes back. Run by `make engines`, which gives it an X display.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../harness.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

let server;
before(async () => (server = await serve()));
after(() => server?.close());

/** Waits until an expression is true in the page. */
async function until(page, expression) {
  for (let i = 0; i < 600; i++) {
    if (await page.evaluate(`Boolean(${expression})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never true: ${expression}`);
}

const live = `document.querySelector('main.lab')?.dataset.figure === 'live'`;
const clock = (pattern) => `${pattern}.test(document.querySelector('#clock').textContent)`;

/** Where a point of the plane lies in the window, from the places of two ticks. */
async function place(page, x1, x2) {
  const ticks = await page.evaluate(`['.tick-x', '.tick-y'].map((css) => [...document.querySelectorAll('#plane ' + css)].filter((tick) => !tick.hidden).map((tick) => {
    const box = tick.getBoundingClientRect();
    return [Number(tick.textContent.replace('−', '-')), css === '.tick-x' ? box.x + box.width / 2 : box.y + box.height / 2];
  }))`);
  const [x, y] = ticks.map((list, i) => {
    const [[v0, p0], [v1, p1]] = [list[0], list.at(-1)];
    return p0 + (([x1, x2][i] - v0) * (p1 - p0)) / (v1 - v0);
  });
  return [x, y];
}

for (const [name, launch] of [
  ['Firefox', firefox],
  ['WebKit', webkit],
]) {
  test(`the Lab in ${name}`, async () => {
    const page = await launch();
    try {
      await page.open(server.address);
      await until(page, live);
      await page.evaluate(`(document.querySelector('#speed').value = '100', document.querySelector('#speed').dispatchEvent(new Event('change')), document.querySelector('#play').click())`);
      await until(page, clock('/1000 \\/ 1000/'));
      await until(page, `/0\\.9424/.test(document.querySelector('#queries').textContent) && /0\\.0506/.test(document.querySelector('#queries').textContent)`);
      await page.click(...(await place(page, 0.9, 1.2)));
      await until(page, `document.querySelectorAll('#queries tr').length === 3`);
      const asked = await page.evaluate(`document.querySelector('#queries tr:nth-child(3)').textContent`);
      const [x1, x2] = /\((.+), (.+)\)/.exec(asked).slice(1).map(Number);
      assert.ok(Math.hypot(x1 - 0.9, x2 - 1.2) < 0.01, `a click on (0.9, 1.2) asked ${asked}`);

      await page.evaluate(`document.body.style.paddingBottom = '2000px'`);
      const [x, y] = await place(page, 0, 0);
      await page.wheel(x, y, 200);
      await until(page, 'scrollY > 50');
      await page.evaluate(`(scrollTo(0, 0), document.querySelector('#plane').focus())`);
      await page.tab();
      await until(page, `document.activeElement !== document.querySelector('#plane')`);

      await page.evaluate(`(globalThis.old = document.querySelector('.figure-canvas')).getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`);
      await until(page, `document.querySelector('.figure-canvas') && document.querySelector('.figure-canvas') !== globalThis.old && ${live}`);
      await page.evaluate(`document.querySelector('#step').click()`);
      await until(page, clock('/1001 \\//'));
    } finally {
      await page.close();
    }
  });
}
