// The point in hand, by finger, keys and mouse: one at a time, and the same in every view.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, planeScale, text, useLaidOut as use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** A point of class 0 of the post's that stands alone, and a place without any. */
const [alone, empty] = [
  [-0.6, -0.62],
  [1.5, 0.9],
];
const views = ['step', 'sigmoid', 'cost', 'sum', 'landscape'];
const asked = (page) => page.$$eval('#queries tr:not(.edit)', (rows) => rows.length);
const tap = async (page, [x1, x2]) => {
  const { x, y } = await planeScale(page);
  await page.touchscreen.tap(x(x1), y(x2));
};
/** Which rows of the list are marked, and which are pressed, from 1. */
const rows = (page) =>
  page.$$eval('#pushed-most li', (all) => [
    all.flatMap((row, i) => (row.className === 'held' ? [i + 1] : [])),
    all.flatMap((row, i) => (row.firstChild.ariaPressed === 'true' ? [i + 1] : [])),
  ]);
const until = async (page, want) => {
  let found;
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((done) => setTimeout(done, 30))) {
    found = await rows(page);
    if (JSON.stringify(found) === JSON.stringify(want)) return;
  }
  assert.deepEqual(found, want);
};
/** What each view says about the point in hand, and where its ring is on the plane. */
const said = (page) =>
  page.evaluate((names) => {
    const hands = names.map((name) => document.querySelector(`#${name}-card :is(.view-hand, #sum-point)`).textContent);
    const rings = [...document.querySelectorAll('.figure-held')].filter((ring) => ring.checkVisibility());
    return [...hands, document.querySelector('#flow .is').textContent, rings.map((ring) => ring.style.transform).join()];
  }, views);

const whyOpen = (act, options) =>
  use(lab, { path: '?group=why', ...options }, async (page) => {
    await become(page);
    await page.evaluate((names) => {
      for (const name of names) document.querySelector(`#${name}-card`).open = true;
    }, views);
    await page.waitForFunction(() => document.querySelector('#pushed-most li'));
    await page.waitForFunction(() => document.querySelector('#landscape-hand').textContent !== '');
    await act(page);
  });

