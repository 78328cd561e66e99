// A figure on the third slide of a reveal.js deck: it comes alive there, and neither takes the other's keys, presses or swipes.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open, pixels, swipe, useSharp as use } from './harness.mjs';
import { plain } from './servers.mjs';

const web = fileURLToPath(new URL('..', import.meta.url));

let lab, folder, server;
before(async () => {
  lab = await open();
  folder = await mkdtemp(join(tmpdir(), 'perceptron-reveal-'));
  await symlink(join(web, 'node_modules/reveal.js/dist'), join(folder, 'reveal'));
  await symlink(join(web, '../dist'), join(folder, 'lab'));
  const script = /perceptron-lab\.\w+\.js/.exec(await readFile(join(web, '../dist/post.html'), 'utf8'))[0];
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A deck</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="reveal/reveal.css"><script type="module" src="lab/${script}"></script>
<div class="reveal"><div class="slides">
  <section><h1>One</h1></section><section><h1>Two</h1></section>
  <section><h1>Three</h1><perceptron-lab controls="full" style="width: 560px; margin: auto"></perceptron-lab></section>
  <section><h1>Four</h1></section><section><h1>Five</h1></section>
</div></div>
<script type="module">
  import Reveal from './reveal/reveal.esm.js';
  globalThis.deck = new Reveal({ viewDistance: 1 });
  await globalThis.deck.initialize();
</script>`,
  );
  server = await plain(folder);
});
after(async () => {
  server?.close();
  await lab?.close();
  await rm(folder, { recursive: true, force: true });
});

const until = (page, holds) => page.waitForFunction(`((figure) => ${holds})(document.querySelector('perceptron-lab'))`);
const slide = (page) => page.evaluate(() => globalThis.deck.getIndices().h);

/** Where data of the plane are in the window, from asked points' places and the plane's box: a deck scales, but doesn't turn. */
const placeOf = (page, [dx, dy]) =>
  page.evaluate(
    ([a, b]) => {
      const figure = document.querySelector('perceptron-lab');
      const plane = figure.shadowRoot.querySelector('.plane');
      const box = plane.getBoundingClientRect();
      const [p, q] = figure.snapshot.queries;
      const scale = box.width / plane.clientWidth;
      const at = (i, value) => p.at[i] + ((value - p.x[i]) * (q.at[i] - p.at[i])) / (q.x[i] - p.x[i]);
      return [box.x + at(0, a) * scale, box.y + at(1, b) * scale];
    },
    [dx, dy],
  );

for (const size of [
  { width: 700, height: 500, touch: true },
  { width: 1400, height: 1000 },
]) {
  test(`a deck in a window of ${size.width} × ${size.height}`, () =>
    use({ ...lab, address: server.address }, size, async (page) => {
      await page.waitForFunction(() => globalThis.deck?.isReady());
      assert.equal(await page.evaluate(() => document.querySelector('perceptron-lab').state), 'waiting');
      for (const way of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(way);
      await until(page, 'figure.state === "live"');
      assert.equal(await slide(page), 2);
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const scale = await page.evaluate(() => globalThis.deck.getScale());
      assert.ok(Math.abs(scale - 1) > 0.1, `the deck is not scaled: ${scale}`);

      const at = await placeOf(page, [0.5, 0.5]);
      if (size.touch) await page.touchscreen.tap(...at);
      else await page.mouse.click(...at);
      await until(page, 'figure.snapshot.queries.length === 3');
      const asked = await page.evaluate(() => document.querySelector('perceptron-lab').snapshot.queries[2]);
      assert.ok(Math.hypot(asked.x[0] - 0.5, asked.x[1] - 0.5) < 0.03, `a press at (0.5, 0.5) asks of (${asked.x})`);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const [r, g, b] = (await pixels(page, { x: at[0] - 3, y: at[1] - 3, width: 6, height: 6 }))(...at);
      const wanted = asked.colour.match(/[0-9a-f]{2}/g).map((hex) => parseInt(hex, 16));
      assert.ok(
        [r, g, b].every((value, i) => Math.abs(value - wanted[i]) < 40),
        `under the pointer is ${[r, g, b]}, not a mark of ${asked.colour}`,
      );

      if (size.touch) {
        // Sideways from an asked point: it moves. Beside the figure: the deck turns.
        await swipe(page, at, [at[0] + 90, at[1] + 10]);
        await until(page, `figure.snapshot.queries[2].x[0] > ${asked.x[0] + 0.1}`);
        assert.equal(await slide(page), 2);
        await swipe(page, [500, 20], [300, 25]);
        await page.waitForFunction(() => globalThis.deck.getIndices().h === 3);
        return;
      }
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowUp');
      await page.waitForFunction(() =>
        document.querySelector('perceptron-lab').shadowRoot.querySelector('.figure-cross:not([hidden])'),
      );
      await page.evaluate(() => document.querySelector('perceptron-lab').shadowRoot.querySelector('[part~=button-step]').focus());
      await page.keyboard.press('Space');
      await until(page, 'figure.snapshot.step === 1');
      assert.equal(await slide(page), 2);
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => globalThis.deck.getIndices().h === 3);
    }));
}
