// The cards come in groups: each is one press away, with the plane in view, and the address says which is open.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab.close());

/** The cards that are shown, by their first class other than card and fold. */
const seen = (page) =>
  page.$$eval('#panels > *', (cards) =>
    cards.filter((card) => card.checkVisibility()).map((card) => card.querySelector('h2').textContent),
  );
const selected = (page) => page.$eval('#groups [aria-selected="true"]', (tab) => tab.textContent);

test('each group is one press away, beside the plane', async () => {
  for (const [width, height] of [
    [1366, 768],
    [1440, 900],
  ]) {
    await use(lab, { width, height, firstVisit: true }, async (page) => {
      await become(page);
      assert.deepEqual(await seen(page), ['Asked points', 'Predict, then run', 'Points as a table', 'Right and wrong']);
      await page.click('#group-why');
      await page.waitForFunction(() => document.querySelector('#pushed-most li'));
      assert.equal((await seen(page))[0], 'One step, slowly');
      await page.waitForFunction(() => document.querySelector('.figure-arrows').childElementCount > 0);
      const [plane, tabs] = await page.$$eval('#plane, #groups', (places) =>
        places.map((place) => {
          const { top, bottom } = place.getBoundingClientRect();
          return { top, bottom };
        }),
      );
      assert.ok(
        plane.top >= 0 && plane.bottom <= height && tabs.top >= 0 && tabs.bottom <= height,
        `${width}: ${JSON.stringify(plane)}`,
      );
      await page.click('#group-change');
      assert.deepEqual(await seen(page), ['Training', 'Data', 'Model']);
      // A card that is not shown draws nothing on the plane.
      await page.waitForFunction(() => document.querySelector('.figure-arrows').childElementCount === 0);
    });
  }
});

test('the address keeps the group, and so does the next visit', async () => {
  await use(lab, { path: '?group=compare#preset=and', firstVisit: true }, async (page) => {
    await become(page);
    assert.equal(await selected(page), 'Compare');
    assert.deepEqual(await seen(page), ['Compare']);
    await page.focus('#group-compare');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => location.search === '?group=change' && location.hash === '#preset=and');
    assert.equal(await selected(page), 'Change');
    await page.click('#share-button');
    await page.waitForSelector('#share[open]');
    assert.match(await page.$eval('#share-link', (field) => field.value), /\?group=change#preset=and$/);
    await page.keyboard.press('Escape');

    await page.goto(`${lab.address}#preset=or`);
    await page.goto(`${lab.address}post.html`);
    await page.goto(lab.address);
    await become(page);
    assert.equal(await selected(page), 'Change');
    assert.equal(new URL(page.url()).search, '', 'the last choice is the reader’s, not the address’s');
    await page.goto(`${lab.address}?group=tea`);
    await become(page);
    assert.equal(await selected(page), 'Change');
  });
});

test('a reader’s own points are shown where the reader looks', async () => {
  await use(lab, { path: '?group=watch' }, async (page) => {
    await become(page);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x1,x2,label\n0,1,0\n1,0,1\n'], 'mine.csv', { type: 'text/csv' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => document.querySelector('#csv-preview')?.checkVisibility());
    assert.equal(await selected(page), 'Change');
    await text(page, '#csv-preview', /2/);
  });
});
