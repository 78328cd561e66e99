// The network's diagram: what each unit makes of the plane, and the plane as a unit sees it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, countDraws, open, pixels, planeScale, rests, text, use, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const again = (act, scene) => useAgain(lab, {}, act, scene);

const trained = async (page) => {
  await become(page);
  await page.click('#finish');
  await text(page, '#clock', /1000 \/ 1000/);
  await rests(page);
};

/** Whether a unit's picture is of class 1 (more red than blue) near its corners: [x1, x2] of 0 or 1. */
const corners = (page, selector) =>
  page.$eval(`${selector} canvas`, (canvas) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const at = (x1, x2) => {
      const i = 4 * ((x2 ? 2 : height - 3) * width + (x1 ? width - 3 : 2));
      return data[i] > data[i + 2];
    };
    return [at(0, 0), at(0, 1), at(1, 0), at(1, 1)];
  });

/** Whether a hidden unit gives more than 0 near the corners: in ink, and else in purple, and never in a class's colour. */
const signs = async (page, selector) => {
  const found = await page.$eval(`${selector} canvas`, (canvas) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const at = (x1, x2) => [...data.slice(4 * ((x2 ? 2 : height - 3) * width + (x1 ? width - 3 : 2))).slice(0, 4)];
    return [at(0, 0), at(0, 1), at(1, 0), at(1, 1)];
  });
  return found.map(([r, g, b, a]) => {
    if (a < 40) return r - g < 60; // too pale to tell
    const [ink, purple] = [Math.max(r, g, b) - Math.min(r, g, b) < 40, r - g > 90 && b - g > 90];
    assert.ok(ink !== purple, `a colour of its own: ${[r, g, b, a]}`);
    return ink;
  });
};

const units = (page) => page.$$eval('.diagram button', (all) => all.map((unit) => unit.ariaPressed));

test('XOR: the output is right at all corners, and no single unit is', () =>
  use(lab, { dpr: 1, path: '#preset=xor-mlp', before: countDraws }, async (page) => {
    await trained(page);
    assert.equal((await units(page)).length, 3);
    assert.deepEqual(await corners(page, '.diagram button:last-of-type'), [false, true, true, false]);
    for (let i = 1; i <= 2; i++) {
      const above = await signs(page, `.diagram button:nth-of-type(${i})`);
      assert.notDeepEqual(above, [false, true, true, false], `unit ${i}`);
      assert.ok(above.includes(true) && above.includes(false), `unit ${i}: ${above}`);
    }
  }));

test('each unit shows what it gives for the point in hand, pointed at or asked about', () =>
  again(async (page) => {
    const given = (pattern) =>
      page.waitForFunction(
        (source) =>
          new RegExp(source).test(
            [...document.querySelectorAll('.diagram .value')].map(({ textContent }) => textContent).join(' '),
          ),
        {},
        pattern.source,
      );
    // The last corner asked about is (1, 1), of class 0.
    await given(/^[−\d.]+ [−\d.]+ 0\.01$/);
    const at = await planeScale(page);
    await page.mouse.move(at.x(0), at.y(1));
    await given(/ 0\.99$/);
    assert.match(await page.$eval('.diagram button:last-of-type', ({ ariaLabel }) => ariaLabel), /0\.99 for the point in hand$/);
  }, 'preset=xor-mlp&step=1000'));

/** How far down the curve's drawing ends, at the lower right with a red dot, as a share of its height. */
const curveEnd = async (page) => {
  await page.evaluate(() => scrollTo(0, 0));
  const { x, y, width, height } = await (await page.$('#curve')).boundingBox();
  const at = await pixels(page, { x: x - 2, y: y - 2, width: width + 4, height: height + 4 });
  let red = 0;
  for (let down = 0; down < height; down++) {
    const [r, g, b] = at(x + width - 2, y + down);
    if (r > 180 && g < 90 && b < 90) red = down;
  }
  return red / height;
};

