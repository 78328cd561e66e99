// The plane as two hidden units see it: a boundary that bends in the plane is straight in their space.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { choose, open, planeScale, resize, text, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab.close());

const opened = (scene, act) =>
  useAgain(
    lab,
    {},
    async (page) => {
      await page.$eval('#hidden-card', (card) => (card.open = true));
      await text(page, '#hidden-note');
      await move(page, 1); // as the test before may not have left it
      await act(page);
    },
    scene,
  );

const move = (page, share) =>
  page.$eval(
    '#hidden-share',
    (slider, value) => {
      slider.value = value;
      slider.dispatchEvent(new Event('input'));
    },
    share,
  );
const axes = (page) => page.$$eval('.hidden-view .names text', (all) => all.map((one) => one.textContent));
const numbers = (page) => page.$$eval('.hidden-view .number', (all) => all.map((one) => one.textContent).join(' '));
/** Whether the line has all marks of a class on its side, which it may go through. */
const parted = (page) =>
  page.evaluate(() => {
    const numbers = (d) => d.match(/-?[\d.]+/g).map(Number);
    const [x0, y0, x1, y1] = numbers(document.querySelector('.hidden-view .now').getAttribute('d'));
    const sides = ['.push-0', '.push-1'].map((css) =>
      document
        .querySelector(`.hidden-view .mark${css}`)
        .getAttribute('d')
        .split('M')
        .slice(1)
        .map((one) => {
          const [x, y] = numbers(one);
          const [cx, cy] = css === '.push-0' ? [x + 4, y] : [x + 3.5, y + 3.5];
          return Math.sign((x1 - x0) * (cy - y0) - (y1 - y0) * (cx - x0));
        }),
    );
    return { sides, right: sides.every((side) => new Set(side).size === 1) && sides[0][0] !== sides[1][0] };
  });

test('two units reduce XOR to a straight line', () =>
  opened('preset=xor-mlp', async (page) => {
    await page.click('#finish');
    await text(page, '#clock', /1000 \/ 1000/);
    await text(page, '#accuracy', /^100%/);
    await text(page, '#hidden-more', /straight line/);
    await page.waitForFunction(() => document.querySelector('.hidden-view .now'));
    const { sides, right } = await parted(page);
    assert.ok(right, JSON.stringify(sides));
    assert.deepEqual(await axes(page), ['h₁ →', 'h₂ ↑']);
    assert.equal(await numbers(page), '−1 0 1 −1 0 1'); // what tanh can be
    // The point in hand is ringed, and hides none of those where the units put it.
    const ring = await page.$$eval('.hidden-view :is(.halo, .held)', (all) =>
      all.map((one) => [getComputedStyle(one).fill, getComputedStyle(one).strokeDasharray, one.getBBox().width / 2]),
    );
    assert.equal(ring.length, 2);
    for (const [fill, , radius] of ring) assert.ok(fill === 'none' && radius >= 8, `${fill}, ${radius} px`);
    // An asked point is dashed, unless it is one of the data.
    assert.equal(ring[1][1], 'none');
    const { x, y } = await planeScale(page);
    await page.mouse.click(x(0.5), y(0.3));
    await page.waitForFunction(() => /px/.test(getComputedStyle(document.querySelector('.hidden-view .held')).strokeDasharray));
    await page.click('#undo');
    await page.waitForFunction(() => !/px/.test(getComputedStyle(document.querySelector('.hidden-view .held')).strokeDasharray));
    assert.equal(await page.$('.hidden-view .asked:not(.held)'), null);
    assert.ok(await page.$eval('#hidden-choice', (choice) => choice.hidden));
    await move(page, 0);
    assert.equal(await page.$('.hidden-view .now'), null);
    assert.deepEqual(await axes(page), ['x₁ →', 'x₂ ↑']);
    assert.notEqual(await numbers(page), '');
    await resize(page, 360, 740);
    const [wide, drawn] = await page.$eval('.hidden-view', (view) => [
      view.clientWidth,
      view.querySelector('.grid').getBBox().width,
    ]);
    assert.ok(drawn > 0.6 * wide, `${drawn} of ${wide} px`);
    await resize(page, 1280, 720);
  }));

test('two of more units are chosen; a single neuron has none', () =>
  opened('preset=xor-mlp&layers=2,4,1&manual_seed=1', async (page) => {
    await text(page, '#hidden-note', /two of the 4 hidden units/);
    const [first, second] = await page.$$eval('#hidden-choice select', (lists) => lists.map(({ value }) => value));
    assert.notEqual(first, second);
    const other = ['0', '1', '2', '3'].find((unit) => unit !== first && unit !== second);
    const [list] = await page.$$('#hidden-choice select');
    await list.select(other);
    await page.waitForFunction(
      (want) => document.querySelector('.hidden-view .names text').textContent === want,
      {},
      `${'h₁ h₂ h₃ h₄'.split(' ')[other]} →`,
    );
    await choose(page, 'ko');
    await text(page, '#hidden-note', /은닉 유닛 4개 중 두 개/);
    await page.$eval('[data-scene="blog"]', (button) => button.click());
    await text(page, '#hidden-note', /은닉층이 있고 출력이 하나인/);
    assert.ok(await page.$eval('#hidden-seen', (seen) => seen.hidden));
  }));
