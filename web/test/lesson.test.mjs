// A lesson in the Lab: scenes in order, with what to do there and how it is checked, from a file or a link (docs/lessons.md).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { accessible } from './axe.mjs';
import { become, choose, measureShift, open, resize, text, use } from './harness.mjs';
import { transpiled } from './transpiled.mjs';

const docs = await readFile(new URL('../../docs/lessons.md', import.meta.url), 'utf8');
/** The example of docs/lessons.md. */
const example = JSON.parse(/```json\n(\{\n {2}"version".*?)```/s.exec(docs)[1]);

const packed = (lesson) => deflateRawSync(JSON.stringify(lesson)).toString('base64url');
const linkOf = (lesson) => `#lesson=${packed(lesson)}`;

const atFile = '?lesson=lines.json';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

test('the site has the lesson of the docs', async () => {
  const file = await readFile(new URL('../../dist/lines.json', import.meta.url), 'utf8');
  assert.deepEqual(JSON.parse(file), example);
});

const press = (page, css) => page.$eval(css, (element) => element.click());
const next = '.lesson-ways .button:nth-of-type(2)';
const back = '.lesson-ways .button:nth-of-type(1)';
const step = (page, n) => page.waitForFunction((want) => document.querySelector('.lesson select')?.value === want, {}, String(n));
const address = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(location.search + location.hash), {}, pattern.source);

