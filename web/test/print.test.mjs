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

test('a dark page is light on paper, with a curve of dark ink beside its numbers, and dark again afterwards', () =>
  use(lab, { coarse: false }, async (page) => {
    await become(page);
    await page.click('#theme');
    await page.click('#theme');
    await page.click('#finish');
    await text(page, '#clock', /1000 \/ 1000/);
    const height = await page.$eval('#curve', (curve) => curve.clientHeight);
    const isDark = (canvas) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      const lights = [];
      for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) lights.push(data[i + 1]);
      return Math.min(...lights) < 0x40;
    };
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMediaType('print');
    // A sheet's width, for which the page has another curve.
    await page.setViewport({ ...page.viewport(), width: 680, height: 880 });
    assert.equal(await page.$eval('#curve', (curve) => curve.clientHeight), height);
    assert.equal(await page.$eval('#curve', (curve) => getComputedStyle(curve).colorScheme), 'light');
    await page.waitForFunction(() => document.querySelector('#curve > .paper').complete);
    assert.equal(await page.$eval('#curve > .paper', isDark), true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMediaType('screen');
    assert.equal(await page.$eval('#curve', (curve) => getComputedStyle(curve).colorScheme), 'dark');
  }));

test('a post on wide paper fills it, with all its pictures', () =>
  use(lab, { path: 'en/', media: [{ name: 'prefers-color-scheme', value: 'dark' }] }, async (page) => {
    await page.emulateMediaType('print');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.ok(await page.$eval('h1', (title) => title.clientWidth > 600));
    assert.equal(await page.$eval('h1', (title) => getComputedStyle(title).colorScheme), 'light');
    assert.deepEqual(await page.$$eval('perceptron-lab > img[loading=lazy]', (all) => all.length), 0);
    await page.emulateMediaType('screen');
  }));
