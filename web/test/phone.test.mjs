// A phone held upright: the neuron stays in sight, each group of cards is one press away, and the plane is above what is read.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, noteScrolls, open, resize, settled, swipe, text, useLaidOut as use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const boxes = (page, ...all) =>
  page.evaluate((list) => list.map((css) => document.querySelector(css).getBoundingClientRect().toJSON()), all);
const box = async (page, css) => (await boxes(page, css))[0];
const reads = (page, want = true) => page.waitForFunction((is) => 'reading' in document.documentElement.dataset === is, {}, want);
const inWindow = ({ left, top, right, bottom }, [width, height]) => left >= 0 && top >= 0 && right <= width && bottom <= height;
/** Whether the canvas lies over the plane. */
const followed = (page) =>
  page.waitForFunction(() => {
    const [plane, canvas] = ['#plane', '.figure-canvas'].map((css) => document.querySelector(css).getBoundingClientRect());
    return (
      Math.abs(plane.left - canvas.left) <= 1.5 && Math.abs(plane.top - canvas.top) <= 1.5 && canvas.bottom >= plane.bottom - 1.5
    );
  });

const sizes = [
  [320, 568],
  [360, 740],
  [390, 844],
  [430, 932],
];

test('the neuron is in sight wherever the page is scrolled, and while it plays', () =>
  use(lab, { width: 320, height: 568, touch: true }, async (page) => {
    await become(page);
    for (const language of ['en', 'ko']) {
      await choose(page, language);
      for (const size of sizes) {
        await resize(page, ...size);
        for (const at of [0, 400, 100_000]) {
          await page.evaluate((y) => scrollTo(0, y), at);
          const where = `${size}, ${language}, ${at}`;
          const seen = ['.chain', '#line-loss', '#groups'];
          const places = await boxes(page, ...seen);
          for (const [i, css] of seen.entries()) assert.ok(inWindow(places[i], size), `${where}: ${css}`);
          assert.ok(places[0].right <= places[1].left, `${where}: the neuron is cut`);
        }
        // Nothing ends under it.
        const [about, dock] = await boxes(page, '.about', '.dock');
        assert.ok(about.bottom <= dock.top, `${size}, ${language}`);
      }
    }
    const loss = await text(page, '#line-loss');
    // What is in hand, term by term: the numbers of its row among the asked points, and of the equation.
    const flowing = async () => {
      await page.evaluate(() => {
        if (document.querySelector('#play use').getAttribute('href') === '#icon-pause') document.querySelector('#play').click();
      });
      await page.waitForFunction(() => document.querySelector('#play use').getAttribute('href') === '#icon-play');
      return page.evaluate(() => {
        const number = (text) => Number(text.replace('\u2212', '-'));
        const cell = (css) => document.querySelector(`.chain ${css}`).textContent;
        const products = [...document.querySelectorAll('.chain .of-x b')].map((b) => b.textContent.split(' × ').map(number));
        const [b, z, p] = ['.of-b b', '.of-z b', '.of-p b'].map((css) => number(cell(css)));
        const knobs = [...document.querySelectorAll('.neuron-view .knob')].map((knob) =>
          number(knob.ariaValueNow ?? knob.getAttribute('aria-valuenow')),
        );
        const row = [...document.querySelectorAll('#queries tr:not(.edit)')].at(-1).cells;
        return { products, b, z, p, knobs, asked: [number(row[1].textContent), number(row[2].textContent)] };
      });
    };
    const told = await flowing();
    await page.evaluate(() => document.querySelector('#play').click());
    await page.waitForFunction((was) => document.querySelector('#line-loss').textContent !== was, {}, loss);
    const z = `${told.z.toFixed(2)}`.replace('-', '\u2212');
    await page.waitForFunction((was) => document.querySelector('.chain .of-z b').textContent !== was, {}, z);
    const later = await flowing();
    for (const { products, b, z, p, knobs, asked } of [told, later]) {
      assert.deepEqual(
        products.map(([x]) => x),
        [-1, 1],
      );
      for (const [i, v] of [products[0][1], products[1][1], b].entries())
        assert.ok(Math.abs(v - knobs[i]) < 0.0056, `${v}, ${knobs}`);
      assert.ok(Math.abs(z - asked[0]) < 0.0056 && Math.abs(p - asked[1]) < 0.00056, `${z}, ${p}: ${asked}`);
      assert.ok(Math.abs(products[0][0] * products[0][1] + products[1][0] * products[1][1] + b - z) < 0.03);
      assert.ok(Math.abs(1 / (1 + Math.exp(-z)) - p) < 0.003);
    }
    assert.notEqual(told.z, later.z);

    // Its hidden units have their numbers, too: at (1, 1) the last asked point.
    await page.evaluate(() => (location.hash = 'preset=xor-mlp'));
    await page.waitForFunction(() => document.querySelectorAll('.chain .of-h b').length === 2);
    const units = await page.$$eval('.diagram .unit:not(.input) .value', (values) => values.map((value) => value.textContent));
    const own = await page.$$eval('.chain .of-h b', (values) => values.map((value) => value.textContent));
    assert.deepEqual(units.slice(0, 2), own);
    for (const size of sizes) {
      await resize(page, ...size);
      await page.waitForFunction(
        () => document.querySelector('.chain').offsetWidth <= document.querySelector('#line').clientWidth,
      );
    }
    await page.evaluate(() => (location.hash = 'preset=moons'));
    await page.waitForFunction(() => document.querySelectorAll('.chain .bars').length === 2);
  }));