test('a finger takes a point in hand, on the plane and in the list; the next tap on it asks', () =>
  whyOpen(
    async (page) => {
      await tap(page, alone);
      await text(page, '#flow .is', /^it is class 0$/);
      await text(page, '.figure-tip.hover', /^p = 0\.\d+ · class \d.*point of class 0 \(−0\.6/);
      await text(page, '#step-card .view-hand', /^point of class 0 \(−0\.\d+, −0\.\d+\) pushes with −0\.\d+\.$/);
      await text(page, '#sigmoid-hand', /point of class 0/);
      await text(page, '#cost-hand', /point of class 0/);
      await text(page, '#sum-point', /^point of class 0/);
      assert.equal(await asked(page), 2);

      // In the list: another one, everywhere.
      const before = await said(page);
      await page.tap('#pushed-most li:nth-child(2) button');
      await until(page, [[2], [2]]);
      await page.waitForFunction(
        (old) => document.querySelector('#landscape-hand').textContent !== old,
        {},
        before[views.indexOf('landscape')],
      );
      const after = await said(page);
      for (const i of views.keys()) assert.notEqual(after[i], before[i], views[i]);
      const [ring, other] = [before.at(-1), after.at(-1)];
      for (const place of [ring, other]) assert.match(place, /^translate\(\S+px, \S+px\)$/);
      assert.notEqual(ring, other);
      // The plane says the same.
      const place = /\(.*\)/.exec(after[views.indexOf('sum')])[0];
      await text(page, '.figure-tip.hover', new RegExp(`${place.replace(/[()]/g, '\\$&')}`));

      // It stays while the run goes on, and is let go by another tap.
      await page.tap('#play');
      await text(page, '#clock', /epoch [1-9]/);
      await page.tap('#play');
      assert.equal((await said(page))[views.indexOf('sum')], after[views.indexOf('sum')]);
      await page.tap('#pushed-most li:nth-child(1) button');
      await until(page, [[1], [1]]);
      await page.tap('#pushed-most li:nth-child(1) button');
      await until(page, [[], []]);
      await text(page, '#step-card .view-hand', /has no class/);

      await tap(page, alone);
      await text(page, '#flow .is', /^it is class 0$/);
      assert.equal(await asked(page), 2);
      await tap(page, alone);
      await page.waitForFunction(() => document.querySelectorAll('#queries tr:not(.edit)').length === 3);
      await text(page, '#step-card .view-hand', /has no class/);
      await tap(page, alone);
      await text(page, '#flow .is', /^it is class 0$/);
      await tap(page, empty);
      await page.waitForFunction(() => document.querySelectorAll('#queries tr:not(.edit)').length === 4);
      await text(page, '#flow .is', /4/);
    },
    { width: 390, height: 844, touch: true },
  ));

test('by keys a row takes its point in hand while it has the focus, and keeps it when it is pressed', () =>
  whyOpen(async (page) => {
    await page.focus('#stage-next');
    await page.keyboard.press('Tab');
    while (!(await page.evaluate(() => document.activeElement.closest('#pushed-most')))) await page.keyboard.press('Tab');
    await until(page, [[1], []]);
    const name = await page.evaluate(() => document.activeElement.textContent);
    assert.match(name, /^no\. \d+ of class [01], push −?0\.\d{3}, share \d+(\.\d)?%$/);
    await page.keyboard.press('Tab');
    await until(page, [[2], []]);
    await page.keyboard.press('Enter');
    await until(page, [[2], [2]]);
    const kept = (await said(page))[views.indexOf('sum')];
    // Escape lets go of it, and Enter takes it again.
    await page.keyboard.press('Escape');
    await until(page, [[], []]);
    await page.keyboard.press('Enter');
    await until(page, [[2], [2]]);
    await page.keyboard.press('Tab');
    await until(page, [[3], []]);
    assert.notEqual((await said(page))[views.indexOf('sum')], kept);
    // A step puts the rows in another order; the focus stays in its row.
    await page.$eval('#step', (button) => button.click());
    await text(page, '#clock', /epoch 1 /);
    assert.equal(await page.evaluate(() => document.activeElement.parentElement.matches('li:nth-child(3)')), true);
    await page.focus('#stage-next');
    await text(page, '#sum-point', new RegExp(kept.replace(/[()]/g, '\\$&')));

    // On the plane the cross takes what it is on, and Enter keeps it.
    await page.evaluate(() => document.querySelector('#plane').focus());
    const { x, y } = await planeScale(page);
    const box = await page.$eval('#plane', (plane) => plane.getBoundingClientRect().toJSON());
    const to = [x(alone[0]) - (box.left + box.width / 2), y(alone[1]) - (box.top + box.height / 2)];
    for (const [i, keys] of [
      ['ArrowLeft', 'ArrowRight'],
      ['ArrowUp', 'ArrowDown'],
    ].entries())
      for (let n = Math.round(Math.abs(to[i]) / 10); n > 0; n--) await page.keyboard.press(keys[to[i] > 0 ? 1 : 0]);
    await text(page, '#sum-point', /^point of class 0 \(−0\.6/);
    await page.keyboard.press('Enter');
    await page.focus('#stage-next');
    await text(page, '#sum-point', /^point of class 0 \(−0\.6/);
    assert.equal(await asked(page), 2);
  }));

test('a mouse over a row takes its point in hand, and no other is; so it is in the table of points', () =>
  whyOpen(async (page) => {
    await page.hover('#pushed-most li:nth-child(3) button');
    await until(page, [[3], []]);
    assert.notEqual((await said(page)).at(-1), '');
    await text(page, '#flow .is', /^it is class [01]$/);
    await page.click('#pushed-most li:nth-child(3) button');
    await until(page, [[3], [3]]);
    await page.hover('#step-card .view-hand');
    await until(page, [[3], [3]]);
    await page.click('#pushed-most li:nth-child(3) button');
    await until(page, [[3], []]);
    await page.hover('#step-card .view-hand');
    await until(page, [[], []]);
    await text(page, '#flow .is', /^black/);

    // The point's own number is enough: it may be out of view.
    await page.click('#group-watch');
    await page.$eval('#points-card', (card) => (card.open = true));
    await page.waitForSelector('#points .point');
    await page.$eval('#zoom-in', (button) => {
      for (let i = 0; i < 12; i++) button.click();
    });
    await page.focus('#points .point:nth-of-type(1) .who');
    await page.keyboard.press('Enter');
    await text(page, '#flow .is', /^it is class [01]$/);
    await page.focus('#zoom-in');
    await text(page, '#flow .is', /^it is class [01]$/);
  }));

test('the plane rings the point in hand with no card open: the last asked one, or what the pointer is at', () =>
  use(lab, { path: '#kind=xor&n_samples=4&queries=0.25,0.5' }, async (page) => {
    await become(page);
    const corner = [0, 1];
    const ring = (want) =>
      page.waitForFunction(
        (far) => {
          const one = document.querySelector('.figure-held');
          const [x, y] = one.checkVisibility() ? one.style.transform.match(/[\d.]+/g).map(Number) : [];
          return far === null ? x === undefined : Math.hypot(x - far[0], y - far[1]) < 1.5;
        },
        {},
        want,
      );
    const { x, y } = await planeScale(page);
    const box = await page.$eval('#plane', (plane) => plane.getBoundingClientRect().toJSON());
    const at = ([x1, x2]) => [x(x1) - box.x, y(x2) - box.y];
    const last = await page.$$eval('#queries tr:not(.edit)', (rows) => /\((.*?), (.*?)\)/.exec(rows.at(-1).textContent).slice(1));
    await ring(at(last.map((number) => Number(number.replace('−', '-')))));
    // Some pixels beside the point: the ring is around the point, not the pointer.
    await page.mouse.move(x(corner[0]) + 5, y(corner[1]) + 4);
    await ring(at(corner));
    await page.mouse.move(x(0.6), y(0.9));
    await ring(null);
  }));
