// The Lab page in a real Chromium, used as a reader would.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  become,
  countDraws,
  drawn,
  holdAndDrag,
  loseContext,
  measureShift,
  noteScrolls,
  open,
  pixels,
  planeScale,
  rests,
  settled,
  swipe,
  text,
  useAgain,
  use as useIn,
} from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = (options, act, allowed) => useIn(lab, options, act, allowed);
const again = (act) => useAgain(lab, {}, act);

const rows = (page) => page.$$eval('#queries tr', (list) => list.map((row) => row.textContent.replace(/\s+/g, ' ').trim()));
const counts = (page) => page.$$eval('#counts .count', (list) => list.map((count) => Number(count.textContent)));
/** Waits for so many points of each class. */
const countsBecome = (page, want) =>
  page.waitForFunction(
    (texts) => [...document.querySelectorAll('#counts .count')].map((count) => count.textContent).join() === texts,
    {},
    want.join(),
  );
const near = (rgb, hex, most) => Math.hypot(...rgb.map((v, i) => v - parseInt(hex.slice(2 * i, 2 * i + 2), 16))) < most;

/** Waits until more is drawn. */
async function draws(page) {
  const before = await page.evaluate(() => globalThis.draws);
  await page.waitForFunction((n) => globalThis.draws > n, {}, before);
}

async function clickAt(page, x1, x2) {
  const at = await planeScale(page);
  await page.mouse.click(at.x(x1), at.y(x2));
}

test('plays the post to its end and reads its numbers; the line is where the weights say, each side in its class’s colour', () =>
  use({ dpr: 1, coarse: false }, async (page) => {
    await become(page);
    assert.match(await text(page, '#loss'), /^0\.6185/);
    await page.select('#speed', '100');
    await page.click('#play');
    await text(page, '#clock', /1000 \/ 1000/);
    const [red, black] = await rows(page);
    assert.match(red, /2\.795.*0\.9424.*1/);
    assert.match(black, /−2\.933.*0\.0506.*0/);
    assert.match(await text(page, '#last-loss'), /999.*0\.25615/);
    assert.match(await text(page, '#equation'), /1\.436.*1\.428.*0\.069/);
    assert.match(await text(page, '#accuracy'), /100/);

    // What the read-out rounds to a thousandth moves the line by less than a pixel.
    const [w1, w2, b] = [1.436, -1.428, -0.069];
    const at = await planeScale(page);
    const box = await (await page.$('#plane')).boundingBox();
    const pixel = await pixels(page, box);
    for (const x2 of [-1.35, -0.75, 0.3, 1.2]) {
      const x1 = -(w2 * x2 + b) / w1;
      assert.ok(
        near(pixel(at.x(x1), at.y(x2)), 'd62728', 40),
        `no line at (${x1.toFixed(3)}, ${x2}): ${pixel(at.x(x1), at.y(x2))}`,
      );
      for (const off of [-6, 6]) {
        assert.ok(!near(pixel(at.x(x1) + off, at.y(x2)), 'd62728', 60), `the line is too wide at (${x1.toFixed(3)}, ${x2})`);
      }
    }
    const [r0, , b0] = pixel(at.x(-1.7), at.y(1.3));
    const [r1, , b1] = pixel(at.x(1.7), at.y(-1.3));
    assert.ok(b0 > r0 + 30, 'class 0’s side is not blue');
    assert.ok(r1 > b1 + 30, 'class 1’s side is not orange');
    assert.ok(near(pixel(at.x(1), at.y(-1)), 'd62728', 12), 'no red asked point at (1, −1)');
    assert.ok(near(pixel(at.x(-1), at.y(1)), '000000', 12), 'no black asked point at (−1, 1)');

    await page.focus('#plane');
    await page.keyboard.press('Shift');
    await page.waitForSelector('#plane:focus-visible');
    const focused = await pixels(page, box);
    assert.ok(near(focused(at.x(1), at.y(-1)), 'd62728', 12), 'the plane with the focus hides its points');
    assert.ok(near(focused(box.x + 1.5, box.y + box.height / 2), '1457b8', 12), 'the plane shows no focus');
  }));

