// One finger on figures in somebody's page: up and down it scrolls, wherever it begins; a point is held by a short press or
// sideways.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { holdAndDrag, noteScrolls, open, settled, swipe, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const phone = { path: 'post.html', width: 360, height: 740, dpr: 1, touch: true };
const use = (act) => useIn(lab, { ...phone, before: noteScrolls }, act);
const until = (page, id, holds) => page.waitForFunction(`((figure) => ${holds})(document.getElementById(${JSON.stringify(id)}))`);

/** Fills the article with figures, each with its distance from the next, and with room to scroll. */
const write = (page, figures) =>
  page.evaluate((list) => {
    document.querySelector('article').innerHTML = list
      .map((attributes, i) => `<perceptron-lab id="f${i}" ${attributes}></perceptron-lab><p>${'Words. '.repeat(60)}</p>`)
      .join('');
    document.body.style.paddingBlock = '400px';
  }, figures);

/** Puts a figure in the middle of the window, and says where its plane and its asked points are there. */
async function centre(page, id) {
  await page.evaluate((name) => document.getElementById(name).scrollIntoView({ block: 'center' }), id);
  await settled(page);
  await until(page, id, 'figure.state === "live" && figure.snapshot.queries.length > 0');
  return page.evaluate((name) => {
    const figure = document.getElementById(name);
    const { x, y, width, height } = figure.shadowRoot.querySelector('.plane').getBoundingClientRect();
    return { x, y, width, height, queries: figure.snapshot.queries.map(({ at }) => [x + at[0], y + at[1]]) };
  }, id);
}

/** Counts how often a figure woke from a rest: what its program counts starts over with it. */
const countWakes = (page, id) =>
  page.evaluate((name) => {
    const figure = document.getElementById(name);
    figure.wakes = 0;
    figure.addEventListener('ready', () => figure.wakes++);
  }, id);

/** Runs in the page: the time for which a finger must stay is over as soon as it touches. */
function clockAhead() {
  globalThis.early = 0;
  const later = setTimeout;
  globalThis.setTimeout = (act, ms, ...more) => {
    if (ms !== 300) return later(act, ms, ...more);
    globalThis.early++;
    const frame = requestAnimationFrame;
    globalThis.requestAnimationFrame = (draw) => draw(performance.now());
    act();
    globalThis.requestAnimationFrame = frame;
    return 0;
  };
}

/** The run with all that was done to it, and how many changes were made by hand since the figure came alive. */
const runOf = (page, id) =>
  page.evaluate((name) => {
    const figure = document.getElementById(name);
    const { changes } = figure.snapshot;
    return { ...figure.getSession().scene, changes: figure.wakes > 0 ? changes + 1 : changes };
  }, id);

test('swipes up and down that begin on six figures, on asked points and beside them, all scroll and change no run', () =>
  use(async (page) => {
    // More than may be live at once.
    const presets = ['blog', 'xor', 'and', 'or', 'overlap', 'rosenblatt'];
    await write(
      page,
      presets.map((preset, i) => `preset="${preset}" controls="${i % 2 ? 'full' : 'basic'}"`),
    );
    for (const i of presets.keys()) {
      const id = `f${i}`;
      await page.evaluate((name) => document.getElementById(name).scrollIntoView({ block: 'center' }), id);
      await until(page, id, 'figure.state === "live" && figure.snapshot.generation > 0');
      await page.evaluate((name) => document.getElementById(name).ask([0.25, 0.25]), id);
      await until(page, id, 'figure.snapshot.changes === 1');
      await countWakes(page, id);
      const asked = await runOf(page, id);
      const { x, y, width, height, queries } = await centre(page, id);
      const [qx, qy] = queries.at(-1);
      const starts = [
        [qx, qy],
        [qx + 5, qy - 3],
        [qx - 13, qy],
        [qx + 17, qy + 2],
        [qx, qy + 21],
        [x + width / 2, y + height / 2],
      ];
      for (const [n, dy] of [180, -180].entries()) {
        const from = starts[(2 * i + n) % starts.length];
        const top = await settled(page);
        await swipe(page, from, [from[0] + 6, from[1] + dy]);
        await page
          .waitForFunction((was, way) => (was - scrollY) * Math.sign(way) > 60, {}, top, dy)
          .catch(() => assert.fail(`${id}: a swipe by ${dy} from ${from} left the page at ${top}`));
        await settled(page);
        await centre(page, id);
      }
      // What the swipes sent would come before this.
      await page.evaluate((name) => document.getElementById(name).step(), id);
      await until(page, id, 'figure.snapshot.step === 1');
      assert.deepEqual(await runOf(page, id), asked, `${id} was changed`);
    }
  }));

