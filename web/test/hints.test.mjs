// The hints of a reader's first visit, in a real Chromium.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, planeScale, resize, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const gone = (page) => page.waitForFunction(() => !document.querySelector('.coach'));

test('three hints, each gone once its deed is done; none on the second visit', () =>
  use(lab, { firstVisit: true }, async (page) => {
    await become(page);
    await text(page, '.coach p', /Pick any place/);
    const { x, y } = await planeScale(page);
    await page.mouse.click(x(1.5), y(0.5));
    await text(page, '.coach p', /Press Play/);
    await page.click('#play');
    await text(page, '.coach p', /add points/);
    await page.click('[data-tool="add1"]');
    await page.waitForSelector('[data-tool="add1"][aria-checked="true"]');
    await page.mouse.click(x(0.5), y(-1.5));
    await gone(page);
    await page.reload();
    await become(page);
    await text(page, '#clock', /epoch/);
    assert.equal(await page.$('.coach'), null);
  }));

test('the hints stand beside what they are about, within the window, at every size and in both languages', async () => {
  for (const sizes of [
    [
      { width: 320, height: 640, touch: true },
      { width: 390, height: 844, touch: true },
    ],
    [
      { width: 820, height: 1180 },
      { width: 1440, height: 900 },
    ],
  ]) {
    await use(lab, { ...sizes[0], firstVisit: true }, async (page) => {
      await become(page);
      for (const target of ['[data-tool="ask"]', '#play', '[data-tool="add1"]']) {
        await page.waitForSelector('.coach');
        for (const [size, lang] of sizes.flatMap((one) => [
          [one, 'en'],
          [one, 'ko'],
        ])) {
          await resize(page, size.width, size.height);
          await choose(page, lang);
          const [hint, about] = await page.evaluate(
            (css) => ['.coach', css].map((each) => document.querySelector(each).getBoundingClientRect().toJSON()),
            target,
          );
          const where = `${size.width} px, ${lang}: hint at ${JSON.stringify(hint)} about ${target} at ${JSON.stringify(about)}`;
          assert.ok(hint.left >= 0 && hint.right <= size.width, where);
          assert.ok(hint.top >= about.bottom || hint.bottom <= about.top, where);
          assert.ok(hint.left <= about.right && hint.right >= about.left, where);
        }
        await page.click('.coach .primary');
      }
      await gone(page);
    });
  }
});

test('Skip and Escape end the hints', async () => {
  for (const end of [(page) => page.click('.coach .quiet'), (page) => page.keyboard.press('Escape')]) {
    await use(lab, { firstVisit: true }, async (page) => {
      await become(page);
      await text(page, '.coach p', /Pick any place/);
      await end(page);
      await gone(page);
    });
  }
});
