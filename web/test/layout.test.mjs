// What must find its place at every size: the zoom's buttons, the hints of the tools, a network's diagram and weights.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, resize, text, useLaidOut as use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const box = (page, css) => page.$eval(css, (element) => element.getBoundingClientRect().toJSON());

/** Runs in the page: takes each tool, and says where the plane is then, where its hint ends, and where that must end. */
async function takeEach() {
  const range = document.createRange();
  const places = [];
  for (const button of document.querySelectorAll('[data-tool]')) {
    button.click();
    for (const end = performance.now() + 60_000; button.ariaChecked !== 'true'; ) {
      if (performance.now() > end) throw new Error(`${button.dataset.tool} is not taken`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    range.selectNodeContents(document.querySelector('#hint'));
    const [{ top }, { left }] = ['#plane', '.figure-zoom'].map((css) => document.querySelector(css).getBoundingClientRect());
    places.push({ tool: button.dataset.tool, top, right: range.getBoundingClientRect().right, most: left });
  }
  return places;
}

test('on a phone no button covers the plane, and no tool’s hint moves it', () =>
  use(lab, { width: 320, height: 740, touch: true, path: '#preset=three-classes' }, async (page) => {
    await become(page);
    await page.waitForSelector('[data-tool="add2"]');
    for (const width of [320, 360, 390]) {
      for (const lang of ['en', 'ko']) {
        await resize(page, width, 740);
        await choose(page, lang);
        const plane = await box(page, '#plane');
        assert.ok((await box(page, '.figure-zoom')).bottom <= plane.top);
        const tools = await page.evaluate(takeEach);
        assert.equal(tools.length, 6);
        for (const { tool, top, right, most } of tools) {
          const where = `${tool}, ${lang}, ${width} px`;
          assert.equal(top, plane.top, where);
          assert.ok(right <= most, where);
        }
      }
    }
  }));

test('an audience sees the entire equation; the diagram of a network is entirely visible, in presentation too', () =>
  use(lab, { path: '?present#preset=blog&step=1000' }, async (page) => {
    await text(page, '#clock', /1000 \/ 1000/);
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [960, 700],
    ]) {
      await resize(page, width, height);
      const [place, formula] = [await box(page, '#equation'), await box(page, '#equation math')];
      assert.ok(formula.right <= place.right, `${width} px: it ends at ${formula.right}, its place at ${place.right}`);
    }

    await page.evaluate(() => (location.hash = 'preset=xor-mlp'));
    await page.waitForSelector('.diagram button');
    for (const [width, height] of [
      [1920, 1080],
      [1280, 900],
      [360, 740],
    ]) {
      if (width === 1280) await page.click('#present-button');
      await resize(page, width, height);
      const place = await box(page, '#equation');
      for (const unit of await page.$$eval('.diagram .unit', (all) => all.map((each) => each.getBoundingClientRect().toJSON()))) {
        assert.ok(unit.top >= place.top && unit.bottom <= place.bottom, `${width} px: ${JSON.stringify([unit, place])}`);
      }
    }
  }));

test('beside a wide plane all settings can be reached with the plane in view', () =>
  use(lab, { width: 1280, height: 800 }, async (page) => {
    await become(page);
    await page.click('#confusion-card > summary');
    for (const [width, height, scene] of [
      [1280, 800, 'blog'],
      [1440, 900, 'moons'],
      [1920, 1080, 'blog'],
    ]) {
      await resize(page, width, height);
      await page.evaluate((preset) => (location.hash = `preset=${preset}`), scene);
      await page.waitForSelector(`[data-scene="${scene}"][aria-pressed="true"]`);
      await page.evaluate(() => {
        document.activeElement.blur();
        for (const one of document.querySelectorAll('.panels, .side')) one.scrollTop = 0;
      });
      await page.focus('#threshold');
      const [slider, plane] = [await box(page, '#threshold'), await box(page, '#plane')];
      assert.equal(await page.evaluate(() => scrollY), 0, `${width} px: the page scrolled`);
      assert.ok(slider.bottom <= height && plane.bottom <= height, `${width} px: ${JSON.stringify([slider, plane])}`);
    }
  }));

test('beside a network the tabs and the first card of those that explain are in sight, with the plane, on a laptop', () =>
  use(lab, { width: 1366, height: 768, path: '?group=why#preset=spirals' }, async (page) => {
    await become(page);
    for (const [width, height, scene, units] of [
      [1366, 768, 'spirals', 33],
      [1440, 900, 'moons', 17],
      [1366, 768, 'xor-mlp', 3],
    ]) {
      await resize(page, width, height);
      await page.evaluate((preset) => (location.hash = `preset=${preset}`), scene);
      await page.waitForFunction((n) => document.querySelectorAll('.diagram button').length === n, {}, units);
      const where = `${scene}, ${width}×${height}`;
      const [plane, panels] = [await box(page, '#plane'), await box(page, '#panels')];
      assert.ok(plane.bottom < height && panels.top < height - 110, `${where}: ${JSON.stringify([plane, panels])}`);
      const all = await page.$$eval('.diagram .unit', (units) => units.map((unit) => unit.getBoundingClientRect().toJSON()));
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1))
          assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, `${where}: units meet`);
    }
  }));

