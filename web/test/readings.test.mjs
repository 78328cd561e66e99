// What the numbers beside the plane let a reader ask: the loss at an epoch, and what another threshold would do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, countDraws, open, pixels, planeScale, rests, text, useAgain, useSharp as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const calm = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
const use = (options, act) => useIn(lab, { ...options, media: calm }, act);
const again = (act, scene) => useAgain(lab, { dpr: 1, coarse: false, media: calm }, act, scene);

async function trained(page) {
  await become(page);
  await page.click('#finish');
  await text(page, '#clock', /1000 \/ 1000/);
}

const tip = (page, pattern) => text(page, '.figure-tip.probe:not([hidden])', pattern);
const noTip = (page) => page.waitForSelector('.figure-tip.probe[hidden]');

test('the loss curve shows the loss and the line at the epoch pointed at, and a press goes there: by mouse and keys', () =>
  again(async (page) => {
    await trained(page);
    const box = await (await page.$('#curve')).boundingBox();
    const now = await page.$eval('#equation', (equation) => equation.textContent);
    await page.mouse.move(box.x + box.width - 2, box.y + 5);
    await tip(page, /epoch 1000: 0\.25603/);
    await page.mouse.move(box.x + 1, box.y + box.height / 2);
    assert.match(await tip(page, /epoch 0:/), /: 0\.61851$/);
    // The first line, 0.1622x − 0.1683y + 0.1939 = 0, dashed in the ink of the plane, goes through (−1.15, 0) and (0, 1.15).
    const { x, y } = await planeScale(page);
    const plane = await (await page.$('#plane')).boundingBox();
    const share = async () => {
      const at = await pixels(page, plane);
      const ends = [
        [x(-1.9), y((0.1939 - 0.1622 * 1.9) / 0.1683)],
        [x(0.2), y((0.1939 + 0.1622 * 0.2) / 0.1683)],
      ];
      const seen = Array.from({ length: 201 }, (_, i) =>
        at(...[0, 1].map((k) => ends[0][k] + ((ends[1][k] - ends[0][k]) * i) / 200)),
      );
      return seen.filter((rgb) => Math.max(...rgb) < 120).length / 201;
    };
    const dashed = await share();
    assert.ok(dashed > 0.35 && dashed < 0.85, `dashes cover ${dashed} of the line`);
    assert.equal(await page.$eval('#equation', (equation) => equation.textContent), now, 'the run is where it was');
    await page.mouse.move(box.x - 60, box.y - 60);
    await noTip(page);
    assert.ok((await share()) < 0.1, 'the old line is gone');

    await page.focus('#curve');
    await page.keyboard.press('Home');
    await tip(page, /epoch 0:/);
    await page.keyboard.press('PageUp');
    await tip(page, /epoch 100:/);
    await page.keyboard.press('ArrowLeft');
    await tip(page, /epoch 90:/);
    assert.match(await page.$eval('#curve', (curve) => curve.getAttribute('aria-valuetext')), /epoch 90: 0\.\d{5}/);
    assert.equal(await page.$eval('#curve', (curve) => curve.getAttribute('aria-valuenow')), '90');
    await page.keyboard.press('Escape');
    await noTip(page);

    await page.mouse.click(box.x + 1, box.y + box.height / 2);
    await text(page, '#clock', /^epoch 0 \//);
    await text(page, '#equation', /0\.162.*0\.168.*0\.194/);
  }));

test('the curve shows the test loss, and the loss of a pinned run', () =>
  again(async (page) => {
    await page.click('#finish');
    await text(page, '#clock', /50 \/ 50/);
    await page.click('#compare-card > summary');
    await page.click('#pin');
    await page.waitForSelector('#pin[aria-pressed="true"]');
    await page.focus('#curve');
    await page.keyboard.press('Home');
    const said = await tip(page, /test data.*pinned/);
    const [own, , pinned] = said.match(/0\.\d{5}/g);
    assert.equal(own, pinned, 'the pinned run is the run itself');
  }, 'test_size=0.3&epochs=50'));

test('the mark at the end of the loss curve leaves nothing behind where it was', () =>
  again(async (page) => {
    await page.click('#step');
    await text(page, '#clock', /^epoch 1 /);
    await page.evaluate(() => (location.hash = 'preset=blog&step=1000'));
    await text(page, '#clock', /1000 \/ 1000/);
    await page.$eval('#curve', (curve) => curve.scrollIntoView({ block: 'nearest' }));
    const { x, y, width, height } = await (await page.$('#curve')).boundingBox();
    const at = await pixels(page, { x: x - 6, y, width: width + 12, height });
    const red = new Set();
    for (let dx = -6; dx < width + 6; dx++) {
      for (let dy = 0; dy < height; dy++) {
        const [r, g, b] = at(x + dx, y + dy);
        if (r > 180 && g < 90 && b < 90) red.add(Math.round(dx));
      }
    }
    assert.ok(red.size > 0, 'no mark at the end');
    assert.ok(Math.min(...red) > width - 8, `red at ${[...red]} of ${width}`);
  }));

test('a logarithmic scale spreads small losses', () =>
  again(async (page) => {
    await page.click('#finish');
    await text(page, '#clock', /3000 \/ 3000/);
    const ticks = () => page.$$eval('#curve .tick-y:not([hidden])', (all) => all.map((tick) => Number(tick.textContent)));
    const linear = await ticks();
    await page.click('#log-loss');
    await page.waitForSelector('#log-loss[aria-pressed="true"]');
    await page.waitForFunction(
      (n) => [...document.querySelectorAll('#curve .tick-y:not([hidden])')].map((tick) => tick.textContent).join() !== n,
      {},
      linear.join(),
    );
    const log = (await ticks()).sort((a, b) => a - b);
    assert.ok(log.length >= 2 && log[0] > 0, `ticks ${log}`);
    assert.ok(log[0] < Math.min(...linear.filter((v) => v > 0)), `ticks ${log} after ${linear}`);
    await page.click('#log-loss');
    await page.waitForSelector('#log-loss[aria-pressed="false"]');
  }, 'lr=5&epochs=3000'));

test('a finger’s tap shows the loss at an epoch, a tap elsewhere lets go, and a second one goes there', () =>
  use({ width: 390, height: 844, touch: true }, async (page) => {
    await trained(page);
    await page.$eval('#curve', (curve) => curve.scrollIntoView({ block: 'center' }));
    const box = await (await page.$('#curve')).boundingBox();
    const tap = (dy) => page.touchscreen.tap(box.x + box.width / 2, box.y + dy);
    await tap(20);
    await tip(page, /epoch (49|50)\d: 0\.3/);
    await tap(-30);
    await noTip(page);
    await tap(20);
    await tip(page, /epoch (49|50)\d/);
    await text(page, '#clock', /1000 \/ 1000/);
    await tap(20);
    await text(page, '#clock', /epoch (49|50)\d/);
  }));

test('the threshold moves the line and what is predicted, and leaves the run as it is', () =>
  use({ before: countDraws }, async (page) => {
    await trained(page);
    await page.click('#confusion-card > summary');
    const accuracy = await text(page, '#accuracy');
    const weights = await text(page, '#equation');
    await page.focus('#threshold');
    for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
    await text(page, '#threshold-value', /^0\.90$/);
    await text(page, '#confusion-digest', /at p ≥ 0\.90/);
    await text(page, '#cutoff', /0\.90/);
    assert.notEqual(await text(page, '#accuracy'), accuracy);
    assert.equal(await text(page, '#equation'), weights);

    // On the line now, p is 0.9: 1.436 x₁ − 1.428 x₂ − 0.069 = ln 9, so at x₂ = −1 it is x₁ = 0.583.
    await page.evaluate(() => scrollTo(0, 0));
    await rests(page);
    const scale = await planeScale(page);
    const [x, y] = [scale.x(0.583), scale.y(-1)];
    const at = await pixels(page, { x: x - 10, y: y - 10, width: 20, height: 20 });
    // The pixels' grid may lie so that the line covers a part of each: the one that it covers most.
    const near = [-1, 0, 1].map((aside) => at(x + aside, y)).sort(([, g0], [, g1]) => g0 - g1);
    const [r, g, b] = near[0];
    assert.ok(r > 190 && g < 80 && b < 80, `the line's pixels are ${near.join(' and ')}`);

    await page.waitForFunction(() => /(^#|&)threshold=0\.9(&|$)/.test(location.hash));
    await page.click('#undo');
    await text(page, '#threshold-value', /^0\.50$/);
    assert.equal(await text(page, '#equation'), weights);
    await page.click('#redo');
    await text(page, '#threshold-value', /^0\.90$/);

    await page.click('#threshold-usual');
    await text(page, '#threshold-value', /^0\.50$/);
    assert.equal(await text(page, '#accuracy'), accuracy);
    await page.waitForSelector('#cutoff[hidden]');
    await page.click('[data-scene="three-classes"]');
    await page.waitForSelector('#threshold-row[hidden]');
  }));
