// The network's diagram: what each unit makes of the plane, and the plane as a unit sees it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, countDraws, open, pixels, rests, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const trained = async (page) => {
  await become(page);
  await page.click('#finish');
  await text(page, '#clock', /1000 \/ 1000/);
  await rests(page);
};

/** Whether a unit's picture is of class 1 (more red than blue) near its corners: [x1, x2] of 0 or 1. */
const corners = (page, selector) =>
  page.$eval(`${selector} canvas`, (canvas) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const at = (x1, x2) => {
      const i = 4 * ((x2 ? 2 : height - 3) * width + (x1 ? width - 3 : 2));
      return data[i] > data[i + 2];
    };
    return [at(0, 0), at(0, 1), at(1, 0), at(1, 1)];
  });

const units = (page) => page.$$eval('.diagram button', (all) => all.map((unit) => unit.ariaPressed));

test('XOR: the output is right at all corners, and no single unit is', () =>
  use(lab, { path: '#preset=xor-mlp', before: countDraws }, async (page) => {
    await trained(page);
    assert.equal((await units(page)).length, 5);
    assert.deepEqual(await corners(page, '.diagram button:last-of-type'), [false, true, true, false]);
    for (let i = 1; i <= 4; i++)
      assert.notDeepEqual(await corners(page, `.diagram button:nth-of-type(${i})`), [false, true, true, false], `unit ${i}`);
  }));

test('a unit is shown on the plane while pointed at, or once pressed, until pressed again', () =>
  use(lab, { path: '#preset=xor-mlp', before: countDraws }, async (page) => {
    await trained(page);
    const box = await (await page.$('#plane')).boundingBox();
    const shot = async () => {
      await rests(page);
      const at = await pixels(page, { x: box.x, y: box.y, width: box.width, height: box.height });
      return [0.3, 0.5, 0.7].flatMap((x) =>
        [0.3, 0.5, 0.7].map((y) => String(at(box.x + x * box.width, box.y + y * box.height))),
      );
    };
    const network = await shot();
    const hint = await text(page, '#unit-note');
    await page.hover('.diagram button:nth-of-type(1)');
    await text(page, '#unit-note', /unit 1 of hidden layer 1/);
    assert.notDeepEqual(await shot(), network);
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.waitForFunction((usual) => document.querySelector('#unit-note').textContent === usual, {}, hint);
    assert.deepEqual(await shot(), network);

    await page.focus('.diagram button:nth-of-type(3)');
    await page.keyboard.press('Enter');
    await text(page, '#unit-note', /unit 3 of hidden layer 1/);
    // Tips describe what is shown.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.figure-tip.query:not([hidden]) strong')].every((tip) =>
        /^this unit’s sum: /.test(tip.textContent),
      ),
    );
    assert.deepEqual(await units(page), ['false', 'false', 'true', 'false', 'false']);
    await page.keyboard.press('Enter');
    await page.waitForFunction((usual) => document.querySelector('#unit-note').textContent === usual, {}, hint);

    await page.keyboard.press('Enter');
    await text(page, '#unit-note', /unit 3/);
    await page.click('[data-scene="blog"]');
    await page.waitForSelector('#unit-note[hidden]');
    await text(page, '#equation', /p/);
  }));

/** How far down the curve's drawing ends, at the lower right with a red dot, as a share of its height. */
const curveEnd = async (page) => {
  await page.evaluate(() => scrollTo(0, 0));
  const { x, y, width, height } = await (await page.$('#curve')).boundingBox();
  const at = await pixels(page, { x: x - 2, y: y - 2, width: width + 4, height: height + 4 });
  let red = 0;
  for (let down = 0; down < height; down++) {
    const [r, g, b] = at(x + width - 3, y + down);
    if (r > 180 && g < 90 && b < 90) red = down;
  }
  return red / height;
};

test('what appears above the curve takes its drawing along', () =>
  use(
    lab,
    { width: 1440, height: 900, before: countDraws, media: [{ name: 'prefers-reduced-motion', value: 'reduce' }] },
    async (page) => {
      await trained(page);
      await page.click('#confusion-card > summary');
      await page.focus('#threshold');
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector('#cutoff:not([hidden])');
      await rests(page);
      assert.ok((await curveEnd(page)) > 0.85, 'a note');

      // Fields that open cause no report from the program, and the page has room for them.
      for (const open of ['true', 'false']) {
        await page.click('#weights-button');
        await page.waitForSelector(`#weights-button[aria-expanded="${open}"]`);
        await rests(page);
        assert.ok((await curveEnd(page)) > 0.85, `fields for the weights: ${open}`);
      }
    },
  ));

test('a network too large for a diagram is described by its layers; softmax has an output for each class', async () => {
  await use(lab, { path: '#preset=moons&layers=2,20,1' }, async (page) => {
    await become(page);
    await text(page, '#equation', /20hidden/);
    assert.equal(await page.$('.diagram'), null);
  });
  await use(lab, { path: '#preset=three-classes' }, async (page) => {
    await become(page);
    await page.waitForFunction(() => document.querySelectorAll('.diagram button').length === 3);
    await page.click('.diagram button:nth-of-type(2)');
    await text(page, '#unit-note', /output 1 alone/);
  });
});

test('colours are for classes: weights are shown by their lines, in the colour of the text', () =>
  use(lab, { path: '#preset=xor-mlp' }, async (page) => {
    await become(page);
    await page.waitForSelector('.diagram .negative');
    const [ink, ...strokes] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.diagram')).color,
      ...['positive', 'negative'].map((sign) => {
        const { stroke, strokeDasharray } = getComputedStyle(document.querySelector(`.diagram .${sign}`));
        return [stroke, strokeDasharray === 'none'];
      }),
    ]);
    assert.deepEqual(strokes, [
      [ink, true],
      [ink, false],
    ]);
    await page.click('[data-scene="blog"]');
    await text(page, '#equation', /^p=σ/);
    const colours = await page.$$eval('#equation mn', (numbers) => numbers.map((number) => getComputedStyle(number).color));
    assert.deepEqual([...new Set(colours)], [ink]);
  }));

test('weights set a second time at one step are drawn, too', () =>
  use(lab, { path: '#preset=xor-mlp' }, async (page) => {
    await become(page);
    await page.click('#weights-button');
    for (const bias of ['1.5', '2.5']) {
      const fields = await page.$$('#weights .field');
      await fields.at(-1).click({ count: 3 });
      await page.keyboard.type(bias);
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (text) => document.querySelector('.diagram button:last-of-type').title.endsWith(`bias ${text}`),
        {},
        Number(bias).toFixed(3),
      );
    }
  }));
