// What views ask the program for while a run plays: one question a frame, every view in its turn, and about part of very many
// points, which they say.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab.close());

/** Questions that cards ask by themselves, however often the run changes. */
const asked = ['step', 'costs', 'landscape', 'limit', 'street', 'ledger', 'settling'];

/** Runs in the page: notes in which frame each question is asked. */
function note() {
  globalThis.questions = [];
  const stringify = JSON.stringify;
  JSON.stringify = (value, ...rest) => {
    if (value?.type) globalThis.questions.push([document.timeline.currentTime, value.type]);
    return stringify(value, ...rest);
  };
}

test('one question a frame while the run plays, and all get an answer', () =>
  use(lab, { path: '?group=all#n_samples=3000&epochs=0', before: note }, async (page) => {
    await become(page);
    await page.$$eval('.panels details', (all) => all.forEach((one) => (one.open = true)));
    await text(page, '#stage-says', /Around 375 of the 3000 points/);
    await page.click('#play');
    await text(page, '#stage-says', /only 2000 of the 3000 points that push are looked at/);
    await page.evaluate(() => (globalThis.questions = []));
    await page.waitForFunction(
      (all) => all.every((one) => globalThis.questions.some(([, type]) => type === one)),
      { polling: 200 },
      asked,
    );
    const frames = await page.evaluate((all) => globalThis.questions.filter(([, type]) => all.includes(type)), asked);
    const crowded = frames.filter(([at], i) => i > 0 && frames[i - 1][0] === at);
    assert.deepEqual(crowded, []);
    await page.click('#play');
    await page.waitForFunction(() => !/looked at/.test(document.querySelector('#stage-says').textContent));
  }));