test('a swipe that a busy page hears about too late scrolls nevertheless, and changes no run', () =>
  useIn(lab, { ...phone, before: [noteScrolls, clockAhead] }, async (page) => {
    await write(page, ['preset="blog"', '']);
    const { queries } = await centre(page, 'f0');
    const was = await runOf(page, 'f0');
    const top = await settled(page);
    await swipe(page, queries[0], [queries[0][0] + 6, queries[0][1] - 180]);
    await page.waitForFunction((before) => scrollY > before + 60, {}, top);
    await page.evaluate(() => document.getElementById('f0').step());
    await until(page, 'f0', 'figure.snapshot.step === 1');
    assert.deepEqual({ ...(await runOf(page, 'f0')), changes: was.changes }, was);
    assert.ok(await page.evaluate(() => globalThis.early > 0), 'nothing was held');
  }));

test('a point is held after a short press, in any direction, or from a sideways start; a tap asks', () =>
  useIn(lab, { ...phone, before: noteScrolls, coarse: false }, async (page) => {
    await write(page, ['preset="blog"', '']);
    const { x, y, height, queries } = await centre(page, 'f0');
    const top = await settled(page);
    const [first, second] = queries;
    await holdAndDrag(page, first, [first[0], first[1] - 70]);
    await until(page, 'f0', `Math.abs(figure.snapshot.queries[0].at[1] - ${first[1] - 70 - y}) < 2`);
    assert.equal(await settled(page), top, 'the page scrolled with a held point');
    await swipe(page, second, [second[0] + (second[0] > 180 ? -60 : 60), second[1] + 20]);
    await until(page, 'f0', `Math.abs(figure.snapshot.queries[1].at[1] - ${second[1] + 20 - y}) < 2`);
    assert.equal((await centre(page, 'f0')).queries.length, 2);
    await page.touchscreen.tap(x + 40, y + height - 40);
    await until(page, 'f0', 'figure.snapshot.queries.length === 3');
  }));

test('a tap takes a point of the data in hand, in every view of a figure; the next tap asks about it', () =>
  use(async (page) => {
    await write(page, ['preset="blog" views="plane neuron pushes sigmoid"']);
    await centre(page, 'f0');
    await until(page, 'f0', 'figure.shadowRoot.querySelectorAll(".view-hand").length === 2');
    const { x, y, width, height } = await page.evaluate(() => {
      const plane = document.getElementById('f0').shadowRoot.querySelector('.plane');
      plane.scrollIntoView({ block: 'center', behavior: 'instant' });
      return plane.getBoundingClientRect().toJSON();
    });
    await settled(page);
    // Somewhere in the cloud: nearer than a finger is wide to one of its points.
    const at = [x + width * 0.62, y + height * 0.62];
    await page.touchscreen.tap(...at);
    await until(page, 'f0', 'figure.snapshot.hover?.held');
    // The arrows on the plane are of a view further down.
    await until(
      page,
      'f0',
      `(() => {
        const ring = figure.shadowRoot.querySelector('.figure-held');
        const [x, y] = ring.style.transform.match(/[\\d.]+/g);
        return ring.checkVisibility() && Math.hypot(x - figure.snapshot.hover.at[0], y - figure.snapshot.hover.at[1]) < 0.2;
      })()`,
    );
    await until(page, 'f0', 'figure.shadowRoot.querySelector(".figure-tip.hover span").checkVisibility()');
    assert.equal(await page.evaluate(() => document.getElementById('f0').snapshot.queries.length), 2);
    await page.touchscreen.tap(...at);
    await until(page, 'f0', 'figure.snapshot.queries.length === 3 && figure.snapshot.hover === null');
    await page.touchscreen.tap(...at);
    await until(page, 'f0', 'figure.snapshot.hover?.held');
    for (const view of ['pushes', 'sigmoid', 'neuron']) {
      await page.evaluate(
        (name) => document.getElementById('f0').shadowRoot.querySelector(`.below-${name}`).scrollIntoView({ block: 'center' }),
        view,
      );
      const said =
        view === 'neuron'
          ? 'querySelector(".neuron-view .is").textContent === "it is class 1"'
          : `querySelector(".below-${view} .view-hand").textContent.startsWith("point of class 1")`;
      await until(page, 'f0', `figure.shadowRoot.${said}`);
    }
  }));
