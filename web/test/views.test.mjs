// The views that say why in a figure of any page: each by itself, all together in 320 px, one point in hand in all of them.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { set, show, textOf, until, views, waitText } from './article.mjs';
import { embed } from './embed.mjs';
import { framed, measureShift, open, resize, use as useIn, withoutFigures } from './harness.mjs';
import { plain } from './servers.mjs';

const names = ['neuron', 'sigmoid', 'cost', 'pushes', 'weights', 'hidden'];
const all = `plane curve ${names.join(' ')}`;

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = ({ before, ...options }, act, allowed) =>
  useIn(lab, { path: 'post.html', ...options, before: [withoutFigures, before].flat() }, act, allowed);

/** The views whose files were fetched. */
const fetched = (page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /\/perceptron-lab-(\w+)\.[0-9a-f]{10}\.js$/.exec(name)?.[1] ?? [])
      .filter((name) => !['running', 'terms'].includes(name)),
  );

/** What is there once a view is drawn of the blog post's run, or of a network for the hidden units; files come in any order. */
const drawn = {
  neuron: '.neuron-view .knob',
  sigmoid: '.sigmoid-view .mark',
  cost: '.cost-view .mean',
  pushes: '.pushes .step',
  weights: '.landscape-ticks .x',
  hidden: '.hidden-view .mark',
};
const areDrawn = (page, ...names) =>
  page.waitForFunction(
    (list) => list.every((css) => globalThis.inside(css).length > 0),
    {},
    names.map((name) => drawn[name]),
  );

test('a view that is off fetches nothing, and one that is on its own file', () =>
  use({ height: 1200 }, async (page) => {
    await show(page, 'views="plane curve"');
    assert.deepEqual(await fetched(page), []);
    assert.equal(await page.evaluate(() => globalThis.inside('.below-view').length), 0);
    for (const [i, name] of names.entries()) {
      if (name === 'hidden') await set(page, 'preset', 'xor-mlp');
      await views(page, `plane, ${name}`);
      await areDrawn(page, name);
      assert.deepEqual(await fetched(page), names.slice(0, i + 1));
      assert.equal(await page.evaluate(() => globalThis.inside('.below-view').length), 1);
    }
    assert.equal(await page.evaluate(() => globalThis.inside('.figure-arrows').length), 0, 'arrows of a view that is off');
    await views(page, 'plane');
    assert.equal(await page.evaluate(() => globalThis.inside('.below')[0].offsetHeight), 0);
  }));

test("the neuron's numbers touch nothing, however wide the figure is", () =>
  use({ width: 1000, height: 1200, dpr: 1 }, async (page) => {
    await show(page, 'views="plane neuron"');
    await areDrawn(page, 'neuron');
    for (const width of [300, 440, 480, 520, 560, 600, 800]) {
      await page.evaluate((px) => (globalThis.figure.style.width = `${px}px`), width);
      await page.waitForFunction(() => {
        const [view] = globalThis.inside('.neuron-view');
        return Math.abs(view.viewBox.baseVal.width - Math.max(260, view.clientWidth)) < 1;
      });
      const touching = await page.evaluate(() => {
        const parts = globalThis
          .inside('.neuron-view :is(.knob, .value, .box, .letter)')
          .filter((part) => part.checkVisibility());
        const boxes = parts.map((part) => part.getBoundingClientRect());
        // A line of text is higher than its letters.
        const room = 3;
        const meet = (a, b) =>
          a.left < b.right && b.left < a.right && a.top + room < b.bottom - room && b.top + room < a.bottom - room;
        return parts.flatMap((part, i) =>
          boxes.slice(0, i).flatMap((box, k) => (meet(box, boxes[i]) ? [`${part.textContent}/${parts[k].textContent}`] : [])),
        );
      });
      assert.deepEqual(touching, [], `${width} px`);
      // Both products are there, too.
      const products = await page.evaluate(
        () => globalThis.inside('.neuron-view .knob').filter((knob) => /^× .* = /.test(knob.textContent)).length,
      );
      assert.equal(products, 2, `${width} px`);
    }
  }));

