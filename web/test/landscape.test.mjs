// The loss over the two weights, and the path through it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const calm = { height: 1400, dpr: 1, media: [{ name: 'prefers-reduced-motion', value: 'reduce' }] };
const again = (act, scene) => useAgain(lab, calm, act, scene);

const opened = async (page) => {
  await become(page);
  await page.click('#landscape-card > summary');
  await page.waitForFunction(() => document.querySelector('#landscape').ariaLabel);
  // As the test before has left it.
  if (await page.$eval('#best-bias', (box) => box.checked)) await page.click('#best-bias');
};

/** How strong the shade is at shares of the picture's side, 0..255. */
const shade = (page, places) =>
  page.$eval(
    '#landscape',
    (canvas, list) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return list.map(([x, y]) => data[4 * (Math.floor(y * canvas.height) * canvas.width + Math.floor(x * canvas.width)) + 3]);
    },
    places,
  );

test('the path leads downhill, and a press sets the weights', () =>
  again(async (page) => {
    await opened(page);
    await page.click('#finish');
    await text(page, '#clock', /1000 \/ 1000/);
    await page.waitForFunction(() => /1\.43/.test(document.querySelector('#landscape').ariaLabel));
    // In the post's run w₁ grows and w₂ falls: the upper left is high, the lower right is low.
    const [high, low] = await shade(page, [
      [0.03, 0.03],
      [0.8, 0.97],
    ]);
    assert.ok(high > low + 60, `shades ${high} and ${low}`);

    const handle = await page.$('#landscape');
    await handle.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await handle.boundingBox();
    const before = Number(await text(page, '#loss'));
    await page.mouse.click(x + 0.95 * width, y + 0.95 * height);
    await page.waitForFunction((old) => Number(document.querySelector('#loss').textContent) < old - 0.005, {}, before);
    await page.click('#undo');
    await page.waitForFunction((old) => Number(document.querySelector('#loss').textContent) === old, {}, before);
  }));

