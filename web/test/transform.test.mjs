// A figure below transforms and zoom: what is pressed is what lies under the pointer, and words, curve and canvas stay together.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, pixels, useSharp as use, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const until = (page, holds) => page.waitForFunction(`((figure) => ${holds})(document.querySelector('perceptron-lab'))`);

/** Where a share of a view's inside is in the window: the browser's own word. */
const placeOf = (page, view, share) =>
  page.evaluate(
    (css, [left, top]) => {
      const mark = document.createElement('i');
      mark.style.cssText = `position: absolute; width: 0; height: 0; left: ${100 * left}%; top: ${100 * top}%`;
      const parent = document.querySelector('perceptron-lab').shadowRoot.querySelector(css);
      parent.append(mark);
      const { x, y } = mark.getBoundingClientRect();
      mark.remove();
      return [x, y];
    },
    view,
    share,
  );

const share = [0.62, 0.3];

/** Asks at a place of the plane, and gives the asked point, where it was asked and where the figure's words of it are. */
async function ask(page) {
  const at = await placeOf(page, '.plane', share);
  const before = await page.evaluate(() => document.querySelector('perceptron-lab').snapshot.queries.length);
  await page.mouse.click(...at);
  await until(page, `figure.snapshot.queries.length === ${before + 1}`);
  // The tips are placed with the snapshot, the canvas is drawn with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const { query, tip } = await page.evaluate(() => {
    const figure = document.querySelector('perceptron-lab');
    const { x, y, width, height } = [...figure.shadowRoot.querySelectorAll('.figure-tip.query:not([hidden])')]
      .at(-1)
      .getBoundingClientRect();
    return { query: figure.snapshot.queries.at(-1), tip: { x, y, width, height } };
  });
  return { at, query, tip };
}

/** Waits until the program knows a new layout: it answers what is sent in order. */
const laidOut = (page) =>
  page.evaluate(async () => {
    const figure = document.querySelector('perceptron-lab');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const before = figure.snapshot;
    figure.send({ type: 'report' });
    while (figure.snapshot === before) await frame();
  });

/** Removes the last asked point. */
async function forget(page) {
  await page.evaluate(() => document.querySelector('perceptron-lab').send({ type: 'removeQuery', index: 2 }));
  await until(page, 'figure.snapshot.queries.length === 2');
}

const colourOf = (css) => css.match(/[0-9a-f]{2}/g).map((hex) => parseInt(hex, 16));

test('any affine transform or zoom of any ancestor: pointer, canvas, tips and curve agree', () =>
  use(lab, { path: 'post.html', width: 1000, height: 900, before: withoutFigures }, async (page) => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        body { margin: 0 }
        main { padding: 150px 200px }
        #outer { width: 500px }
        perceptron-lab { border: 3px solid; aspect-ratio: 1 }
        @keyframes turn { to { transform: rotate(1turn) scale(0.7) } }`);
      document.adoptedStyleSheets = [sheet];
      document.body.innerHTML =
        '<main><div id="outer"><div id="inner">' +
        '<perceptron-lab loading="eager" views="plane curve"></perceptron-lab></div></div></main>';
    });
    await until(page, 'figure.state === "live"');
    await page.evaluate(() => document.querySelector('perceptron-lab').send({ type: 'finish' }));
    await until(page, 'figure.snapshot.ended');
    const plain = (await ask(page)).query.x;
    await forget(page);
    for (const [name, outer, inner = '', html = ''] of [
      ['nothing', ''],
      ['scale(.5)', 'transform: scale(.5)'],
      ['scale(1.5), about a corner', 'transform: scale(1.5); transform-origin: 30% 0'],
      ['zoom: .8', 'zoom: .8'],
      ['zoom: 1.3 in zoom: .7', 'zoom: 1.3', 'zoom: .7'],
      ['html { zoom: 1.1 }', '', '', 'zoom: 1.1'],
      ['rotate', 'transform: rotate(35deg)'],
      ['mirror', 'transform: scaleX(-1)'],
      ['skew', 'transform: skew(15deg, -8deg)'],
      [
        'nested',
        'transform: rotate(-20deg) scale(1.2, 0.7)',
        'zoom: .9; transform: skewX(12deg) rotate(10deg); translate: 20px 5%',
      ],
      ['animated', 'animation: turn 600s -80s linear infinite'],
    ]) {
      await page.evaluate(
        (...styles) => ['#outer', '#inner', 'html'].forEach((css, i) => (document.querySelector(css).style.cssText = styles[i])),
        outer,
        inner,
        html,
      );
      await laidOut(page);
      const { at, query, tip } = await ask(page);
      const off = Math.hypot(query.x[0] - plain[0], query.x[1] - plain[1]);
      const moving = name === 'animated';
      assert.ok(off < (moving ? 0.15 : 0.04), `${name}: a press at the place of (${plain}) asks of (${query.x})`);
      const [dx, dy] = [at[0] - tip.x - tip.width / 2, at[1] - tip.y - tip.height / 2];
      assert.ok(
        Math.abs(dx) < tip.width / 2 + 45 && Math.abs(dy) < tip.height / 2 + 45,
        `${name}: the tip is (${dx}, ${dy}) away from its point`,
      );
      const colour = !moving && (await pixels(page, { x: at[0] - 4, y: at[1] - 4, width: 8, height: 8 }))(...at);
      assert.ok(
        moving || colour.every((value, i) => Math.abs(value - colourOf(query.colour)[i]) < 40),
        `${name}: under the pointer is ${colour}, not a mark of ${query.colour}`,
      );
      await page.mouse.move(...(await placeOf(page, '.curve', [0.25, 0.5])));
      await until(page, 'figure.snapshot.curve.probe !== null');
      await page
        .waitForFunction(() => {
          const { epochs, probe } = document.querySelector('perceptron-lab').snapshot.curve;
          return Math.abs(probe.epoch / epochs - 0.25) < 0.01;
        })
        .catch(() => assert.fail(`${name}: a quarter along the curve is not a quarter of the epochs`));
      await page.mouse.move(1, 1);
      await until(page, 'figure.snapshot.curve.probe === null');
      await forget(page);
    }
  }));