test('all in 320 px, in both languages and themes, each with a sentence, and nothing moves or is cut off', () =>
  use({ width: 352, height: 3000, dpr: 1, before: measureShift }, async (page) => {
    await show(page, `views="${all}"`);
    const width = await page.evaluate(() => globalThis.figure.offsetWidth);
    assert.ok(width <= 320, `${width} px`);
    const height = await page.evaluate(() => globalThis.figure.offsetHeight);
    assert.ok(
      (await page.evaluate(() => globalThis.inside('.plane')[0].clientHeight)) >= 240,
      'the plane is too low for its arrows',
    );
    await page.evaluate(() => (globalThis.shift = 0));
    for (const [language, words] of [
      [
        'en',
        [
          'The point in hand times',
          'Every point stands',
          'Every point pays',
          'Each point pushes',
          'How high the loss',
          'Shown for a network',
        ],
      ],
      ['ko', ['가리킨 점의 좌표', '점마다 마지막', '점마다 정답', '점마다 y − p', '편향을 지금 값에', '유닛이 둘 이상인']],
    ]) {
      await page.evaluate((lang) => globalThis.figure.setAttribute('lang', lang), language);
      await set(page, 'theme', language === 'ko' ? 'dark' : 'light');
      for (const [i, name] of names.entries()) await waitText(page, `.below-${name} .note`, `^${words[i]}`);
      const unread = await page.evaluate(() =>
        globalThis
          .inside('.below *')
          .filter((part) => part.childElementCount === 0 && part.textContent.includes(']('))
          .map((part) => part.textContent),
      );
      assert.deepEqual(unread, [], 'a mark of a term is read');
      const faults = await page.evaluate(() =>
        globalThis.inside('.below-view').flatMap((view) => {
          const box = view.getBoundingClientRect();
          const parts = [...view.querySelectorAll('h3, p:not([hidden]), svg, canvas, input, select')].filter((part) =>
            part.checkVisibility(),
          );
          return parts.flatMap((part) => {
            const { left, right, top, bottom } = part.getBoundingClientRect();
            const fits = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
            return fits ? [] : [`${view.className}: ${part.localName} ${part.className?.baseVal ?? part.className}`];
          });
        }),
      );
      assert.deepEqual(faults, [], language);
      if (language === 'en')
        assert.ok((await page.evaluate(() => globalThis.shift)) < 0.0005, 'something moved as the views came');
    }
    // Rings and arrows are smaller than on a wide plane, where a ring's radius is 11.
    const ring = await page.evaluate(() => globalThis.inside('.figure-arrows .wrong')[0].getAttribute('d'));
    assert.ok(Number(/A([\d.]+)/.exec(ring)[1]) < 8, ring.slice(0, 60));
    assert.equal(await page.evaluate(() => globalThis.figure.offsetHeight), height);
    const ink = await page.evaluate(() => getComputedStyle(globalThis.inside('.below-sigmoid .note')[0]).color);
    assert.match(ink, /^rgb\((1[5-9]\d|2\d\d)/, 'dark is dark');

    // Playing, they go along.
    const z = await textOf(page, '#sigmoid-hand');
    await page.evaluate(() => globalThis.figure.step(40));
    await page.waitForFunction((before) => globalThis.inside('#sigmoid-hand')[0].textContent !== before, {}, z);
    await page.evaluate(() => globalThis.figure.play());
    await until(page, 'figure.snapshot.step > 45');
    await until(
      page,
      `Number(inside(".neuron-view .knob")[0].textContent.slice(2).split(" = ")[0].replace("−", "-")) ===
        Number(figure.snapshot.parameters[0][0].toFixed(3))`,
    );
  }));

/** Points at the plane's place of a sample. */
async function pointAt(page, x) {
  const at = await page.evaluate(([x1, x2]) => {
    const plane = globalThis.inside('.plane')[0];
    const ticks = (axis) => globalThis.inside(`.plane .tick-${axis}`).filter((tick) => !tick.hidden);
    const scale = (axis, key, extent) => {
      const places = ticks(axis).map((tick) => {
        const box = tick.getBoundingClientRect();
        return { value: Number(tick.textContent.replace('−', '-')), at: box[key] + box[extent] / 2 };
      });
      const [a, b] = [places[0], places.at(-1)];
      return (v) => a.at + ((v - a.value) * (b.at - a.at)) / (b.value - a.value);
    };
    plane.scrollIntoView({ block: 'nearest' });
    return [scale('x', 'x', 'width')(x1), scale('y', 'y', 'height')(x2)];
  }, x);
  await page.mouse.move(...at);
}

test('the point in hand is marked in each: under the pointer, by keys, and one that was asked about', () =>
  use({ width: 700, height: 2600 }, async (page) => {
    await show(
      page,
      `views="${all}" scene='{"data": {"kind": "points", "x": [[-1, 1], [1, -1], [0.5, 1]], "y": [0, 1, 1]}, "queries": []}'`,
    );
    const marks = () =>
      page.evaluate(() => ({
        neuron: globalThis.inside('.neuron-view .is')[0].textContent,
        sigmoid: globalThis.inside('.sigmoid-view .in-hand').length,
        cost: globalThis.inside('.cost-view .in-hand').length,
        pushes: globalThis.inside('.pushes .held').length,
        plane: globalThis.inside('.figure-held').filter((ring) => ring.checkVisibility()).length,
        weights: globalThis.inside('#landscape-hand')[0].textContent,
      }));
    await areDrawn(page, 'neuron', 'sigmoid', 'cost', 'pushes', 'weights');
    assert.deepEqual(await marks(), {
      neuron: '',
      sigmoid: 0,
      cost: 0,
      pushes: 0,
      plane: 0,
      weights: 'Point at the plane, or ask about a place on it.',
    });
    await pointAt(page, [0.5, 1]);
    await waitText(page, '#landscape-hand', 'put \\(0\\.5, 1\\) on the line');
    const marked = {
      neuron: 'it is class 1',
      sigmoid: 1,
      cost: 2,
      pushes: 1,
      plane: 1,
      weights: 'Dashed: the weights that put (0.5, 1) on the line.',
    };
    await until(page, 'inside(".cost-view .in-hand").length > 0');
    assert.deepEqual(await marks(), marked);
    assert.match(await textOf(page, '.below-pushes .view-hand'), /^point of class 1 \(0\.5, 1\) pushes with 0\.\d+\.$/);

    // Of a batch of one, only the point that it visits pushes.
    await page.evaluate(() => globalThis.figure.send({ type: 'set', key: 'train.batch_size', value: 1 }));
    const pushing = [];
    for (const x of [
      [-1, 1],
      [1, -1],
      [0.5, 1],
    ]) {
      await pointAt(page, x);
      await waitText(
        page,
        '.below-pushes .view-hand',
        `\\(${x.join(', ').replace('-', '−')}\\) (pushes with|is not in this step)`,
      );
      pushing.push((await textOf(page, '.below-pushes .view-hand')).includes('pushes with'));
    }
    assert.equal(pushing.filter(Boolean).length, 1);

    await page.evaluate(() => globalThis.figure.ask([0, 0.5]));
    await page.mouse.move(5, 5);
    await waitText(page, '#landscape-hand', 'put \\(0, 0\\.5\\) on the line');
    await waitText(
      page,
      '.below-pushes .view-hand',
      '^red \\(0, 0\\.5\\) has no class, .*as class 0 it would push with −0\\.\\d+, as class 1 with 0\\.\\d+\\.$',
    );
    // On the plane, and not in the sum of w and the one point's push.
    const supposed = await page.evaluate(() => ['.pushes', '.figure-arrows'].map((css) => inside(`${css} .supposed`).length));
    assert.deepEqual(supposed, [0, 2]);
    assert.equal((await marks()).neuron, 'red');
    assert.equal((await marks()).sigmoid, 1);

    // The cross of the keys is a point in hand, too.
    await page.evaluate(() => globalThis.inside('.plane')[0].focus());
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => {
      const { hover } = globalThis.figure.snapshot;
      const said = globalThis.inside('#landscape-hand')[0].textContent;
      return hover && !said.includes('(0, 0.5)') && said.startsWith('Dashed');
    });

    await page.evaluate(() => {
      globalThis.figure.scene = null;
      globalThis.figure.preset = 'xor-mlp';
    });
    await until(page, 'inside(".hidden-view .mark").length > 0');
    await page.evaluate(() => globalThis.figure.ask([0.5, 0.5]));
    await page.evaluate(() => globalThis.inside('.plane')[0].blur());
    await until(page, 'inside(".hidden-view .held").length === 1');
    await waitText(page, '.below-neuron .network .note', '^Each unit shows the plane as it sees it');
    await waitText(page, '.below-pushes .note', 'pushes with y − p.*No arrows are drawn: a network.*The gradient is \\d');
    await waitText(page, '.below-weights .note', 'two of the network');
    // With a finger's breadth to both sides, the slider brings it back to the plane.
    const place = () => page.evaluate(() => globalThis.inside('.hidden-view .held')[0].getAttribute('d'));
    const before = await place();
    await page.evaluate(() => {
      const [slider] = globalThis.inside('#hidden-share');
      slider.value = '0';
      slider.dispatchEvent(new Event('input'));
    });
    assert.notEqual(await place(), before);
  }));