test('the sign has colours that no class has: ink above 0, and below it purple, dashed', () =>
  again(async (page) => {
    await page.waitForSelector('.diagram .negative');
    const [ink, purple, ...strokes] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.diagram')).color,
      getComputedStyle(document.querySelector('.diagram canvas')).outlineColor,
      ...['positive', 'negative'].map((sign) => {
        const { stroke, strokeDasharray } = getComputedStyle(document.querySelector(`.diagram .${sign}`));
        return [stroke, strokeDasharray === 'none'];
      }),
    ]);
    assert.deepEqual(strokes, [
      [ink, true],
      [purple, false],
    ]);
    assert.equal(purple, 'rgb(162, 28, 175)');
    await page.click('[data-scene="blog"]');
    await text(page, '#equation', /^p=σ/);
    const colours = await page.$$eval('#equation mn', (numbers) => numbers.map((number) => getComputedStyle(number).color));
    assert.deepEqual([...new Set(colours)], [ink]);
  }, 'preset=xor-mlp'));

test('weights set a second time at one step are drawn, too', () =>
  again(async (page) => {
    await page.click('#weights-button');
    await page.waitForSelector('#weights input');
    for (const bias of ['1.5', '2.5']) {
      const fields = await page.$$('#weights .field');
      await fields.at(-1).click({ count: 3 });
      await page.keyboard.type(bias);
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (text) => document.querySelector('.diagram button:last-of-type').title.endsWith(`bias ${text}`),
        {},
        Number(bias).toFixed(3),
      );
    }
  }, 'preset=xor-mlp'));

/** What a line's label says in numbers: its weight, gradient and change. */
async function numbersOf(page, i) {
  const said = await page.$$eval('.diagram .hit', (all, at) => all[at].getAttribute('aria-label'), i);
  const [, ...numbers] = /w = (\S+), gradient ∂L\/∂w = (\S+); the next step adds (\S+)\.$/.exec(said) ?? assert.fail(said);
  return numbers.map((text) => Number(text.replace('−', '-')));
}
const widths = (page) =>
  page.$$eval('.diagram line:not(.hit)', (all) => all.map((line) => Number(line.getAttribute('stroke-width'))));
const openStep = (page, open) => page.$eval('#step-card', (card, want) => (card.open = want), open);

test('a line tells its weight, its gradient and what the next step adds, which it then does', () =>
  again(async (page) => {
    await page.waitForSelector('.diagram .hit[aria-label*="w = "]');
    const hint = await text(page, '#unit-note');
    // The middle of the first line: from the first input to the first unit.
    const [x, y] = await page.$eval('.diagram .hit', (hit) => {
      const box = hit.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    });
    await page.mouse.move(x, y);
    const said = await text(page, '#unit-note', /^x. → h.: w = \S+, gradient ∂L\/∂w = \S+; the next step adds \S+\.$/);
    const pointed = await page.$$eval('.diagram line:not(.hit)', (all) => all.findIndex((line) => line.matches('.held')));
    const [w, gradient, adds] = await numbersOf(page, pointed);
    assert.ok(said.includes(`w = ${String(Math.abs(w).toFixed(4))}`) || said.includes(`−${Math.abs(w).toFixed(4)}`), said);
    assert.ok(Math.abs(adds + 0.5 * gradient) < 1e-4, said);
    await page.mouse.move(5, 5);
    await page.waitForFunction((usual) => document.querySelector('#unit-note').textContent === usual, {}, hint);

    await page.mouse.click(x, y);
    await page.mouse.move(5, 5);
    await text(page, '#unit-note', /the next step adds/);
    await page.click('#step');
    await text(page, '#clock', /^epoch 1 /);
    await page.waitForFunction((old) => document.querySelector('#unit-note').textContent !== old, {}, said);
    const [after] = await numbersOf(page, pointed);
    assert.ok(Math.abs(after - (w + adds)) < 1.6e-4, `${w} and ${adds} are ${after}`);
    // Pressed again, it is let go.
    await page.mouse.click(x, y);
    await page.mouse.move(5, 5);
    await page.waitForFunction((usual) => document.querySelector('#unit-note').textContent === usual, {}, hint);
  }, 'preset=xor-mlp&train.optimizer=sgd&train.lr=0.5'));

