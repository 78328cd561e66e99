// Predict, then run: a line drawn by hand and a guess of p, compared with what the run made of them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, planeScale, swipe, text, use, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const opening = (act) => async (page) => {
  await become(page);
  await page.$eval('#predict-card', (card) => (card.open = true));
  await text(page, '#predict-note');
  await act(page);
};
const opened = (options, act) => use(lab, options, opening(act));
const again = (act, scene) => useAgain(lab, {}, opening(act), scene);

const handles = '.figure-guess .handle';
const centre = (page, i) =>
  page.$$eval(
    handles,
    (all, at) => {
      const box = all[at].getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    },
    i,
  );
async function drag(page, i, to) {
  await page.mouse.move(...(await centre(page, i)));
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}
const at = async (page, i, [x, y]) => {
  const [hx, hy] = await centre(page, i);
  assert.ok(Math.hypot(hx - x, hy - y) < 1.5, `handle ${i} at ${hx}, ${hy}: want ${x}, ${y}`);
};
const outcome = (page, pattern) => text(page, '#predict-outcome', pattern);
const seen = (page, selector) => page.$eval(selector, (one) => one.checkVisibility());

test('a line drawn by the mouse and a guess of p are compared with the end of the run', () =>
  opened({}, async (page) => {
    assert.equal(await seen(page, '#predict-run'), false);
    await page.click('#predict-draw');
    const scale = await planeScale(page);
    const [low, high] = [
      [scale.x(-1), scale.y(-1)],
      [scale.x(1), scale.y(1)],
    ];
    await drag(page, 0, low);
    await drag(page, 1, high);
    await at(page, 0, low);
    await at(page, 1, high);
    assert.equal((await text(page, '#clock')).startsWith('epoch 0'), true);
    await page.$eval('#predict-p', (slider) => {
      slider.value = '0.8';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await text(page, '#predict-from', /Guessed at step 0, epoch 0\./);

    await page.click('#predict-run');
    const said = await outcome(page, /At the end of the run/);
    // The blog's line ends near x₁ = x₂.
    const [, angle, gap] = /differ by ([\d.]+)° in direction, and by ([\d.]+) in place/.exec(said);
    assert.ok(Number(angle) < 10 && Number(gap) < 0.2, said);
    const [, yours, models] = /Your line has ([\d.]+)% of the points on the right side, the model’s ([\d.]+)%/.exec(said);
    assert.ok(Number(yours) > 90 && Number(models) > 90, said);
    const [, p, off] = /you guessed p = 0\.80; it is ([\d.]+), ([\d.]+) (?:more|less)/.exec(said);
    assert.ok(Math.abs(Math.abs(Number(p) - 0.8) - Number(off)) < 0.006, said);

    // It stays in other words and another theme; its handles are gone.
    assert.equal(await page.$(handles), null);
    assert.ok(await page.$eval('.figure-guess .guess', (way) => way.getAttribute('d').startsWith('M')));
    await choose(page, 'ko');
    await outcome(page, /학습이 끝난 지금:.*방향이 [\d.]+° 다르고/);
    await page.click('#theme');
    await outcome(page, /p = 0\.80/);

    // Back at the beginning it may be changed; with another scene it goes, and that is said.
    await page.click('#reset');
    await page.waitForSelector(handles);
    await at(page, 0, low);
    await page.$eval('[data-scene="and"]', (button) => button.click());
    await text(page, '#predict-dropped', /지웠습니다/);
    assert.equal(await page.$('.figure-guess .guess'), null);
  }));

test('by keys alone, and no part of the link', () =>
  again(async (page) => {
    await page.focus('#predict-draw');
    await page.keyboard.press('Enter');
    await page.waitForSelector(handles);
    const [x, y] = await centre(page, 0);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Handle 1 of your line');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Shift');
    await page.waitForFunction(
      (css, want) => Math.abs(document.querySelector(css).getBoundingClientRect().y - want) < 60,
      {},
      handles,
      y,
    );
    await at(page, 0, [x + 10, y + 40]);
    assert.match(await page.$eval(handles, (one) => one.getAttribute('aria-valuetext')), /^\(−?[\d.]+, −?[\d.]+\)$/);
    assert.doesNotMatch(await page.evaluate(() => location.hash), /guess|predict/);
    await page.click('#step');
    await outcome(page, /At epoch 1, so far/);
    await page.click('#predict-clear');
    await page.waitForSelector('#predict-draw', { visible: true });
    assert.equal(await seen(page, '#predict-outcome'), false);
  }));

test('other points take a guess away, even if they are as many, and of as many classes', () =>
  again(async (page) => {
    await page.click('#predict-draw');
    await page.waitForSelector('#predict-clear', { visible: true });
    // The same points with another learning rate are the same question.
    await page.evaluate(() => (location.hash = 'kind=points&x=0,0;1,1;0,1;1,0&y=0,1,0,1&train.lr=0.5'));
    await page.waitForFunction(() => document.querySelector('#rate input').value === '0.5');
    assert.equal(await seen(page, '#predict-dropped'), false);
    await page.evaluate(() => (location.hash = 'kind=points&x=0,0;1,1;0,1;1,0.5&y=0,1,0,1'));
    await text(page, '#predict-dropped', /guess made for the one before is gone/);
    assert.equal(await seen(page, '#predict-clear'), false);
  }, 'kind=points&x=0,0;1,1;0,1;1,0&y=0,1,0,1'));

test('of a network p is guessed; of three classes nothing', () =>
  again(async (page) => {
    await text(page, '#predict-note', /boundary bends/);
    assert.equal(await seen(page, '#predict-draw'), false);
    assert.equal(await seen(page, '#predict-share'), true);
    await page.evaluate(() => (location.hash = 'preset=three-classes'));
    await text(page, '#predict-note', /two classes/);
    assert.equal(await seen(page, '#predict-share'), false);
  }, 'preset=xor-mlp'));

test('a finger drags a handle, and the zoom takes the line along', () =>
  opened({ width: 390, height: 844, touch: true }, async (page) => {
    await page.$eval('#predict-draw', (button) => button.click());
    await page.$eval('#plane', (plane) => plane.scrollIntoView());
    const [x, y] = await centre(page, 1);
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(page, [x, y], [x - 20, y + 70]);
    assert.equal(await page.evaluate(() => scrollY), scrolled);
    await at(page, 1, [x - 20, y + 70]);
    const [x2, y2] = await centre(page, 1);
    await page.tap('#zoom-in');
    await page.waitForFunction(
      (css, old) => Math.abs(document.querySelectorAll(css)[1].getBoundingClientRect().y - old) > 12,
      {},
      handles,
      y2,
    );
    await page.tap('#fit');
    await page.waitForFunction(
      (css, old) => Math.abs(document.querySelectorAll(css)[1].getBoundingClientRect().x + 15 - old) < 6,
      {},
      handles,
      x2,
    );
  }));
