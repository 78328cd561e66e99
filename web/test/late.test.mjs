// What comes when it is asked for: a first visit fetches nothing else, no press is lost on the way, and what can't be fetched is
// said.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { become, noWorker, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

// Choosing a scene scrolls at once: a button is where it is pressed.
const calm = [{ name: 'prefers-reduced-motion', value: 'reduce' }];

/** A file's name as it is called before the build gives it a hash. */
const plain = (url) => new URL(url).pathname.slice(1).replace(/\.[0-9a-zA-Z]{8,10}(?=\.\w+$)/, '') || 'index.html';

/** The names of what a page fetches from now on. */
function fetches(page) {
  const names = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) names.push(plain(request.url()));
  });
  return names;
}

/** Holds a script of the Lab back: `letGo` waits until it is asked for, and lets the request go: `continue`, or `abort`. */
async function holding(page, script, act) {
  const held = [];
  const hold = (request) => (plain(request.url()) === script ? held.push(request) : request.continue());
  await page.setRequestInterception(true);
  page.on('request', hold);
  const letGo = async (how) => {
    for (const end = Date.now() + 30_000; held.length === 0; await new Promise((done) => setTimeout(done, 20)))
      if (Date.now() > end) assert.fail(`${script} is not asked for`);
    await held.shift()[how]();
  };
  try {
    await act(letGo);
    assert.equal(held.length, 0);
  } finally {
    for (const request of held) await request.continue();
    page.off('request', hold);
    await page.setRequestInterception(false);
  }
}

test('a first visit fetches what its weight counts, and no more', async () => {
  for (const [width, height, touch] of [
    [1440, 900, false],
    [390, 844, true],
  ])
    await use(lab, { width, height, touch, firstVisit: true }, async (page) => {
      const names = fetches(page);
      await page.reload();
      await become(page);
      await page.waitForFunction(() => document.readyState === 'complete');
      // As FirstVisit of cmd/perceptron/site counts it, but for the manifest and its icon: a browser without tabs fetches
      // neither.
      const files = await readdir(new URL('../../dist/', import.meta.url));
      const counted = files.filter((name) => /^(index\.html|lab\..*)$/.test(name) && !/\.(br|gz)$/.test(name));
      const own = ['app.webmanifest', 'icon.svg'];
      const fetched = [...new Set(names)].filter((name) => !own.includes(name));
      assert.deepEqual(fetched.sort(), counted.map((name) => plain(`http://lab/${name}`)).sort());
    });
});

test('dialogs, cards, the glossary, a network’s diagram, Korean and presentation come when they are asked for, once', () =>
  use(lab, { firstVisit: true, media: calm }, async (page) => {
    await become(page);
    const names = fetches(page);
    const scripts = () => names.splice(0).filter((name) => /^(lab|words)-.*js$/.test(name) && name !== 'lab-shared.js');
    for (let i = 0; i < 2; i++) {
      await page.click('#share-button');
      await page.waitForSelector('#share[open]');
      await page.keyboard.press('Escape');
    }
    assert.deepEqual(scripts(), ['lab-dialogs.js']);
    await page.keyboard.press('?');
    await text(page, '#keys-list', /undo/);
    await page.keyboard.press('Escape');
    await page.click('#confusion-card summary');
    await page.waitForSelector('#confusion-card[open] table.confusion');
    assert.deepEqual(scripts(), ['lab-cards.js']);
    await page.focus('.figures .term');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#term-tip:not([hidden])');
    assert.deepEqual(scripts(), ['lab-terms.js']);
    await page.keyboard.press('Escape');
    await page.$eval('[data-scene="xor-mlp"]', (card) => card.click());
    await page.waitForSelector('.diagram .unit canvas');
    assert.deepEqual(scripts(), ['lab-parameters.js']);
    await page.click('#language [lang="ko"]');
    await text(page, '#confusion-card', /정밀도/);
    await text(page, '#unit-note', /[가-힣]/);
    assert.deepEqual(scripts(), ['words-ko.js']);
    await page.click('#language [lang="en"]');
    await text(page, '#confusion-card', /precision/);
    assert.deepEqual(scripts(), []);
    // With its own style sheet.
    await page.click('#present-button');
    await page.waitForFunction(() => document.querySelector('#present-view').checkVisibility());
    assert.deepEqual(scripts(), ['lab-present.js']);
  }));

