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

const passed = (page, ms) =>
  page.evaluate(
    (wait) =>
      new Promise((done) => {
        const began = performance.now();
        const look = (time) => (time - began > wait ? done(globalThis.given) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      }),
    ms,
  );

test('three frames at most are on their way to the screen; a GPU that tells nothing holds none up for ever', () =>
  use(lab, { path: '#epochs=0', before: sticky }, async (page) => {
    await become(page);
    await page.click('#play');
    await text(page, '#clock', /[1-9]/);
    await page.evaluate(() => {
      globalThis.stuck = true;
      globalThis.given = 0;
    });
    assert.ok((await passed(page, 1000)) <= 3);
    await page.evaluate(() => (globalThis.stuck = false));
    const before = await page.evaluate(() => globalThis.given);
    await page.waitForFunction((n) => globalThis.given > n + 10, {}, before);
    await page.evaluate(() => (globalThis.stuck = true));
    const stuck = await passed(page, 0);
    await page.waitForFunction((n) => globalThis.given > n + 4, {}, stuck);
  }));
