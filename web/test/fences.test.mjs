// A GPU that is behind: the next frame waits for it, and what is seen is no more than three frames old.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab.close());

/** Runs in the page: its GPU has drawn nothing since `globalThis.stuck` became true; counts the frames that it was given. */
function sticky() {
  const { getSyncParameter, fenceSync } = WebGL2RenderingContext.prototype;
  globalThis.given = 0;
  WebGL2RenderingContext.prototype.fenceSync = function (...all) {
    globalThis.given++;
    return fenceSync.apply(this, all);
  };
  WebGL2RenderingContext.prototype.getSyncParameter = function (...all) {
    return globalThis.stuck ? this.UNSIGNALED : getSyncParameter.apply(this, all);
  };
}

/** After so many frames of the page: how many the GPU was given, and for how many milliseconds the page has waited. */
const passed = (page, frames) =>
  page.evaluate(async (count) => {
    const began = performance.now();
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
    return { given: globalThis.given, waited: performance.now() - began };
  }, frames);

test('three frames at most are on their way to the screen; a GPU that tells nothing holds none up for ever', () =>
  use(lab, { path: '#epochs=0', before: sticky }, async (page) => {
    await become(page);
    await page.click('#play');
    await text(page, '#clock', /[1-9]/);
    await page.evaluate(() => {
      globalThis.stuck = true;
      globalThis.given = 0;
    });
    const { given, waited } = await passed(page, 20);
    // A machine that is slow itself may lose patience meanwhile.
    assert.ok(given <= 3 * (1 + Math.floor(waited / 2000)), `${given} frames in ${waited} ms`);
    await page.evaluate(() => (globalThis.stuck = false));
    const before = await page.evaluate(() => globalThis.given);
    await page.waitForFunction((n) => globalThis.given > n + 10, {}, before);
    await page.evaluate(() => (globalThis.stuck = true));
    const stuck = await passed(page, 0);
    await page.waitForFunction((n) => globalThis.given > n + 4, {}, stuck.given);
  }));
