// The page on paper.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, useLaidOut as use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** What is in the page while it is printed. */
const onPaper = (page) =>
  page.evaluate(() => {
    const seen = (css) =>
      [...document.querySelectorAll(css)].filter((one) => one.checkVisibility({ visibilityProperty: true })).length;
    return {
      drawing: seen('#plane > .poster'),
      copies: seen('#plane > .paper'),
      curve: seen('#curve > .paper'),
      canvas: seen('.figure-canvas'),
      buttons: seen('button:not(td button, .who)'),
      loading: seen('#loading'),
    };
  });

test('on paper: the run as it is drawn, none of the controls, and the run continues afterwards', () =>
  use(lab, {}, async (page) => {
    await become(page);
    await page.click('#finish');
    await text(page, '#clock', /1000 \/ 1000/);
    await page.emulateMediaType('print');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(await onPaper(page), { drawing: 1, copies: 0, curve: 1, canvas: 0, buttons: 0, loading: 0 });
    // The drawing shows this run as it is now, not its beginning: it has the trail.
    assert.ok((await page.$$eval('#plane > .poster path[stroke-opacity]', (all) => all.length)) > 10);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMediaType('screen');
    assert.equal(await page.$('.paper'), null);
    await page.pdf();
    await page.waitForSelector('main[data-figure="live"]');
    await text(page, '#clock', /1000 \/ 1000/);

    await page.click('#zoom-in');
    await page.waitForSelector('[data-zoomed]');
    await page.emulateMediaType('print');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(await onPaper(page), { drawing: 0, copies: 1, curve: 1, canvas: 0, buttons: 0, loading: 0 });
  }));

test('printing does not start the program again', () =>
  use(lab, {}, async (page) => {
    await become(page);
    await page.evaluate(() => (document.querySelector('.figure-canvas').dataset.first = 'yes'));
    await page.pdf();
    await page.click('#step');
    await text(page, '#clock', /epoch 1 /);
    assert.equal(await page.$eval('.figure-canvas', (canvas) => canvas.dataset.first), 'yes');
  }));