test('by keys from line to line; while the next step is looked at, lines show the gradient', () =>
  again(async (page) => {
    await page.waitForSelector('.diagram .hit[aria-label*="w = "]');
    const byWeights = await widths(page);
    await openStep(page, true);
    await text(page, '#unit-note', /as thick as its weight’s gradient is large/);
    assert.notDeepEqual(await widths(page), byWeights);
    const gradients = [];
    for (let i = 0; i < byWeights.length; i++) gradients.push((await numbersOf(page, i))[1]);
    const largest = Math.max(...gradients.map(Math.abs));
    for (const [i, width] of (await widths(page)).entries())
      assert.ok(
        Math.abs(width - (0.4 + (4.1 * Math.abs(gradients[i])) / largest)) < 0.01 + (4.1 * 2e-4) / largest,
        `${width} of ${gradients[i]}`,
      );
    const negative = await page.$$eval('.diagram line:not(.hit)', (all) => all.map((line) => line.matches('.negative')));
    assert.deepEqual(
      negative,
      gradients.map((gradient) => gradient < 0),
    );

    await page.focus('#weights-button');
    await page.keyboard.press('Tab');
    await text(page, '#unit-note', /^x₁ → h₁: /);
    await page.keyboard.press('ArrowRight');
    await text(page, '#unit-note', /^x₂ → h₁: /);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await text(page, '#unit-note', /^h₂ → z: /);
    assert.equal(await page.$$eval('.diagram .hit[tabindex="0"]', (all) => all.length), 1);
    await openStep(page, false);
    await page.focus('#weights-button');
    await page.waitForFunction(
      (want) =>
        [...document.querySelectorAll('.diagram line:not(.hit)')]
          .map((line) => Number(line.getAttribute('stroke-width')))
          .join() === want,
      {},
      byWeights.join(),
    );
  }, 'preset=xor-mlp'));

test('a unit is shown on the plane while pointed at, or once pressed, until pressed again', () =>
  use(lab, { dpr: 1, coarse: false, path: '#preset=xor-mlp&layers=2,4,1&manual_seed=1', before: countDraws }, async (page) => {
    await trained(page);
    const box = await (await page.$('#plane')).boundingBox();
    const shot = async () => {
      await rests(page);
      const at = await pixels(page, { x: box.x, y: box.y, width: box.width, height: box.height });
      return [0.3, 0.5, 0.7].flatMap((x) =>
        [0.3, 0.5, 0.7].map((y) => String(at(box.x + x * box.width, box.y + y * box.height))),
      );
    };
    const network = await shot();
    const hint = await text(page, '#unit-note');
    await page.hover('.diagram button:nth-of-type(1)');
    await text(page, '#unit-note', /unit 1 of hidden layer 1/);
    assert.notDeepEqual(await shot(), network);
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.waitForFunction((usual) => document.querySelector('#unit-note').textContent === usual, {}, hint);
    assert.deepEqual(await shot(), network);

    await page.focus('.diagram button:nth-of-type(3)');
    await page.keyboard.press('Enter');
    await text(page, '#unit-note', /unit 3 of hidden layer 1/);
    // Tips describe what is shown.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.figure-tip.query:not([hidden]) strong')].every((tip) =>
        /^this unit’s sum: /.test(tip.textContent),
      ),
    );
    assert.deepEqual(await units(page), ['false', 'false', 'true', 'false', 'false']);
    await page.keyboard.press('Enter');
    await page.waitForFunction((usual) => document.querySelector('#unit-note').textContent === usual, {}, hint);

    await page.keyboard.press('Enter');
    await text(page, '#unit-note', /unit 3/);
    await page.click('[data-scene="blog"]');
    await page.waitForSelector('#unit-note[hidden]');
    await text(page, '#equation', /p/);
  }));

test('what appears above the curve takes its drawing along', () =>
  use(
    lab,
    {
      width: 1440,
      height: 900,
      dpr: 1,
      coarse: false,
      before: countDraws,
      media: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
    },
    async (page) => {
      await trained(page);
      await page.click('#confusion-card > summary');
      await page.focus('#threshold');
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector('#cutoff:not([hidden])');
      await rests(page);
      assert.ok((await curveEnd(page)) > 0.85, 'a note');

      // Fields that open cause no report from the program, and the page has room for them.
      for (const open of ['true', 'false']) {
        await page.click('#weights-button');
        await page.waitForSelector(`#weights-button[aria-expanded="${open}"]`);
        await rests(page);
        assert.ok((await curveEnd(page)) > 0.85, `fields for the weights: ${open}`);
      }
    },
  ));