test('a press on what is on its way acts once that is there: the last one', () =>
  use(lab, { firstVisit: true, alone: true, before: noWorker }, async (page) => {
    await become(page);
    const group = () => page.$eval('#side', (side) => side.dataset.group);
    await holding(page, 'lab-cards.js', async (letGo) => {
      await page.click('#group-change');
      await page.waitForSelector('#group-change[aria-busy="true"]');
      await page.click('#group-why');
      await page.waitForSelector('#group-why[aria-busy="true"]');
      assert.equal(await group(), 'watch');
      await letGo('continue');
      await page.waitForFunction(() => document.getElementById('side').dataset.group === 'why');
      await page.waitForFunction(() => document.querySelector('#step-card[open] #pushed-most li'));
    });
    assert.equal(await page.$('[aria-busy]'), null);
    await page.click('#group-change');
    assert.equal(await group(), 'change');
    assert.equal(await page.$eval('#lr', (field) => field.disabled), false);
  }));

test('what can’t be fetched is said where it was asked for, in the page’s language, and fetched with the next press', () =>
  use(
    lab,
    { firstVisit: true, alone: true, path: '?lang=ko', before: noWorker },
    async (page) => {
      await become(page);
      await holding(page, 'lab-dialogs.js', async (letGo) => {
        await page.click('#code-button');
        await letGo('abort');
        await page.waitForSelector('.term-tip[role="alert"]');
        const [said, under, beside] = await page.evaluate(() => {
          const [alert, button] = ['.term-tip[role="alert"]', '#code-button'].map((css) => document.querySelector(css));
          const [a, b] = [alert, button].map((element) => element.getBoundingClientRect());
          return [alert.textContent, a.top - b.bottom, a.left <= b.right && b.left <= a.right];
        });
        assert.match(said, /불러오지 못했습니다.*다시/);
        assert.ok(under >= 0 && under < 12 && beside, `${under} ${beside}`);
        await page.click('#code-button');
        assert.equal(await page.$('.term-tip[role="alert"]'), null);
        await letGo('continue');
        await page.waitForSelector('#code[open]');
        await text(page, '#code-text', /import torch/);
      });
    },
    { allowed: [/failed|Failed|lab-dialogs/] },
  ));

test('a page that begins with other cards waits for them, and comes without them if they can’t be fetched', () =>
  use(
    lab,
    // A service worker that has come meanwhile would ask for the script itself.
    { firstVisit: true, alone: true, before: noWorker },
    async (page) => {
      await holding(page, 'lab-cards.js', async (letGo) => {
        const gone = page.goto(`${lab.address}?group=why`);
        await letGo('abort');
        await gone;
        await become(page);
        assert.equal(await page.$eval('#side', (side) => side.dataset.group), 'watch');
        await text(page, '#notice-text', /could not be fetched/);
        await page.click('#group-why');
        await letGo('continue');
        await page.waitForFunction(() => document.querySelector('#step-card[open] #pushed-most li'));
      });
    },
    { allowed: [/failed|Failed|lab-cards/] },
  ));

test('texts that hang don’t leave the page empty', () =>
  use(lab, { firstVisit: true, alone: true, before: noWorker, path: 'icon.svg' }, (page) =>
    holding(page, 'words-ko.js', async (letGo) => {
      await page.goto(`${lab.address}?lang=ko`, { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('html[data-coming]');
      const seen = () => page.evaluate(() => getComputedStyle(document.body).visibility);
      assert.equal(await seen(), 'hidden');
      // It takes five seconds.
      await page.evaluate(() => document.body.getAnimations()[0].finish());
      assert.equal(await seen(), 'visible');
      await letGo('continue');
      await become(page);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'ko');
    }),
  ));

test('all of it works without a network after the first visit', () =>
  use(lab, { firstVisit: true, alone: true }, async (page) => {
    await become(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state));
    await page.setOfflineMode(true);
    await page.reload();
    await become(page);
    await page.click('#code-button');
    await text(page, '#code-text', /import torch/);
    await page.keyboard.press('Escape');
    await page.click('#group-all');
    await page.waitForFunction(() => document.querySelector('#rate input:enabled'));
    await page.click('#weights-button');
    await page.waitForSelector('#weights input:enabled');
    await page.click('.figures .term');
    await page.waitForSelector('#term-tip:not([hidden])');
    await page.click('#language [lang="ko"]');
    await page.waitForFunction(() => document.documentElement.lang === 'ko');
  }));
