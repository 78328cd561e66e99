// The cards come in groups: each is one press away, with the plane in view, and the address says which is open.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, framed, measureShift, open, resize, text, use } from './harness.mjs';

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

/** What a card's picture is, in the order of the page; of the step's, at its third stage. */
const pictures = {
  step: '#stage-view',
  sigmoid: '#sigmoid-view',
  cost: '#cost-view',
  hidden: '#hidden-view',
  landscape: '#landscape-view',
};

/** Runs in the page: opens a card as a press does, and says what of it can't be seen whole, and how high its picture is. */
async function openAndLook(name, picture) {
  const card = document.querySelector(`#${name}-card`);
  for (const other of document.querySelectorAll('#panels details')) other.open = false;
  card.querySelector('summary').click();
  if (name === 'step') card.querySelector('[data-stage="3"]').click();
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  const column = document.querySelector('#panels').getBoundingClientRect();
  const labels = [...card.querySelectorAll('.landscape-x')].filter((label) => label.checkVisibility());
  const parts = [card.querySelector('summary'), card.querySelector('.note'), ...labels, card.querySelector(picture)];
  const shown = parts.filter((part) => part.checkVisibility());
  const cut = shown.filter((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    // The end of the column fades.
    return top < column.top - 1 || bottom > Math.min(column.bottom, innerHeight) - 15;
  });
  const drawing = card.querySelector(picture);
  return { cut: cut.map((part) => part.id || part.localName), high: drawing.checkVisibility() ? drawing.clientHeight : null };
}

test('a card that is opened shows its head, its sentence and its picture whole, beside the plane and the neuron', () =>
  use(
    lab,
    { width: 1366, height: 768, path: '?group=why', media: [{ name: 'prefers-reduced-motion', value: 'reduce' }] },
    async (page) => {
      await become(page);
      for (const [width, height, language, scenes] of [
        [1366, 768, 'en', ['three-classes', 'spirals']],
        [1440, 900, 'en', ['blog']],
        [1024, 768, 'en', ['moons', 'rosenblatt']],
        [1280, 720, 'ko', ['xor-mlp', 'spirals']],
      ]) {
        await resize(page, width, height);
        await choose(page, language);
        for (const scene of scenes) {
          await page.evaluate((preset) => (location.hash = `preset=${preset}`), scene);
          await page.waitForSelector(`[data-scene="${scene}"][aria-pressed="true"]`);
          await page.waitForFunction(() => document.querySelector('#equation:not([data-coming])'));
          await framed(page);
          const where = `${scene}, ${width}×${height}, ${language}`;
          const seen = await page.$$eval('#plane, #flow, .diagram, #groups', (places) =>
            places.filter((place) => place.checkVisibility()).map((place) => place.getBoundingClientRect().toJSON()),
          );
          assert.equal(seen.length, 3, where);
          for (const { top, bottom } of seen) assert.ok(top >= 0 && bottom <= height, `${where}: ${top} to ${bottom}`);
          for (const [name, picture] of Object.entries(pictures)) {
            const { cut, high } = await page.evaluate(openAndLook, name, picture);
            assert.deepEqual(cut, [], `${where}: ${name}`);
            assert.ok(high === null || high >= 110, `${where}: the picture of ${name} is ${high} px high`);
          }
          assert.equal(await page.evaluate(() => scrollY), 0, where);
        }
      }
    },
  ));

test('the tabs stay where they are, whatever they show', () =>
  use(lab, { width: 1366, height: 768, path: '?group=watch' }, async (page) => {
    await become(page);
    const { top } = await page.$eval('#groups', (tabs) => tabs.getBoundingClientRect().toJSON());
    for (const group of ['why', 'change', 'compare', 'all', 'watch']) {
      await page.click(`#group-${group}`);
      await page.waitForFunction((name) => document.querySelector('#side').dataset.group === name, {}, group);
      assert.equal(await page.$eval('#groups', (tabs) => tabs.getBoundingClientRect().top), top, group);
    }
  }));

test('beside cards that explain nothing moves while a run plays, whatever its numbers say', () =>
  use(lab, { width: 1024, height: 768, path: '?group=why', before: measureShift }, async (page) => {
    await become(page);
    await page.waitForFunction(() => document.querySelector('#pushed-most li'));
    await framed(page);
    await page.evaluate(() => {
      globalThis.shift = 0;
      globalThis.said = [];
      const accuracy = document.querySelector('#accuracy');
      new MutationObserver(() => globalThis.said.push(accuracy.textContent)).observe(accuracy, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      document.querySelector('#play').click();
    });
    // Now and then a point is too close to call, which is said with the accuracy.
    await page.waitForFunction(() => globalThis.said.length > 8 && globalThis.said.some((text) => text.length > 6));
    assert.ok((await page.evaluate(() => globalThis.shift)) < 0.001);
  }));

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
