// The loss curve of the Lab: its scales, the names of its axes, and a pinned run beside the run.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, countDraws, open, pixels, rests, text, useSharp as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = (options, act) => useIn(lab, options, act);

async function trained(page) {
  await become(page);
  await page.click('#finish');
  await text(page, '#clock', /1000 \/ 1000/);
}

const tip = (page, pattern) => text(page, '.figure-tip.probe:not([hidden])', pattern);
const epochs = (page, want) =>
  page.waitForFunction(
    (texts) => [...document.querySelectorAll('#curve .tick-x:not([hidden])')].map((tick) => tick.textContent).join() === texts,
    {},
    want,
  );

test('logarithmic epochs begin at 1, and are pointed at, pressed and stepped through as they are drawn', () =>
  use({}, async (page) => {
    await trained(page);
    await epochs(page, '0,200,400,600,800,1000');
    await page.click('#log-epochs');
    await epochs(page, '1,10,100,1000');
    assert.equal(await page.$eval('#log-loss', (button) => button.ariaPressed), 'false');
    const { x, y, width, height } = await (await page.$('#curve')).boundingBox();
    await page.mouse.move(x + 2, y + height / 2);
    await tip(page, /epoch 1: 0\.61/);
    await page.mouse.move(x + 1 + width / 3, y + height / 2);
    await tip(page, /epoch (9|10):/);
    await page.mouse.click(x + 1 + (2 * width) / 3, y + height / 2);
    await text(page, '#clock', /^epoch (9[6-9]|10[0-4]) \//);
    await page.focus('#curve');
    await page.keyboard.press('Home');
    await tip(page, /epoch 1:/);
    assert.equal(await page.$eval('#curve', (curve) => curve.getAttribute('aria-valuemin')), '1');
    await page.keyboard.press('ArrowRight');
    await tip(page, /epoch 2:/);
    await page.keyboard.press('PageUp'); // a tenth of the width: times 1000^0.1
    await tip(page, /epoch 4:/);
    await page.keyboard.press('Escape');
    await page.click('#log-epochs');
    await epochs(page, '0,200,400,600,800,1000');
  }));

test('a press goes to the epoch that is read there, between whole pixels, too, and the dot at the end is the last', () =>
  use({ dpr: 2 }, async (page) => {
    await trained(page);
    const { x, y, width, height } = await (await page.$('#curve')).boundingBox();
    for (const share of [0.615, 0.405]) {
      // Where the epoch of the whole pixel is another.
      const place = Math.floor(x + share * width) + 0.9;
      await page.mouse.move(place, y + height / 2);
      const [, epoch] = /epoch (\d+):/.exec(await tip(page, new RegExp(`epoch ${Math.floor(share * 100)}\\d:`)));
      await page.mouse.click(place, y + height / 2);
      await text(page, '#clock', new RegExp(`^epoch ${epoch} /`));
    }
    await page.click('#finish');
    await text(page, '#clock', /1000 \/ 1000/);
    await page.mouse.move(x + width - 2, y + height / 2);
    await tip(page, /epoch 1000: 0\.25603/);
  }));

/** How dark the curve is at a share of its width, without its lines at the ticks: that of a line, times its width in pixels. */
async function ink(page, share) {
  await rests(page);
  const box = await (await page.$('#curve')).boundingBox();
  const at = await pixels(page, box);
  const column = (x) => Array.from({ length: Math.floor(box.height) - 3 }, (_, dy) => 255 - at(x, box.y + dy)[0]);
  return column(box.x + Math.floor(share * box.width))
    .filter((dark) => dark > 60)
    .reduce((sum, dark) => sum + dark, 0);
}

const legend = (page) =>
  page.$$eval('#curve-legend > span', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim()));