/** The numbers in a text, whose minus is one. */
const numbersIn = (text) => [...text.matchAll(/−?\d+\.\d+/g)].map(([number]) => Number(number.replace('−', '-')));

test('a network has its diagram there: what each unit gives for the point in hand, and each weight on demand', () =>
  use({ width: 336, height: 1000, touch: true }, async (page) => {
    await show(page, 'views="plane neuron"');
    await areDrawn(page, 'neuron');
    assert.deepEqual(await fetched(page), ['neuron'], 'a diagram that is not shown');
    await set(page, 'preset', 'xor-mlp');
    const values = () => page.evaluate(() => globalThis.inside('.diagram .value').map((value) => value.textContent));
    await until(page, 'inside(".diagram .value").length === 3 && inside(".diagram .value").every((value) => value.textContent)');
    assert.deepEqual(await fetched(page), ['neuron', 'network']);
    await waitText(page, '.below-neuron h3', '^The network now$');
    // Of two units by tanh the output is σ of their weighted sum.
    const [point, parameters] = await page.evaluate(() => {
      const { queries, parameters } = globalThis.figure.snapshot;
      return [queries.at(-1), parameters];
    });
    const [w, b, v, c] = parameters;
    const hidden = [0, 1].map((u) => Math.tanh(w[2 * u] * point.x[0] + w[2 * u + 1] * point.x[1] + b[u]));
    const p = 1 / (1 + Math.exp(-(v[0] * hidden[0] + v[1] * hidden[1] + c[0])));
    const shown = (v) => v.toFixed(2).replace('-', '−');
    assert.deepEqual(await values(), [...hidden, p].map(shown));

    // By a finger, by keys, and by the mouse.
    const said = '.below-neuron .view-hand';
    const middle = (i) =>
      page.evaluate((at) => {
        const box = globalThis.inside('.diagram .hit')[at].getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      }, i);
    await page.touchscreen.tap(...(await middle(0)));
    await waitText(page, said, '^x₁ → h₁: w = .*gradient ∂L/∂w = .*the next step adds ');
    assert.ok(Math.abs(numbersIn(await textOf(page, said))[0] - w[0]) < 1e-4);
    await page.touchscreen.tap(...(await middle(0)));
    await waitText(page, said, '^Point at one, or press it');
    await page.evaluate(() => globalThis.inside('.diagram .hit')[0].focus());
    await page.keyboard.press('ArrowLeft');
    await waitText(page, said, '^h₂ → z: w = ');
    assert.ok(Math.abs(numbersIn(await textOf(page, said))[0] - v[1]) < 1e-4);
    await page.evaluate(() => globalThis.figure.shadowRoot.activeElement.blur());
    await page.mouse.move(...(await middle(1)));
    // Two lines cross there.
    await waitText(page, said, '^x. → h.: w = ');
    await page.mouse.move(5, 5);
    await waitText(page, said, '^Point at one');

    // What is learned goes along; beside the next step lines are gradients.
    const before = String(await values());
    await page.evaluate(() => globalThis.figure.step(40));
    await page.waitForFunction(
      (was) => String(globalThis.inside('.diagram .value').map((value) => value.textContent)) !== was,
      {},
      before,
    );
    await views(page, 'plane neuron pushes');
    await waitText(page, said, '^A line is as thick as its weight’s gradient');
    await views(page, 'plane neuron');
    await waitText(page, said, '^Point at one');

    // A unit is shown on the plane, and no longer than the diagram is there.
    await page.evaluate(() => globalThis.inside('.diagram button')[1].click());
    await waitText(page, said, '^The plane shows what unit 2 of hidden layer 1 sees.*It gives ');
    await until(page, 'figure.snapshot.unit?.unit === 1');
    await views(page, 'plane');
    await until(page, 'figure.snapshot.unit === null');
    await views(page, 'plane neuron');
    await set(page, 'preset', 'blog');
    await areDrawn(page, 'neuron');
    await until(page, '!inside(".network")[0]?.checkVisibility()');
  }));

