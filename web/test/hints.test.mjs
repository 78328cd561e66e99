// The hints of a reader's first visit, in a real Chromium.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, planeScale, resize, text, useLaidOut as use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const gone = (page) => page.waitForFunction(() => !document.querySelector('.coach'));

test('three hints, each gone once it is followed; none on the second visit', () =>
  use(lab, { firstVisit: true }, async (page) => {
    await become(page);
    await text(page, '.coach p', /Pick any place/);
    const { x, y } = await planeScale(page);
    await page.mouse.click(x(1.5), y(0.5));
    await text(page, '.coach p', /Press Play/);
    await page.click('#play');
    await text(page, '.coach p', /add points/);
    // What it says also comes true after the run has ended.
    await page.$eval('#finish', (button) => button.click());
    await text(page, '#clock', /1000 \/ 1000/);
    const [line, low] = [await text(page, '#equation'), Number(await text(page, '#loss'))];
    await page.click('[data-tool="add1"]');
    await page.waitForSelector('[data-tool="add1"][aria-checked="true"]');
    assert.doesNotMatch(await text(page, '#watch'), /Play on/);
    for (const [x1, x2] of [
      [-0.5, 0.5],
      [-0.6, 0.2],
      [-0.2, 0.6],
    ])
      await page.mouse.click(x(x1), y(x2));
    await gone(page);
    await text(page, '#counts', /^5053$/);
    await text(page, '#watch', /^The run has ended: Play on trains with what you changed\./);
    assert.equal(await text(page, '#equation'), line);
    const high = Number(await text(page, '#loss'));
    assert.ok(high > 1.1 * low, `the loss went from ${low} to ${high}`);
    await page.click('#play');
    await page.click('#finish');
    await text(page, '#clock', /2000 \/ 2000/);
    assert.doesNotMatch(await text(page, '#watch'), /Play on/);
    assert.notEqual(await text(page, '#equation'), line);
    const after = Number(await text(page, '#loss'));
    assert.ok(after < high - 0.02, `the loss went from ${high} to ${after}`);
    await page.reload();
    await become(page);
    await text(page, '#clock', /epoch/);
    assert.equal(await page.$('.coach'), null);
  }));

test('the hints are beside what they are about, within the window, at every size and in both languages', async () => {
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
      // Beside the plane, and not over anything that is to be pressed.
      for (const [target, ...pressed] of [['#plane'], ['#play'], ['#plane', '[data-tool="add1"]']]) {
        await page.waitForSelector('.coach');
        for (const [size, lang] of sizes.flatMap((one) => [
          [one, 'en'],
          [one, 'ko'],
        ])) {
          await resize(page, size.width, size.height);
          await choose(page, lang);
          const boxes = await page.evaluate(
            (all) => all.map((each) => document.querySelector(each).getBoundingClientRect().toJSON()),
            ['.coach', target, ...pressed],
          );
          const [hint, about] = boxes;
          const where = `${size.width} px, ${lang}: hint at ${JSON.stringify(hint)} about ${target} at ${JSON.stringify(about)}`;
          assert.ok(hint.left >= 0 && hint.right <= size.width, where);
          for (const box of boxes.slice(1)) assert.ok(hint.top >= box.bottom || hint.bottom <= box.top, where);
          assert.ok(hint.left <= about.right && hint.right >= about.left, where);
        }
        await page.click('.coach .primary');
      }
      await gone(page);
    });
  }
});

test('on a phone a hint comes where it can be read, above the dock, and so does what it asks to press', async () => {
  for (const [width, height] of [
    [360, 740],
    [390, 844],
    [360, 700],
  ]) {
    await use(lab, { width, height, touch: true, firstVisit: true }, async (page) => {
      await become(page);
      for (const [i, pressed] of [['#plane'], ['#play'], ['[data-tool="add1"]', '#plane']].entries()) {
        await text(page, '.coach .note', new RegExp(`^${i + 1} / 3$`));
        const seen = await page.evaluate((all) => {
          const top = document.querySelector('.dock').getBoundingClientRect().top;
          return ['.coach', ...all].map((css) => {
            const box = document.querySelector(css).getBoundingClientRect();
            return [css, box.top, box.bottom, box.top >= 0 && box.bottom <= top];
          });
        }, pressed);
        // The first moves nothing: there the plane may go on below.
        for (const [css, from, to, whole] of i === 0 ? seen.slice(0, 1) : seen)
          assert.ok(whole, `${width} × ${height}, hint ${i + 1}: ${css} from ${from} to ${to}`);
        const [[, top, bottom], ...others] = seen;
        for (const [css, from, to] of others) assert.ok(bottom <= from || top >= to, `hint ${i + 1} lies over ${css}`);
        await page.tap('.coach .primary');
      }
      await gone(page);
    });
  }
});

test('a hint’s buttons can be read, under the pointer, too, in both themes; Skip and Escape end the hints', async () => {
  for (const [value, end] of [
    ['light', (page) => page.click('.coach .quiet')],
    ['dark', (page) => page.keyboard.press('Escape')],
  ]) {
    await use(lab, { firstVisit: true, media: [{ name: 'prefers-color-scheme', value }] }, async (page) => {
      await become(page);
      await text(page, '.coach p', /Pick any place/);
      for (const button of ['.coach .primary', '.coach .quiet']) {
        await page.hover(button);
        const contrast = await page.$eval(button, (element) => {
          const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const light = (...colours) => {
            c.clearRect(0, 0, 1, 1);
            for (const colour of colours) {
              c.fillStyle = colour;
              c.fillRect(0, 0, 1, 1);
            }
            const [r, g, b] = [...c.getImageData(0, 0, 1, 1).data].map((v) =>
              v / 255 <= 0.04045 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4,
            );
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
          };
          const own = getComputedStyle(element);
          const pair = [
            light(own.color),
            light(getComputedStyle(element.closest('.coach')).backgroundColor, own.backgroundColor),
          ];
          return Math.max(...pair) / Math.min(...pair);
        });
        assert.ok(contrast > 4.5, `${value}: ${button} has contrast ${contrast.toFixed(2)}`);
      }
      await end(page);
      await gone(page);
    });
  }
});

test('on a laptop the first hint ends within the window, clear of clock and speed, in both languages', async () => {
  for (const lang of ['en', 'ko'])
    await use(lab, { path: `?lang=${lang}`, width: 1366, height: 768, firstVisit: true }, async (page) => {
      await become(page);
      await page.waitForSelector('.coach');
      const [hint, ...others] = await page.evaluate(() =>
        ['.coach', '#clock', '#speed'].map((css) => document.querySelector(css).getBoundingClientRect().toJSON()),
      );
      assert.ok(hint.bottom <= 768, `${lang}: it ends at ${hint.bottom}`);
      for (const { left, top } of others)
        assert.ok(hint.right <= left || hint.bottom <= top, `${lang}: it covers what is at ${left}`);
    });
});
