// A clock that jumps, and a tab that stands still: the run goes on, and makes up for nothing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, noWorker, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const path = '#preset=overlap&train.epochs=0&train.lr=0.01';
const hour = 3_600_000;

/** Runs in the page before its own scripts: its clocks can be set to another time. */
function clocks() {
  globalThis.ahead = 0;
  const [now, date] = [performance.now.bind(performance), Date];
  performance.now = () => now() + globalThis.ahead;
  globalThis.Date = class extends date {
    constructor(...args) {
      if (args.length > 0) super(...args);
      else super(date.now() + globalThis.ahead);
    }
    static now = () => date.now() + globalThis.ahead;
  };
}

/** Shows the figure, one step a frame, and plays. */
async function play(page) {
  await become(page);
  await page.evaluate(() => {
    globalThis.canvas = document.querySelector('.figure-canvas');
    globalThis.steps = () => Number(/\d+/.exec(document.querySelector('#clock').textContent));
  });
  await page.select('#speed', '1');
  await page.click('#play');
  await goesOn(page);
}

/** Waits until the run has gone on by some steps. */
async function goesOn(page) {
  const from = await page.evaluate(() => globalThis.steps());
  await page.waitForFunction((least) => globalThis.steps() > least, {}, from + 3);
}

/** Waits until an element has another content. */
async function changes(page, css) {
  const old = await page.$eval(css, (element) => element.outerHTML);
  await page.waitForFunction((view, before) => document.querySelector(view).outerHTML !== before, {}, css, old);
}

/** How many steps are taken in the next 16 frames. */
const stepsTaken = (page) =>
  page.evaluate(async () => {
    const from = globalThis.steps();
    for (let i = 0; i < 16; i++) await new Promise((done) => requestAnimationFrame(done));
    return globalThis.steps() - from;
  });

/** Asserts that it is the same program as in the beginning, and that nothing is said about it. */
async function unbroken(page) {
  assert.ok(await page.evaluate(() => globalThis.canvas === document.querySelector('.figure-canvas')), 'the program ended');
  assert.equal(await page.$eval('#notice-text', (notice) => notice.textContent), '');
}

test('where the clock jumps by an hour the run plays on, step by step, and so does what follows it', () =>
  use(lab, { path, before: clocks }, async (page) => {
    await play(page);
    await page.$eval('#cost-card', (card) => (card.open = true));
    await page.click('#plane');
    await text(page, '#cost-hand', /\d/);
    let lr = 0.01;
    for (const jump of [hour, -2 * hour, hour]) {
      await page.evaluate((ms) => (globalThis.ahead += ms), jump);
      const steps = await stepsTaken(page);
      assert.ok(steps <= 100, `${steps} steps in 16 frames`);
      await goesOn(page);
      for (const view of ['#cost-view .mean', '#cost-hand']) await changes(page, view);
      // Nor does the address, which is written a while after a change, wait for an hour.
      lr += 0.01;
      await page.$eval('#lr', (field) => (field.value = ''));
      await page.type('#lr', `${lr.toFixed(2)}\n`);
      await page.waitForFunction((change) => location.hash.includes(change), {}, `train.lr,${lr.toFixed(2)}`);
    }
    await unbroken(page);
  }));

test('a tab that was frozen for an hour goes on where it was', () =>
  use(lab, { path, alone: true, before: [clocks, noWorker] }, async (page) => {
    await play(page);
    const client = await page.createCDPSession();
    await client.send('Page.setWebLifecycleState', { state: 'frozen' });
    while (!(await page.evaluate(() => document.hidden))); // it answers, but its timers stand still
    const frozen = await page.evaluate((ms) => {
      globalThis.ahead += ms;
      return globalThis.steps();
    }, hour);
    await client.send('Page.setWebLifecycleState', { state: 'active' });
    await client.send('Emulation.setFocusEmulationEnabled', { enabled: true }); // it is seen again
    await page.waitForFunction(() => !document.hidden);
    const steps = (await page.evaluate(() => globalThis.steps())) - frozen + (await stepsTaken(page));
    assert.ok(steps <= 200, `${steps} steps in a moment`);
    await goesOn(page);
    await unbroken(page);
  }));