test('the diagram fits into 320 px, of all presets, in both languages, whatever is said below it', () =>
  use({ width: 336, height: 1000, dpr: 1 }, async (page) => {
    await show(page, 'views="plane neuron" preset="xor-mlp"');
    const height = await page.evaluate(() => globalThis.figure.offsetHeight);
    const hints = { en: 'purple', ko: '음수' };
    for (const [preset, units] of [
      ['xor-mlp', 3],
      ['moons', 17],
      ['circles', 7],
      ['spirals', 33],
      ['three-classes', 3],
    ]) {
      await set(page, 'preset', preset);
      await page.waitForFunction((n) => globalThis.inside('.diagram .value').length === n, {}, units);
      for (const language of ['en', 'ko']) {
        await page.evaluate((lang) => globalThis.figure.setAttribute('lang', lang), language);
        for (const said of ['hint', 'line']) {
          if (said === 'line') {
            await page.evaluate(() => globalThis.inside('.diagram .hit')[0].focus());
            await page.keyboard.press('ArrowLeft');
          } else await page.evaluate(() => globalThis.figure.shadowRoot.activeElement?.blur());
          await waitText(page, '.below-neuron .view-hand', said === 'line' ? '∂L' : hints[language]);
          await framed(page);
          const faults = await page.evaluate(() => {
            const edges = (part) => part.getBoundingClientRect();
            const box = edges(globalThis.inside('.below-neuron')[0]);
            const place = edges(globalThis.inside('.diagram-view')[0]);
            const within = (one, all) =>
              one.left >= all.left - 1 && one.right <= all.right + 1 && one.top >= all.top - 1 && one.bottom <= all.bottom + 1;
            return [
              ...globalThis.inside('.diagram .unit').filter((unit) => !within(edges(unit), place)),
              ...globalThis.inside('.below-neuron :is(h3, .network p)').filter((text) => !within(edges(text), box)),
            ].map((part) => part.outerHTML);
          });
          assert.deepEqual(faults, [], `${preset} ${language} ${said}`);
        }
      }
    }
    await set(page, 'preset', 'moons');
    await set(page, 'set', 'layers=2,20,1');
    await waitText(page, '.below-neuron .network .note', '16.*2 → 20 → 1');
    assert.equal(await page.evaluate(() => globalThis.figure.offsetHeight), height);
  }));