test('a network too large for a diagram is described by its layers; softmax has an output for each class', async () => {
  await use(lab, { path: '#preset=moons&layers=2,20,1' }, async (page) => {
    await become(page);
    await text(page, '#equation', /20hidden/);
    assert.equal(await page.$('.diagram'), null);
  });
  await use(lab, { path: '#preset=three-classes' }, async (page) => {
    await become(page);
    await page.waitForFunction(() => document.querySelectorAll('.diagram button').length === 3);
    await page.click('.diagram button:nth-of-type(2)');
    await text(page, '#unit-note', /output 1 alone/);
  });
});

test('a finger presses a line, also of many layers and in Korean', () =>
  use(lab, { path: '?lang=ko#layers=2,4,3,1', width: 360, height: 740, touch: true }, async (page) => {
    await become(page);
    await page.waitForSelector('.diagram .hit[aria-label*="w = "]');
    await page.$eval('.diagram', (diagram) => diagram.scrollIntoView({ block: 'center' }));
    const [x, y] = await page.$$eval('.diagram .hit', (all) => {
      const box = all.at(-3).getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    });
    await page.touchscreen.tap(x, y);
    await text(page, '#unit-note', /^h⁽²⁾. → z: w = .*기울기 ∂L\/∂w = .*다음 스텝에서 더할 값/);
    await page.touchscreen.tap(x, y);
    await text(page, '#unit-note', /^유닛마다 그 유닛이 보는 평면과/);
  }));

test('small units have their values in up to four characters, and in full where pointed at, pressed or reached by keys', () =>
  use(lab, { path: '#preset=moons', dpr: 1 }, async (page) => {
    await become(page);
    const values = () => page.$$eval('.diagram .value', (all) => all.map((one) => one.textContent));
    await page.waitForFunction(() => [...document.querySelectorAll('.diagram .value')].every((one) => one.textContent));
    const brief = await values();
    const full = await page.$$eval('.diagram button', (all) =>
      all.map((unit) => /([−\d.]+) for the point in hand$/.exec(unit.ariaLabel)[1]),
    );
    assert.equal(brief.length, 17);
    for (const [i, text] of brief.entries()) {
      assert.ok(text.length <= 4, text);
      const [short, long] = [text, full[i]].map((one) => Number(one.replace('−', '-')));
      assert.ok(Math.abs(short - long) <= 0.051, `${text} of ${full[i]}`);
    }
    // None is cut off, and each is seen.
    const fits = await page.$$eval('.diagram .value', (all) =>
      all.every((one) => one.scrollWidth <= one.clientWidth && one.checkVisibility() && one.clientHeight >= 9),
    );
    assert.ok(fits);
    await page.hover('.diagram button:nth-of-type(3)');
    const said = await text(page, '#unit-note', /unit 3 of hidden layer 1 sees; .* It gives −?0\.\d{4} for the point in hand\.$/);
    assert.ok(said.includes(`gives ${full[2].slice(0, -1)}`), `${said} ${full[2]}`);
    await page.mouse.move(5, 5);
    await page.focus('.diagram button:nth-of-type(17)');
    await page.keyboard.press('Enter');
    await text(page, '#unit-note', /output .* It gives 0\.\d{4} for the point in hand\.$/);
    // In the dark the pictures have the colours of the dark.
    const colours = () =>
      page.$$eval('.diagram canvas', (all) =>
        all.map((canvas) => {
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
          copy.drawImage(canvas, 0, 0);
          const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
          return data.some((_, i) => i % 4 === 0 && data[i + 3] > 80 && Math.min(data[i], data[i + 1], data[i + 2]) > 200);
        }),
      );
    assert.ok((await colours()).every((light) => !light));
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.waitForFunction(() => getComputedStyle(document.querySelector('.diagram canvas')).color === 'rgb(232, 234, 240)');
    await page.waitForFunction(() => {
      const canvas = document.querySelector('.diagram canvas');
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((_, i) => i % 4 === 0 && data[i + 3] > 80 && Math.min(data[i], data[i + 1], data[i + 2]) > 200);
    });
  }));
