// Many figures in view at once: never more than four have a program, all show a picture, and each comes alive when it is pressed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, pixels, useSharp as use, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Runs in the page: counts the WebGL contexts that exist at the same time, and the most there ever were. */
function countContexts() {
  globalThis.contexts = { now: 0, most: 0 };
  const seen = new WeakSet();
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    const context = real.call(this, kind, ...rest);
    if (kind !== 'webgl2' || !context || seen.has(context)) return context;
    seen.add(context);
    globalThis.contexts.now++;
    globalThis.contexts.most = Math.max(globalThis.contexts.most, globalThis.contexts.now);
    const extension = context.getExtension('WEBGL_lose_context');
    const lose = extension.loseContext.bind(extension);
    let lost = false;
    extension.loseContext = () => {
      if (!lost) globalThis.contexts.now--;
      lost = true;
      lose();
    };
    return context;
  };
}

/** Fills the window with figures. */
const write = (page, count, attributes, content = '') =>
  page.evaluate(
    (n, text, still) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        body { margin: 0 }
        main { display: grid; grid-template-columns: repeat(8, 1fr); gap: 4px }
        perceptron-lab { aspect-ratio: 1; min-height: 0 }`);
      document.adoptedStyleSheets = [sheet];
      document.body.innerHTML = `<main>${`<perceptron-lab controls="none" ${text}>${still}</perceptron-lab>`.repeat(n)}</main>`;
      globalThis.figures = [...document.querySelectorAll('perceptron-lab')];
    },
    count,
    attributes,
    content,
  );

const states = (page) => page.evaluate(() => globalThis.figures.map(({ state }) => state));
const settled = (page, live, rest) =>
  page
    .waitForFunction(
      (n, other) =>
        globalThis.figures.every(({ state }) => ['live', other].includes(state)) &&
        globalThis.figures.filter(({ state }) => state === 'live').length === n,
      {},
      live,
      rest,
    )
    .catch(async () => assert.fail(`want ${live} live, the others ${rest}: ${await states(page)}`));

/** Presses a figure in the middle, and waits until it lives. */
async function press(page, i) {
  const [x, y] = await page.evaluate((n) => {
    const { x, y, width, height } = globalThis.figures[n].getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, i);
  await page.mouse.click(x, y);
  await page.waitForFunction((n) => globalThis.figures[n].state === 'live', {}, i);
}

test('8 figures without still pictures: each is live once and keeps its picture, four stay live', () =>
  use(lab, { path: 'post.html', width: 1000, height: 800, before: [withoutFigures, countContexts] }, async (page) => {
    await write(page, 8, 'preset="xor"');
    await settled(page, 4, 'resting');
    for (const i of [0, 7]) {
      await press(page, i);
      await page.evaluate((n) => globalThis.figures[n].step(), i);
      await page.waitForFunction((n) => globalThis.figures[n].snapshot.step === 1, {}, i);
    }
    await settled(page, 4, 'resting');
    // A picture stays in its place when that is scaled or resized.
    await page.evaluate(() => {
      document.querySelector('main').style.cssText = 'transform: scale(0.8); transform-origin: 0 0; width: 900px';
    });
    await page.waitForFunction(() =>
      globalThis.figures.every(({ shadowRoot }) => {
        const [a, b] = ['.figure-canvas', '.plane'].map((css) => shadowRoot.querySelector(css).getBoundingClientRect());
        return [a.x - b.x, a.y - b.y, a.right - b.right, a.bottom - b.bottom].every((d) => Math.abs(d) < 1.5);
      }),
    );
    const rested = (await states(page)).indexOf('resting');
    const box = await page.evaluate((n) => {
      const { x, y, width, height } = globalThis.figures[n].getBoundingClientRect();
      return { x, y, width, height };
    }, rested);
    const at = await pixels(page, box);
    const colours = new Set();
    for (let y = 3; y < box.height - 3; y++)
      for (let x = 3; x < box.width - 3; x += 2) colours.add(String(at(box.x + x, box.y + y)));
    assert.ok(colours.size > 20, `a resting figure shows ${colours.size} colours`);
    // They follow their page's colours, even those that rest.
    await page.evaluate(() => {
      globalThis.drawn = ({ shadowRoot }) => shadowRoot.querySelector('.figure-canvas').toDataURL();
      globalThis.light = globalThis.figures.filter(({ state }) => state === 'resting').map(globalThis.drawn);
    });
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
    await page.waitForFunction(() =>
      globalThis.figures.every(
        (figure) =>
          figure.state === 'live' || (figure.state === 'resting' && !globalThis.light.includes(globalThis.drawn(figure))),
      ),
    );
    await settled(page, 4, 'resting');
    assert.ok(
      (await page.evaluate(() => globalThis.contexts.most)) <= 4,
      `${await page.evaluate(() => globalThis.contexts.most)} contexts at once`,
    );
  }));

test('20 and 40 figures with still pictures: four come alive, those in the middle of the window, the others when pressed', () =>
  use(lab, { path: 'post.html', width: 1000, height: 800, before: countContexts }, async (page) => {
    const still = await page.$eval('perceptron-lab img', (image) => image.outerHTML);
    for (const count of [20, 40]) {
      await page.mouse.move(990, 790);
      await write(page, count, 'preset="and"', still);
      await settled(page, 4, 'waiting');
      const live = await page.evaluate(() => {
        const distances = globalThis.figures.map((figure) => {
          const { x, y, width, height } = figure.getBoundingClientRect();
          return Math.hypot(x + width / 2 - innerWidth / 2, y + height / 2 - innerHeight / 2);
        });
        const fourth = distances.toSorted((a, b) => a - b)[3];
        return globalThis.figures.every(
          ({ state }, i) =>
            (state === 'live') === (distances[i] <= fourth + 1 && (state === 'live' || distances[i] < fourth - 1)),
        );
      });
      assert.ok(live, `those in the middle are not the live ones: ${await states(page)}`);
      for (const i of [0, count - 1, 1]) await press(page, i);
      assert.equal((await states(page)).filter((state) => state === 'live').length, 4);
    }
    assert.ok(
      (await page.evaluate(() => globalThis.contexts.most)) <= 4,
      `${await page.evaluate(() => globalThis.contexts.most)} contexts at once`,
    );
  }));

/** Presses the plane of a figure, which its views make higher. */
async function pressPlane(page, i) {
  const [x, y] = await page.evaluate((n) => {
    const { x, y, width, height } = globalThis.figures[n].shadowRoot.querySelector('.plane').getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, i);
  await page.mouse.click(x, y);
  await page.waitForFunction((n) => globalThis.figures[n].state === 'live', {}, i);
}

test('a resting figure’s views keep their last drawing, take another theme, and go on when it is woken', () =>
  use(lab, { path: 'post.html', width: 1700, height: 1400 }, async (page) => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('body { margin: 0 } main { display: grid; grid-template-columns: repeat(5, 330px); gap: 4px }');
      document.adoptedStyleSheets = [sheet];
      const figure = '<perceptron-lab controls="none" preset="and" views="plane sigmoid weights"></perceptron-lab>';
      document.body.innerHTML = `<main>${figure.repeat(4)}</main>`;
      const list = () => [...document.querySelectorAll('perceptron-lab')];
      globalThis.figures = list();
      globalThis.add = () => {
        document.querySelector('main').insertAdjacentHTML('beforeend', figure);
        globalThis.figures = list();
      };
      /** What the views show: the marks and numbers of one, the pixels of the other, and the colour of its text. */
      globalThis.views = ({ shadowRoot }) => {
        const [sigmoid, canvas] = ['.sigmoid-view svg', '#landscape'].map((css) => shadowRoot.querySelector(css));
        return [sigmoid?.innerHTML ?? '', canvas?.toDataURL() ?? '', sigmoid ? getComputedStyle(sigmoid).color : ''];
      };
      globalThis.ready = (figure) => {
        const { shadowRoot } = figure;
        return shadowRoot.querySelector('.sigmoid-view .mark') && shadowRoot.querySelector('#landscape')?.ariaLabel;
      };
    });
    await page.waitForFunction(() => globalThis.figures.every((one) => one.state === 'live' && globalThis.ready(one)));
    await page.evaluate(() => globalThis.figures[0].step());
    await page.waitForFunction(() => globalThis.figures.every(({ snapshot }, i) => snapshot.step === (i === 0 ? 1 : 0)));
    await page.waitForFunction(() => globalThis.views(globalThis.figures[0])[0] !== globalThis.views(globalThis.figures[1])[0]);
    await page.evaluate(() => (globalThis.before = globalThis.figures.map(globalThis.views)));
    await page.evaluate(() => globalThis.add());
    await page.waitForFunction(() => globalThis.figures.some(({ state }) => state === 'resting'));
    await pressPlane(page, 4);
    const rests = (await states(page)).indexOf('resting');
    assert.ok(rests >= 0 && rests < 4, `${await states(page)}`);
    const shown = () => page.evaluate((n) => globalThis.views(globalThis.figures[n]), rests);
    const before = await page.evaluate((n) => globalThis.before[n], rests);
    assert.deepEqual(await shown(), before);

    await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
    await page.waitForFunction(
      (n, [, canvas, colour]) => {
        const [, newCanvas, newColour] = globalThis.views(globalThis.figures[n]);
        return newCanvas !== canvas && newColour !== colour;
      },
      {},
      rests,
      before,
    );
    assert.equal((await shown())[0], before[0]);

    const held = await shown();
    const steps = rests === 0 ? 1 : 0;
    await pressPlane(page, rests);
    await page.evaluate((n) => globalThis.figures[n].step(), rests);
    await page.waitForFunction((n, step) => globalThis.figures[n].snapshot.step === step, {}, rests, steps + 1);
    await page.waitForFunction(
      (n, [drawing, canvas]) => {
        const [newDrawing, newCanvas] = globalThis.views(globalThis.figures[n]);
        return newDrawing !== drawing && newCanvas !== canvas;
      },
      {},
      rests,
      held,
    );
  }));