test('a click asks, adds a point of either class, moves and removes', () =>
  again(async (page) => {
    await clickAt(page, 0.9, 1.2);
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 3);
    assert.match((await rows(page))[2], /0\.9.*1\.2/);

    const before = await counts(page);
    await page.click('[data-tool="add0"]');
    await page.waitForSelector('[data-tool="add0"][aria-checked="true"]');
    await clickAt(page, 1.5, 1.2);
    await countsBecome(page, [before[0] + 1, before[1]]);
    await page.click('[data-tool="add1"]');
    await clickAt(page, -1.6, -1.2);
    await countsBecome(page, [before[0] + 1, before[1] + 1]);

    await page.click('[data-tool="move"]');
    await page.waitForSelector('[data-tool="move"][aria-checked="true"]');
    const at = await planeScale(page);
    await page.mouse.move(at.x(0.9), at.y(1.2));
    await page.mouse.down();
    await page.mouse.move(at.x(0.5), at.y(1.4), { steps: 4 });
    await page.mouse.up();
    await text(page, '#queries tr:nth-child(3)', /0\.5.*1\.4/);

    await page.click('[data-tool="erase"]');
    await page.waitForSelector('[data-tool="erase"][aria-checked="true"]');
    await clickAt(page, 1.5, 1.2);
    await clickAt(page, -1.6, -1.2);
    await countsBecome(page, before);
    await clickAt(page, 0.5, 1.4);
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 2);
  }));

test('the learning rate changes while it runs; a bad one is refused beside the field', () =>
  again(async (page) => {
    await page.click('#play');
    await page.$eval('#lr', (input) => (input.value = ''));
    await page.type('#lr', 'fast\n');
    await text(page, '#lr-problem', /./);
    await page.$eval('#lr', (input) => (input.value = ''));
    await page.type('#lr', '0.5\n');
    await page.waitForFunction(() => document.querySelector('#lr-problem').textContent === '');
    // At this rate a hundred epochs do what the post's need thousands for.
    await page.waitForFunction(() => Number(document.querySelector('#loss').textContent) < 0.2);
  }));

test('reset goes back to the untrained neuron; step and epoch count', () =>
  again(async (page) => {
    await page.click('#step');
    await text(page, '#clock', /\b1 \/ 1000/);
    await page.click('#epoch');
    await text(page, '#clock', /\b2 \/ 1000/);
    await page.click('#reset');
    await text(page, '#clock', /\b0 \/ 1000/);
    assert.match(await text(page, '#loss'), /^0\.6185/);
  }));

test('by keyboard: arrows point, Enter asks and adds, Escape lets go', () =>
  again(async (page) => {
    await page.focus('#plane');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    await page.waitForSelector('.figure-cross:not([hidden])');
    await text(page, '.figure-said', /p = 0\.\d{4}/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 3);
    await page.click('[data-tool="add1"]');
    await page.waitForSelector('[data-tool="add1"][aria-checked="true"]');
    const before = await counts(page);
    await page.focus('#plane');
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await countsBecome(page, [before[0], before[1] + 1]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.figure-cross[hidden]');
  }));

test('speaks Korean, and keeps running while the language changes', () =>
  use({ path: '?lang=ko' }, async (page) => {
    await become(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'ko');
    assert.match(await page.title(), /퍼셉트론/);
    await page.click('#step');
    await text(page, '#clock', /에포크.*1 \/ 1000/);
    await page.click('#language [lang="en"]');
    await text(page, '#clock', /epoch 1 \/ 1000/);
  }));

test('wheel, Tab and shortcuts stay the page’s', () =>
  use({ height: 600 }, async (page) => {
    await become(page);
    const box = await (await page.$('#plane')).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    await page.mouse.wheel({ deltaY: 200 });
    await page.waitForFunction(() => scrollY > 100);
    await page.evaluate(() => {
      scrollTo(0, 0);
      document.querySelector('#plane').focus();
      globalThis.prevented = [];
      addEventListener('keydown', (event) => globalThis.prevented.push([event.key, event.defaultPrevented]));
    });
    // The browser's own find, page down and reload; they are not typed, as Chromium would do them.
    for (const [key, ctrlKey] of [
      ['f', true],
      ['PageDown', false],
      ['F5', false],
    ])
      await page.evaluate(
        (init) =>
          document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })),
        { key, ctrlKey },
      );
    assert.deepEqual(await page.evaluate(() => globalThis.prevented), [
      ['f', false],
      ['PageDown', false],
      ['F5', false],
    ]);
    await page.focus('#plane');
    await page.keyboard.press('Tab');
    assert.ok(
      await page.evaluate(() => document.activeElement.matches('#plane button, #plane ~ * *')),
      'Tab did not leave the plane for the next control',
    );
  }));

