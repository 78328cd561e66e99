// How fast it may go: the slider of the learning rate says where steps are calm, where they overshoot, and where they lead away.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, text, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab.close());

async function enter(page, value) {
  await page.click('#lr', { count: 3 });
  await page.type('#lr', `${value}\n`);
}

test('the rate’s slider says calm, overshooting or too fast, live', () =>
  useIn(lab, { path: '?group=change' }, async (page) => {
    await become(page);
    const said = await text(page, '#rate-zone', /^Calm/);
    const limit = Number(/2\/λmax = ([\d.]+)/.exec(said)[1]);
    // Each sample adds at most p(1 − p)(x₁² + x₂² + 1) ≤ (x₁² + x₂² + 1)/4 to λmax, so 2/λmax is at least this.
    assert.ok(limit > 3 && limit < 30, said);
    for (const [rate, zone] of [
      [limit * 0.75, /^Overshooting/],
      [limit * 1.2, /^Too fast/],
      [limit * 0.25, /^Calm/],
    ]) {
      await enter(page, rate.toPrecision(3));
      await text(page, '#rate-zone', zone);
    }
    assert.match(await page.$eval('#lr-slider', (slider) => getComputedStyle(slider).backgroundImage), /gradient/);
    await choose(page, 'ko');
    await text(page, '#rate-zone', /^안정/);
    await choose(page, 'en');
    // As the run goes on, the curvature of the loss changes.
    const before = await text(page, '#rate-zone');
    await page.click('#finish');
    await page.waitForFunction((old) => document.querySelector('#rate-zone').textContent !== old, {}, before);
    // Straight pieces don't bend: no rate is too large for them.
    await page.select('#training-fields select', 'hinge');
    await text(page, '#rate-zone', /^No 2\/λmax here: .* as straight pieces never do/);
    assert.equal(await page.$eval('#lr-slider', (slider) => slider.matches('.zoned')), false);
  }));

test('other models and optimizers have their limit, or say why there is none', () =>
  useIn(lab, { path: '?group=change' }, async (page) => {
    await become(page);
    const limit = (said) => Number(/ = ([\d.]+)/.exec(said)[1]);
    const first = limit(await text(page, '#rate-zone', /2\/λmax = /));
    // As in the glossary, over 2/λmax.
    for (const [scene, over, said] of [
      ['momentum=0.5', (2 + 2 * 0.5) / 2, /below \(2 \+ 2μ\)\/λmax = [\d.]+, above/],
      ['momentum=0.5&nesterov=true', (2 + 2 * 0.5) / (1 + 2 * 0.5) / 2, /\(2 \+ 2μ\)\/\(\(1 \+ 2μ\)λmax\) = /],
    ]) {
      await page.evaluate((hash) => (location.hash = hash), scene);
      const found = limit(await text(page, '#rate-zone', said));
      assert.ok(Math.abs(found / first - over) < 0.01, `${scene}: ${found} of ${first}, want ${over}`);
    }
    for (const [scene, said] of [
      ['preset=three-classes', /2\/λmax = [\d.]+/],
      ['preset=xor-mlp&optimizer=sgd', /2\/λmax = [\d.]+.*In a network that is so where the weights are now/],
      ['batch_size=10', /The limit is that of all points: each batch/],
      ['optimizer=adam', /^No 2\/λmax for Adam: it divides each gradient/],
      ['momentum=1', /^With a momentum of 1 or more/],
      ['layers=2,64,64,64,1', /^No 2\/λmax here: for a model of this size/],
    ]) {
      await page.evaluate((hash) => (location.hash = hash), scene);
      await text(page, '#rate-zone', said);
      const zoned = await page.$eval('#lr-slider', (slider) => slider.matches('.zoned'));
      assert.equal(zoned, !said.source.startsWith('^'), scene);
    }
    await choose(page, 'ko');
    await text(page, '#rate-zone', /오래 걸립니다/);
    await page.evaluate(() => (location.hash = 'preset=empty'));
    await page.waitForFunction(() => document.querySelector('#rate-zone').hidden);
  }));

test('the rate acts while its slider is dragged, and the drag is one change', () =>
  useIn(lab, { path: '?group=change' }, async (page) => {
    await become(page);
    await page.$eval('#lr-slider', (slider) => slider.scrollIntoView({ block: 'center' }));
    const { left, width, top, height } = await page.$eval('#lr-slider', (slider) => slider.getBoundingClientRect().toJSON());
    await page.mouse.move(left + width / 2, top + height / 2);
    await page.mouse.down();
    const rates = new Set();
    for (const share of [0.55, 0.6, 0.65, 0.7]) {
      await page.mouse.move(left + width * share, top + height / 2);
      const rate = await page.$eval('#lr-slider', (slider) => slider.ariaValueText);
      await page.waitForFunction((now) => document.querySelector('#lr').value === now, {}, rate);
      rates.add(rate);
    }
    assert.equal(rates.size, 4);
    await page.mouse.up();
    await page.waitForFunction(() => /edits=.*set:train\.lr/.test(location.hash));
    assert.equal((await page.evaluate(() => location.hash)).match(/train\.lr/g).length, 1);
    await page.click('#undo');
    await page.waitForFunction(() => document.querySelector('#lr').value === '0.01');
    await page.waitForFunction(() => document.querySelector('#undo').matches('[disabled], [aria-disabled=true]'));
  }));
