// Terms explain themselves where they stand: under the mouse, a finger and by keys, in both languages.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { become, choose, open, text, useLaidOut as use, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const sources = new URL('../src/', import.meta.url);
const read = (name) => readFile(new URL(name, sources), 'utf8');
const keysOf = (glossary) => [...glossary.matchAll(/^ {2}'?([\w-]+)'?: \[/gm)].map(([, key]) => key);
const marksIn = (words) => [...words.matchAll(/\[[^\]]+\]\(([a-z][a-z-]*)\)/g)].map(([, key]) => key);

test('each term that a text marks is explained, and each explained one is marked, in every language', async () => {
  const drawn = marksIn(await read('lab/cards/queries.ts'));
  const picture = (await read('views/neuron.ts')) + (await read('views/sigmoid.ts'));
  for (const language of ['en', 'ko']) {
    const explained = keysOf(await read(`words/${language}/glossary.ts`));
    const marked = [...drawn, ...explained.filter((key) => picture.includes(`'${key}'`))];
    for (const name of (await readdir(new URL(`words/${language}`, sources))).filter((name) => name !== 'glossary.ts'))
      marked.push(...marksIn(await read(`words/${language}/${name}`)));
    assert.ok(explained.length > 30);
    assert.deepEqual([...new Set(marked)].toSorted(), explained.toSorted(), language);
  }
});

const tip = '#term-tip:not([hidden])';
const shown = (page, pattern) => text(page, tip, pattern);
const gone = (page) => page.waitForFunction(() => document.querySelector('#term-tip').hidden);
const described = (page, selector) => page.$eval(selector, (term) => [term.ariaExpanded, term.getAttribute('aria-describedby')]);

/** The meaning is inside the window, and beside its term. */
async function beside(page, selector) {
  const [box, term, window] = await page.evaluate((css) => {
    const edges = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
    const of = (one) => edges(document.querySelector(one).getBoundingClientRect());
    return [of('#term-tip'), of(css), { width: document.documentElement.clientWidth, height: innerHeight }];
  }, selector);
  assert.ok(box.left >= 0 && box.right <= window.width && box.top >= 0 && box.bottom <= window.height, JSON.stringify(box));
  assert.ok(box.top >= term.bottom || box.bottom <= term.top, JSON.stringify([box, term]));
}

test('what scrolling brings under a mouse that rests explains itself once it moves', () =>
  use(lab, { path: '?group=watch', width: 700 }, async (page) => {
    await become(page);
    const loss = '.figures [data-term=loss]';
    await page.hover('.figures [data-term=accuracy]');
    await shown(page, /^accuracy/);
    await page.hover('#plane');
    await gone(page);
    const [x, y] = await page.$eval(loss, (term) => {
      const { left, top, width, height } = term.getBoundingClientRect();
      globalThis.came = new Promise((done) => term.addEventListener('pointerover', done, { once: true }));
      return [left + width / 2, top + height / 2];
    });
    await page.mouse.move(x, 20);
    const explained = await page.evaluate(async (by) => {
      scrollBy({ top: by, behavior: 'instant' });
      await globalThis.came;
      await new Promise((done) => setTimeout(done, 250)); // after a timer of 200 ms that was set before
      return !document.querySelector('#term-tip').hidden;
    }, y - 20);
    assert.equal(explained, false);
    await page.mouse.move(x + 1, 20);
    await shown(page, /^lossOne number for how wrong the model is/);
  }));

