// What terms mean, in figures of any page: under the mouse, a finger and by keys, in both languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { set, show, textOf, until, views } from './article.mjs';
import { accessible } from './axe.mjs';
import { open, use as useIn, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = (options, act) => useIn(lab, { path: 'post.html', before: [withoutFigures], ...options }, act);

const all = 'plane curve neuron sigmoid cost pushes weights hidden';

/** Waits until a meaning is shown that says this, beside its term and inside the window. */
async function shown(page, pattern) {
  await page.waitForFunction(
    (source) => {
      const [tip] = globalThis.inside('.term-tip');
      return tip?.matches(':popover-open') && new RegExp(source).test(tip.textContent);
    },
    {},
    pattern,
  );
  const [box, line, window] = await page.evaluate(() => {
    const edges = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
    const [tip, term] = ['.term-tip', '[aria-describedby="term-tip"]'].map((css) => globalThis.inside(css)[0]);
    const root = document.documentElement;
    return [edges(tip.getBoundingClientRect()), edges(term.getClientRects()[0]), [root.clientWidth, innerHeight]];
  });
  assert.ok(box.left >= 0 && box.right <= window[0] && box.top >= 0 && box.bottom <= window[1], JSON.stringify(box));
  assert.ok(box.top >= line.bottom || box.bottom <= line.top, JSON.stringify([box, line]));
}
const gone = (page) => page.waitForFunction(() => globalThis.inside('.term-tip')[0].hidden);

/** The middle of a term, which it brings into the window. */
const placeOf = (page, css, block = 'center') =>
  page.evaluate(
    (want, at) => {
      const [term] = globalThis.inside(want);
      term.scrollIntoView({ block: at });
      const { x, y, width, height } = term.getClientRects()[0];
      return [x + width / 2, y + height / 2];
    },
    css,
    block,
  );
const here = (page, css) => page.waitForFunction((want) => globalThis.inside(want).length > 0, {}, css);

test('under the mouse, by a press and by keys; Escape, or a press elsewhere on the page, ends it', () =>
  use({ width: 700, height: 900, coarse: false }, async (page) => {
    await show(page, 'views="plane"');
    const fetched = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(' '),
      );
    assert.doesNotMatch(await fetched(), /perceptron-lab-terms/, 'a figure that names no term');
    await views(page, 'plane neuron pushes');
    const weight = '.below-neuron .note [data-term=weight]';
    await here(page, weight);
    await here(page, '.term-tip');
    await page.mouse.move(...(await placeOf(page, weight)));
    await shown(page, '^weightw₁, w₂The number that an input is multiplied by');
    await page.mouse.move(5, 5);
    await gone(page);

    await page.mouse.click(...(await placeOf(page, weight)));
    await shown(page, '^weight');
    await page.mouse.move(5, 5);
    await shown(page, '^weight');
    await page.mouse.click(5, 5);
    await gone(page);
    await page.mouse.click(...(await placeOf(page, weight)));
    await shown(page, '^weight');
    await page.mouse.click(...(await placeOf(page, weight)));
    await gone(page);

    // By keys, which neither scroll the page nor turn a slide.
    const step = '.below-pushes h3 [data-term=step]';
    await page.evaluate((css) => {
      globalThis.heard = [];
      document.body.addEventListener('keydown', ({ key }) => globalThis.heard.push(key));
      globalThis.inside(css)[0].focus();
    }, step);
    const [top, heading] = await page.evaluate(() => [scrollY, globalThis.inside('.below-pushes h3')[0].textContent]);
    assert.equal(heading, 'Who pushes in the next step');
    await page.keyboard.press('Space');
    await shown(page, '^stepOne change of the weights');
    await page.waitForFunction(() => /^step\. One change/.test(globalThis.inside('[aria-live].figure-said').at(-1).textContent));
    await page.keyboard.press('Escape');
    await gone(page);
    await page.keyboard.press('Enter');
    await shown(page, '^step');
    await page.keyboard.press('Tab');
    await gone(page);
    assert.equal(await page.evaluate(() => scrollY), top);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), ['Tab']);
  }));

