// Presentation: the plane as high as the screen, large type, the scenes, the rate and one view at a time, remembered by the
// address.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, pixels, planeScale, resize, text, useSharp as use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const shown = (page, css) => page.$eval(css, (element) => element.checkVisibility());
const box = (page, css) => page.$eval(css, (element) => element.getBoundingClientRect().toJSON());
const search = (page, want) => page.waitForFunction((query) => location.search === query, {}, want);
const scene = (page, name) =>
  page.waitForFunction((want) => document.querySelector('#present-scene-list').value === want, {}, name);

/** Whatever sticks out of the window, or lies over a control beside it. */
const misplaced = (page) =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll('.masthead, .masthead *, .side > *, .panels > *, .rate > *, .stage > *, .stage button'),
    ];
    const boxes = all
      .filter((one) => one.checkVisibility() && one.clientWidth > 1)
      .map((one) => [one.id || one.className || one.localName, one.getBoundingClientRect()]);
    const out = boxes.filter(([, b]) => b.left < -1 || b.top < -1 || b.right > innerWidth + 1 || b.bottom > innerHeight + 1);
    const bar = [...document.querySelectorAll('#tools, #timeline, #clock, .transport > *')].map((one) =>
      one.getBoundingClientRect(),
    );
    const over = bar.filter((a, i) =>
      bar.some(
        (b, j) =>
          i < j && a.width && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
      ),
    );
    return [...out.map(([name]) => name), ...over.map(() => 'in the bar')];
  });