test('what isn’t a lesson is refused by the key, what stands there and what was wanted', () =>
  transpiled(['tasks', 'words', 'lab/lesson'], async (load) => {
    const { parseLesson, Fault } = await load('lab/lesson/format');
    const texts = { en: (await load('words/en/lesson')).lesson.lesson, ko: (await load('words/ko/lesson')).lesson.lesson };
    assert.deepEqual(parseLesson(JSON.stringify(example)), example);
    const one = (with_) => ({ version: 1, title: 'One', steps: [{ say: 'Look', ...with_ }] });
    for (const [lesson, want] of [
      ['{"version": 1', / \{"version": 1: enter JSON/],
      [' '.repeat(200_001), /200001: enter at most 200000 characters/],
      [[1], /\[1\]: enter an object with version, title, lang, steps/],
      [{ ...one(), version: 2 }, /version: 2: enter 1/],
      [{ ...one(), titel: 'x' }, /titel: x: enter one of version, title/],
      [{ ...one(), title: '' }, /title: enter a text of 1 to 100/],
      [{ ...one(), title: { en: 3 } }, /title\.en: 3: enter a text/],
      [{ ...one(), title: { English: 'x' } }, /title\.English: x: enter the code of a language/],
      [{ ...one(), title: {} }, /title: \{\}: enter a text/],
      [{ ...one(), lang: 'English!' }, /lang: English!: enter the code/],
      [{ ...one(), steps: [] }, /steps: 0: enter a list of 1 to 50 steps/],
      [{ ...one(), steps: Array(51).fill({ say: 'x' }) }, /steps: 51: enter a list/],
      [{ ...one(), steps: 'x' }, /steps: x: enter a list/],
      [one({ say: 'x'.repeat(1001) }), /steps\[0\]\.say: x{60}…: enter a text of 1 to 1000/],
      [one({ hint: 3 }), /steps\[0\]\.hint: 3: enter a text/],
      [one({ ['\u202e'.repeat(3) + 'k'.repeat(100)]: '\u2067x' }), /^steps\[0\]\.(\\u202e){3}k{48}…: \\u2067x: enter one of/],
      [one({ gaol: 'x' }), /steps\[0\]\.gaol: x: enter one of scene, say, goal/],
      [one({ goal: 'loss < 0.3 and los = 3' }), /steps\[0\]\.goal: los = 3: enter a comparison such as loss < 0\.3/],
      [one({ scene: 3 }), /steps\[0\].scene: 3: enter what follows # in a share link/],
      [one({ scene: '' }), /steps\[0\]\.scene: enter what follows/],
      [
        one({ scene: { model: { manual_seed: 2 ** 60 } } }),
        /model\.manual_seed: 1152921504606847000: enter a whole number up to/,
      ],
      [one({ guess: { number: 'p' } }), /steps\[0\]\.guess\.number: p: enter one of epoch/],
      [one({ guess: { number: 'p1', run: 'finish&jump=3' } }), /guess\.run: jump=3: enter what a link may ask/],
      [one({ guess: { number: 'p1', until: 'over' } }), /guess\.until: over: enter a comparison/],
      [one({ guess: { number: 'p1', like: '0,0' } }), /guess\.like: 0,0: enter a text such as 0\.00/],
      [one({ guess: { number: 'p1' }, goal: 'ended' }), /guess: \{"number":"p1"\}: enter a goal or a guess/],
    ]) {
      const written = typeof lesson === 'string' ? lesson : JSON.stringify(lesson);
      assert.throws(
        () => parseLesson(written),
        (fault) => {
          assert.ok(fault instanceof Fault, String(fault));
          const said = Object.values(texts).map(({ wants }) => fault.want(wants));
          assert.match([fault.key, fault.value, said[0]].filter(Boolean).join(': '), new RegExp(want.source.trimStart()));
          assert.match(said[1], /[가-힣]/);
          return true;
        },
        written.slice(0, 80),
      );
    }
  }));

test('a link holds a lesson: its goal is met, its steps are gone through, and the address keeps them', () =>
  use(lab, { path: linkOf(example), width: 1440, height: 900 }, async (page) => {
    await become(page);
    await text(page, '#lesson-title', /^From a line to a bend$/);
    await text(page, '.lesson-say', /below 0\.3 within 100/);
    await text(page, '.lesson-goal', /loss < 0\.3now 0\.6185epoch ≤ 100now 0/);
    assert.equal(await page.$eval('.lesson-status', (status) => status.textContent), '');
    assert.equal(await page.$eval('.lesson-then', (then) => getComputedStyle(then).visibility), 'hidden');
    assert.equal(await page.$eval('.lesson-hint', (hint) => hint.checkVisibility()), false);
    await page.click('.lesson-ways [aria-controls="lesson-hint"]');
    await page.waitForFunction(() => document.querySelector('.lesson-hint').checkVisibility());
    assert.equal(await page.$eval(back, (button) => button.ariaDisabled), 'true');

    await page.$eval('#lr', (field) => (field.value = ''));
    await page.type('#lr', '1\n');
    for (let i = 0; i < 20; i++) await press(page, '#epoch');
    await text(page, '.lesson-status', /^✓ Reached$/);
    assert.equal(await page.$eval('.lesson-then', (then) => getComputedStyle(then).visibility), 'visible');
    assert.equal(await page.$eval('.lesson-status', (status) => status.role), 'status');

    // Another scene of the gallery is no step; Next begins its own.
    await page.$eval('[data-scene="moons"]', (card) => card.click());
    await address(page, /at=1&preset=moons/);
    await press(page, next);
    await step(page, 2);
    await address(page, /^#lesson=[\w-]+&at=2&preset=blog$/);
    await text(page, '.lesson-say', /red point/);
    await page.click('.lesson-guess .button');
    await text(page, '.lesson-status', /Enter a number first/);
    await page.type('.lesson-guess input', '0,1');
    await page.keyboard.press('Enter');
    await text(page, '.lesson-status', /^You said 0\.1; it is 0\.\d{4}\.$/);
    await page.click(next);
    await step(page, 3);
    assert.equal(await page.$eval(next, (button) => button.ariaDisabled), 'true');
    await text(page, '.lesson-goal', /every point is on its side/);
    await address(page, /at=3&v=1&kind=xor/);

    // A reload keeps the step, what was done, and the run.
    await press(page, '#epoch');
    await address(page, /kind=xor.*step=1$/);
    await page.reload();
    await become(page);
    await step(page, 3);
    await text(page, '#clock', /epoch 1 /);
    assert.deepEqual(await page.$$eval('.lesson option', (options) => options.map((option) => option.textContent)), [
      '✓ Step 1 of 3',
      '✓ Step 2 of 3',
      'Step 3 of 3',
    ]);
    await page.goBack();
    await step(page, 2);
    await address(page, /at=2&preset=blog/);
    await page.select('.lesson select', '1');
    await step(page, 1);
    await text(page, '.lesson-status', /Reached/);

    // Its end leaves the Lab as it is.
    await page.click('.lesson-head button');
    await address(page, /^(#preset=blog)?$/);
    assert.equal(await page.$('.lesson'), null);
    await accessible(page, 'a lesson that has ended');
  }));

test('a file on a phone, in Korean: nothing moves, overflows, or is out of reach', () =>
  use(
    lab,
    { path: `${atFile}&lang=ko#at=2`, width: 390, height: 844, touch: true, before: measureShift, firstVisit: true },
    async (page) => {
      await become(page);
      await text(page, '#lesson-title', /^직선에서 꺾인 선까지$/);
      await step(page, 2);
      assert.equal(await page.evaluate(() => globalThis.shift), 0);
      await accessible(page, 'a guess of a lesson, in Korean', '.lesson');
      await page.tap(back);
      await step(page, 1);
      await text(page, '.lesson-goal', /손실 < 0\.3/);
      for (const width of [320, 360, 390]) {
        await resize(page, width, 800);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        const [card, plane] = await page.evaluate(() =>
          ['.lesson', '#plane'].map((css) => document.querySelector(css).getBoundingClientRect().toJSON()),
        );
        assert.ok(card.bottom <= plane.top && plane.top < 800 - 200, `${width}: ${card.bottom}, ${plane.top}`);
      }
      for (const button of await page.$$eval('.lesson :is(button, select)', (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height),
      ))
        assert.ok(button >= 43.9, `a button of ${button} pixels`);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await accessible(page, 'a goal of a lesson, dark', '.lesson', { runOnly: ['color-contrast'] });
      await choose(page, 'en');
      await text(page, '.lesson-goal', /loss < 0\.3/);
    },
  ));

test('a step keeps no empty place for what is said once it is done, on a phone and in a presentation', async () => {
  for (const [query, width, height] of [
    ['', 360, 740],
    ['&present', 1280, 720],
  ])
    await use(lab, { path: `${atFile}${query}`, width, height, touch: width < 600 }, async (page) => {
      await become(page);
      const seen = () =>
        page.evaluate(() => {
          const all = ['.lesson', '.lesson-goal', '.lesson-then', '.lesson-ways'];
          const [lesson, goal, then, ways] = all.map((css) => document.querySelector(css).getBoundingClientRect());
          return { height: lesson.height, gap: ways.top - Math.max(goal.bottom, then.bottom), beside: then.top - goal.top };
        });
      const before = await seen();
      assert.ok(before.gap < 16 && before.beside === 0, JSON.stringify(before));
      await page.evaluate(() => {
        const field = document.querySelector('#lr');
        field.value = '1';
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      });
      for (let i = 0; i < 20; i++) await press(page, '#epoch');
      await text(page, '.lesson-status', /^✓ Reached$/);
      assert.equal((await seen()).height, before.height);
      const shown = ['.lesson-then', '.lesson-goal'].map((css) =>
        page.$eval(css, (one) => getComputedStyle(one).visibility === 'visible'),
      );
      assert.deepEqual(await Promise.all(shown), [true, false]);
    });
});

test('a presentation goes through the steps, by a clicker’s keys too', () =>
  use(lab, { path: `${atFile}&present`, width: 1280, height: 720 }, async (page) => {
    await become(page);
    const size = () => page.$eval('.lesson-say', (say) => Number.parseFloat(getComputedStyle(say).fontSize));
    assert.ok((await size()) >= 22, `letters of ${await size()} pixels`);
    // All of the neuron is in sight below the step.
    await text(page, '.figures', /69%/);
    for (const language of ['en', 'ko']) {
      await choose(page, language);
      const [needs, has] = await page.$eval('.neuron', (card) => [card.scrollHeight, card.clientHeight]);
      assert.ok(needs <= has + 1, `${language}: the neuron needs ${needs} pixels and has ${has}`);
    }
    await choose(page, 'en');
    await page.keyboard.press('PageDown');
    await step(page, 2);
    await page.keyboard.press('PageDown');
    await step(page, 3);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageUp');
    await step(page, 2);
    await address(page, /^\?lesson=lines\.json&present#at=2&preset=blog$/);
    for (const language of ['en', 'ko']) {
      await choose(page, language);
      const out = await page.$$eval('.lesson, .lesson *, .side > *', (all) =>
        all
          .filter((one) => one.checkVisibility() && one.clientWidth > 1 && one.localName !== 'option')
          .filter((one) => {
            const box = one.getBoundingClientRect();
            const plane = document.querySelector('#plane').getBoundingClientRect();
            return box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < plane.right - 1;
          })
          .map((one) => one.className),
      );
      assert.deepEqual(out, [], language);
    }
    await page.click(back);
    await step(page, 1);
  }));

test('a link whose lesson takes more room than what is wrong with it: the program lives', () =>
  use(lab, { path: linkOf({ ...example, steps: [{ say: 'x '.repeat(400), scene: 'preset=xor&noise=0x10' }] }) }, async (page) => {
    await text(page, '.lesson-say', /steps\[0\]\.scene: data\.noise: 0x10: enter/);
    await become(page);
  }));

test('a lesson that can’t be read says why, and the Lab stays usable', () =>
  use(lab, { path: linkOf({ ...example, steps: [{ say: 'x', goal: 'los < 3' }] }), width: 1440, height: 900 }, async (page) => {
    await become(page);
    await text(page, '.lesson-say', /can’t be opened\. steps\[0\]\.goal: los < 3: enter a comparison such as loss < 0\.3/);
    await choose(page, 'ko');
    await text(page, '.lesson-say', /열 수 없습니다\. steps\[0\]\.goal: los < 3: loss < 0\.3 같은 비교/);
    await accessible(page, 'a lesson that can’t be read', '.lesson');
    await choose(page, 'en');
    await press(page, '#epoch');
    await text(page, '#clock', /epoch 1 /);
    // What only the program knows to be wrong: nothing of the lesson is begun.
    const go = (hash) => page.evaluate((to) => (location.hash = to), hash);
    await go(linkOf({ ...example, steps: [{ say: 'x' }, { say: 'y', scene: 'preset=xor&lr=fast' }] }));
    await text(page, '.lesson-say', /steps\[1\]\.scene: train\.lr: fast: enter/);
    await go('#lesson=abc');
    await text(page, '.lesson-say', /lesson: abc: use all of the link/);
    await address(page, /^#lesson=abc&preset=blog&step=1$/);
    // A few bytes that stand for many.
    await go(`#lesson=${deflateRawSync(Buffer.alloc(5e6, ' ')).toString('base64url')}`);
    await text(page, '.lesson-say', /use all of the link/);
    await page.click('.lesson-head button');
    await page.waitForFunction(() => !document.querySelector('.lesson'));
    // A text stays a text.
    await go(linkOf({ version: 1, title: '<b>T</b>', steps: [{ say: '<img src=x onerror=alert(1)>' }] }));
    await text(page, '.lesson-say', /^<img src=x onerror=alert\(1\)>$/);
    // A file dropped on the page, too; a wrong one leaves what is there.
    const drop = (lesson) =>
      page.evaluate((content) => {
        const data = new DataTransfer();
        data.items.add(new File([content], 'lines.json', { type: 'application/json' }));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      }, JSON.stringify(lesson));
    await drop({ ...example, title: '' });
    await text(page, '#notice-text', /title: enter a text of 1 to 100/);
    await text(page, '#lesson-title', /^<b>T<\/b>$/);
    await drop(example);
    await text(page, '#lesson-title', /From a line to a bend/);
    await address(page, /^#lesson=[\w-]+&at=1&preset=blog$/);
  }));

const options = (page, css) => page.$$eval(`${css} option`, (all) => all.map(({ text }) => text));

test('a teacher makes a lesson of the runs on the page, and its link opens it', () =>
  use(lab, { path: '#preset=xor', width: 1280, height: 900 }, async (page) => {
    await become(page);
    const make = async () => {
      await page.click('#share-button');
      await page.waitForSelector('#share[open]');
      await page.click('#teach-button');
      await page.waitForSelector('#teach[open]');
    };
    const link = () => page.$eval('#teach-link', (field) => field.value);
    const field = (n, name) => `.teach-step:nth-child(${n}) ${name}`;
    // What something else has kept is no draft.
    await page.evaluate(
      () => (localStorage['perceptron-lab.lesson'] = '{"version": 1, "title": null, "steps": [{"say": {"en": 5}}]}'),
    );
    await make();
    await page.click('#teach .primary');
    await text(page, field(1, '.teach-scene'), /Begins with: XOR: no line can/);
    await page.keyboard.type('Can a line separate these?');
    await text(page, '#teach > [role="status"]', /a title/);
    await page.type('#teach > label input', 'Lines');
    assert.equal(await page.$(field(1, 'input')), null);
    await page.select(field(1, 'select'), 'goal');
    await page.type(field(1, 'input'), 'los < 0.3 and epoch <= 100');
    await text(page, field(1, '[role="status"]'), /los < 0\.3: enter a comparison/);
    await text(page, '#teach > [role="status"]', /steps\[0\]\.goal: los < 0\.3: enter/);
    assert.equal(await link(), '');
    await page.$eval(field(1, 'input'), (goal) => (goal.value = ''));
    await page.type(field(1, 'input'), 'loss < 0.8 and epoch >= 1');
    await text(page, field(1, '[role="status"]'), /Reached when: loss < 0\.8 and epoch ≥ 1/);
    // What was written comes back with its kind.
    await page.select(field(1, 'select'), 'guess');
    assert.equal(await page.$(field(1, 'input')), null);
    await page.select(field(1, 'select'), 'goal');
    await text(page, field(1, '[role="status"]'), /Reached when: loss < 0\.8 and epoch ≥ 1/);
    await page.keyboard.press('Escape');

    // Another run as a second step, moved before the first.
    await page.$eval('[data-scene="blog"]', (card) => card.click());
    await press(page, '#epoch');
    await text(page, '#clock', /epoch 1 \/ 1000/);
    await make();
    await page.click('#teach .row:not(.teach-scene) .primary');
    await text(page, field(2, '.teach-scene'), /Begins with: Blog post, step 1/);
    await page.keyboard.type('Look at <b>the line</b>.');
    await page.click(field(2, '[aria-label^="Move up"]'));
    await text(page, field(1, '.teach-scene'), /Blog post/);
    await page.select(field(1, 'select'), 'guess');
    assert.deepEqual(await options(page, field(1, '[aria-label="To guess a number first"]')), [
      'epoch',
      'step',
      'loss',
      'cross-entropy',
      'squared error',
      'accuracy',
      'mistakes',
      'w₁',
      'w₂',
      'b',
      'z of asked point 1',
      'p of asked point 1',
      'class of asked point 1',
    ]);
    await page.select(field(1, '[aria-label="To guess a number first"]'), 'mistakes');
    await page.waitForFunction(() => document.querySelector('#teach-link').value !== '');
    await accessible(page, 'the dialog that makes a lesson', '#teach');
    const made = await link();
    assert.deepEqual(JSON.parse(inflateRawSync(Buffer.from(made.split('#lesson=')[1], 'base64url'))), {
      version: 1,
      title: 'Lines',
      steps: [
        { scene: 'preset=blog&step=1', say: 'Look at <b>the line</b>.', guess: { number: 'mistakes', like: '0' } },
        { scene: 'preset=xor', say: 'Can a line separate these?', goal: 'loss < 0.8 and epoch >= 1' },
      ],
      lang: 'en',
    });

    // What was made outlasts the page, and the link begins with the first step.
    await page.goto('about:blank');
    await page.goto(made);
    await become(page);
    await text(page, '.lesson-say', /^Look at <b>the line<\/b>\.$/);
    await text(page, '#clock', /epoch 1 \/ 1000/);
    await page.type('.lesson-guess input', '3');
    await page.keyboard.press('Enter');
    await text(page, '.lesson-status', /^You said 3; it is 0\.$/);
    await page.click(next);
    await press(page, '#epoch');
    await text(page, '.lesson-status', /Reached/);
    await make();
    assert.equal(await page.$$eval('.teach-step', (steps) => steps.length), 2);
    // Another tab, as a frame is one to storage, goes on with it.
    await page.evaluate(() => {
      const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
      const kept = JSON.parse(localStorage.getItem('perceptron-lab.lesson'));
      contentWindow.localStorage.setItem('perceptron-lab.lesson', JSON.stringify({ ...kept, title: 'More lines' }));
    });
    await page.waitForFunction(() => document.querySelector('#teach > label input').value === 'More lines');
    await page.click(field(1, '[aria-label^="Remove"]'));
    await page.waitForFunction(() => document.querySelectorAll('.teach-step').length === 1);
    await page.click('#teach .row:last-child .button:last-child');
    await text(page, '.lesson option', /Step 1 of 1/);
  }));