test('of a rule a figure says what green and the lines are, in 320 px, too', () =>
  use({ width: 352, height: 1200, dpr: 1 }, async (page) => {
    await show(page, 'preset="rosenblatt" views="plane weights"');
    for (const [language, words] of [
      ['en', '^Green: no point is wrong\\. Each other line is a point'],
      ['ko', '^초록: 틀린 점이 없습니다'],
    ]) {
      await page.evaluate((lang) => globalThis.figure.setAttribute('lang', lang), language);
      await waitText(page, '#landscape-allowed', words);
      const [last, place] = await page.evaluate(() =>
        ['.landscape-best', '.below-view'].map((css) => globalThis.inside(css)[0].getBoundingClientRect().bottom),
      );
      assert.ok(last > 0 && last <= place, `${language}: the last line ends at ${last}, its place at ${place}`);
    }
  }));

test('weights are turned in a figure with buttons, and not in one without', () =>
  use({ width: 700, height: 1600 }, async (page) => {
    await show(page, 'views="plane neuron weights"');
    await areDrawn(page, 'neuron', 'weights');
    await page.evaluate(() => globalThis.inside('.knob')[0].focus());
    const [w] = await page.evaluate(() => {
      globalThis.heard = [];
      document.addEventListener('keydown', ({ key }) => globalThis.heard.push(key));
      return globalThis.figure.snapshot.parameters[0];
    });
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await page.evaluate(() => globalThis.heard), [], 'a slide show hears the key, too');
    await page.waitForFunction((was) => Math.abs(globalThis.figure.snapshot.parameters[0][0] - was - 0.05) < 0.002, {}, w);
    await page.evaluate(() => globalThis.inside('#bias-slider')[0].focus());
    for (const key of ['PageUp', 'PageDown', 'Home', 'End']) await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), [], 'a slide show hears a key of a slider');
    // A picture of pixels follows the theme, paused or not.
    await set(page, 'theme', 'light');
    await page.waitForFunction(() => getComputedStyle(globalThis.inside('#landscape')[0]).color === 'rgb(27, 33, 48)');
    const light = await page.evaluate(() => globalThis.inside('#landscape')[0].toDataURL());
    await set(page, 'theme', 'dark');
    await page.waitForFunction((was) => globalThis.inside('#landscape')[0].toDataURL() !== was, {}, light);
    await set(page, 'toolbar', 'none');
    await page.evaluate(() => globalThis.figure.step());
    await until(page, 'inside(".knob").length === 0 && inside("#bias-slider")[0].disabled');
    const { x, y } = await page.evaluate(() => {
      const box = globalThis.inside('#landscape')[0].getBoundingClientRect();
      return { x: box.x + 20, y: box.y + 20 };
    });
    const edits = await page.evaluate(() => globalThis.figure.snapshot.edits);
    await page.mouse.click(x, y);
    await page.evaluate(() => globalThis.figure.step());
    await until(page, 'figure.snapshot.step === 2');
    assert.equal(await page.evaluate(() => globalThis.figure.snapshot.edits), edits);
  }));

