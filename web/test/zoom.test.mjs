// Zoom and pan of the plane, by mouse, fingers, keys and buttons; and that the page keeps what is the page's.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  become,
  framed,
  loseContext,
  open,
  planeScale,
  swipe,
  text,
  useAgain,
  use as useIn,
  withoutFigures,
} from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = (options, act, allowed) => useIn(lab, options, act, allowed);
const again = (act) => useAgain(lab, {}, act);
const phone = { width: 360, height: 740, dpr: 1, touch: true };

/** Where the plane's data lie, with its scale in pixels a unit. */
async function look(page) {
  const at = await planeScale(page);
  const [x0, y0, x1] = [at.x(0), at.y(0), at.x(1)];
  return { ...at, scale: x1 - x0, data: (x, y) => [(x - x0) / (x1 - x0), (y0 - y) / (x1 - x0)] };
}

/** Waits until the view is as wanted, and returns it. */
async function lookUntil(page, holds) {
  for (const end = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 30))) {
    const now = await look(page);
    if (holds(now)) return now;
    if (Date.now() > end) assert.fail(`the scale is ${now.scale}, with 0 at (${now.x(0)}, ${now.y(0)})`);
  }
}

const zoomed = (page, want = true) =>
  page.waitForFunction((is) => document.querySelector('main.lab').hasAttribute('data-zoomed') === is, {}, want);
const near = (a, b, most) => Math.abs(a - b) <= most;
// Labels are put at tenths of a pixel.
const sameScale = (a, b) => near(a.scale / b.scale, 1, 0.003);
const same = (a, b) => sameScale(a, b) && near(a.x(0), b.x(0), 0.5) && near(a.y(0), b.y(0), 0.5);
const middle = async (page) => {
  const { x, y, width, height } = await (await page.$('#plane')).boundingBox();
  return [x + width / 2, y + height / 2];
};
const points = (page) =>
  page.evaluate(() => [document.querySelector('#counts').textContent, document.querySelectorAll('#queries tr').length].join(' '));

async function take(page, tool) {
  await page.click(`[data-tool="${tool}"]`);
  await page.waitForSelector(`[data-tool="${tool}"][aria-checked="true"]`);
}

/** Fingers that touch down, go straight in a dozen moves, and are lifted. */
async function fingers(page, ...ways) {
  await framed(page);
  const client = await page.createCDPSession();
  const touch = (type, share) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: ways.map(([[x0, y0], [x1, y1]], id) => ({ id, x: x0 + (x1 - x0) * share, y: y0 + (y1 - y0) * share })),
    });
  await touch('touchStart', 0);
  for (let i = 1; i <= 12; i++) await touch('touchMove', i / 12);
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

test('Ctrl and the wheel zoom about the pointer; the wheel alone scrolls the page', () =>
  use({ height: 600 }, async (page) => {
    await become(page);
    const before = await look(page);
    const [x, y] = [before.x(1), before.y(0.5)];
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel({ deltaY: -120 });
    await page.mouse.wheel({ deltaY: -120 });
    await page.keyboard.up('Control');
    const nearer = await lookUntil(page, ({ scale }) => scale > 1.5 * before.scale);
    const [a, b] = nearer.data(x, y);
    assert.ok(near(a, 1, 0.02) && near(b, 0.5, 0.02), `(1, 0.5) under the pointer became (${a}, ${b})`);
    assert.deepEqual(await page.evaluate(() => [scrollY, visualViewport.scale]), [0, 1]);

    await page.mouse.wheel({ deltaY: 200 });
    await page.waitForFunction(() => scrollY > 100);
    assert.ok(sameScale(await look(page), nearer), 'the wheel alone zooms');
    assert.ok(await page.$eval('#undo', (button) => button.disabled), 'a zoom can be undone');
  }));