test('under the mouse, which may go to the meaning, and a press makes it stay', () =>
  use(lab, { path: '?group=watch' }, async (page) => {
    await become(page);
    const loss = '.figures [data-term=loss]';
    await page.hover(loss);
    await shown(page, /^lossOne number for how wrong the model is/);
    await beside(page, loss);
    assert.deepEqual(await described(page, loss), ['true', 'term-tip']);
    await page.hover('#term-tip');
    await shown(page, /how wrong/);
    await page.hover('.figures [data-term=accuracy]');
    await shown(page, /^accuracy/);
    await page.hover(loss);
    await shown(page, /^loss/);
    await page.hover('#plane');
    await gone(page);
    assert.deepEqual(await described(page, loss), ['false', null]);

    await page.click('#queries-title');
    await page.click('.queries [data-term=p]');
    await shown(page, /p, a probability.*p = σ\(z\)/);
    await page.hover('#plane');
    await page.hover('.figures [data-term=accuracy]');
    await shown(page, /a probability/);
    await page.keyboard.press('Escape');
    await gone(page);
    await page.click('.queries [data-term=p]');
    await shown(page, /a probability/);
    await page.click('#curve-title', { offset: { x: 2, y: 2 } });
    await shown(page, /^loss/);
    await page.click('#hint');
    await gone(page);
  }));

test('by keys, where the page’s own keys are not meant; a label’s field is left alone', () =>
  use(lab, { path: '?group=change' }, async (page) => {
    await become(page);
    const decay = '#training-fields [data-term=weight-decay]';
    await page.$eval('#training-card .more', (more) => (more.open = true));
    const step = await text(page, '#clock');
    await page.focus(decay);
    await page.keyboard.press('Enter');
    await shown(page, /^weight decay\+ λ · w/);
    await beside(page, decay);
    await text(page, '#announcer', /Pulls every weight a little towards 0/);
    await page.keyboard.press('Space');
    await gone(page);
    assert.equal(await text(page, '#clock'), step);
    await page.keyboard.press('Space');
    await shown(page, /weight decay/);
    await page.keyboard.press('Escape');
    await gone(page);
    assert.equal(await page.evaluate((css) => document.activeElement === document.querySelector(css), decay), true);
    await page.keyboard.press('Enter');
    await shown(page, /weight decay/);
    await page.keyboard.press('Tab');
    await gone(page);

    const nesterov = () => page.$eval('#train-nesterov', (box) => box.checked);
    await page.click('#training-fields [data-term=nesterov]');
    await shown(page, /looks ahead/);
    assert.equal(await nesterov(), false);
    assert.equal(await page.evaluate(() => document.activeElement.id), '');
  }));

test('under a finger on the narrowest phone, in Korean, near every edge of the window', () =>
  use(lab, { width: 320, height: 640, touch: true }, async (page) => {
    await become(page);
    await choose(page, 'ko');
    await page.$$eval('.panels details', (all) => all.forEach((one) => (one.open = true)));
    const terms = await page.$$eval('.side .term', (all) => all.length);
    assert.ok(terms > 40, `${terms}`);
    await page.$eval('[data-stage="3"]', (button) => button.click()); // in which the gradient is there
    for (const at of ['start', 'end']) {
      for (const term of ['loss', 'learning-rate', 'gradient', 'margin', 'convex-hull', 'threshold']) {
        const css = `.side [data-term="${term}"]`;
        await page.$eval(css, (one, block) => one.scrollIntoView({ block }), at);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await page.tap(css);
        await shown(page, /[가-힣]/);
        await beside(page, css);
        await page.tap(css);
        await gone(page);
      }
    }
    await page.tap('.side [data-term=loss]');
    await shown(page, /^손실모델이 얼마나 틀렸는지/);
  }));