test('a press opens each group below the plane; the cards scroll, the plane stays; the link keeps it', () =>
  use(lab, { width: 360, height: 740, touch: true }, async (page) => {
    await become(page);
    await page.evaluate(() => scrollTo(0, 300));
    for (const group of ['why', 'change', 'compare', 'all', 'watch']) {
      await page.tap(`#group-${group}`);
      await reads(page);
      await page.waitForFunction((want) => location.search === `?group=${want}`, {}, group);
      for (const language of ['en', 'ko']) {
        await choose(page, language);
        for (const size of sizes) {
          await resize(page, ...size);
          const where = `${group}, ${size}, ${language}`;
          const [panels, dock, plane, play, ...others] = await boxes(
            page,
            ...['#panels', '.dock', '#plane', '#play', '#clock', '#line-loss', '#reading-end', '#groups'],
          );
          for (const each of [plane, play, ...others]) assert.ok(inWindow(each, size), where);
          assert.ok(plane.height <= 0.45 * size[1] && plane.height >= 0.3 * size[1], `${where}: ${plane.height}`);
          assert.ok(panels.top >= play.bottom && panels.bottom <= dock.top + 1, where);
          assert.ok(panels.height > 170, `${where}: cards have ${panels.height} pixels`);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), size[0], where);
        }
      }
    }
    await followed(page);
    await page.tap('#group-why');
    await page.waitForFunction(() => document.querySelector('#pushed-most li'));

    // A swipe on the cards scrolls them, and nothing else.
    const { left, top, width, height } = await box(page, '#panels');
    await page.$eval('#panels', (panels) => panels.addEventListener('scrollend', () => (globalThis.glided = true)));
    await swipe(page, [left + width / 2, top + height - 20], [left + width / 2, top + 20]);
    await page.waitForFunction(() => document.querySelector('#panels').scrollTop > 50 && globalThis.glided);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await followed(page);
    // What gets the focus comes into sight, heading or field.
    await page.focus('#landscape-card > summary');
    const [focused, panels] = [await box(page, '#landscape-card > summary'), await box(page, '#panels')];
    assert.ok(focused.top >= panels.top && focused.bottom <= panels.bottom, JSON.stringify([focused, panels]));
    // The plane answers, and the neuron in sight, too.
    const plane = await box(page, '#plane');
    await page.touchscreen.tap(plane.left + 50, plane.bottom - 50);
    await page.waitForFunction(() => document.querySelectorAll('#queries tr:not(.edit)').length === 3);
    await page.waitForFunction(() => !/−1.00 ×.*1.00 ×/.test(document.querySelector('.chain').textContent));

    await page.reload();
    await become(page);
    await reads(page);
    await page.waitForFunction(() => document.querySelector('#pushed-most li'));
    await followed(page);
    await page.tap('#reading-end');
    await reads(page, false);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'group-why');
    await page.waitForFunction(() => location.search === '');
  }));

test('where the step speaks of a network’s lines they are drawn, and a finger has the gradient of each', () =>
  use(
    lab,
    {
      width: 390,
      height: 844,
      touch: true,
      path: '?group=why#preset=xor-mlp',
      media: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
    },
    async (page) => {
      await become(page);
      await reads(page);
      for (const [scene, size] of [
        ['three-classes', [360, 740]],
        ['spirals', [390, 844]],
        ['xor-mlp', [320, 568]],
      ]) {
        await resize(page, ...size);
        await page.evaluate((preset) => (location.hash = `preset=${preset}`), scene);
        await page.waitForSelector(`[data-scene="${scene}"][aria-pressed="true"]`);
        await page.$eval('[data-stage="1"]', (button) => button.click());
        await page.waitForFunction(() => !document.querySelector('#step-network .diagram')?.checkVisibility());
        await page.$eval('[data-stage="3"]', (button) => button.click());
        // It comes into sight by itself, as far as there is room for it.
        await page.waitForFunction(() => {
          const [diagram, column, dock] = ['#step-network .diagram', '#panels', '.dock'].map((css) =>
            document.querySelector(css)?.getBoundingClientRect(),
          );
          return diagram?.height > 80 && (diagram.bottom <= dock.top || Math.abs(diagram.top - column.top) < 8);
        });
      }
      const [x, y] = await page.$$eval('.diagram .hit', (lines) => {
        const { left, top, width, height } = lines.at(-1).getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      });
      await page.touchscreen.tap(x, y);
      await text(page, '#step-network-note', /h₂ → z.*gradient/);
      // On the page the neuron's card has it.
      await page.tap('#reading-end');
      await reads(page, false);
      await page.waitForSelector('#equation .diagram');
      assert.equal(await page.$('#step-network .diagram'), null);
    },
  ));

test('the page comes back where it was; a swipe at the plane scrolls it; turned or magnified it is a page', () =>
  use(lab, { width: 390, height: 844, touch: true, before: noteScrolls }, async (page) => {
    await become(page);
    await page.evaluate(() => scrollTo(0, 200));
    await page.tap('#group-change');
    await reads(page);
    await page.tap('#reading-end');
    await reads(page, false);
    assert.equal(await page.evaluate(() => scrollY), 200);
    await followed(page);
    const { left, width, top, height } = await box(page, '#plane');
    await swipe(page, [left + width / 2, top + height - 30], [left + width / 2, top + 60]);
    await page.waitForFunction(() => scrollY > 230);
    // A tap while the page still glides only stops it.
    await settled(page);

    await page.tap('#group-change');
    await reads(page);
    // On its side, and at 400 % of 1440 × 900.
    for (const size of [
      [844, 390],
      [360, 225],
    ]) {
      await resize(page, ...size);
      await reads(page, false);
      assert.equal(await page.$eval('#line', (line) => line.checkVisibility()), false);
      assert.equal(await page.$eval('.dock > .groups', (tabs) => getComputedStyle(tabs.parentElement).position), 'static');
    }
  }));
