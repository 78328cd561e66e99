// The browser's Back and Forward: each scene chosen from the gallery is an entry of its own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use, useAgain } from './harness.mjs';

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

test('a run that played when its page was left has come at least as far after Back', () =>
  use(lab, { path: '#preset=overlap&train.epochs=0' }, async (page) => {
    await become(page);
    await page.click('#play');
    await text(page, '#clock', /[1-9]\d/);
    const steps = () => page.$eval('#clock', (clock) => Number(/\d+/.exec(clock.textContent)));
    const left = await steps();
    await page.goto('about:blank');
    await page.goBack();
    await become(page);
    await page.waitForFunction((least) => Number(/\d+/.exec(document.querySelector('#clock').textContent)) >= least, {}, left);
    assert.match(await page.evaluate(() => location.hash), /step=\d+/);
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

test('Back returns to the previous run also where a group or a presentation has changed the address since', () =>
  use(lab, {}, async (page) => {
    await become(page);
    await choose(page, 'xor');
    await page.$eval('#group-change', (tab) => tab.click());
    await page.waitForFunction(() => location.search === '?group=change');
    await choose(page, 'and');
    await page.$eval('#group-why', (tab) => tab.click());
    await page.waitForFunction(() => location.search === '?group=why');
    await page.goBack();
    await chosen(page, 'xor');
    await page.goBack();
    await chosen(page, 'blog');
    await page.goForward();
    await chosen(page, 'xor');
  }));

test('Back leaves the look of the page, and the address says so', () =>
  use(lab, { path: '?present=step', width: 1440, height: 900 }, async (page) => {
    await become(page);
    const query = () => page.evaluate(() => location.search);
    const presents = () => page.evaluate(() => 'present' in document.documentElement.dataset);
    await choose(page, 'xor');
    await page.$eval('#present-button', (button) => button.click());
    await page.$eval('#group-compare', (tab) => tab.click());
    assert.equal(await query(), '?group=compare');
    await page.goBack();
    await chosen(page, 'blog');
    assert.deepEqual([await query(), await presents()], ['?group=compare', false]);
    await page.$eval('#present-button', (button) => button.click());
    assert.equal(await query(), '?group=compare&present=step');
    await page.goForward();
    await chosen(page, 'xor');
    assert.deepEqual([await query(), await presents()], ['?group=compare&present=step', true]);
  }));

test('address and gallery say what runs, however it came about', () =>
  useAgain(lab, {}, async (page) => {
    const says = (hash) => page.waitForFunction((source) => new RegExp(source).test(location.hash), {}, hash.source);
    await page.$$eval('#data-card, #csv', (all) => all.forEach((one) => (one.open = true)));
    await page.waitForSelector('#csv-use:enabled');
    await page.evaluate(() => {
      const table = document.querySelector('#csv-text');
      table.value = '1,2,0\n2,1,1\n';
      table.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector('[data-scene="spirals"]').click();
      document.querySelector('#csv-use').click();
    });
    await text(page, '#counts', /^11$/);
    await says(/kind=points&x=1,2;2,1/);
    assert.equal(await page.$('[data-scene][aria-pressed="true"]'), null);
    await page.evaluate(() => {
      for (const button of ['[data-scene="xor"]', '#undo', '#step']) document.querySelector(button).click();
    });
    await says(/kind=points&x=1,2;2,1.*step=1$/);
    assert.equal(await page.$('[data-scene][aria-pressed="true"]'), null);
    await page.evaluate(() => {
      document.querySelector('[data-scene="and"]').click();
      location.hash = 'preset=nowhere';
    });
    await chosen(page, 'and');
    await says(/^#preset=and$/);
    await page.evaluate(() => (location.hash = 'kind=xor&n_samples=4&manual_seed=1&lr=0.5&epochs=500&queries=0,0;0,1;1,0;1,1'));
    await chosen(page, 'xor');
    await says(/^#preset=xor$/);
  }));

test('where the browser lets no page change its address, as in a frame without an origin, the Lab goes on', () =>
  use(
    lab,
    {
      path: '?lang=en',
      before: () => {
        history.pushState = history.replaceState = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      },
    },
    async (page) => {
      await become(page);
      await choose(page, 'xor');
      await page.click('#epoch');
      await text(page, '#clock', /^epoch 1 /);
      await page.click('#language [lang="ko"]');
      await page.waitForSelector('html[lang="ko"]');
      assert.equal(await page.evaluate(() => location.hash), '');
    },
  ));
