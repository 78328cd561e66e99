// A browser that lacks what a figure needs, for its age or because it was switched off: the still picture and a sentence, in the
// Lab and in a post.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Runs in the page before its own scripts. */
const without = {
  WebAssembly: () => delete globalThis.WebAssembly,
  ResizeObserver: () => delete globalThis.ResizeObserver,
  IntersectionObserver: () => delete globalThis.IntersectionObserver,
};
const sentences = {
  en: /^This browser is too old .*what you see is a still picture/,
  ko: /^이 브라우저는 너무 .*정지 화면을 대신/,
};

for (const [name, before] of Object.entries(without)) {
  test(`without ${name} the Lab keeps its still picture, and says why`, () =>
    use(lab, { before }, async (page) => {
      await become(page, 'unsupported');
      for (const [language, sentence] of Object.entries(sentences)) {
        await choose(page, language);
        await text(page, '#notice-text', sentence);
      }
      assert.equal(await page.$eval('.poster', (poster) => poster.checkVisibility({ visibilityProperty: true })), true);
      await page.$eval('#gallery', (gallery) => gallery.scrollIntoView());
      await page.waitForFunction(() => document.querySelector('#gallery img').naturalWidth > 0);
    }));

  test(`without ${name} the figures of a post keep their still pictures, and say why`, async () => {
    for (const [language, sentence] of Object.entries(sentences))
      await use(lab, { path: `${language}/`, before }, async (page) => {
        const figure = await page.waitForSelector('perceptron-lab[views]');
        await figure.scrollIntoView();
        await page.waitForFunction((one) => one.state === 'unsupported', {}, figure);
        const said = await figure.evaluate((one) => one.shadowRoot.querySelector('.cover').textContent);
        assert.match(said, sentence);
        assert.equal(await figure.evaluate((one) => one.querySelector('img, svg').checkVisibility()), true);
      });
  });
}