test('the plane takes the screen’s height, and nothing is out of it, in both languages', () =>
  use(lab, { path: '?present' }, async (page) => {
    await become(page);
    for (const [width, height, letter] of [
      [1024, 768, 17],
      [1280, 720, 17],
      [1366, 768, 17],
      [1920, 1080, 25],
      [3840, 2160, 50],
    ]) {
      await resize(page, width, height);
      for (const language of ['en', 'ko']) {
        await choose(page, language);
        const where = `${width}×${height}, ${language}`;
        const plane = await box(page, '#plane');
        assert.ok(plane.top <= 1 && plane.height > 0.91 * height, `${where}: the plane is ${plane.height} high`);
        const shape = plane.width / plane.height;
        assert.ok(shape > 0.85 && shape < 1.2, `${where}: the plane is ${plane.width} by ${plane.height}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height, where);
        assert.deepEqual(await misplaced(page), [], where);
        const size = await page.$eval(
          '#clock',
          (clock) => clock.currentCSSZoom * Number.parseFloat(getComputedStyle(clock).fontSize),
        );
        assert.ok(size >= letter, `${where}: letters of ${size} pixels`);
        const [place, formula] = [await box(page, '#equation'), await box(page, '#equation math')];
        assert.ok(formula.right <= place.right + 1, `${where}: the equation is cut`);
        assert.ok((await box(page, '.figures')).bottom < height, `${where}: loss and accuracy are out of sight`);
      }
    }
    // The canvas is drawn with the screen's own pixels, over the plane.
    await become(page);
    await page.waitForFunction(
      () =>
        document.querySelector('.figure-canvas').width >= 0.9 * document.querySelector('#plane').getBoundingClientRect().width,
    );
    const [plane, canvas] = [await box(page, '#plane'), await box(page, '.figure-canvas')];
    assert.ok(Math.abs(plane.left - canvas.left) <= 3 && Math.abs(plane.top - canvas.top) <= 3, JSON.stringify([plane, canvas]));
    // A press is where it points, though the page is magnified.
    const at = await planeScale(page);
    await page.mouse.click(at.x(1), at.y(1));
    await page.waitForFunction(() => document.querySelectorAll('#queries tr:not(.edit)').length === 3);
    assert.match(
      await page.$eval('#queries tr:nth-child(3)', (row) => row.textContent),
      /\((1|0\.99\d*|1\.00\d*), (1|0\.99\d*|1\.00\d*)\)/,
    );
    const seen = await pixels(page, { x: plane.x, y: plane.y, width: plane.width, height: plane.height });
    assert.ok(
      Math.max(...seen(at.x(1) + 9, at.y(1))) - Math.min(...seen(at.x(1) + 9, at.y(1))) > 60,
      'its mark is as large as the type',
    );
  }));

test('a clicker, buttons and a list go through the scenes; the rate is at hand', () =>
  use(lab, { path: '?present', width: 1280 }, async (page) => {
    await become(page);
    assert.equal(await page.$eval('#present-scene-previous', (button) => button.ariaDisabled), 'true');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => location.hash === '#preset=and' && location.search === '?present');
    await scene(page, 'and');
    await page.click('#present-scene-next');
    await scene(page, 'or');
    await text(page, '#watch', /Three corners/);
    // Wherever the focus is, even in a list that would take the key.
    await page.focus('#present-view-list');
    await page.keyboard.press('PageUp');
    await scene(page, 'and');
    assert.equal(await page.$eval('#present-view-list', (list) => list.value), 'neuron');
    await page.select('#present-scene-list', 'empty');
    await page.waitForSelector('#present-scene-next[aria-disabled="true"]');
    await page.keyboard.press('PageDown');
    await page.select('#present-scene-list', 'blog');
    await page.waitForSelector('#present-scene-previous[aria-disabled="true"]');

    await page.focus('#lr-slider');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('#lr').value !== '0.01' && location.hash.includes('set:train.lr'));
    await text(page, '#rate-zone', /^Calm/);
    await scene(page, 'blog');
    // Other points are no scene of the list; the next is still the next.
    const at = await planeScale(page);
    const point = await page.evaluate(() => document.querySelector('#plane').getBoundingClientRect().toJSON());
    await page.click('[data-tool="add0"]');
    await page.mouse.click(at.x(1.5), point.top + 30);
    await page.waitForFunction(() => location.hash.includes('add'));
    await page.keyboard.press('PageDown');
    await scene(page, 'and');
  }));

test('one view at a time, and the address keeps which', () =>
  use(lab, { path: '?group=change', width: 1280 }, async (page) => {
    await become(page);
    await page.click('#present-button');
    await search(page, '?group=change&present');
    for (const css of ['#scenes', '#groups', '#model-card', '#training-card .more', '.losses'])
      assert.equal(await shown(page, css), false, css);
    for (const css of ['.neuron', '#lr-slider', '#watch']) assert.equal(await shown(page, css), true, css);
    assert.equal(await shown(page, '#line'), false);
    assert.equal(await page.$eval('#present-view-list', (list) => list.ariaLabel), 'View beside the plane');
    for (const view of ['curve', 'step', 'sigmoid', 'cost', 'margin', 'hidden', 'landscape']) {
      await page.click('#present-view-next');
      await search(page, `?group=change&present=${view}`);
      const card = view === 'curve' ? '#curve-card' : `#${view}-card > .inside`;
      assert.equal(await shown(page, card), true, view);
      // Beside it the neuron is a line, all of it in the window.
      await page.waitForFunction(
        () => document.querySelector('.chain').offsetWidth <= document.querySelector('#line').clientWidth,
      );
      const [line, chain] = [await box(page, '#line'), await box(page, '.chain')];
      assert.ok(chain.height > 30 && chain.left >= line.left - 1 && line.right <= 1280, `${view}: ${JSON.stringify(chain)}`);
      assert.equal(await shown(page, '#reading-end'), false);
      assert.equal(await page.$$eval('.side .card', (cards) => cards.filter((one) => one.checkVisibility()).length), 2, view);
      if (view === 'step') await page.waitForFunction(() => document.querySelector('.figure-arrows').childElementCount > 0);
    }
    await page.waitForFunction(() => document.querySelector('.figure-arrows').childElementCount === 0);
    // A rule with a step leads to a class, in either language.
    const sigmoid = (text) =>
      page.waitForFunction(
        (want) => document.querySelector('#present-view-list [value="sigmoid"]').textContent === want,
        {},
        text,
      );
    await sigmoid('From z to a probability');
    await page.select('#present-scene-list', 'rosenblatt');
    await sigmoid('From z to a class');
    await choose(page, 'ko');
    await sigmoid('z에서 클래스까지');
    await choose(page, 'en');
    await page.select('#present-scene-list', 'three-classes');
    await sigmoid('From z to a probability');
    await text(page, '.chain .of-p', /^softmaxp0\.\d+$/);
    // From the point to z, with nothing hidden between them.
    assert.equal(await shown(page, '.chain .of-h'), false);
    await page.select('#present-scene-list', 'blog');
    await text(page, '.chain .of-p', /^σp0\.\d+$/);
    await page.select('#present-view-list', 'step');
    await search(page, '?group=change&present=step');
    await page.reload();
    await become(page);
    await page.waitForFunction(() => document.querySelector('#pushed-most li'));
    await page.select('#present-view-list', 'curve');
    await page.waitForFunction(() => document.querySelector('#curve').clientHeight > 150);
    await page.click('#present-button');
    await search(page, '?group=change');
    for (const css of ['#scenes', '#groups', '#training-card .more', '.losses', '.neuron', '.stage > #watch'])
      assert.equal(await shown(page, css), true, css);
    // Where there is no room for it, the page is as usual.
    await page.click('#present-button');
    await resize(page, 900, 700);
    await page.waitForFunction(() => document.querySelector('#scenes').checkVisibility());
    assert.equal(await shown(page, '.training .more'), true);
  }));

/** Runs in the page: shows a view, the step's at its third stage, and says what of it is cut, or covers something. */
async function faultsOf(view) {
  const list = document.querySelector('#present-view-list');
  list.value = view;
  list.dispatchEvent(new Event('change'));
  if (view === 'step') document.querySelector('[data-stage="3"]').click();
  for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
  const card = document.querySelector('.presented:not(#training-card)');
  const name = (one) => one.id || one.className.baseVal || one.className || one.localName;
  const box = (one) => one.getBoundingClientRect();
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const parts = [...(card.querySelector('.inside') ?? card).children].filter(
    (one) =>
      one.checkVisibility() && one.clientHeight > 1 && one.localName !== 'summary' && getComputedStyle(one).position === 'static',
  );
  const within = parts.flatMap((one) => [one, ...one.querySelectorAll('svg, canvas, .unit, .note')]);
  const { bottom } = box(card);
  return [
    ...(card.scrollHeight > card.clientHeight + 1 ? [`it scrolls by ${card.scrollHeight - card.clientHeight}`] : []),
    ...within.filter((one) => box(one).bottom > bottom + 1).map((one) => `${name(one)} is cut`),
    ...parts
      .filter((one, i) => parts.some((other, j) => j < i && meet(box(one), box(other))))
      .map((one) => `${name(one)} covers another`),
    ...[...card.querySelectorAll('.view, .pushes, .landscape, .ledger, #curve, .diagram')]
      .filter((one) => one.checkVisibility() && box(one).height < innerHeight / 8)
      .map((one) => `${name(one)} is ${box(one).height} high`),
  ];
}

test('each view is whole beside the plane', () =>
  use(lab, { path: '?present', width: 1024, height: 768, dpr: 0.5, coarse: true }, async (page) => {
    await become(page);
    await page.waitForSelector('#present-view-list option');
    for (const [width, height, language, scenes] of [
      [1024, 768, 'en', ['rosenblatt', 'spirals']],
      [1280, 720, 'ko', ['three-classes']],
      [1920, 1080, 'en', ['xor-mlp', 'spirals']],
      [3840, 2160, 'en', ['blog']],
    ]) {
      await resize(page, width, height);
      await choose(page, language);
      for (const name of scenes) {
        await page.evaluate((preset) => (location.hash = `preset=${preset}`), name);
        await scene(page, name);
        await page.waitForFunction(() => document.querySelector('#equation:not([data-coming])'));
        for (const view of ['neuron', 'curve', 'step', 'sigmoid', 'cost', 'margin', 'hidden', 'landscape'])
          assert.deepEqual(await page.evaluate(faultsOf, view), [], `${view} of ${name}, ${width}×${height}, ${language}`);
      }
    }
    // With room, One step says who pushes most, and then the gradient and the step as numbers.
    const visible = (css) => page.$$eval(css, (all) => all.filter((one) => one.checkVisibility()).length);
    assert.deepEqual(await page.evaluate(faultsOf, 'step'), []);
    assert.deepEqual([await visible('#step-numbers tbody tr'), await visible('#pushed-most li')], [2, 0]);
    const long = await page.$eval('.pushes .step', (arrow) => arrow.getBBox().width + arrow.getBBox().height);
    assert.ok(long > 40, `the step is ${long} px long`);
    await page.$eval('[data-stage="2"]', (button) => button.click());
    await page.waitForFunction(() => document.querySelector('#pushed-most li').checkVisibility());
    assert.deepEqual([await visible('#step-numbers tbody tr'), await visible('#pushed-most li')], [0, 3]);
    const [list, card] = await page.$$eval('#pushed-most, #step-card', (all) =>
      all.map((one) => one.getBoundingClientRect().bottom).sort((a, b) => a - b),
    );
    assert.ok(list < card, 'the list is cut');
    // The perceptron's rule says there what is green.
    await page.evaluate(() => (location.hash = 'preset=rosenblatt'));
    await scene(page, 'rosenblatt');
    assert.deepEqual(await page.evaluate(faultsOf, 'landscape'), []);
    await text(page, '#landscape-allowed', /^Green/);
    assert.equal(await visible('#landscape-allowed'), 1);
  }));
