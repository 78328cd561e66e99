// A scene that stops the program is not started again when the page is opened again.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Runs in the page: until it is repaired, any drawing ends the program. */
function crash() {
  const mended = () => {
    try {
      return localStorage.getItem('mended') !== null;
    } catch {
      return false;
    }
  };
  const real = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...args) {
    if (!mended()) throw new Error('crash on purpose');
    return real.apply(this, args);
  };
}
const mend = (page) => page.evaluate(() => localStorage.setItem('mended', 'yes'));
const allowed = [
  /crash on purpose/,
  /<perceptron-lab.*stopped the program|<perceptron-lab.*ended again/,
  /exit code/,
  /goroutine|panic|syscall\/js|\.go:/,
  /already exited/,
];

test('opened again, the Lab comes up without the scene that stopped it, says which, and starts it when asked', () =>
  use(
    lab,
    { path: '#kind=moons&n_samples=42', before: crash },
    async (page) => {
      await become(page, 'stopped');
      await mend(page);
      for (let i = 0; i < 2; i++) {
        await page.reload();
        await become(page);
        assert.match(await text(page, '#notice.shown #notice-text'), /kind=moons.*not started/);
        await text(page, '#counts', /5050/);
        assert.match(await page.evaluate(() => location.hash), /kind=moons/);
      }
      await page.click('#begin');
      await text(page, '#counts', /2121/);
      await page.waitForSelector('#notice:not(.shown)');
      await page.reload();
      await become(page);
      await text(page, '#counts', /2121/);
    },
    { allowed },
  ));

test('another scene can be chosen instead; the blog post’s own waits for the button', () =>
  use(
    lab,
    { before: crash },
    async (page) => {
      await become(page, 'stopped');
      await mend(page);
      await page.reload();
      await text(page, '#notice.shown #notice-text', /blog.*not started/);
      assert.notEqual(await page.$eval('main.lab', (main) => main.dataset.figure), 'live');
      await page.click('#begin');
      await become(page);
      await page.evaluate(() => localStorage.removeItem('mended'));
      await page.evaluate(() => (location.hash = 'kind=circles'));
      await become(page, 'stopped');
      await mend(page);
      await page.reload();
      await become(page);
      await text(page, '#notice.shown #notice-text', /circles/);
      await page.click('[data-scene="xor"]');
      await page.waitForSelector('#notice:not(.shown)');
      assert.equal(await page.evaluate(() => location.hash), '#preset=xor');
    },
    { allowed },
  ));

test('a page that is left while it loads, or can’t store anything, is not held back', () =>
  use(
    lab,
    {
      path: '#kind=moons',
      before: () =>
        Object.defineProperty(globalThis, 'sessionStorage', {
          get: () => {
            throw new Error('denied');
          },
        }),
    },
    async (page) => {
      await become(page);
      await page.reload();
      await become(page);
      assert.equal(await page.$eval('#notice', (notice) => notice.classList.contains('shown')), false);
    },
  ));

test('an element keeps its still picture and says why', () =>
  use(
    lab,
    { path: 'post.html', before: crash },
    async (page) => {
      const cover = (pattern) =>
        page.waitForFunction(
          (source) =>
            new RegExp(source).test(document.querySelector('perceptron-lab').shadowRoot.querySelector('.cover').textContent),
          {},
          pattern.source,
        );
      await page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'stopped');
      await mend(page);
      await page.reload();
      await cover(/stopped the program.*not started again; what you see is a still picture/);
      assert.equal(await page.$eval('perceptron-lab', (figure) => figure.state), 'waiting');
      await page.$eval('perceptron-lab', (figure) => figure.shadowRoot.querySelector('.cover button').click());
      await page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'live');
    },
    { allowed },
  ));