test('what is explained stays while the run plays and its card is filled again, and goes with it', () =>
  useAgain(lab, { dpr: 1 }, async (page) => {
    await page.$$eval('#margin-card, #confusion-card', (all) => all.forEach((one) => (one.open = true)));
    await page.waitForSelector('#margin [data-term=margin]');
    await page.click('#play');
    await page.focus('#margin [data-term=margin]');
    await page.keyboard.press('Enter');
    await shown(page, /^margin, γ/);
    const angle = await text(page, '#margin div:last-child dd');
    await page.waitForFunction((old) => document.querySelector('#margin div:last-child dd').textContent !== old, {}, angle);
    await shown(page, /^margin, γ/);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.term), 'margin');

    await page.evaluate(() => document.querySelector('#rates [data-term=recall]').click());
    // The first time the focus comes from elsewhere, the second time from the term that goes.
    for (let times = 0; times < 2; times++) {
      await page.evaluate(() => (globalThis.first = document.querySelector('#rates [data-term=recall]')));
      await page.waitForFunction(() => !globalThis.first.isConnected);
      await shown(page, /^recall/);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.term), 'recall');
    }
    await page.evaluate(() => (location.hash = 'preset=empty&layers=2,9&train.loss=cross_entropy'));
    await page.waitForFunction(() => document.querySelector('#margin').childElementCount === 0);
    await page.keyboard.press('Escape');
    await gone(page);
  }));

test('no text shows a mark, in either language, whatever is open', () =>
  useAgain(lab, { dpr: 1 }, async (page) => {
    for (const scene of ['blog', 'xor-mlp', 'rosenblatt', 'three-classes']) {
      await page.$eval(`[data-scene="${scene}"]`, (button) => button.click());
      await page.$$eval('.panels details', (all) => all.forEach((one) => (one.open = true)));
      for (const language of ['ko', 'en']) {
        await choose(page, language);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const mark = await page.evaluate(() => /.{0,40}\]\([a-z-]+\)/.exec(document.body.innerHTML)?.[0] ?? '');
        assert.equal(mark, '', `${scene} ${language}`);
      }
    }
  }));

test('the neuron and the loss curve say what they show, and what is read in them explains itself, in both languages', () =>
  useAgain(lab, { dpr: 1 }, async (page) => {
    const said = {
      en: [
        /^The point in hand times the weights w, plus the bias b, is z, which decides its class\.$/,
        /^How wrong the model was/,
      ],
      ko: [/^가리킨 점의 좌표에 가중치 w를 곱하고 편향 b를 더한 z가 클래스를 정합니다\.$/, /^에포크가 시작될 때마다/],
    };
    const terms = ['input', 'input', 'sum', 'sigma', 'z', 'p', 'weight', 'bias', 'z'];
    for (const [language, [neuron, curve]] of Object.entries(said)) {
      await choose(page, language);
      await text(page, '#neuron-note', neuron);
      await text(page, '.losses .note', curve);
      assert.deepEqual(
        await page.$$eval('.neuron-view [data-term], #neuron-note [data-term]', (all) =>
          all.map((one) => one.dataset.term).toSorted(),
        ),
        terms.toSorted(),
      );
    }
    await choose(page, 'en');
    for (const [term, meaning] of [
      ['sum', /^Σ, the sum/],
      ['sigma', /^σ, the sigmoid/],
      ['input', /^x₁ and x₂, the inputs/],
    ]) {
      const css = `.neuron-view [data-term=${term}]`;
      await page.hover(css);
      await shown(page, meaning);
      await beside(page, css);
      await page.$eval(css, (one) => one.focus());
      await page.keyboard.press('Enter');
      await shown(page, meaning);
      await page.keyboard.press('Escape');
      await gone(page);
    }
    await page.$eval('[data-scene="rosenblatt"]', (button) => button.click());
    await page.waitForSelector('.neuron-view [data-term=step-function]');
    assert.equal(await page.$('.neuron-view [data-term=sigma]'), null);
    await page.$eval('[data-scene="xor-mlp"]', (button) => button.click());
    await page.waitForFunction(() => !document.querySelector('#neuron-note').checkVisibility());
  }));

