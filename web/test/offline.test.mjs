// After one visit the Lab works without its server, and never mixes two versions.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Waits until a worker has taken over: its version is then stored completely. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state));

test('works offline after the first visit', () =>
  use(lab, { alone: true }, async (page) => {
    await become(page);
    await kept(page);
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    await page.setOfflineMode(true);
    await page.reload();
    await become(page);
    await page.click('#step');
    await text(page, '#clock', /\b1 \/ 1000/);
    const names = await page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    assert.ok(names.includes('/') && names.some((name) => name.endsWith('.wasm')), names.join());
  }));

test("nothing is kept before the figure is live, or before it is known that it can't be", async () => {
  // Runs in the page before its own scripts.
  const note = () => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...given) {
      globalThis.keptWhile = document.querySelector('main.lab').dataset.figure;
      return register.apply(this, given);
    };
  };
  const noWebGL = () => {
    HTMLCanvasElement.prototype.getContext = () => null;
  };
  for (const [state, before] of [
    ['live', [note]],
    ['unsupported', [note, noWebGL]],
  ])
    await use(lab, { alone: true, before }, async (page) => {
      const at = await page.waitForFunction(() => globalThis.keptWhile);
      assert.equal(await at.jsonValue(), state);
    });
});

test('is an app: a manifest with an icon', () =>
  use(lab, {}, async (page) => {
    const client = await page.createCDPSession();
    const { errors, data } = await client.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { icons, start_url: start } = JSON.parse(data);
    assert.equal(start, './');
    const status = await page.evaluate((src) => fetch(src).then((response) => response.status), icons[0].src);
    assert.equal(status, 200);
  }));
