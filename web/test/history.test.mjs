// The browser's Back and Forward: each scene chosen from the gallery is an entry of its own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const choose = async (page, scene) => {
  await page.$eval(`[data-scene="${scene}"]`, (card) => card.click());
  await chosen(page, scene);
};
const chosen = (page, scene) => page.waitForSelector(`[data-scene="${scene}"][aria-pressed="true"]`);

test('Back returns to the previous run, with its changes and its step; Forward to the next', () =>
  use(lab, {}, async (page) => {
    await become(page);
    await chosen(page, 'blog');
    const first = await text(page, '#loss', /\d/);
    await choose(page, 'xor');
    await page.$eval('#finish', (button) => button.click());
    await text(page, '#clock', /500 \/ 500/);
    await choose(page, 'and');
    await page.$eval('#epoch', (button) => button.click());
    await page.waitForFunction(() => location.hash === '#preset=and&step=1');
    const before = await page.evaluate(() => history.length);
    await page.goBack();
    await chosen(page, 'xor');
    await text(page, '#clock', /500 \/ 500/);
    await page.goBack();
    await chosen(page, 'blog');
    await text(page, '#loss', new RegExp(first.replace('.', '\\.')));
    await page.goForward();
    await page.goForward();
    await chosen(page, 'and');
    await text(page, '#clock', /\b1 \/ 500/);
    assert.equal(await page.evaluate(() => history.length), before);
  }));

test('a scene chosen again without changes makes no new entry', () =>
  use(lab, { path: '#preset=xor' }, async (page) => {
    await become(page);
    await chosen(page, 'xor');
    const before = await page.evaluate(() => history.length);
    await choose(page, 'xor');
    await page.waitForFunction(() => location.hash === '#preset=xor');
    assert.equal(await page.evaluate(() => history.length), before);
  }));
