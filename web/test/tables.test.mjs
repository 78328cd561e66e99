// Numbers that are typed: points, test points and weights in tables, used as a reader would.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

// Without smooth scrolling: a click by place would miss what is on its way.
const calm = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
const use = (options, act) => useIn(lab, { ...options, media: [...calm, ...(options.media ?? [])] }, act);

test('a test point keeps its name and its colour when another is removed, after a reset, and by link', () =>
  use({}, async (page) => {
    await become(page);
    const first = '#queries tr:first-child';
    const colour = () => page.$eval(`${first} .dot`, (dot) => getComputedStyle(dot).backgroundColor);
    await text(page, `${first} b`, /^red$/);
    await page.click(`${first} .remove button`);
    await text(page, `${first} b`, /^black$/);
    assert.equal(await colour(), 'rgb(0, 0, 0)');
    await page.click('#step');
    await text(page, '#clock', /\b1 \//);
    await page.click('#reset');
    await text(page, '#clock', /\b0 \//);
    await text(page, `${first} b`, /^black$/);
    await page.waitForFunction(() => location.hash.includes('remove_query:0'));
    await page.reload();
    await become(page);
    await text(page, `${first} b`, /^black$/);
    assert.equal(await colour(), 'rgb(0, 0, 0)');
    await page.click('#language [lang="ko"]');
    await text(page, `${first} b`, /^검정$/);
  }));