test('some of 100,000 points are drawn, and that is said', () =>
  use({ width: 700, height: 2600 }, async (page) => {
    await show(page, `views="${all}" data-data.n_samples="100000"`);
    await areDrawn(page, 'sigmoid', 'cost', 'pushes', 'weights');
    const said = await page.evaluate(() =>
      globalThis.inside('.sigmoid-view text, .cost-view text').map((one) => one.textContent),
    );
    assert.equal(said.filter((one) => one.startsWith('2000 of 100\u202f000 points')).length, 2);
    await waitText(page, '.below-pushes .view-hand', 'Arrows of 400 of 100\u202f000 points');
    await page.evaluate(() => globalThis.figure.play());
    await until(page, 'figure.snapshot.step > 5');
    await page.evaluate(() =>
      globalThis.figure.setScene({ data: { kind: 'moons', n_samples: 100000 }, model: { layers: [2, 4, 1] } }),
    );
    await waitText(page, '.below-hidden .seen', '1000 of 100\u202f000 points are drawn');
  }));

test('a view that is out of the window is not drawn until it comes in', () =>
  use({ width: 360, height: 300 }, async (page) => {
    await show(page, 'views="plane neuron sigmoid"');
    await page.evaluate(() => scrollTo(0, 0));
    await until(page, 'inside(".below-sigmoid h3")[0]?.textContent');
    await page.evaluate(() => globalThis.figure.step());
    await until(page, 'figure.snapshot.step === 1');
    assert.equal(await page.evaluate(() => globalThis.inside('.sigmoid-view .mark').length), 0);
    await page.evaluate(() => globalThis.inside('.below-sigmoid')[0].scrollIntoView());
    await until(page, 'inside(".sigmoid-view .mark").length > 0');
    // The plane is out of the window now, and the run goes on.
    assert.ok((await page.evaluate(() => globalThis.inside('.plane')[0].getBoundingClientRect().bottom)) < 0);
    await page.evaluate(() => globalThis.figure.play());
    await until(page, 'figure.snapshot.step > 3');
  }));