test('under a finger in 320 px, in Korean, near every edge; each view has terms, and the curve names its axes', () =>
  use({ width: 336, height: 640, touch: true }, async (page) => {
    await show(page, `views="${all}" lang="ko"`);
    await here(page, '.term-tip');
    // What terms mean is read by tags: a step in a title, the loss in the sentence below another.
    for (const [css, meaning] of [
      ['.below-neuron .note [data-term=bias]', '^편향'],
      ['.below-sigmoid h3 [data-term=p]', '^p, 확률'],
      ['.below-cost .note [data-term=loss]', '^손실'],
      ['.below-pushes h3 [data-term=step]', '^스텝'],
      ['.below-weights .note [data-term=weight]', '^가중치'],
      ['.below-weights .morph [data-term=bias]', '^편향'],
      ['.below-hidden .note [data-term=hidden-layer]', '^은닉층'],
      ['.below-sigmoid .names [data-term=sigma]', '^σ'],
      ['.below-cost .names [data-term=push]', '^미는 힘'],
      ['.below-pushes .names [data-term=w-norm]', '^‖w‖'],
      ['.below-weights .landscape-x [data-term=weight]', '^가중치'],
      ['.curve .axis-x', '^에포크'],
      ['.curve .axis-y', '^손실'],
    ]) {
      // A view says nothing until it is seen.
      await page.evaluate((want) => globalThis.inside(want.split(' ')[0])[0].scrollIntoView(), css);
      await here(page, css);
      for (const block of ['start', 'end']) {
        await page.touchscreen.tap(...(await placeOf(page, css, block)));
        await shown(page, meaning);
        await page.touchscreen.tap(...(await placeOf(page, css, block)));
        await gone(page);
      }
    }
    // A letter in a drawing is narrower than a finger.
    const [x, y] = await placeOf(page, '.below-cost .names [data-term=z]');
    await page.touchscreen.tap(x - 14, y - 12);
    await shown(page, '^z, ');
    await page.touchscreen.tap(x + 60, y - 60);
    await gone(page);
    // Its own place in a label is no press on the slider, and an axis's name no epoch that is gone to.
    assert.equal(await page.evaluate(() => globalThis.figure.snapshot.curve.probe), null);
    assert.equal(await page.evaluate(() => globalThis.figure.snapshot.step), 0);
    await page.evaluate(() => globalThis.figure.setAttribute('lang', 'en'));
    await placeOf(page, '.below-cost .note [data-term=loss]');
    await until(page, 'inside(".below-cost .note")[0].textContent.startsWith("Every point pays")');
    await page.touchscreen.tap(...(await placeOf(page, '.below-cost .note [data-term=loss]')));
    await shown(page, '^lossOne number');
  }));

test('the curve’s axes are explained by keys beside it, in the figure’s language', () =>
  use({ width: 500, height: 700, coarse: false }, async (page) => {
    await show(page, 'views="plane curve"');
    await here(page, '.axis-terms');
    const height = await page.evaluate(() => globalThis.inside('.views')[0].scrollHeight - globalThis.figure.clientHeight);
    assert.ok(height <= 0, `they take ${height} px`);
    await page.evaluate(() => {
      globalThis.figure.setAttribute('lang', 'ko');
      globalThis.inside('.curve')[0].focus();
    });
    const seen = () => page.evaluate(() => getComputedStyle(globalThis.inside('.axis-terms')[0]).opacity);
    assert.equal(await seen(), '0');
    for (const [name, meaning] of [
      ['손실', '^손실모델이'],
      ['에포크', '^에포크'],
    ]) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => globalThis.figure.shadowRoot.activeElement.textContent), name);
      assert.equal(await seen(), '1');
      await page.keyboard.press('Enter');
      await shown(page, meaning);
    }
    await page.keyboard.press('Tab');
    await gone(page);
    await views(page, 'plane neuron');
    assert.equal(await page.evaluate(() => globalThis.inside('.axis-terms')[0].checkVisibility()), false);
  }));

test('of a rule with a step the title says that it leads to a class; what is filled again goes on being explained', () =>
  use({ width: 700, height: 1400, coarse: false }, async (page) => {
    await show(page, 'views="plane sigmoid pushes" preset="rosenblatt"');
    await here(page, '.below-sigmoid h3 [data-term=class]');
    assert.equal(await textOf(page, '.below-sigmoid h3'), 'From z to a class');
    // Once no point is wrong nothing is drawn, and that is said.
    await page.evaluate(() => globalThis.figure.step(1000));
    await until(page, 'inside(".below-pushes .note")[0].textContent.includes("Nobody pushes")');
    await set(page, 'preset', 'xor-mlp');
    await until(page, 'inside(".below-sigmoid h3")[0].textContent === "From z to a probability"');
    // The gradient's length is another with each step, and its sentence filled again.
    const gradient = '.below-pushes .note [data-term=gradient]';
    await here(page, gradient);
    await page.evaluate((css) => globalThis.inside(css)[0].focus(), gradient);
    await page.keyboard.press('Enter');
    await shown(page, '^gradient');
    await page.evaluate((css) => (globalThis.first = globalThis.inside(css)[0]), gradient);
    await page.evaluate(() => globalThis.figure.step(100));
    await until(page, '!first.isConnected');
    await shown(page, '^gradient');
    assert.equal(await page.evaluate(() => globalThis.figure.shadowRoot.activeElement.dataset.term), 'gradient');
  }));

test('a screen reader finds images with terms beside them, of a neuron, a network and several classes', () =>
  use({ width: 700, height: 2600 }, async (page) => {
    await show(page, `views="${all}"`);
    for (const preset of ['blog', 'moons', 'three-classes']) {
      await set(page, 'preset', preset);
      await until(
        page,
        `figure.snapshot.layers.join() === "${{ blog: '2,1', moons: '2,8,8,1', 'three-classes': '2,3' }[preset]}"`,
      );
      await here(page, '.sigmoid-view svg > [role="img"][aria-label]');
      await here(page, '.below-weights .note .term');
      await accessible(page, preset, 'perceptron-lab');
    }
  }));
