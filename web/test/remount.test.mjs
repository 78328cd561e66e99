// The program mounted again: whatever is not the run itself goes along, too.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, loseContext, open, planeScale, resize, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const count = (page, css, want) => page.waitForFunction((all, n) => document.querySelectorAll(all).length === n, {}, css, want);
const compared = (page, n) => count(page, '#others > div', n);
const asked = (page, n) => count(page, '#queries tr:not(.edit)', n);

/** The page's zoom: another pixel ratio, another width, and another canvas for the figure. */
async function zoomPage(page, ratio) {
  await page.evaluate(() => (globalThis.old = document.querySelector('.figure-canvas')));
  await page.setViewport({ ...page.viewport(), width: 1200, deviceScaleFactor: ratio });
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.figure-canvas');
    return canvas && canvas !== globalThis.old && document.querySelector('main.lab').dataset.figure === 'live';
  });
}

test('what can be undone, a pinned run and the race outlive a lost context, and the page’s zoom', () =>
  use(lab, { height: 1400, coarse: false }, async (page) => {
    await become(page);
    await page.$eval('#compare-card', (card) => (card.open = true));
    await page.click('#epoch');
    await page.click('#pin');
    await compared(page, 1);
    await page.click('#race');
    await compared(page, 7);
    const at = await planeScale(page);
    await page.mouse.click(at.x(0.9), at.y(1.2));
    await asked(page, 3);

    await loseContext(page);
    await compared(page, 7);
    await page.click('#undo');
    await asked(page, 2);
    await page.click('#redo');
    await asked(page, 3);
    await page.click('#undo');
    await asked(page, 2);

    await zoomPage(page, 1);
    await compared(page, 7);
    await page.click('#redo');
    await asked(page, 3);
    await page.click('#undo');
    await page.click('#undo');
    await compared(page, 1);
    await page.click('#undo');
    await compared(page, 0);
    await page.waitForSelector('#undo:disabled');
  }));

test('what is pressed just before a context is lost is not forgotten', () =>
  use(lab, {}, async (page) => {
    await become(page);
    await page.evaluate(() => {
      const press = () => {
        for (const css of ['[data-tool="erase"]', '#log-loss', '#step', '#zoom-in']) document.querySelector(css).click();
      };
      document.addEventListener('webglcontextlost', press, { capture: true, once: true });
    });
    await loseContext(page);
    await page.waitForSelector('[data-tool="erase"][aria-checked="true"]');
    await page.waitForSelector('#log-loss[aria-pressed="true"]');
    await page.waitForSelector('main.lab[data-zoomed]');
    await text(page, '#clock', /\b1 \/ 1000/);
  }));

test('a figure that is lost while it comes back keeps what the last one had', () =>
  use(
    lab,
    { height: 1400, coarse: false },
    async (page) => {
      await become(page);
      const at = await planeScale(page);
      await page.mouse.click(at.x(0.9), at.y(1.2));
      await asked(page, 3);
      // The next canvas is lost as soon as it is there, before the program in it has taken a tick.
      await page.evaluate(() => {
        const lose = () =>
          document.querySelector('.figure-canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
        const seen = new MutationObserver(() => {
          const canvas = document.querySelector('.figure-canvas');
          if (!canvas || canvas === globalThis.first) return;
          seen.disconnect();
          lose();
        });
        globalThis.first = document.querySelector('.figure-canvas');
        seen.observe(document.querySelector('main.lab'), { childList: true, subtree: true });
        lose();
      });
      await page.waitForFunction(() => {
        const canvas = document.querySelector('.figure-canvas');
        return canvas && canvas !== globalThis.first && document.querySelector('main.lab').dataset.figure === 'live';
      });
      await asked(page, 3);
      await page.click('#undo');
      await asked(page, 2);
      await page.click('#redo');
      await asked(page, 3);
    },
    { allowed: [/exit code/] },
  ));

test('where a browser allows few pixels, as Firefox that resists fingerprints, they are as many, in a larger window, too', () =>
  use(
    lab,
    {
      dpr: 2,
      width: 1000,
      coarse: false,
      before: () => {
        const real = WebGL2RenderingContext.prototype.getParameter;
        WebGL2RenderingContext.prototype.getParameter = function (name) {
          return name === this.MAX_TEXTURE_SIZE ? 1024 : real.call(this, name);
        };
      },
    },
    async (page) => {
      for (const width of [1000, 1280, 1300]) {
        await resize(page, width, 720);
        await become(page);
        const [longest, ratio] = await page.$eval('.figure-canvas', ({ width, height, clientWidth }) => [
          Math.max(width, height),
          width / clientWidth,
        ]);
        assert.ok(longest < 1024 && longest > 1024 / 1.5, `${longest} pixels, of 1024`);
        assert.ok(ratio < 2);
      }
    },
  ));
