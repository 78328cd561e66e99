// Scenes of more classes than there are colours, up to 64.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, pixels, planeScale, text, use, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const again = (act, scene) => useAgain(lab, {}, act, scene);

/** Centers of k classes on a grid, 2 apart. */
const grid = (k, side = Math.ceil(Math.sqrt(k))) =>
  Array.from({ length: k }, (_, i) => [2 * (i % side) - side + 1, side - 1 - 2 * Math.floor(i / side)]);
const link = (k, rest) =>
  `#layers=2,${k}&loss=cross_entropy&queries=&centers=${grid(k)
    .map((at) => at.join())
    .join(';')}&${rest}`;

const colours = ['1f77b4', 'ff7f0e', '2ca02c', '9467bd', '8c564b', 'e377c2', '7f7f7f', '17becf'].map((hex) =>
  [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)),
);
const colourOf = (k) => (k + Math.floor(k / 8)) % 8;

/** Which of the colours lies over the plane's own in a pixel, by its hue. */
function tintOf(rgb, plane) {
  const off = plane.map((v, i) => v - rgb[i]);
  const alike = (colour) => {
    const full = plane.map((v, i) => v - colour[i]);
    return off.reduce((sum, v, i) => sum + v * full[i], 0) / (Math.hypot(...off) * Math.hypot(...full) || 1);
  };
  return colours.map(alike).reduce((best, v, i, all) => (v > all[best] ? i : best), 0);
}

test('nine classes are drawn, counted and distinguished, and a reload keeps them', () =>
  use(lab, { dpr: 1, coarse: false, path: link(9, 'n_samples=90&cluster_std=0.15&lr=0.5&train.epochs=300') }, async (page) => {
    await become(page);
    await page.click('#finish');
    await text(page, '#clock', /300 \/ 300/);
    const at = await planeScale(page);
    const pixel = await pixels(page, await (await page.$('#plane')).boundingBox());
    const plane = await page.$eval('#plane', (element) => getComputedStyle(element).backgroundColor.match(/\d+/g).map(Number));
    for (const [k, [x, y]] of grid(9).entries()) {
      // Off the points, which lie within half a unit.
      assert.equal(tintOf(pixel(at.x(x + 0.55), at.y(y - 0.55)), plane), colourOf(k), `the colour at class ${k}`);
    }
    assert.equal(
      await page.$$eval('#counts .count', (all) => all.map((one) => one.textContent).join(' ')),
      '010 110 210 310 410 510 610 710 810',
    );
    await page.$eval('#confusion-card', (card) => (card.open = true));
    await page.waitForFunction(
      () =>
        document.querySelectorAll('#confusion tbody tr').length === 9 &&
        document.querySelectorAll('#confusion td.right').length === 9,
    );
    await page.reload();
    await become(page);
    await text(page, '#counts', /8\s*10/);
  }));

test('with many classes, the one to add is chosen from a menu', () =>
  again(async (page) => {
    assert.equal(await page.$$eval('#tools [data-tool^="add"]', (all) => all.length), 1);
    assert.equal(await page.$$eval('#add-class option', (all) => all.length), 12);
    await page.select('#add-class', '10');
    await page.waitForSelector('[data-tool="add10"][aria-checked="true"]');
    assert.match(await text(page, '[data-tool="add10"]'), /10/);
    const at = await planeScale(page);
    await page.mouse.click(at.x(0), at.y(0));
    await page.waitForFunction(() => document.querySelectorAll('#counts .count')[10].textContent === '103');
    // With fewer classes each has its button again.
    await page.evaluate(() => (location.hash = 'preset=three-classes'));
    await page.waitForFunction(
      () =>
        document.querySelector('#add-class').hidden &&
        [...document.querySelectorAll('#tools [data-tool^="add"]')].map((one) => one.dataset.tool).join() === 'add0,add1,add2',
    );
  }, link(12, 'n_samples=24&cluster_std=0.1').slice(1)));

test('the data form offers up to 64 classes', () =>
  again(async (page) => {
    await page.$eval('#data-card', (card) => (card.open = true));
    await page.select('#classes', '30');
    await page.waitForFunction(() => document.querySelectorAll('#counts .count').length === 30);
    await page.click('#step');
    await text(page, '#clock', /\b1 \//);
  }));

test('64 classes keep training, and their table and legend scroll', () =>
  use(
    lab,
    { path: link(64, 'n_samples=128&cluster_std=0.1&lr=0.5&train.epochs=20'), width: 360, height: 740, touch: true },
    async (page) => {
      await become(page);
      await page.click('#finish');
      await text(page, '#clock', /20 \/ 20/);
      await page.$eval('#confusion-card', (card) => (card.open = true));
      await page.waitForFunction(() => document.querySelectorAll('#confusion tbody tr').length === 64);
      for (const id of ['counts', 'confusion']) {
        assert.ok(
          await page.$eval(`#${id}`, (box) => box.scrollHeight > box.clientHeight && box.tabIndex === 0),
          `#${id} does not scroll`,
        );
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      await page.$eval('#confusion', (box) => box.scrollTo(500, 900));
      const [box, head, side] = await page.evaluate(() =>
        ['#confusion', '#confusion thead td', '#confusion tbody tr:nth-child(40) th'].map((css) =>
          document.querySelector(css).getBoundingClientRect().toJSON(),
        ),
      );
      assert.ok(
        Math.abs(head.top - box.top) < 2 && Math.abs(head.left - box.left) < 2 && Math.abs(side.left - box.left) < 2,
        'the heads scroll away',
      );
    },
  ));