test('a pinned run is a thin line beside the run, on all scales, and is named in the legend', () =>
  use({ path: '#preset=blog', height: 1000, before: countDraws }, async (page) => {
    await trained(page);
    const own = await ink(page, 0.8);
    assert.ok(own > 150, `the run's line is ${own} dark`);
    assert.deepEqual(await legend(page), []);
    await page.$eval('#pin', (pin) => pin.click());
    await page.waitForSelector('#curve-legend:not([hidden])');
    assert.deepEqual(await legend(page), ['this run', 'pinned run']);
    await page.click('#reset');
    await text(page, '#clock', /^epoch 0 \//);
    const scales = new Set();
    for (const button of [null, '#log-loss', '#log-epochs']) {
      if (button) {
        await page.click(button);
        await page.waitForSelector(`${button}[aria-pressed="true"]`);
      }
      const pinned = await ink(page, 0.8);
      assert.ok(pinned > 60 && pinned < 0.75 * own, `the pinned run's line is ${pinned} dark, the run's ${own}`);
      scales.add(await page.$$eval('#curve :is(.tick-x, .tick-y)', (all) => all.map((tick) => tick.style.transform).join()));
    }
    assert.equal(scales.size, 3);
    await choose(page, 'ko');
    assert.deepEqual(await legend(page), ['이번 학습', '고정한 학습']);
    await page.$eval('#pin', (pin) => pin.click());
    await page.waitForSelector('#curve-legend[hidden]');
    assert.equal(await ink(page, 0.8), 0);
  }));

test('the axes are named in both languages, clear of their numbers', () =>
  use({ path: '#test_size=0.3' }, async (page) => {
    await become(page);
    assert.deepEqual(await legend(page), ['this run', 'test data']);
    for (const [language, names] of [
      ['en', ['epoch', 'loss']],
      ['ko', ['에포크', '손실']],
    ]) {
      await choose(page, language);
      await text(page, '#curve .axis-x', new RegExp(`^${names[0]}$`));
      await text(page, '#curve .axis-y', new RegExp(`^${names[1]}$`));
      const met = await page.evaluate(() => {
        const boxes = (css) => [...document.querySelectorAll(`#curve ${css}`)].map((one) => one.getBoundingClientRect());
        const numbers = boxes(':is(.tick-x, .tick-y):not([hidden])');
        return boxes(':is(.axis-x, .axis-y)').flatMap((a) =>
          numbers.filter((b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom),
        ).length;
      });
      assert.equal(met, 0, language);
    }
  }));

/** How many pixels of the plane are as dark as ink. */
async function dark(page) {
  await rests(page);
  const { x, y, width, height } = await (await page.$('#plane')).boundingBox();
  const box = { x: Math.ceil(x), y: Math.ceil(y), width: Math.floor(width) - 2, height: Math.floor(height) - 2 };
  const at = await pixels(page, box);
  let n = 0;
  for (let py = box.y; py < box.y + box.height; py++)
    for (let px = box.x; px < box.x + box.width; px++) if (Math.max(...at(px, py)) < 70) n++;
  return n;
}

for (const [scene, end] of [
  ['moons', 200],
  ['three-classes', 200],
])
  test(`pointing at the curve shows where the boundary of ${scene} was, dashed, until the pointer leaves`, () =>
    use({ path: `#preset=${scene}`, height: 900, before: countDraws }, async (page) => {
      await become(page);
      await page.click('#finish');
      await text(page, '#clock', new RegExp(`${end} / ${end}`));
      await page.mouse.move(5, 5);
      const before = await dark(page);
      const { x, y, width, height } = await (await page.$('#curve')).boundingBox();
      await page.mouse.move(x + 0.12 * width, y + height / 2);
      await tip(page, /epoch 2\d:/);
      const shown = await dark(page);
      // A line across the plane, two pixels wide, dashed: more than its width in pixels, and less than three times its diagonal.
      const { width: w, height: h } = await (await page.$('#plane')).boundingBox();
      assert.ok(shown - before > w / 2 && shown - before < 3 * Math.hypot(w, h), `${shown - before} pixels`);
      await page.mouse.move(5, 5);
      await page.waitForSelector('.figure-tip.probe[hidden]');
      assert.equal(await dark(page), before);
    }));