/** The words of each term, in English, as texts, heads, buttons, menus and drawings have them. */
const words = {
  epoch: /\bepochs?\b/i,
  loss: /\bloss(es)?\b/i,
  z: /\bz\b/,
  p: /\bp\b/,
  sigma: /σ/,
  'w-norm': /‖w‖/,
  class: /\bclass(es)?\b/i,
  weight: /\bweights?\b/i,
  bias: /\bbias(es)?\b/i,
  gradient: /\bgradients?\b/i,
  'learning-rate': /\blearning rates?\b/i,
  batch: /\bbatch(es)?\b/i,
  margin: /\bmargins?\b|γ/i,
  'convex-hull': /\bhulls?\b/i,
  'support-vector': /support vectors?/i,
  threshold: /\bthresholds?\b/i,
  boundary: /\bboundar(y|ies)\b/i,
  softmax: /softmax/i,
  'cross-entropy': /cross-entropy/i,
  'squared-error': /squared error/i,
  'hidden-unit': /hidden units?/i,
  'hidden-layer': /hidden layers?/i,
  hinge: /\bhinge\b/i,
  novikoff: /Novikoff/,
  street: /widest street/i,
  'log-scale': /log scale/i,
  optimizer: /\bAdam\b/,
  push: /\bpush/i,
};

