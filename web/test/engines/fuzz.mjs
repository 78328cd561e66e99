// Random acts on a figure and on the Lab in Firefox and WebKit, by a seed: ROUNDS and SEED in the environment,
// without them 100 rounds of seed 1 on each. What must hold is what fuzz.test.mjs asks of Chromium. Run by `make engines`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as element from '../fuzz/element.mjs';
import { beginEpisode, carryOut, seeds } from '../fuzz/episodes.mjs';
import { begin } from '../fuzz/figure.mjs';
import * as labPage from '../fuzz/lab.mjs';
import { noWorker } from '../harness.mjs';
import { plain } from '../servers.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

const usual = 100;

let server;
before(async () => (server = await plain(fileURLToPath(new URL('../../../dist', import.meta.url)))));
after(() => server?.close());

/** Runs in the page: keeps what goes wrong, as the events of Chromium's pages do. */
function watch() {
  globalThis.wrongs = [];
  const { error } = console;
  console.error = (...told) => {
    globalThis.wrongs.push(`console: ${told.join(' ')}`);
    error.apply(console, told);
  };
  addEventListener('error', ({ message }) => globalThis.wrongs.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => globalThis.wrongs.push(`error: ${reason}`));
}

const wrongsIn = (page) => page.evaluate(() => globalThis.wrongs.splice(0));

/** Keeps the pointer in the window: these drivers refuse other places. */
function keepWithin({ page }) {
  const [move, wheel] = [page.mouse.move, page.mouse.wheel].map((act) => act.bind(page.mouse));
  let at = [0, 0];
  page.mouse.move = async (...to) => {
    const size = await page.evaluate(() => [innerWidth, innerHeight]);
    at = to.map((place, i) => Math.min(Math.max(place, 0), size[i] - 1));
    await move(...at);
  };
  // The window may be smaller by now.
  page.mouse.wheel = async (given) => {
    await page.mouse.move(...at);
    await wheel(given);
  };
}

const engines = [
  ['Firefox', firefox],
  ['WebKit', webkit],
];

for (const [name, launch] of engines)
  test(`whatever is done to a figure in ${name}, it lives, says no nonsense, and is what its session says`, async () => {
    const browser = await launch();
    try {
      const { page } = browser;
      keepWithin(browser);
      await browser.open(`${server.address}post.html`);
      await page.evaluate(watch);
      await begin(page, '<perceptron-lab id="fuzzed" toolbar="full" views="plane curve" loading="eager"></perceptron-lab>');
      for (const seed of seeds(usual)) {
        const episode = beginEpisode(seed);
        await carryOut(episode, page, element, { without: ['fingers'] }); // neither driver has two
        await element.holds(page, page, episode.doing());
        assert.deepEqual(element.unsaid(await wrongsIn(page)), [], episode.doing());
      }
    } finally {
      await browser.close();
    }
  });

for (const [name, launch] of engines)
  test(`whatever is done to the Lab in ${name}, it lives, and address, Share, gallery and file are what runs`, async () => {
    const [browser, other] = [await launch(), await firefox()];
    try {
      await other.open(`${server.address}post.html`);
      await begin(other.page);
      const { page } = browser;
      keepWithin(browser);
      // Neither emulates paper and themes; two fingers and the way through the history that the acts take they don't have either.
      page.emulateMediaType = page.emulateMediaFeatures = async () => {};
      for (const script of [watch, noWorker, labPage.watch]) await page.evaluateOnNewDocument(script);
      for (const seed of seeds(usual)) {
        const episode = beginEpisode(seed);
        const { random, done, doing } = episode;
        done.push(labPage.addressFrom(random));
        await browser.open('about:blank');
        await browser.open(server.address + done[0]);
        await page.waitForFunction(() => document.querySelector('main.lab')?.dataset.figure === 'live');
        await carryOut(episode, page, labPage, {
          without: ['fingers', 'history', 'media'],
          // A page that is loaded again has buttons that Firefox has enabled, until its script begins.
          before: () => page.waitForFunction(() => document.querySelector('main.lab')?.dataset.figure),
        });
        await labPage.holds(page, other.page, doing());
        assert.deepEqual(labPage.unsaid(await wrongsIn(page), done), [], doing());
      }
    } finally {
      await browser.close();
      await other.close();
    }
  });