test('the lowest place is marked and named, or said not to be, and a press takes the best bias along', () =>
  again(async (page) => {
    await opened(page);
    await text(page, '#landscape-lowest', /^×: lowest, 0\.\d+, at w = \(/);
    await text(page, '#landscape-note', /Weight decay is on, so the height is the loss plus λ\/2 times/);
    await page.click('#best-bias');
    const said = await text(
      page,
      '#landscape-lowest',
      /^×: lowest, 0\.\d+, at w = \(.*, b = .* weight decay’s; the loss alone is/,
    );
    const [high, share, loss] = said.match(/0\.\d{5}/g).map(Number);
    assert.ok(share > 0.01 && Math.abs(high - share - loss) < 2e-5, said);
    await text(page, '#landscape-note', /best for it.* Weight decay is on/);
    await text(page, '#landscape-hand', /^Dashed: .* on the line, each pair with its best bias\.$/);
    assert.ok(await page.$eval('#bias-slider', (slider) => slider.disabled));
    const start = await text(page, '#equation');
    const bias = await page.$eval('#bias-value', (value) => value.textContent);
    const handle = await page.$('#landscape');
    await handle.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await handle.boundingBox();
    await page.mouse.click(x + 0.7 * width, y + 0.4 * height);
    await page.waitForFunction((old) => document.querySelector('#bias-value').textContent !== old, {}, bias);
    await page.click('#undo');
    await page.waitForFunction((old) => document.querySelector('#equation').textContent.trim() === old, {}, start);
  }, 'train.weight_decay=0.1'));

test('squared error is said to have possibly a lower place, cross-entropy not', () =>
  again(async (page) => {
    await opened(page);
    await text(
      page,
      '#landscape-lowest',
      /^×: lowest, .* several valleys: this is the lowest that 38 starts lead to, and a lower one is possible\.$/,
    );
    await page.select('#training-fields select', 'bce');
    await text(page, '#landscape-lowest', /^×: lowest, [^:]*\.$/);
  }, 'train.weight_decay=0.01&train.loss=mse'));

test('for XOR no weights are allowed, whatever the bias; a loss that is no number is not drawn, and nothing is refused', () =>
  again(async (page) => {
    await opened(page);
    await text(page, '#landscape-allowed', /^No weights are green, whatever the bias: no line can/);
    await page.click('#best-bias');
    await text(page, '#landscape-allowed', /^No weights are green, whatever the bias: no line can.*classes\.$/);
    await text(page, '#landscape-lowest', /^×: lowest, 1\.0+, at w = /);
    await page.click('#best-bias');

    await page.evaluate(() => (location.hash = 'edits=0:weights:1e308,-1e308/1e308'));
    await text(page, '#landscape-note', /too high for a number/);
    assert.equal(await page.$eval('#notice-text', (notice) => notice.textContent), '');
    await page.click('[data-scene="or"]');
    await page.waitForSelector('#landscape-view:not([hidden])');
  }, 'preset=xor&train.loss=hinge'));

test('of a network too large for a list of its weights any two are shown, and a press sets them', () =>
  again(async (page) => {
    await opened(page);
    await page.waitForFunction(() => document.querySelector('#landscape-parameter-1').options.length === 337);
    await page.select('#landscape-parameter-2', '336');
    await text(page, '#landscape-y', /^b⁽³⁾₁$/);
    const loss = await text(page, '#loss');
    await page.waitForFunction(() => /b⁽³⁾₁/.test(document.querySelector('#landscape').ariaLabel));
    await page.click('#landscape', { offset: { x: 30, y: 30 } });
    await page.waitForFunction((old) => document.querySelector('#loss').textContent !== old, {}, loss);
    assert.equal(await page.$eval('#notice-text', (notice) => notice.textContent), '');
    await page.click('#undo');
    await page.waitForFunction((old) => document.querySelector('#loss').textContent === old, {}, loss);
  }, 'preset=spirals'));

test('for a network any two parameters are shown, and a press sets them; what another network lacks is not asked for', () =>
  again(async (page) => {
    await opened(page);
    const count = (n) =>
      page.waitForFunction((of) => document.querySelector('#landscape-parameter-1').options.length === of, {}, n);
    await count(17);
    await page.select('#landscape-parameter-2', '16');
    await text(page, '#landscape-y', /^b⁽²⁾₁$/);
    await page.click('[data-scene="xor-mlp"]');
    await count(9);
    await text(page, '#landscape-y', /^w⁽¹⁾₁,₂$/);
    await text(page, '#landscape-note', /two of the network/);
    await text(page, '#landscape-x', /^w⁽¹⁾₁,₁$/);
    const last = await page.$eval('#landscape-parameter-2', (list) => list.options[list.options.length - 1].value);
    await page.select('#landscape-parameter-2', last);
    await text(page, '#landscape-y', /^b⁽²⁾₁$/);
    await text(page, '#landscape-more', /how these two alone have moved/);
    await text(page, '#landscape-lowest', /^×: lowest in the picture, \d\.\d+, at w⁽¹⁾₁,₁ = .* and b⁽²⁾₁ = |lowest at its edge/);
    const red = () =>
      page.$eval('#landscape', (canvas) => {
        const { width, height } = canvas;
        const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, width, height);
        let n = 0;
        for (let i = 0; i < data.length; i += 4) n += Number(data[i] > 150 && data[i + 1] < 90 && data[i + 2] < 90);
        return n;
      });
    const little = await red();
    const now = () => page.$eval('#landscape', (canvas) => canvas.ariaLabel);
    const start = await now();
    await page.click('#finish');
    await page.waitForFunction(() => /^epoch (\d+) \/ \1$/.test(document.querySelector('#clock').textContent.trim()));
    assert.ok((await red()) > little + 50, `${little}, then ${await red()} pixels of the path`);
    await page.click('#reset');
    await page.waitForFunction((old) => document.querySelector('#landscape').ariaLabel === old, {}, start);
    const handle = await page.$('#landscape');
    await handle.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await handle.boundingBox();
    await page.mouse.click(x + 0.8 * width, y + 0.2 * height);
    await page.waitForFunction((old) => document.querySelector('#landscape').ariaLabel !== old, {}, start);
    await page.click('#undo');
    await page.waitForFunction((old) => document.querySelector('#landscape').ariaLabel === old, {}, start);
    await page.click('[data-scene="or"]');
    await text(page, '#landscape-x', /^w₁$/);
    assert.ok(await page.$eval('#landscape-choice', (choice) => choice.hidden));
  }, 'preset=xor-mlp&layers=2,4,1&manual_seed=1'));

test('the weights are dragged, and the bias slides; each is undone in one step', () =>
  use(lab, calm, async (page) => {
    await opened(page);
    const handle = await page.$('#landscape');
    await handle.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await handle.boundingBox();
    const start = await text(page, '#equation');
    await page.mouse.move(x + 0.3 * width, y + 0.3 * height);
    await page.mouse.down();
    await page.waitForFunction((old) => document.querySelector('#equation').textContent.trim() !== old, {}, start);
    const pressed = await text(page, '#equation');
    await page.mouse.move(x + 0.6 * width, y + 0.5 * height, { steps: 6 });
    // While it is still held, the run follows.
    await page.waitForFunction((old) => document.querySelector('#equation').textContent.trim() !== old, {}, pressed);
    await page.mouse.up();
    await page.click('#undo');
    await page.waitForFunction((old) => document.querySelector('#equation').textContent.trim() === old, {}, start);
    assert.ok(await page.$eval('#undo', (button) => button.disabled));

    await page.focus('#bias-slider');
    await page.keyboard.press('ArrowRight');
    await text(page, '#equation', /0\.20/);
    await text(page, '#bias-value', /^0\.20/);
  }));

test('of separable points the loss has no lowest place with the best bias, but what Rosenblatt’s rule allows is shaded', () =>
  use(lab, { ...calm, path: '#preset=or' }, async (page) => {
    /** The share of the picture that is green. */
    const green = () =>
      page.$eval('#landscape', (canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let n = 0;
        for (let i = 0; i < data.length; i += 4) n += Number(data[i + 1] > data[i] + 25 && data[i + 1] > data[i + 2] + 25);
        return n / (canvas.width * canvas.height);
      });
    await opened(page);
    await page.click('#best-bias');
    await text(page, '#landscape-lowest', /No place is lowest: in the direction/);
    await page.click('#best-bias');
    await page.evaluate(() => (location.hash = 'preset=or&train.loss=perceptron'));
    await text(page, '#landscape-allowed', /Each other line is a point/);
    await page.click('#best-bias');
    await text(page, '#landscape-allowed', /^Green: the weights for which no point is on the wrong side\.$/);
    await page.waitForFunction(() => document.querySelector('#bias-slider').disabled);
    const share = await green();
    assert.ok(share > 0.1 && share < 0.9, `${share} of the picture is green`);
  }));

/** How much of parts of the picture, given by shares of its side, is opaque, which no height is. */
const opaque = (page, parts) =>
  page.$eval(
    '#landscape',
    (canvas, all) => {
      const n = canvas.width;
      const copy = new OffscreenCanvas(n, n).getContext('2d');
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, n, n);
      const isIn = (i, [x0, y0, x1, y1]) => i % n >= x0 * n && i % n < x1 * n && i / n >= y0 * n && i / n < y1 * n;
      return all.map((part) => {
        const those = Array.from({ length: n * n }, (_, i) => i).filter((i) => isIn(i, part));
        return those.filter((i) => data[4 * i + 3] === 255).length / those.length;
      });
    },
    parts,
  );