test('on a phone a swipe over the plane scrolls, and a tap asks', () =>
  use({ width: 360, height: 740, dpr: 2, coarse: false, touch: true, before: noteScrolls }, async (page) => {
    await become(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    const at = await planeScale(page);
    await swipe(page, [at.x(-1.5), at.y(-1.3)], [at.x(-1.5) + 10, at.y(-1.3) - 200]);
    await page.waitForFunction(() => scrollY > 100);
    await settled(page);
    await page.evaluate(() => scrollTo(0, 0));
    assert.equal(await settled(page), 0);
    await page.touchscreen.tap(at.x(1.4), at.y(1.2));
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length > 2);
    assert.equal((await rows(page)).length, 3, 'the swipe asked, too');
    assert.match((await rows(page))[2], /1\.4.*1\.(2|19)/); // half a pixel is 0.01
    // A finger that stays on an asked point a moment takes hold of it, even upwards.
    await holdAndDrag(page, [at.x(1.4), at.y(1.2)], [at.x(1.4), at.y(0.4)]);
    await text(page, '#queries tr:nth-child(3)', /1\.4.*0\.4/);
    assert.equal(await page.evaluate(() => scrollY), 0);
  }));

test('a click causes one report', () =>
  use(
    {
      before: [
        countDraws,
        () => {
          globalThis.reports = 0;
          const { parse } = JSON;
          JSON.parse = (json) => {
            const value = parse(json);
            if (value?.stepsPerFrame) globalThis.reports++;
            return value;
          };
        },
      ],
    },
    async (page) => {
      await become(page);
      const at = await planeScale(page);
      await page.mouse.move(at.x(0.9), at.y(1.2));
      await page.waitForSelector('.figure-tip.hover:not([hidden])');
      await rests(page);
      const before = await page.evaluate(() => globalThis.reports);
      await page.mouse.down();
      await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 3);
      await rests(page);
      await page.mouse.up();
      await rests(page);
      assert.equal((await page.evaluate(() => globalThis.reports)) - before, 1);
    },
  ));

test('a paused page draws no frame', () =>
  use({ before: countDraws }, async (page) => {
    await become(page);
    await page.click('#play');
    await text(page, '#clock', /[1-9]\d* \/ 1000/);
    await draws(page);
    await page.click('#play');
    await text(page, '#play', /Play/);
    await rests(page);
    assert.equal(await drawn(page), 0);
    await page.click('#play');
    await draws(page);
    await page.evaluate(() => {
      document.body.style.paddingBottom = '4000px';
      scrollTo(0, 3000);
    });
    await rests(page);
    assert.equal(await drawn(page), 0, 'it draws out of sight');
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(
      (before) => document.querySelector('#clock').textContent !== before,
      {},
      await text(page, '#clock'),
    );
  }));