test('the middle button moves the plane, and so does Move where nothing else is; fit comes back', () =>
  again(async (page) => {
    const before = await look(page);
    const said = await points(page);
    await page.mouse.move(before.x(-1.5), before.y(-1.2));
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(before.x(-1.5) + 60, before.y(-1.2) - 40, { steps: 3 });
    await page.mouse.up({ button: 'middle' });
    const moved = await lookUntil(page, (now) => near(now.x(0), before.x(0) + 60, 1) && near(now.y(0), before.y(0) - 40, 1));
    assert.ok(sameScale(moved, before));

    await take(page, 'move');
    await page.mouse.move(moved.x(-1.5), moved.y(-1.4));
    await page.mouse.down();
    await page.mouse.move(moved.x(-1.5) - 30, moved.y(-1.4) - 10, { steps: 3 });
    await page.mouse.up();
    await lookUntil(page, (now) => near(now.x(0), moved.x(0) - 30, 1) && near(now.y(0), moved.y(0) - 10, 1));
    assert.equal(await points(page), said);

    await page.click('#fit');
    await zoomed(page, false);
    await lookUntil(page, (now) => same(now, before));
    assert.equal(await page.$eval('#fit', (button) => getComputedStyle(button).visibility), 'hidden');
    await page.mouse.click(before.x(1.2), before.y(1.3), { clickCount: 2 });
    await page.waitForFunction(() => document.querySelector('#tools [data-tool="move"]').getAttribute('aria-checked') === 'true');
    assert.ok(same(await look(page), before), 'a double click zooms');
  }));

