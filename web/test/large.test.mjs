// 100,000 points and more: what the cards say is of all of them, or of how many is said; changes of one take little memory.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, countDraws, framed, keepMemory, open, planeScale, rests, text, use, useSharp } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const show = (page, ...cards) =>
  page.evaluate((names) => names.forEach((name) => (document.querySelector(`#${name}-card`).open = true)), cards);
const counted = (page) => page.$$eval('#confusion tbody td', (cells) => cells.map((c) => c.textContent));
const hidden = (page, selector) => page.waitForFunction((css) => document.querySelector(css).hidden, {}, selector);

test('100,000 points: street, limit and right and wrong of all of them', () =>
  use(lab, { path: '?group=all#n_samples=100000&cluster_std=0.1&epochs=0' }, async (page) => {
    await become(page);
    await show(page, 'margin', 'confusion');
    await text(page, '#margin-state', /^Some line has all points/);
    await page.waitForFunction(() => document.querySelectorAll('.figure-street .hull').length === 2);
    await text(page, '#margin', /limit/);
    await page.waitForFunction(() => !document.querySelector('#settling').hidden);
    const cells = (await counted(page)).filter((cell) => /^[\d\s,]+$/.test(cell)).map((cell) => Number(cell.replace(/\D/g, '')));
    assert.equal(
      cells.reduce((sum, n) => sum + n, 0),
      100_000,
    );
    await hidden(page, '#confusion-sampled');
    assert.doesNotMatch(await text(page, '#margin'), /evenly spaced/);
    // A run that plays has less time for the limit, and says so, on the rate's slider, too.
    await page.click('#play');
    await text(page, '#margin', /From 20.?000 of the 100.?000 points, evenly spaced\./);
    await text(page, '#rate-zone', /From 20.?000 of the 100.?000 points, evenly spaced\./);
    await page.click('#play');
    for (const place of ['#margin', '#rate-zone'])
      await page.waitForFunction((css) => !/evenly/.test(document.querySelector(css).textContent), {}, place);
  }));

test('a network that plays counts some, and says so; beyond 100,000 points there is no street, for that reason', () =>
  use(lab, { path: '?group=all#kind=moons&n_samples=100000&layers=2,8,8,1&batch_size=0&epochs=0' }, async (page) => {
    await become(page);
    await show(page, 'margin', 'confusion');
    await text(page, '#margin-state', /^Only for two classes and a single neuron\.$/);
    await hidden(page, '#confusion-sampled');
    await page.click('#play');
    await text(page, '#confusion-sampled', /^From 9.?523 of the 100.?000 points, evenly spaced\.$/);
    await page.click('#play');
    await hidden(page, '#confusion-sampled');
    await page.goto(`${page.url().split('#')[0]}#n_samples=100001`);
    await page.reload();
    await become(page);
    await show(page, 'margin');
    await text(page, '#margin-state', /^Looked into for up to 100.000 points\.$/);
    await text(page, '#margin', /limit/);
  }));

test('a step that takes seconds is taken in parts and can be paused within; the loss comes when it is found', () =>
  use(lab, { path: '#kind=moons&n_samples=150000&layers=2,64,64,64,1&batch_size=0&epochs=0' }, async (page) => {
    await become(page);
    await page.click('#play');
    await text(page, '#clock', /^epoch 0 · next step [1-9]\d?%$/);
    await text(page, '#loss', /^–$/);
    await page.click('#play');
    await text(page, '#clock', /^epoch 0$/);
    await text(page, '#loss', /^0\.\d{5}$/);
  }));

test('one of 120,000 points is added and dragged within little memory, and the picture is as if all were drawn again', () =>
  useSharp(lab, { path: '#n_samples=120000&cluster_std=0.1&epochs=0', before: [keepMemory, countDraws] }, async (page) => {
    await become(page);
    await rests(page);
    const at = await planeScale(page);
    const held = () => page.evaluate(() => globalThis.memory.buffer.byteLength / 1e6);
    const picture = async () => {
      await page.mouse.move(1, 1);
      await rests(page);
      const [x, y] = [at.x(-1.2), at.y(0.7)]; // between the labels of the asked points
      const clip = { x, y, width: at.x(1.3) - x, height: at.y(-0.7) - y };
      return Buffer.from(await page.screenshot({ clip, captureBeyondViewport: false }));
    };
    const before = await held();
    await page.click('[data-tool="add0"]');
    await page.mouse.click(at.x(0.5), at.y(-0.5));
    await page.click('[data-tool="move"]');
    await page.mouse.move(at.x(-0.5), at.y(0.5));
    await page.mouse.down();
    for (let i = 1; i <= 5; i++) {
      await page.mouse.move(at.x(-0.5 + i / 50), at.y(0.5));
      await framed(page);
    }
    await page.mouse.up();
    const patched = await picture();
    const more = (await held()) - before;
    assert.ok(more < 10, `${more.toFixed(1)} MB more`);
    for (const button of ['#zoom-in', '#fit']) await page.click(button);
    assert.ok(patched.equals(await picture()), 'drawn again it is another picture');
  }));