const inset = [0.66, 0.03, 0.97, 0.34];

test('a lowest place far away is in an inset, where a press takes the weights, and the triangle at the edge points there', () =>
  again(async (page) => {
    await opened(page);
    await text(
      page,
      '#landscape-lowest',
      /^×: lowest, 0\.0\d+, at w = \(4\d\.\d+, −3\d\.\d+\), far beyond the picture: the inset/,
    );
    // The inset is in the upper right, all of it opaque; the upper left has heights alone.
    // The triangle is at the lower right edge.
    const [all, none, triangle] = await opaque(page, [inset, [0.02, 0.02, 0.3, 0.3], [0.9, 0.85, 1, 1]]);
    assert.ok(all > 0.95 && none === 0 && triangle > 0.02, `opaque: ${all}, ${none}, ${triangle}`);
    const handle = await page.$('#landscape');
    await handle.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
    const { x, y, width, height } = await handle.boundingBox();
    const before = Number(await text(page, '#loss'));
    // The lowest place is at the inset's lower right.
    await page.mouse.click(x + 0.9 * width, y + 0.28 * height);
    await page.waitForFunction(() => Number(document.querySelector('#loss').textContent) < 0.1);
    const w = (await text(page, '#landscape-lowest')) && (await page.$eval('#landscape', (canvas) => canvas.ariaLabel));
    assert.match(w, /\(\d\d\.\d+, −\d\d/);
    await page.click('#undo');
    await page.waitForFunction((old) => Number(document.querySelector('#loss').textContent) === old, {}, before);
    // With the best bias nothing is lowest: there is a direction, and no inset.
    await page.click('#best-bias');
    await text(page, '#landscape-lowest', /^No place is lowest: in the direction .*, that of the triangle at the edge, /);
    const [gone, wedge] = await opaque(page, [inset, [0.9, 0.4, 1, 1]]);
    assert.ok(gone < 0.3 && wedge > 0.01, `opaque: ${gone}, ${wedge}`);
  }));
