// The post: every link and task in it is used as a reader would, and its figures are looked at.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessible } from './axe.mjs';
import { measureShift, open, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const languages = ['en', 'ko'];
const calm = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
const use = (options, act) => useIn(lab, { media: calm, ...options }, act);

/** Waits until a figure is live and shows what an expression of `shot` says. */
const is = (page, id, holds) => {
  const element = `document.getElementById(${JSON.stringify(id)})`;
  return page.waitForFunction(`((figure) => figure.state === 'live' && ((shot) => ${holds})(figure.snapshot))(${element})`);
};

/** What a figure shows once a link has been pressed; for a run that it starts, also how it ends. */
const shows = {
  'knobs?weights=0.1622,0.4,0.1939': ['shot.parameters.flat().join() === "0.1622,0.4,0.1939"'],
  'knobs?weights=0.1622,-0.1683,0.05': ['shot.parameters.flat().join() === "0.1622,-0.1683,0.05"'],
  'knobs?weights=0.1622,-0.1683,0.1939': ['shot.parameters.flat().join() === "0.1622,-0.1683,0.1939"'],
  'logic?weights=1,1,-1.5': ['shot.accuracy === 1 && shot.step === 0'],
  'logic?preset=and&step=0&speed=2&play': [
    'shot.counts.join() === "3,1" && shot.playing && shot.step > 1',
    'shot.accuracy === 1',
  ],
  'logic?preset=or&step=0&speed=2&play': ['shot.counts.join() === "1,3" && shot.playing && shot.step > 1', 'shot.accuracy === 1'],
  'soft?preset=blog&speed=5&play': ['shot.playing && shot.step > 5 && shot.stepsPerFrame === 5', 'shot.loss < 0.3'],
  'cost?preset=blog&loss=mse&step=0': ['shot.train.loss === "mse" && shot.step === 0'],
  'cost?preset=blog&step=0': ['shot.train.loss === "bce" && shot.step === 0'],
  'cost?preset=three-classes&step=0': ['shot.train.loss === "cross_entropy" && shot.counts.length === 3'],
  'hand?finish': ['shot.ended && shot.step === 1000 && shot.loss.toFixed(4) === "0.2560"'],
  'hand?preset=blog&step=0': ['shot.step === 0 && shot.edits === 0'],
  'one?step': ['shot.step === 1 && shot.train.lr === 0.01'],
  'one?reset&train.lr=1&step': ['shot.step === 1 && shot.train.lr === 1'],
  'one?reset&train.lr=0.01': ['shot.step === 0 && shot.train.lr === 0.01'],
  'blog?preset=blog&speed=3&play': [
    'shot.playing && shot.step > 3 && shot.train.lr === 0.01',
    'shot.loss.toFixed(4) === "0.2560"',
  ],
  'blog?preset=blog&step=1000&show=curve': ['shot.step === 1000 && shot.loss.toFixed(4) === "0.2560"'],
  'blog?preset=blog&step=1000&ask=0,0': ['shot.step === 1000 && shot.queries.length === 3 && shot.queries[2].x.join() === "0,0"'],
  'blog?preset=blog&train.lr=0.03&train.epochs=100&finish': ['shot.ended && shot.epoch === 100 && shot.loss > 0.2562'],
  'blog?preset=blog&train.lr=0.1&train.epochs=100&finish': ['shot.ended && shot.epoch === 100 && shot.loss <= 0.2562'],
  'blog?preset=blog&train.lr=0.3&train.epochs=100&finish': ['shot.ended && shot.epoch === 100 && shot.loss <= 0.2562'],
  'blog?preset=diverging&speed=1&play': ['shot.train.lr === 5 && shot.step > 1', 'shot.diverged > 0'],
  'rule?preset=rosenblatt&speed=0.2&play': [
    'shot.train.loss === "perceptron" && shot.playing && shot.step > 1',
    'shot.accuracy === 1',
  ],
  'corners?preset=xor&manual_seed=2&speed=2&play': ['shot.playing && shot.step > 1', 'shot.loss.toFixed(4) === "0.6931"'],
  'bend?preset=xor-mlp&speed=5&play': ['shot.playing && shot.step > 5', 'shot.accuracy === 1 && shot.loss < 0.1'],
  'same?preset=blog&speed=10&play': [
    'shot.playing && shot.step > 10',
    'shot.queries.map(({ p }) => p[0].toFixed(4)).join() === "0.9424,0.0506"',
  ],
};

for (const language of languages) {
  test(`${language}: every link in the text does what it says`, () =>
    use({ path: `${language}/`, width: 1280, height: 800 }, async (page) => {
      const links = await page.$$eval('article a[href*="?"]:not([href^=".."])', (all) =>
        all.map((one) => one.getAttribute('href').slice(1)),
      );
      assert.deepEqual([...links].sort(), Object.keys(shows).sort());
      for (const link of links) {
        await page.evaluate((href) => {
          const anchor = [...document.querySelectorAll('article a')].find((one) => one.getAttribute('href') === `#${href}`);
          const then = anchor.closest('[data-then]');
          if (then) then.style.visibility = 'visible';
          document.getElementById(href.split('?')[0]).scrollIntoView({ block: 'center' });
          anchor.click();
        }, link);
        const [id] = link.split('?');
        const [begins, ends] = shows[link];
        await is(page, id, begins).catch(() => assert.fail(`${link}: want ${begins}`));
        if (!ends || language !== 'en') continue;
        await page.evaluate((name) => document.getElementById(name).send({ type: 'finish' }), id);
        await is(page, id, `!shot.playing && ${ends}`).catch(() => assert.fail(`${link}: want at its end ${ends}`));
      }
      assert.equal(await page.evaluate(() => location.hash), '');
    }));
}

test('numbers in sentences follow the figure; what is said about a step stays', () =>
  use({ path: 'en/', width: 1280, height: 800 }, async (page) => {
    await page.evaluate(() => document.getElementById('blog').scrollIntoView({ block: 'center' }));
    await is(page, 'blog', 'shot.step === 0');
    const says = (css) => page.$eval(css, (one) => one.textContent);
    assert.equal(await says('[data-figure="blog"][data-value="p1"]'), '0.9424');
    await page.evaluate(() => document.getElementById('one').scrollIntoView({ block: 'center' }));
    await is(page, 'one', 'shot.step === 0');
    await page.evaluate(() => document.getElementById('one').obey(['train.lr=10', 'step']));
    await is(page, 'one', 'shot.step === 1');
    await page.waitForFunction(() => {
      const w1 = document.getElementById('one').snapshot.parameters[0][0];
      return document.querySelector('[data-figure="one"][data-value="w1"]').textContent === w1.toFixed(4).replace('-', '−');
    });
    assert.notEqual(await says('[data-figure="one"][data-value="w1"]'), '0.1622');
  }));

test('on paper a live figure is its still picture, and tasks have their answers', () =>
  use({ path: 'en/' }, async (page) => {
    await page.waitForFunction(() => document.getElementById('knobs').state === 'live');
    await page.waitForSelector('.perceptron-answer');
    await page.emulateMediaType('print');
    const seen = await page.evaluate(() => {
      const figure = document.getElementById('knobs');
      const shown = (element) =>
        element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height > 20;
      const inside = (css) => [...figure.shadowRoot.querySelectorAll(css)].some(shown);
      return {
        still: shown(figure.querySelector('img')),
        live: inside('canvas') || inside('.below') || inside('.bar') || inside('.tick'),
        answers: [...document.querySelectorAll('[data-then]')].every(shown),
        status: [...document.querySelectorAll('.perceptron-answer')].some(shown),
      };
    });
    await page.emulateMediaType();
    assert.deepEqual(seen, { still: true, live: false, answers: true, status: false });
  }));

test('each figure leads to the Lab, and the numbers of a neuron are turned there', () =>
  use({ path: 'en/', width: 1280, height: 800 }, async (page) => {
    for (const id of await page.$$eval('perceptron-lab', (all) => all.map((one) => one.id))) {
      await page.evaluate((name) => document.getElementById(name).scrollIntoView({ block: 'center' }), id);
      await is(page, id, 'shot !== null');
      const [lab, knobs] = await page.evaluate(async (name) => {
        const figure = document.getElementById(name);
        const inside = (css) => figure.shadowRoot.querySelector(css);
        inside('.menu').showPopover();
        const shown = [...inside('.menu').querySelectorAll('a')]
          .filter((link) => link.checkVisibility())
          .map((link) => link.href);
        inside('.menu').hidePopover();
        return [shown, figure.getAttribute('views')?.includes('neuron') ?? false];
      }, id);
      assert.equal(lab.length, 1, `${id}: ${lab}`);
      const { pathname, search } = new URL(lab[0]);
      assert.equal(pathname + search, '/?lang=en', id);
      if (!knobs) continue;
      const before = await page.evaluate((name) => document.getElementById(name).snapshot.parameters[0][0], id);
      await page.waitForFunction(
        (name) => document.getElementById(name).shadowRoot.querySelector('.knob[aria-valuenow]'),
        {},
        id,
      );
      await page.evaluate((name) => document.getElementById(name).shadowRoot.querySelector('.knob').focus(), id);
      await page.keyboard.press('ArrowUp');
      await is(page, id, `shot.parameters[0][0].toFixed(3) === (${before} + 0.05).toFixed(3)`);
    }
  }));

test('no goal is reached before the reader does anything', () =>
  use({ path: 'en/', width: 1280, height: 800 }, async (page) => {
    for (const id of await page.$$eval('[data-goal]', (all) => [...new Set(all.map((one) => one.dataset.figure))])) {
      await page.evaluate((name) => document.getElementById(name).scrollIntoView({ block: 'center' }), id);
      await is(page, id, 'shot !== null');
    }
    await page.waitForFunction(() => document.querySelectorAll('[data-goal] .perceptron-status').length === 7);
    assert.deepEqual(await page.$$eval('[data-goal][data-met]', (all) => all.map((one) => one.dataset.goal)), []);
  }));

test('both losses of a line put by hand stand beside those of the line that it becomes', () =>
  use({ path: 'en/', width: 1280, height: 800 }, async (page) => {
    const goal = '[data-figure="hand"][data-goal]';
    await page.$eval(goal, (one) => one.scrollIntoView({ block: 'center' }));
    await is(page, 'hand', 'shot.step === 0');
    const cells = () => page.$$eval('[data-figure="hand"][data-value]', (all) => all.map((one) => one.textContent));
    const become = (holds) =>
      page.waitForFunction(
        `((cells) => ${holds})([...document.querySelectorAll('[data-figure="hand"][data-value]')].map((one) => one.textContent))`,
      );
    await become('cells.join() === "0.6185,0.2132,0.2560,0.0615"');
    await page.evaluate(() => document.getElementById('hand').obey(['weights=4,-4,0']));
    await page.waitForSelector(`${goal}[data-met]`);
    await become('cells[0] !== "0.6185" && cells[1] !== "0.2132"');
    const [bce, mse] = await cells();
    assert.ok(Number(bce) < 0.3 && Number(mse) < 0.1 && bce !== mse, `${bce}, ${mse}`);
    // What it learns from there; what was put by hand stays.
    await page.evaluate(() => document.getElementById('hand').obey(['finish']));
    await is(page, 'hand', 'shot.ended');
    await become('cells[2] !== "0.2560" && cells[3] !== "0.0615"');
    const after = await cells();
    assert.deepEqual(after.slice(0, 2), [bce, mse]);
    const loss = await page.evaluate(() => document.getElementById('hand').snapshot.loss);
    assert.equal(after[2], loss.toFixed(4));
  }));

test('a goal is checked, answered in place, and remembered on this device', () =>
  use({ path: 'ko/', width: 360, height: 740, touch: true, dpr: 2 }, async (page) => {
    const goal = '[data-figure="logic"][data-goal]';
    const seen = () => page.$eval(`${goal} [data-then]`, (one) => getComputedStyle(one).visibility);
    await page.$eval(goal, (one) => one.scrollIntoView({ block: 'center' }));
    await page.waitForSelector(`${goal} .perceptron-status`);
    assert.equal(await page.$eval(`${goal} .perceptron-status`, (one) => one.textContent), '아직입니다');
    assert.equal(await seen(), 'hidden');
    await page.evaluate(() => document.getElementById('logic').obey(['weights=1,1,-1.5']));
    await page.waitForSelector(`${goal}[data-met]`);
    assert.equal(await seen(), 'visible');
    assert.match(await page.$eval(`${goal} .perceptron-status`, (one) => one.textContent), /해냈습니다/);
    await page.reload();
    await page.waitForSelector(`${goal}[data-met]`);
    assert.equal(await page.$eval('[data-figure="corners"][data-goal]', (one) => one.hasAttribute('data-met')), false);
  }));

test('a guess is compared with the run that it starts; without a number nothing runs', () =>
  use({ path: 'en/', width: 1280, height: 800 }, async (page) => {
    const question = '[data-figure="blog"][data-guess]';
    await page.$eval(question, (one) => one.scrollIntoView({ block: 'center' }));
    await is(page, 'blog', 'shot.step === 0');
    const answer = () => page.$eval(`${question} .perceptron-status`, (one) => one.textContent);
    await page.click(`${question} button`);
    assert.equal(await answer(), 'Enter a number first.');
    assert.equal(await page.evaluate(() => document.getElementById('blog').snapshot.step), 0);
    await page.type(`${question} input`, '0.8');
    await page.click(`${question} button`);
    await page.waitForSelector(`${question}[data-met]`);
    assert.equal(await answer(), 'You said 0.8; it is 0.9424.');
    // Another run that has ended is no answer.
    await page.evaluate(() => document.getElementById('blog').obey(['preset=blog', 'train.lr=0.3', 'finish']));
    await is(page, 'blog', 'shot.ended && shot.train.lr === 0.3');
    await page.evaluate(() => {
      const status = document.querySelector('[data-figure="blog"][data-guess] .perceptron-status');
      globalThis.said = [];
      new MutationObserver(() => globalThis.said.push(status.textContent)).observe(status, {
        childList: true,
        characterData: true,
      });
    });
    await page.click(`${question} button`);
    await page.waitForFunction(() => globalThis.said.length === 2);
    assert.equal((await page.evaluate(() => globalThis.said))[1], 'You said 0.8; it is 0.9424.');

    const other = '[data-figure="corners"][data-guess]';
    await page.$eval(other, (one) => one.scrollIntoView({ block: 'center' }));
    await is(page, 'corners', 'shot.step === 0');
    // A form around the text isn't sent.
    await page.$eval('article', (article) => {
      const form = document.createElement('form');
      article.before(form);
      form.append(article);
    });
    await page.type(`${other} input`, '0');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${other}[data-met]`);
    assert.equal(await page.$eval(`${other} .perceptron-status`, (one) => one.textContent), 'You said 0; it is 0.6931.');
  }));

test('in a copy of the page, and where a script took it out, what a question needs stands there once', () =>
  useIn(lab, { path: 'post.html' }, async (page) => {
    await page.evaluate(() => {
      document.querySelector('article').innerHTML = `<perceptron-lab id="f" loading="eager"></perceptron-lab>
        <p data-figure="f" data-guess="epoch" data-run="step" data-until="epoch >= 1">Which epoch?</p>`;
    });
    await page.waitForSelector('[data-guess] input');
    // As Turbo does, which shows the copy where the reader goes back.
    await page.$eval('article', (article) => article.replaceWith(article.cloneNode(true)));
    await page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'live');
    await page.waitForFunction(() => document.querySelectorAll('[data-guess] input').length === 1);
    await page.type('[data-guess] input', '1');
    await page.click('[data-guess] button');
    await page.waitForSelector('[data-guess][data-met]');
    assert.equal(
      await page.$eval('[data-guess]', (one) => one.textContent),
      'Which epoch?Guess, then runYou said 1; it is 1.00.',
    );
    await page.evaluate(() => {
      document.querySelector('.perceptron-answer').remove();
      document.querySelector('perceptron-lab').step();
    });
    await page.waitForSelector('[data-guess] input');
  }));

test('what prose asks wrongly is reported, and the rest goes on', () =>
  useIn(
    lab,
    { path: 'post.html' },
    async (page) => {
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      await page.evaluate(() => {
        document.querySelector('article').innerHTML = `<perceptron-lab id="f" loading="eager"></perceptron-lab>
          <p data-figure="f" data-goal="loss << 3">a</p><p data-figure="f" data-goal="score > 3">b</p>
          <data data-figure="f" data-value="speed">c</data><data data-figure="f" data-value="loss">0.00</data>`;
      });
      await page.waitForFunction(() => document.querySelector('[data-value="loss"]').textContent === '0.62');
      for (const wanted of [/data-goal loss << 3: want/, /data-goal score > 3: want/, /data-value speed: want one of/])
        assert.equal(said.filter((line) => wanted.test(line)).length, 1, `${wanted}: ${said.join('\n')}`);
      await page.evaluate(() => {
        globalThis.mistakes = [];
        const figure = document.getElementById('f');
        figure.addEventListener('error', ({ detail }) => globalThis.mistakes.push(detail.message));
        figure.obey(['show=neuron', 'step=7', 'weights=1,2', 'step']);
      });
      await is(page, 'f', 'shot.step === 1');
      await page.waitForFunction(() => globalThis.mistakes.length === 3);
      const mistakes = (await page.evaluate(() => globalThis.mistakes)).sort();
      for (const [i, wanted] of [/^link part show=neuron: want/, /^link part step=7: want/, /^weights.*: want/].entries())
        assert.match(mistakes[i], wanted);
    },
    { allowed: [/<perceptron-lab/] },
  ));

test('nothing moves by itself, code is copied, the contents follow', async () => {
  for (const [width, height, touch] of [
    [1280, 800, false],
    [360, 740, true],
  ])
    await use({ path: 'en/', width, height, touch, dpr: 1, before: measureShift }, async (page) => {
      const ids = await page.$$eval('article h2', (all) => all.map((one) => one.id));
      let live = 0;
      for (const id of ids) {
        await page.evaluate((name) => document.getElementById(name).scrollIntoView({ block: 'start' }), id);
        await page.waitForSelector(`.contents a[href="#${id}"][aria-current]`);
        const figures = await page.evaluate((name) => {
          const found = [];
          for (
            let next = document.getElementById(name).nextElementSibling;
            next && next.localName !== 'h2';
            next = next.nextElementSibling
          )
            found.push(...next.querySelectorAll('perceptron-lab'));
          return found.map((one) => one.id);
        }, id);
        for (const figure of figures) {
          await page.evaluate((name) => document.getElementById(name).scrollIntoView({ block: 'center' }), figure);
          await page.waitForFunction((name) => document.getElementById(name).state === 'live', {}, figure);
          live++;
        }
      }
      assert.equal(live, await page.$$eval('perceptron-lab', (all) => all.length));
      assert.equal(await page.evaluate(() => globalThis.shift), 0, `${width} x ${height}`);
      assert.equal(await page.$$eval('.code', (all) => all.length), await page.$$eval('pre:not(.output)', (all) => all.length));
    });
});

test('a figure has its height before its script as after, and on a laptop it is seen as a whole', async () => {
  for (const [width, height, most] of [
    [1366, 768, 772],
    [1920, 1080, 1080],
    [360, 740, 740],
  ]) {
    const heights = async (page) => {
      const all = await page.$$eval('perceptron-lab', (found) => found.map((one) => one.offsetHeight));
      assert.ok(Math.max(...all) <= most, `${width} x ${height}: ${all}`);
      return all;
    };
    let still;
    const options = { path: 'en/', width, height, touch: width === 360, dpr: 1 };
    await use(
      { ...options, before: 'Object.defineProperty(globalThis, "customElements", { value: { get() {}, define() {} } })' },
      async (page) => {
        await page.$$eval('perceptron-lab > img', async (all) => {
          for (const img of all) img.loading = 'eager';
          await Promise.all(all.map((img) => img.decode()));
        });
        still = await heights(page);
      },
    );
    await use(options, async (page) => {
      await page.waitForFunction(() => document.querySelector('perceptron-lab').matches(':defined'));
      for (const [i, high] of (await heights(page)).entries())
        assert.ok(Math.abs(high - still[i]) <= 1, `${width} x ${height}: figure ${i} is ${still[i]} px high, then ${high}`);
    });
  }
});

test('where there is no clipboard, the code is selected', () =>
  use({ path: 'en/', before: 'Object.defineProperty(navigator, "clipboard", { value: undefined })' }, async (page) => {
    await page.waitForSelector('.copy');
    await page.$eval('.copy', (button) => button.click());
    await page.waitForFunction(() => String(getSelection()).startsWith('from sklearn.datasets import make_blobs'));
    assert.equal(await page.$eval('.copy', (button) => button.textContent), 'Copy');
  }));

test('without a script it is a whole article, and readers find it', async () => {
  const readability = await readFile(new URL('../node_modules/@mozilla/readability/Readability.js', import.meta.url), 'utf8');
  for (const language of languages) {
    await use(
      {
        path: `${language}/`,
        before: 'Object.defineProperty(globalThis, "customElements", { value: { get() {}, define() {} } })',
      },
      async (page) => {
        const stills = await page.$$eval('perceptron-lab > img', async (all) => {
          for (const img of all) img.loading = 'eager';
          await Promise.all(all.map((img) => img.decode()));
          return all.filter((img) => img.naturalWidth === 0 || img.alt.length < 10).map((img) => `${img.src} “${img.alt}”`);
        });
        assert.deepEqual(stills, []);
        const article = await page.evaluate((source) => {
          const Reader = new Function(`${source}; return Readability;`)();
          const found = new Reader(document.cloneNode(true)).parse();
          return { title: found.title, text: found.textContent, html: found.content };
        }, readability);
        assert.equal(article.title, await page.$eval('h1', (one) => one.textContent));
        for (const heading of await page.$$eval('article h2', (all) => all.map((one) => one.textContent)))
          assert.ok(article.text.includes(heading), `${language}: the reader lost ${heading}`);
        assert.match(article.text, /0\.2572/);
        assert.equal(article.html.match(/<img /g)?.length, 13);
      },
    );
  }
});

test('the Lab leads to the section about its scene, in its language, and the post back', () =>
  use({ path: '?lang=ko#preset=xor', width: 1280, height: 800 }, async (page) => {
    await page.waitForSelector('#read[href="ko/#xor"]');
    await page.evaluate(() => (location.hash = 'preset=blog'));
    await page.waitForSelector('#read[href="ko/#training"]');
    const sections = [];
    for (const preset of await page.$$eval('[data-scene]', (all) => all.map((one) => one.dataset.scene))) {
      await page.evaluate((name) => (location.hash = `preset=${name}`), preset);
      await page.waitForSelector(`[data-scene="${preset}"][aria-pressed="true"]`);
      sections.push(await page.$eval('#read', (one) => new URL(one.href).hash));
    }
    await page.$eval('#read', (one) => one.click());
    // Its script runs once all of the post is there.
    await page.waitForSelector('article perceptron-lab:defined');
    for (const section of sections.filter(Boolean)) assert.ok(await page.$(`h2${section}`), section);
    assert.equal(sections.filter(Boolean).length, 10);
    assert.equal(await page.$eval('.site a', (one) => new URL(one.href).search), '?lang=ko');
    assert.ok(await page.$$eval('perceptron-lab', (all) => all.every((one) => one.lab === '../?lang=ko')));
  }));

test('on a phone the contents go along at the top, and leave the page where the reader scrolled it', () =>
  use({ path: 'ko/', width: 360, height: 740, touch: true, dpr: 2 }, async (page) => {
    for (const id of ['layers', 'data', 'pytorch', 'perceptron']) {
      await page.evaluate((name) => document.getElementById(name).scrollIntoView({ block: 'start' }), id);
      await page.waitForSelector(`.contents a[href="#${id}"][aria-current]`);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const [bar, heading, link] = await page.evaluate(
        (name) =>
          ['.contents', `#${name}`, '[aria-current]'].map((css) => document.querySelector(css).getBoundingClientRect().toJSON()),
        id,
      );
      assert.equal(bar.top, 0);
      assert.ok(heading.top >= bar.bottom && heading.top < 120, `${id} is at ${heading.top}`);
      assert.ok(link.left >= 0 && link.right <= 360, `the link to ${id} is at ${link.left} to ${link.right}`);
    }
  }));

test('axe finds nothing in the post, in both languages and themes', async () => {
  for (const [language, scheme] of [
    ['en', 'light'],
    ['ko', 'dark'],
  ])
    await use(
      { path: `${language}/`, before: 'window.module = undefined', media: [{ name: 'prefers-color-scheme', value: scheme }] },
      async (page) => {
        await page.waitForSelector('.copy');
        await page.waitForSelector('[data-guess] button');
        await accessible(page, `${language}, ${scheme}`);
      },
    );
});