test('the still picture is replaced without a layout shift', () =>
  use({ height: 900, dpr: 1, before: measureShift }, async (page) => {
    const first = await page.$eval('#plane', (element) => JSON.stringify(element.getBoundingClientRect()));
    assert.equal(await page.$$eval('#plane > svg.poster path', (paths) => paths.length > 3), true, 'no still picture');
    await become(page);
    assert.equal(await page.$eval('#plane', (element) => JSON.stringify(element.getBoundingClientRect())), first);
    assert.ok((await page.evaluate(() => globalThis.shift)) < 0.005);
  }));

test('a lost context is restored with the run where it was', () =>
  use({}, async (page) => {
    await become(page);
    await page.select('#speed', '10');
    await page.click('#play');
    await text(page, '#clock', /[1-9]\d\d \/ 1000/);
    await page.click('#play');
    await text(page, '#play', /Play/);
    await clickAt(page, 0.9, 1.2);
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 3);
    const seen = () =>
      page.evaluate(() => [
        document.querySelector('#clock').textContent,
        document.querySelector('#loss').textContent,
        document.querySelector('#queries').textContent,
      ]);
    const before = await seen();
    await loseContext(page);
    assert.deepEqual(await seen(), before, 'clock, loss and asked points are not what they were');
    await page.click('#step');
    await page.click('#step');
    await text(page, '#clock', new RegExp(`${Number(/\d+/.exec(before[0])[0]) + 2} / 1000`));
    assert.equal((await rows(page)).length, 3);
  }));

test('a crash is recovered from, too; repeated crashes end in a still picture and a sentence', () =>
  use(
    {
      before: () => {
        globalThis.crashes = 0;
        const real = WebGL2RenderingContext.prototype.drawElements;
        // As on a slow phone, on which half a minute passes before the program has crashed five times.
        let late = 0;
        const clock = performance.now.bind(performance);
        performance.now = () => clock() + late;
        WebGL2RenderingContext.prototype.drawElements = function (...args) {
          if (globalThis.crashes-- > 0) {
            late += 6_000;
            throw new Error('crash on purpose');
          }
          return real.apply(this, args);
        };
      },
    },
    async (page) => {
      await become(page);
      await page.click('#epoch');
      await page.click('#epoch');
      await text(page, '#clock', /\b2 \/ 1000/);
      await page.evaluate(() => {
        globalThis.old = document.querySelector('.figure-canvas');
        globalThis.crashes = 1;
      });
      await page.click('#step');
      await page.waitForFunction(
        () =>
          document.querySelector('.figure-canvas') &&
          document.querySelector('.figure-canvas') !== globalThis.old &&
          document.querySelector('main.lab').dataset.figure === 'live',
      );
      await page.click('#step');
      await text(page, '#clock', /\b[34] \/ 1000/);
      // In the frame of a release, which causes no report.
      const at = await planeScale(page);
      await page.mouse.move(at.x(0.9), at.y(1.2));
      await page.mouse.down();
      await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 3);
      await page.evaluate(() => {
        globalThis.old = document.querySelector('.figure-canvas');
        globalThis.crashes = 1;
      });
      await page.mouse.up();
      await page.waitForFunction(
        () =>
          document.querySelector('.figure-canvas') &&
          document.querySelector('.figure-canvas') !== globalThis.old &&
          document.querySelector('main.lab').dataset.figure === 'live',
      );
      assert.equal((await rows(page)).length, 3, 'what the click did is lost');
      await page.evaluate(() => (globalThis.crashes = 1e9));
      await page.click('#step');
      await become(page, 'stopped');
      await page.evaluate(() => (globalThis.crashes = 0));
      await page.waitForSelector('#restart:not([hidden])');
      await page.click('#restart');
      await become(page, 'live');
    },
    { allowed: [/crash on purpose/, /exit code/, /goroutine|panic|syscall\/js|\.go:/, /already exited/] },
  ));

