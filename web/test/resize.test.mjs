// A phone that is turned, a window that is resized, even while nothing is training.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, countDraws, open, resize, rests, useLaidOut as use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

test('a resting plane that changes its size has all its labels, within', () =>
  use(lab, { width: 390, height: 844, before: countDraws }, async (page) => {
    await become(page);
    await rests(page);
    for (const [width, height] of [
      [844, 390],
      [320, 640],
      [1400, 900],
      [390, 844],
    ]) {
      await resize(page, width, height);
      await page.waitForFunction(
        () =>
          Math.abs(document.querySelector('.figure-canvas').clientWidth - document.querySelector('#plane').clientWidth) < 2 ||
          innerWidth >= 640,
      );
      await rests(page);
      const { plane, outside, ticks } = await page.evaluate(() => {
        const plane = document.querySelector('#plane').getBoundingClientRect();
        const shown = [...document.querySelectorAll('#plane .figure-labels > :not([hidden])')].map((label) =>
          label.getBoundingClientRect(),
        );
        const outside = shown.filter(
          (box) =>
            box.left < plane.left - 1 || box.right > plane.right + 1 || box.top < plane.top - 1 || box.bottom > plane.bottom + 1,
        ).length;
        const last = Math.max(
          ...[...document.querySelectorAll('#plane .tick-x:not([hidden])')].map((tick) => tick.getBoundingClientRect().right),
        );
        return { plane: plane.toJSON(), outside, ticks: (last - plane.left) / plane.width };
      });
      assert.equal(outside, 0, `${width} × ${height}: labels outside the plane`);
      assert.ok(ticks > 0.7, `${width} × ${height}: the last tick stands at ${ticks} of a plane ${plane.width} wide`);
    }
  }));