test('an unknown view is named, and the others are shown', () =>
  use(
    { width: 700, height: 900 },
    async (page) => {
      await show(page, 'views="plane donut sigmoid"');
      await until(page, 'inside(".sigmoid-view .mark").length > 0');
    },
    { allowed: [/views donut: want plane, curve, neuron, sigmoid, cost, pushes, weights, hidden/] },
  ));

test('a view that can’t be fetched says so in its place, and comes when it is asked for again', () =>
  use(
    { width: 700, height: 900 },
    async (page) => {
      const client = await page.createCDPSession();
      await client.send('Network.enable');
      await client.send('Network.setBlockedURLs', { urls: ['*/perceptron-lab-cost*'] });
      await show(page, 'views="plane cost sigmoid"');
      await until(page, 'inside(".sigmoid-view .mark").length > 0');
      await waitText(page, '.below-cost', 'could not be loaded');
      await client.send('Network.setBlockedURLs', { urls: [] });
      await views(page, 'plane sigmoid cost');
      await until(page, 'inside(".cost-view .mark").length > 0 && !inside(".below-cost")[0].textContent.includes("could not")');
      await client.detach();
    },
    { allowed: [/views cost: Error: perceptron-lab-cost/, /ERR_BLOCKED_BY_CLIENT/, /^failed: .*cost/] },
  ));

/** Serves what `perceptron embed` writes, and pages around its snippet by their names; lets them be used. */
async function visit(args, pages, act) {
  const folder = await mkdtemp(join(tmpdir(), 'perceptron-views-'));
  const snippet = embed(folder, ...args, 'perceptron-lab');
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">';
  for (const [name, body] of Object.entries(pages(snippet)))
    await writeFile(join(folder, name), `${head}<body style="margin: 0">${body}<p id="after">After.</p>`);
  const server = await plain(folder, { headers: { 'access-control-allow-origin': '*' } });
  try {
    await act({ ...lab, address: server.address });
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

test('their place is kept before the script is there, in one column and in two', () =>
  visit(
    ['-preset', 'blog'],
    (snippet) => {
      const body = snippet.replace('<perceptron-lab ', `<perceptron-lab views="${all}" `);
      return { 'index.html': body, 'still.html': body.replace(/<script.*<\/script>/, '') };
    },
    async (site) => {
      const top = (page) => page.evaluate(() => document.getElementById('after').getBoundingClientRect().top);
      const widths = [320, 700];
      const kept = [];
      await useIn(site, { path: 'still.html', width: 320, dpr: 1 }, async (page) => {
        await page.waitForFunction(() => document.querySelector('img').complete);
        for (const width of widths) {
          await resize(page, width, 720);
          kept.push(await top(page));
        }
      });
      await useIn(site, { width: 320, dpr: 1 }, async (page) => {
        await page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'live');
        for (const [i, width] of widths.entries()) {
          await resize(page, width, 720);
          const at = await top(page);
          assert.ok(Math.abs(at - kept[i]) <= 1.5, `${width} px: ${kept[i]} px before the script, ${at} with it`);
        }
      });
    },
  ));

test('in a frame the fragment names them, and its script gives it their height', () =>
  visit(
    ['-preset', 'xor', '-format', 'iframe', '-width', '320', '-height', '264'],
    (snippet) => ({ 'index.html': snippet.replaceAll('#preset=xor', '#preset=xor&amp;views=plane%20sigmoid%20cost') }),
    (site) =>
      useIn(site, { width: 700, height: 900, dpr: 1 }, async (page) => {
        const element = await page.waitForSelector('iframe');
        const frame = await element.contentFrame();
        await frame.waitForFunction(() => {
          const figure = document.querySelector('perceptron-lab');
          return figure?.state === 'live' && figure.shadowRoot.querySelector('.sigmoid-view .mark');
        });
        const [inside, figure] = await frame.evaluate(() => [
          document.documentElement.scrollHeight,
          document.querySelector('perceptron-lab').offsetHeight,
        ]);
        assert.ok(figure > 1000, `${figure} px`);
        assert.equal(inside, figure);
        await page.waitForFunction((height) => document.querySelector('iframe').offsetHeight === height, {}, figure);
      }),
  ));