test('with a WebGL 2 that has too few uniforms, or compiles no shader, the still picture stays, with a sentence', async () => {
  const few = () => {
    const real = WebGL2RenderingContext.prototype.getParameter;
    WebGL2RenderingContext.prototype.getParameter = function (name) {
      return name === this.MAX_FRAGMENT_UNIFORM_VECTORS ? 16 : real.call(this, name);
    };
  };
  await use({ before: few }, async (page) => {
    await become(page, 'unsupported');
    assert.match(await text(page, '#notice-text'), /WebGL.*what you see is a still picture/);
  });
  const none = () => {
    const real = WebGL2RenderingContext.prototype.shaderSource;
    WebGL2RenderingContext.prototype.shaderSource = function (shader, source) {
      real.call(this, shader, `${source}!`);
    };
  };
  await use({ before: none }, async (page) => {
    await become(page, 'stopped');
    assert.match(await text(page, '#notice-text'), /has stopped.* a still picture\. \(opengl: [^\n#;]{1,150}\)/);
  });
});

test('without WebGL 2 the still picture stays, with a sentence', () =>
  use(
    {
      before: () => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return kind === 'webgl2' ? null : real.call(this, kind, ...rest);
        };
      },
    },
    async (page) => {
      await become(page, 'unsupported');
      assert.match(await text(page, '#notice-text'), /WebGL.*what you see is a still picture/);
      assert.notEqual(await page.$eval('.poster', (poster) => getComputedStyle(poster).visibility), 'hidden');
      // Another scene has its own, or none.
      for (const [scene, says, pictured] of [
        ['#preset=xor&step=9', /what you see is a still picture/, true],
        ['#lr=0.5', /no still picture of this run/, false],
      ]) {
        await page.evaluate((hash) => (location.hash = hash), scene);
        await page.reload();
        await become(page, 'unsupported');
        assert.match(await text(page, '#notice-text'), says);
        const xor = await page.$eval('[data-scene="xor"] img', (image) => image.dataset.picture);
        assert.deepEqual(await page.$$eval('.poster', (all) => all.map((one) => one.getAttribute('src'))), pictured ? [xor] : []);
      }
    },
  ));

test('when the program can’t be fetched the page says so; it is tried again by a press, and when the connection is back', () =>
  use(
    {
      before: () => {
        const real = globalThis.fetch;
        Object.assign(globalThis, { broken: true, programs: 0 });
        globalThis.fetch = (what, ...more) => {
          if (String(what).includes('.wasm')) globalThis.programs++;
          return globalThis.broken ? Promise.reject(new TypeError('no network')) : real(what, ...more);
        };
      },
    },
    async (page) => {
      await become(page, 'stopped');
      await page.waitForSelector('#restart:not([hidden])');
      const before = await page.evaluate(() => globalThis.programs);
      await page.click('#restart');
      await page.waitForFunction((n) => globalThis.programs > n, {}, before);
      await become(page, 'stopped');
      await page.evaluate(() => {
        globalThis.broken = false;
        dispatchEvent(new Event('online'));
      });
      await become(page, 'live');
      await page.click('#step');
      await text(page, '#clock', /\b1 \/ 1000/);
    },
    { allowed: [/preload/] },
  ));

test('texts that can’t be fetched are reported, and there after a reload', () =>
  use(
    {},
    async (page) => {
      await become(page);
      const client = await page.createCDPSession();
      await client.send('Network.enable');
      await client.send('Network.setBlockedURLs', { urls: ['*/words-ko.*'] });
      await page.click('#language [lang="ko"]');
      await text(page, '#notice-text', /한국어 could not be fetched/);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
      await client.send('Network.setBlockedURLs', { urls: [] });
      await client.detach();
      await page.reload();
      await page.waitForFunction(() => document.documentElement.lang === 'ko');
      await become(page);
    },
    { allowed: [/^failed: .*words-ko/, /^console: .*net::ERR_BLOCKED_BY_CLIENT/] },
  ));
