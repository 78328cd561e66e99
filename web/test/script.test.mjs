// The page before its script is there, and if it never comes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { become, measureShift, open, use } from './harness.mjs';
import { plain } from './servers.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const isScript = (name) => /^\/lab\.\w+\.js$/.test(name);

let lab, server;
let altered = (data) => data;
/** The page's bytes as they are sent: all, or in parts. */
let inParts = (data) => data;
before(async () => {
  server = await plain(dist, {
    alter: (name, data) => (isScript(name) ? altered(data) : name === '/index.html' ? inParts(data) : data),
  });
  lab = { ...(await open()), address: server.address };
});
after(async () => {
  await lab?.close();
  server?.close();
});

/** Runs in the page: notes its first picture. */
function notePaint() {
  new PerformanceObserver((list) => {
    globalThis.painted ??= list.getEntriesByName('first-contentful-paint').length > 0 || undefined;
  }).observe({ type: 'paint', buffered: true });
}

/** Opens a page whose script is held back; `act` is given the page and what lets the script go. */
const holding = (options, path, act) =>
  use(lab, { ...options, path: 'icon.svg', firstVisit: true, before: [notePaint, measureShift] }, async (page) => {
    let letGo;
    const held = new Promise((go) => (letGo = go));
    const hold = async (request) => {
      if (isScript(new URL(request.url()).pathname)) await held;
      await request.continue();
    };
    await page.setRequestInterception(true);
    page.on('request', hold);
    const loaded = page.goto(lab.address + path);
    try {
      await act(page, letGo);
      await loaded;
      await become(page);
    } finally {
      letGo();
      page.off('request', hold);
      await page.setRequestInterception(false);
    }
  });

/**
 * Runs in the page: the lines in it that a GPU draws with a program of its own, which a first picture would wait for. Straight
 * ones and hairlines take none.
 */
function bentLines() {
  const straight = /^M[-\d.]+ [-\d.]+(?:[hv][-\d.]+|L[-\d.]+ [-\d.]+)$/;
  return [...document.querySelectorAll('svg:not(.sprite) :is(path, use, polyline)')].filter((line) => {
    const { stroke, strokeWidth } = getComputedStyle(line);
    const d = line.getAttribute('d') ?? '';
    return stroke !== 'none' && parseFloat(strokeWidth) > 1 && !straight.test(d) && line.getBoundingClientRect().width > 0;
  });
}

const english = () => Object.defineProperty(navigator, 'language', { value: 'en-GB' });

for (const [width, height] of [
  [1280, 720],
  [820, 1180],
  [360, 740],
])
  test(`${width} × ${height}: the page is seen before its script is there, which then moves nothing`, () =>
    holding({ width, height, touch: width < 900 }, '', async (page, letGo) => {
      await page.waitForFunction(() => globalThis.painted);
      // What is seen first may be its first lines: its picture is at their end.
      await page.waitForFunction(() => document.querySelector('.plane .poster')?.getBoundingClientRect().height > 100);
      assert.deepEqual(await page.evaluate(`(${bentLines})().map((line) => line.outerHTML)`), []);
      letGo();
      await become(page);
      assert.ok((await page.evaluate(() => globalThis.shift)) < 0.001);
    }));

test('nor does anything move while the page itself arrives', async () => {
  for (const [width, there, cut] of [
    [820, 'share-button', 'id="code-button"'],
    [820, 'share-button', '<div class="settings">'],
    [820, 'speed', '<option value="1000">'],
    [1280, 'side', '<div class="groups"'],
  ]) {
    let goOn;
    const more = new Promise((go) => (goOn = go));
    inParts = async function* (data) {
      const at = data.indexOf(cut);
      yield data.subarray(0, at);
      await more;
      yield data.subarray(at);
    };
    await holding({ width, height: 900 }, '', async (page, letGo) => {
      await page.waitForFunction((id) => document.getElementById(id), {}, there);
      for (let frame = 0; frame < 5; frame++) await page.evaluate(() => new Promise(requestAnimationFrame));
      goOn();
      await page.waitForFunction(() => globalThis.painted);
      letGo();
      await become(page);
      const moved = await page.evaluate(() => globalThis.shift);
      assert.ok(moved < 0.001, `${moved}, cut at ${cut}`);
    });
  }
  inParts = (data) => data;
});

test('but not with words or cards that would change', async () => {
  for (const path of ['?lang=ko', '?group=why', '#preset=xor'])
    await holding({}, path, async (page, letGo) => {
      await page.waitForFunction(() => document.querySelector('footer') ?? document.readyState === 'interactive');
      // A frame that isn't painted: the next one would be, if anything were.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      assert.equal(await page.evaluate(() => globalThis.painted), undefined, path);
      letGo();
      await page.waitForFunction(() => globalThis.painted);
    });
});

test('a script that doesn’t come, or can’t run, is missed aloud', async () => {
  const cases = {
    missing: () => assert.fail('no such file'),
    cut: (data) => data.subarray(0, data.length / 2),
    'cut between two statements': () => Buffer.from('const half = 1;'),
    'a page in its place': () => Buffer.from('<!doctype html><title>An app of one page</title>'),
    'of another time': (data) => Buffer.concat([Buffer.from('delete globalThis.matchMedia;'), data]),
  };
  for (const [name, alter] of Object.entries(cases))
    for (const path of ['', '?lang=ko']) {
      altered = alter;
      const act = async (page) => {
        await page.waitForFunction(() => document.querySelector('.broken').checkVisibility({ visibilityProperty: true }));
        assert.match(await page.$eval('.broken', (said) => said.textContent), /nothing here responds/, name);
      };
      try {
        await use(lab, { path, before: english }, act, { allowed: [/^console/, /^error/, /^failed: .*lab\.\w+\.js$/] });
      } finally {
        altered = (data) => data;
      }
    }
});

test('what loads the page again keeps its scene', async () => {
  altered = () => assert.fail('no such file');
  const act = async (page) => {
    await page.waitForFunction(() => document.querySelector('.broken').checkVisibility({ visibilityProperty: true }));
    altered = (data) => data;
    await Promise.all([page.waitForNavigation(), page.click('.broken a')]);
    await become(page);
    await page.waitForSelector('[data-scene="xor"][aria-pressed="true"]');
  };
  await use(lab, { path: '#preset=xor' }, act, { allowed: [/^console/, /^failed: .*lab\.\w+\.js$/] });
});