test('each term of a card explains itself somewhere in it, whatever the scene', () =>
  useAgain(lab, { dpr: 1 }, async (page) => {
    await page.$$eval('.panels details', (all) => all.forEach((one) => (one.open = true)));
    const sources = Object.entries(words).map(([term, { source, flags }]) => [term, source, flags]);
    for (const scene of ['blog', 'xor-mlp', 'rosenblatt', 'three-classes']) {
      await page.$eval(`[data-scene="${scene}"]`, (button) => button.click());
      await page.waitForFunction((name) => document.querySelector(`[data-scene="${name}"]`).ariaPressed === 'true', {}, scene);
      await text(page, '#stage-says', /Around/);
      const missing = await page.$$eval(
        '.panels > details.card',
        (cards, terms) =>
          cards.flatMap((card) => {
            const explained = new Set([...card.querySelectorAll('[data-term]')].map(({ dataset }) => dataset.term));
            return terms
              .filter(([term, source, flags]) => new RegExp(source, flags).test(card.textContent) && !explained.has(term))
              .map(([term]) => `${card.id}: ${term}`);
          }),
        sources,
      );
      assert.deepEqual(missing, [], scene);
    }
    // None is inside of what is a button or a head that opens.
    assert.equal(await page.$(':is(button, summary, a, option) [data-term]'), null);
    // Below what else the card has they are reached by Tab.
    await page.focus('#step-card > summary');
    const reached = () => page.evaluate(() => document.activeElement.matches('#step-card .terms [data-term=step]'));
    for (let tabs = 0; tabs < 40 && !(await reached()); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shown(page, /^stepOne change of the weights/);
  }));

/** The terms that a drawing names, of a scene in which it has all of them, in their order. */
const inDrawings = {
  '#sigmoid-view': ['p', 'sigma', 'z', 'step-function', 'z', 'boundary', 'z'],
  '#cost-view': ['p', 'class', 'squared-error', 'push', 'loss', 'z'],
  '#stage-view': ['w-norm', 'weight', 'weight', 'bias'],
  '#settling': ['epoch', 'log-scale', 'street', 'w-norm'],
  '#landscape-view': ['weight', 'weight'],
};

test('terms in drawings explain themselves there; while a run plays they stay the same, with focus and meaning', () =>
  useAgain(lab, { dpr: 1, width: 1440, height: 900 }, async (page) => {
    await page.$$eval('.panels details', (all) => all.forEach((one) => (one.open = true)));
    for (const [view, terms] of Object.entries(inDrawings)) {
      await page.waitForFunction((css) => document.querySelectorAll(`${css} :is(svg, .landscape-x) .term`).length > 0, {}, view);
      const named = (css) => page.$$eval(css, (all) => all.map(({ dataset }) => dataset.term));
      const all = await named(`${view} :is(svg, .landscape-x, .landscape-y) .term`);
      assert.deepEqual(all.toSorted(), terms.toSorted(), view);
      if (view === '#landscape-view') continue;
      // Tab stops once in each drawing.
      assert.equal((await named(`${view} svg [tabindex="0"]`)).length, 1, view);
    }
    // Both axes of one height, as the loss is, and what a loss beside it is.
    const meaning = async (css, pattern) => {
      await page.$eval(css, (one) => one.scrollIntoView({ block: 'center' }));
      await page.hover(css);
      await shown(page, pattern);
      await beside(page, css);
      await page.mouse.move(0, 0);
      await gone(page);
    };
    await meaning('#cost-view [data-term=squared-error]', /^squared error/);
    await meaning('#stage-view [data-term=w-norm]', /^‖w‖, the size/);
    await meaning('#settling svg [data-term=epoch]', /^epoch/);
    await meaning('.landscape-x .term', /^weight/);
    await meaning('#curve .axis-x', /^epoch/);
    await meaning('#curve .axis-y', /^loss/);

    // From the first term, which Tab reaches, by arrow keys; a redrawn drawing has the same elements.
    await page.click('#play');
    await page.$eval('#cost-view [data-term=p]', (one) => one.focus());
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.term), 'loss');
    await page.keyboard.press('Enter');
    await shown(page, /^loss/);
    const mean = await page.evaluate(() => {
      globalThis.kept = document.activeElement;
      return document.activeElement.parentNode.textContent;
    });
    await page.waitForFunction((was) => globalThis.kept.parentNode.textContent !== was, {}, mean);
    await shown(page, /^loss/);
    assert.equal(await page.evaluate(() => document.activeElement === globalThis.kept), true);
    assert.equal(await page.$$eval('#cost-view svg [tabindex="0"]', (all) => all.length), 1);
    await page.keyboard.press('Escape');
    await gone(page);
    await page.click('#play');

    // What else a scene's drawings name.
    await page.$eval('[data-scene="xor-mlp"]', (button) => button.click());
    await page.waitForSelector('#hidden-view svg .term');
    await meaning('#hidden-view [data-term=hidden-unit]', /^hidden unit/);
    await meaning('.diagram .input [data-term=input]', /^x₁ and x₂, the inputs/);
    await page.$eval('[data-scene="rosenblatt"]', (button) => button.click());
    await page.waitForSelector('#ledger svg [data-term=novikoff]');
    await meaning('#ledger svg [data-term=novikoff]', /^Novikoff’s bound/);
    await page.$eval('[data-scene="three-classes"]', (button) => button.click());
    await page.waitForSelector('#sigmoid-view [data-term=softmax]');
    await meaning('#sigmoid-view [data-term=softmax]', /^softmax/);
  }));

test('a card names the terms that the scene uses; a step has no p to set a threshold by', () =>
  use(lab, { path: '?group=all#preset=rosenblatt' }, async (page) => {
    await become(page);
    await text(page, '#sigmoid-card .terms', /: z · σ · class · loss$/);
    await text(page, '#sigmoid-card-title', /^From z to a class$/);
    await text(page, '#threshold-note', /it decides at z = 0/);
    assert.equal(await page.$eval('#threshold', (slider) => slider.hidden), true);
    await page.evaluate(() => (location.hash = 'preset=three-classes'));
    await text(page, '#sigmoid-card .terms', /: z · σ · p · softmax · class · loss$/);
    await page.evaluate(() => (location.hash = 'preset=blog'));
    await text(page, '#sigmoid-card .terms', /: z · σ · p · class · loss$/);
    await text(page, '#sigmoid-card-title', /^From z to a probability$/);
    await text(page, '#threshold-note', /^From this p on/);
    assert.equal(await page.$eval('#threshold', (slider) => slider.hidden), false);
    // The same language once more, at rest.
    await page.click('#language [lang="en"]');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    await text(page, '#sigmoid-card .terms', /: z · σ · p · class · loss$/);
  }));
