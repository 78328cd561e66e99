// Points by hand, with an add tool: a brush for mouse and finger, and samples that change their class.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, planeScale, swipe, text, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = (options, act) => useIn(lab, options, act);

const counts = (page) => page.$$eval('#counts .count', (list) => list.map((count) => Number(count.textContent)));
const countsBecome = (page, want) =>
  page.waitForFunction(
    (texts) => [...document.querySelectorAll('#counts .count')].map((count) => count.textContent).join() === texts,
    {},
    want.join(),
  );

async function take(page, tool) {
  await page.click(`[data-tool="${tool}"]`);
  await page.waitForSelector(`[data-tool="${tool}"][aria-checked="true"]`);
}

test('a finger that goes sideways paints points, and one undo takes the stroke back', () =>
  use({ width: 360, height: 740, dpr: 1, touch: true }, async (page) => {
    await become(page);
    const before = await counts(page);
    await take(page, 'add1');
    const at = await planeScale(page);
    const [x, y] = [at.x(-1.5), at.y(-1.4)];
    // Sideways first: then the finger is the figure's in any direction.
    await swipe(page, [x, y], [x + 100, y + 20]);
    await page.waitForFunction((n) => Number(document.querySelectorAll('#counts .count')[1].textContent) > n + 4, {}, before[1]);
    assert.equal(await page.evaluate(() => scrollY), 0);
    // Undo is below what a phone shows at first.
    await page.$eval('#undo', (button) => button.scrollIntoView({ block: 'center' }));
    await page.click('#undo');
    await countsBecome(page, before);
    await page.evaluate(() => scrollTo(0, 0));
    await page.touchscreen.tap(x, y);
    await countsBecome(page, [before[0], before[1] + 1]);
  }));

test('an add tool changes the class of a point that it hits, and adds one elsewhere', () =>
  use({ path: '#preset=xor' }, async (page) => {
    await become(page);
    await countsBecome(page, [2, 2]);
    await take(page, 'add1');
    assert.match(await text(page, '#hint'), /turn a point into one/);
    const at = await planeScale(page);
    await page.mouse.click(at.x(0) + 4, at.y(0));
    await countsBecome(page, [1, 3]);
    await page.mouse.click(at.x(0), at.y(0));
    await countsBecome(page, [1, 4]);
    await page.mouse.click(at.x(1) + 12, at.y(1));
    await countsBecome(page, [1, 5]);
    for (const want of [
      [1, 4],
      [1, 3],
      [2, 2],
    ]) {
      await page.click('#undo');
      await countsBecome(page, want);
    }
  }));

test('the brush changes the class of what it passes over', () =>
  use({ path: '#preset=xor' }, async (page) => {
    await become(page);
    await countsBecome(page, [2, 2]);
    await take(page, 'add0');
    const at = await planeScale(page);
    await page.keyboard.down('Shift');
    await page.mouse.move(at.x(0) - 20, at.y(1));
    await page.mouse.down();
    await page.mouse.move(at.x(0) + 20, at.y(1));
    await page.mouse.up();
    await page.keyboard.up('Shift');
    // One where it began, and the corner, whose class it changed.
    await page.waitForFunction(() => document.querySelectorAll('#counts .count')[1].textContent === '1');
    await page.click('#undo');
    await countsBecome(page, [2, 2]);
  }));
