// Comparing in the Lab: a pinned run, and the race of the rules.

import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const rows = (page, n) => page.waitForFunction((want) => document.querySelectorAll('#others > div').length === want, {}, n);

test('a run can be pinned and unpinned, and six rules race on the same points', () =>
  use(lab, { height: 1400 }, async (page) => {
    await become(page);
    await page.$eval('#compare-card', (card) => (card.open = true));
    await page.click('#epoch');
    await text(page, '#clock', /\b1 \/ 1000/);
    await page.click('#pin');
    await rows(page, 1);
    await text(page, '#others', /pinned run.*69/s);
    await page.click('#race');
    await rows(page, 7);
    await page.click('#epoch');
    await text(page, '#others', /Rosenblatt.*[1-9]\d* mistakes so far/s);
    await page.click('#pin');
    await rows(page, 6);
    await page.click('#race');
    await rows(page, 0);
  }));
