// Presentation: large text, the rest hidden, remembered by the address; the canvas follows its views.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const hidden = (page, css) => page.$eval(css, (element) => element.offsetParent === null);

test('presentation hides what an audience doesn’t need, and the address remembers it', () =>
  use(lab, { width: 1440 }, async (page) => {
    await become(page);
    await page.click('#present-button');
    await page.waitForFunction(() => location.search === '?present');
    assert.equal(await hidden(page, '#scenes'), true);
    assert.equal(await hidden(page, '#equation'), false);
    // The canvas lies over the plane, and a tip holds its words.
    await page.waitForFunction(() => {
      const plane = document.querySelector('#plane').getBoundingClientRect();
      const canvas = document.querySelector('.figure-canvas').getBoundingClientRect();
      return Math.abs(canvas.top - Math.min(plane.top, document.querySelector('#curve').getBoundingClientRect().top)) <= 1.5;
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#plane .figure-tip:not([hidden])')].every(
        (tip) => tip.getBoundingClientRect().right <= document.querySelector('#plane').getBoundingClientRect().right + 1,
      ),
    );
    await page.reload();
    await become(page);
    assert.equal(await hidden(page, '#scenes'), true);
    await page.click('#present-button');
    await page.waitForFunction(() => location.search === '');
    assert.equal(await hidden(page, '#scenes'), false);
  }));