test('by keyboard: + and − zoom, 0 fits, and the cross goes on beyond the edge', () =>
  again(async (page) => {
    const before = await look(page);
    await page.focus('#plane');
    await page.keyboard.press('+');
    await page.keyboard.press('=');
    const nearer = await lookUntil(page, ({ scale }) => near(scale / before.scale, 2.25, 0.01));
    await page.keyboard.press('-');
    await lookUntil(page, ({ scale }) => near(scale / before.scale, 1.5, 0.01));
    await page.keyboard.press('+');
    await lookUntil(page, (now) => same(now, nearer));
    await page.keyboard.down('Shift');
    const { width } = await (await page.$('#plane')).boundingBox();
    for (let i = 0; i < width / 2 / 50 + 1; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    await lookUntil(page, (now) => now.x(0) < nearer.x(0) - 20 && sameScale(now, nearer));
    await page.keyboard.press('0');
    await lookUntil(page, (now) => same(now, before));
    await zoomed(page, false);
  }));

test('a point outside leaves the view; fit shows it, undo leaves the view, another scene is shown in full', () =>
  again(async (page) => {
    const first = await look(page);
    for (let i = 0; i < 3; i++) await page.click('#zoom-out');
    const farther = await lookUntil(page, ({ scale }) => near(scale / first.scale, 1 / 1.5 ** 3, 0.01));
    const said = await points(page);
    await take(page, 'add1');
    const { x, y } = await (await page.$('#plane')).boundingBox();
    await page.mouse.click(x + 60, y + 20);
    await page.waitForFunction(
      (was) => [document.querySelector('#counts').textContent, document.querySelectorAll('#queries tr').length].join(' ') !== was,
      {},
      said,
    );
    assert.ok(same(await look(page), farther), 'the new point changed the view');
    await page.click('#fit');
    const all = await lookUntil(page, ({ scale }) => scale < 0.8 * first.scale && scale > 1.2 * farther.scale);
    await page.click('#zoom-in');
    const nearer = await lookUntil(page, ({ scale }) => near(scale / all.scale, 1.5, 0.01));
    await page.click('#undo');
    await page.waitForFunction(
      (was) => [document.querySelector('#counts').textContent, document.querySelectorAll('#queries tr').length].join(' ') === was,
      {},
      said,
    );
    assert.ok(same(await look(page), nearer), 'undo changed the view');
    await page.click('[data-scene="moons"]');
    await zoomed(page, false);
  }));

test('a pinch zooms about its middle and moves with it, leaves no point, and is not the page’s', () =>
  use(phone, async (page) => {
    await become(page);
    const before = await look(page);
    const said = await points(page);
    const [x, y] = await middle(page);
    const held = before.data(x, y);
    await fingers(
      page,
      [
        [x - 30, y - 20],
        [x - 60, y - 10],
      ],
      [
        [x + 30, y + 20],
        [x + 60, y + 70],
      ],
    );
    const wide = Math.hypot(120, 80) / Math.hypot(60, 40);
    const after = await lookUntil(page, ({ scale }) => near(scale / before.scale, wide, 0.02));
    const [a, b] = after.data(x, y + 30);
    assert.ok(near(a, held[0], 0.02) && near(b, held[1], 0.02), `${held} between the fingers became (${a}, ${b})`);
    assert.equal(await points(page), said);
    assert.deepEqual(await page.evaluate(() => [scrollY, visualViewport.scale]), [0, 1]);

    await page.tap('#fit');
    await lookUntil(page, (now) => same(now, before));
    await swipe(page, [x, y], [x + 5, y - 200]);
    await page.waitForFunction(() => scrollY > 100);
  }));

/** Alone: in a tab where another page was pinched, DevTools' first finger moves nothing. */
const pinched = { ...phone, alone: true };

test('a second finger takes back what the first one began', () =>
  use(pinched, async (page) => {
    await become(page);
    const said = await points(page);
    await take(page, 'add1');
    const before = await look(page);
    const client = await page.createCDPSession();
    const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    const [x, y] = [before.x(-1.4), before.y(-1.3)];
    await touch('touchStart', { id: 0, x, y });
    for (let i = 1; i <= 8; i++) await touch('touchMove', { id: 0, x: x + 6 * i, y });
    await page.waitForFunction(
      (was) => [document.querySelector('#counts').textContent, document.querySelectorAll('#queries tr').length].join(' ') !== was,
      {},
      said,
    );
    const second = { id: 1, x: x + 150, y: y - 100 };
    await touch('touchStart', { id: 0, x: x + 48, y }, second);
    for (let i = 1; i <= 8; i++) await touch('touchMove', { id: 0, x: x + 48 - 4 * i, y }, second);
    await touch('touchEnd');
    await client.detach();
    await zoomed(page);
    await page.waitForFunction(
      (was) => [document.querySelector('#counts').textContent, document.querySelectorAll('#queries tr').length].join(' ') === was,
      {},
      said,
    );
    assert.ok(await page.$eval('#undo', (button) => button.disabled));
  }));

test('the view outlives a lost context', () =>
  use({}, async (page) => {
    await become(page);
    const fitted = await look(page);
    await page.click('#zoom-in');
    const first = await lookUntil(page, ({ scale }) => near(scale / fitted.scale, 1.5, 0.01));
    await loseContext(page);
    await page.click('#step');
    await text(page, '#clock', /\b1 \/ 1000/);
    await lookUntil(page, (now) => same(now, first));
  }));

test('the element: buttons with full controls, the same commands, errors for bad ones', () =>
  use(
    { path: 'post.html', before: withoutFigures },
    async (page) => {
      await page.evaluate(() => {
        document.querySelector('article').innerHTML = '<perceptron-lab id="a" loading="eager" controls="full"></perceptron-lab>';
        globalThis.figure = document.getElementById('a');
        globalThis.errors = [];
        globalThis.figure.addEventListener('error', ({ detail }) => globalThis.errors.push(detail.message));
      });
      const until = (holds) => page.waitForFunction(`(${holds})`);
      await until('figure.state === "live" && figure.snapshot.view === null');
      await page.evaluate(() => globalThis.figure.shadowRoot.querySelector('[part~="button-zoom-in"]').click());
      await until('figure.snapshot.view !== null');
      await page.evaluate(() => globalThis.figure.send({ type: 'look', center: [0.5, 0.25], span: 0.5 }));
      await until('figure.snapshot.view.span === 0.5 && figure.snapshot.view.center.join() === "0.5,0.25"');
      await page.evaluate(() => {
        globalThis.figure.send({ type: 'zoom', factor: -1 });
        globalThis.figure.send({ type: 'look', center: [0, 0], span: 0 });
      });
      await until('errors.length === 2');
      assert.deepEqual(await page.evaluate(() => globalThis.errors), [
        'zoom: factor -1: want a positive finite number',
        'look: span 0: want a positive finite number',
      ]);
      assert.equal(await page.evaluate(() => globalThis.figure.snapshot.view.span), 0.5);
      await page.evaluate(() => globalThis.figure.send({ type: 'zoom', factor: 1e6 }));
      await until('figure.snapshot.view.span < 0.01 && figure.snapshot.view.span > 1e-4');
      await page.evaluate(() => globalThis.figure.shadowRoot.querySelector('[part~="button-fit"]').click());
      await until('figure.snapshot.view === null');
    },
    { allowed: [/<perceptron-lab id="a">: .*want/] },
  ));

test('the element: a button back from every zoomed view; who may zoom, by attribute', () =>
  use(
    { ...pinched, path: 'post.html', before: withoutFigures },
    async (page) => {
      await page.evaluate(() => {
        document.querySelector('article').innerHTML = '<perceptron-lab id="a" loading="eager"></perceptron-lab>';
        globalThis.figure = document.getElementById('a');
        globalThis.errors = [];
        globalThis.figure.addEventListener('error', ({ detail }) => globalThis.errors.push(detail.message));
        globalThis.figure.scrollIntoView({ block: 'center' });
      });
      const until = (holds) => page.waitForFunction(`(${holds})`);
      await until('figure.state === "live" && figure.snapshot.view === null');
      const shown = () =>
        page.evaluate(() =>
          globalThis.figure.shadowRoot.querySelector('[part~="button-fit"]').checkVisibility({ visibilityProperty: true }),
        );
      const box = await page.evaluate(() => {
        const { x, y, width, height } = globalThis.figure.shadowRoot.querySelector('.plane').getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      });
      const [x, y] = box;
      const pinch = () =>
        fingers(
          page,
          [
            [x - 50, y],
            [x - 140, y],
          ],
          [
            [x + 50, y],
            [x + 140, y],
          ],
        );
      const wheel = async () => {
        await page.mouse.move(x, y);
        await page.keyboard.down('Control');
        await page.mouse.wheel({ deltaY: -120 });
        await page.keyboard.up('Control');
      };
      const key = async () => {
        await page.evaluate(() => globalThis.figure.shadowRoot.querySelector('.plane').focus());
        await page.keyboard.press('+');
      };
      const fit = async () => {
        await until('figure.snapshot.view !== null');
        assert.ok(await shown(), 'no way back');
        await page.evaluate(() => globalThis.figure.shadowRoot.querySelector('[part~="button-fit"]').click());
        await until('figure.snapshot.view === null');
        assert.equal(await page.evaluate(() => globalThis.figure.shadowRoot.activeElement?.className), 'plane figure-plane');
      };
      // What is sent is answered in order.
      const untouched = async (how) => {
        const was = await page.evaluate(() => globalThis.figure.snapshot.step);
        await page.evaluate(() => globalThis.figure.step());
        await until(`figure.snapshot.step > ${was}`);
        assert.equal(await page.evaluate(() => globalThis.figure.snapshot.view), null, `${how} zooms`);
      };
      assert.equal(await shown(), false);
      for (const act of [pinch, wheel, key]) {
        await act();
        await fit();
      }
      await page.evaluate(() => globalThis.figure.setAttribute('zoom', 'off'));
      const move = async () => {
        await page.evaluate(() => globalThis.figure.send({ type: 'tool', tool: 'move' }));
        await until("figure.snapshot.tool === 'move'");
        const { x, y, width, height } = await (
          await page.evaluateHandle(() => globalThis.figure.shadowRoot.querySelector('.plane'))
        ).boundingBox();
        await page.mouse.move(x + 0.1 * width, y + 0.9 * height);
        await page.mouse.down();
        await page.mouse.move(x + 0.3 * width, y + 0.8 * height, { steps: 4 });
        await page.mouse.up();
      };
      for (const act of [wheel, key, move]) {
        await act();
        await untouched(`off: ${act.name}`);
      }
      await page.evaluate(() => globalThis.figure.setAttribute('zoom', 'no-touch'));
      for (const act of [wheel, key, move]) {
        await act();
        await fit();
      }
      await pinch();
      await untouched('no-touch: two fingers');
      await page.waitForFunction(() => visualViewport.scale > 1.2);
      await page.evaluate(() => globalThis.figure.setAttribute('zoom', 'never'));
      const told = await page.evaluate(async () => {
        await null;
        return globalThis.errors;
      });
      assert.deepEqual(told, ['zoom never: want on, no-touch, off']);
    },
    { allowed: [/<perceptron-lab id="a">: .*want/] },
  ));