test('beside a wide plane what to watch for is in sight, and no scene moves the plane', () =>
  use(lab, { width: 1366, height: 768 }, async (page) => {
    await become(page);
    for (const [width, height, language] of [
      [1366, 768, 'en'],
      [1280, 720, 'en'],
      [1440, 900, 'en'],
      [1440, 900, 'ko'],
    ]) {
      await resize(page, width, height);
      await choose(page, language);
      const planes = new Set();
      for (const text of await page.$$eval('.scene-watch', (all) => all.map((one) => one.textContent))) {
        const [watch, plane] = await page.evaluate((words) => {
          document.querySelector('#watch').textContent = words;
          return ['#watch', '#plane'].map((css) => document.querySelector(css).getBoundingClientRect().toJSON());
        }, text);
        assert.ok(watch.bottom <= height, `${width}×${height}, ${language}: ${text} ends at ${watch.bottom}`);
        planes.add(`${plane.top} ${plane.height} ${watch.height}`);
      }
      assert.equal(planes.size, 1, [...planes].join());
    }
  }));

test('on a low screen the plane fills its card, and what plays it is in sight', () =>
  use(lab, { width: 1366, height: 640 }, async (page) => {
    await become(page);
    for (const [width, height, language] of [
      [1366, 640, 'en'],
      [1280, 600, 'ko'],
    ]) {
      await resize(page, width, height);
      await choose(page, language);
      const where = `${width}×${height}, ${language}`;
      assert.ok((await box(page, '#play')).bottom < height, where);
      assert.equal((await box(page, '#plane')).width, (await box(page, '.transport')).width, where);
    }
  }));

test('a card beside a wide plane is as high as what it holds', () =>
  use(lab, { width: 1440, height: 900, path: '#preset=xor' }, async (page) => {
    await become(page);
    await page.waitForSelector('#queries tr:nth-child(4)');
    for (const card of await page.$$('.panels > .card')) {
      const [high, held] = await card.evaluate((element) => [element.clientHeight, element.scrollHeight]);
      assert.ok(held <= high, `${await card.evaluate((element) => element.className)}: ${held} px in ${high}`);
    }
  }));

test('fields of weights show their numbers whole; those of a small network need no scrolling beside a wide plane', async () => {
  for (const sizes of [
    [
      { width: 1280, height: 900 },
      { width: 1440, height: 900 },
    ],
    [{ width: 820, height: 1180, touch: true }],
  ]) {
    await use(lab, { ...sizes[0], path: '#preset=xor-mlp' }, async (page) => {
      await become(page);
      await page.click('#finish');
      await text(page, '#clock', /1000 \/ 1000/);
      await page.$eval('#weights-button', (button) => button.click());
      await page.waitForSelector('#weights input');
      await page.evaluate(() => document.activeElement.blur());
      for (const size of sizes) {
        await resize(page, size.width, size.height);
        const cut = await page.$$eval('#weights input', (all) =>
          all.filter((field) => field.scrollWidth > field.clientWidth).map((field) => field.value),
        );
        assert.deepEqual(cut, []);
        if (!size.touch)
          assert.deepEqual(
            await page.$$eval('#weights .scroll', (all) => all.filter((table) => table.scrollWidth > table.clientWidth).length),
            0,
          );
      }
    });
  }
});

test('there is room for eight classes: their counts, their matrix, their tools', async () => {
  for (const sizes of [
    [
      { width: 360, height: 740, touch: true },
      { width: 820, height: 1180, touch: true },
    ],
    [{ width: 1366, height: 768 }],
  ]) {
    await use(lab, { ...sizes[0], path: '#preset=three-classes' }, async (page) => {
      await become(page);
      await page.$eval('#confusion-card', (card) => {
        card.open = true;
      });
      await page.select('#classes', '8');
      await page.waitForFunction(() => document.querySelectorAll('#confusion tbody tr').length === 8);
      for (const [size, lang] of sizes.flatMap((one) => [
        [one, 'en'],
        [one, 'ko'],
      ])) {
        await resize(page, size.width, size.height);
        await choose(page, lang);
        const { right } = await box(page, '.neuron');
        for (const count of await page.$$eval('#counts .count', (all) =>
          all.map((each) => each.getBoundingClientRect().toJSON()),
        )) {
          assert.ok(count.right <= right - 8, `${size.width} px, ${lang}: a count ends at ${count.right}, the card at ${right}`);
        }
        assert.equal(
          await page.$eval('#confusion', (place) => place.scrollWidth - place.clientWidth),
          0,
          `${size.width} px, ${lang}`,
        );
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), size.width);
      }
    });
  }
});

test('beside a network the loss curve fills its column on a tablet', () =>
  use(lab, { width: 820, height: 1180, touch: true, path: '#preset=xor-mlp' }, async (page) => {
    await become(page);
    await page.waitForSelector('.diagram button');
    const [losses, tabs, curve] = [await box(page, '.losses'), await box(page, '#groups'), await box(page, '#curve')];
    assert.ok(tabs.top - losses.bottom < 20, `a hole of ${tabs.top - losses.bottom} px`);
    assert.ok(losses.bottom - curve.bottom < 60, `a hole of ${losses.bottom - curve.bottom} px`);
  }));

test('the page is no wider than the window, at the widths that zoom, turned phones and half windows give', async () => {
  for (const touch of [false, true]) {
    await use(lab, { width: 320, height: 400, touch }, async (page) => {
      for (const lang of ['en', 'ko']) {
        await choose(page, lang);
        for (const width of [200, 320, 640, 683, 720, 760, 960, 1120]) {
          await page.setViewport({ ...page.viewport(), width });
          // The canvas takes its new place in the next frame.
          await page.waitForFunction((wide) => innerWidth === wide && document.documentElement.scrollWidth === wide, {}, width);
        }
      }
    });
  }
});
