// <perceptron-lab> in a real Chromium: in our own post, and handled as authors handle elements.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countDraws, drawn, measureShift, open, rests, swipe, use as useIn, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = (options, act, allowed) => useIn(lab, { path: 'post.html', ...options }, act, allowed);

/** A post for figures that `write` puts there. */
const useEmpty = (options, act, allowed) => use({ ...options, before: withoutFigures }, act, allowed);

/** Waits until something holds of the element with an id. */
const until = (page, id, holds) => page.waitForFunction(`((figure) => ${holds})(document.getElementById(${JSON.stringify(id)}))`);

/** Puts elements made of HTML into the article, each with its events in `log`. */
const write = (page, html) =>
  page.evaluate((text) => {
    globalThis.log = [];
    const article = document.querySelector('article');
    article.innerHTML = text;
    for (const figure of article.querySelectorAll('perceptron-lab')) {
      for (const type of ['ready', 'train', 'ask', 'change', 'error']) {
        figure.addEventListener(type, (event) => globalThis.log.push({ id: figure.id, type, ...event.detail }));
      }
    }
  }, html);

const logged = (page, type) => page.evaluate((want) => globalThis.log.filter((entry) => entry.type === want), type);

test('a post’s figures come alive where they are read, and nothing moves', () =>
  use({ width: 800, height: 900, dpr: 1, before: measureShift }, async (page) => {
    await until(page, 'blog', 'figure.state === "live"');
    assert.equal(await page.evaluate(() => document.getElementById('xor-mlp').state), 'waiting');
    await page.evaluate(() => document.getElementById('xor-mlp').scrollIntoView());
    await until(page, 'xor-mlp', 'figure.state === "live"');
    await page.click('a[href^="#xor-mlp"]');
    await until(page, 'xor-mlp', 'figure.snapshot.ended');
    assert.deepEqual(
      await page.evaluate(() => document.getElementById('xor-mlp').snapshot.queries.map((query) => query.class)),
      [0, 1, 1, 0],
    );
    assert.ok((await page.evaluate(() => globalThis.shift)) < 0.005);
    assert.equal(await page.evaluate(() => location.hash), '');
  }));

test('autoplay plays, but not for readers who prefer reduced motion', async () => {
  await use({ height: 2000 }, (page) => until(page, 'xor', 'figure.snapshot?.epoch > 3'));
  await use({ height: 2000, media: [{ name: 'prefers-reduced-motion', value: 'reduce' }] }, async (page) => {
    await until(page, 'xor', 'figure.state === "live"');
    await page.evaluate(() => document.getElementById('xor').step());
    await until(page, 'xor', 'figure.snapshot.step === 1 && !figure.snapshot.playing');
  });
});

test('a run that diverged is reported beside its buttons', () =>
  useEmpty({}, async (page) => {
    await write(page, '<perceptron-lab id="a" loading="eager" preset="diverging"></perceptron-lab>');
    await until(page, 'a', 'figure.state === "live"');
    await page.evaluate(() => document.getElementById('a').send({ type: 'finish' }));
    await until(page, 'a', 'figure.shadowRoot.querySelector(".clock")?.textContent.endsWith("· diverged")');
    await until(page, 'a', 'figure.shadowRoot.querySelector("[part~=button-play]").ariaDisabled === "true"');
    await page.evaluate(() => document.getElementById('a').shadowRoot.querySelector('[part~=button-reset]').click());
    await until(page, 'a', 'figure.shadowRoot.querySelector("[part~=button-play]").ariaDisabled === "false"');
  }));

test('methods, events and the session', () =>
  useEmpty(
    { dpr: 1 },
    async (page) => {
      await write(page, '<perceptron-lab id="a" loading="eager"></perceptron-lab>');
      await until(page, 'a', 'figure.state === "live"');
      await page.evaluate(() => {
        const figure = document.getElementById('a');
        figure.step(3);
        figure.ask([0.5, -0.25]);
        figure.addPoint([1, 1], 1);
      });
      await until(page, 'a', 'figure.snapshot.edits === 2');
      const [asked] = await logged(page, 'ask');
      assert.deepEqual(asked.x, [0.5, -0.25]);
      assert.ok(asked.p[0] > 0 && asked.p[0] < 1);
      const session = await page.evaluate(() => document.getElementById('a').getSession());
      assert.equal(session.step, 3);
      assert.deepEqual(
        session.scene.edits.map((edit) => edit.step),
        [3, 3],
      );
      const blob = await page.evaluate(async () => {
        const { type, size } = await document.getElementById('a').toBlob();
        return { type, size };
      });
      assert.equal(blob.type, 'image/png');
      assert.ok(blob.size > 2000, 'the picture is empty');
      await page.evaluate(() => document.getElementById('a').setScene({ data: { kind: 'xor', n_samples: 4 } }));
      await until(page, 'a', 'figure.snapshot.counts.join() === "2,2"');
      await page.evaluate(() => document.getElementById('a').setScene('{"data":'));
      assert.match((await logged(page, 'error')).at(-1).message, /want JSON/);
    },
    { allowed: [/<perceptron-lab id="a">: scene.*want JSON/] },
  ));

test('what is sent while very many points are made comes after them; getSession waits for nothing', () =>
  useEmpty({}, async (page) => {
    await write(page, '<perceptron-lab id="a" loading="eager"></perceptron-lab>');
    await until(page, 'a', 'figure.state === "live"');
    await page.evaluate(() => {
      const figure = document.getElementById('a');
      figure.setScene({ data: { kind: 'moons', n_samples: 400_000 } });
      figure.step(2);
      figure.addPoint([1, 1], 1);
    });
    await until(page, 'a', 'figure.snapshot.counts.join() === "200000,200001"');
    assert.equal(await page.evaluate(() => document.getElementById('a').snapshot.step), 2);
    const made = await page.evaluate(async () => {
      const figure = document.getElementById('a');
      figure.setScene({ data: { kind: 'circles', n_samples: 300_000 } });
      await new Promise(requestAnimationFrame);
      const { scene, step } = figure.getSession();
      return [scene.data.kind, scene.data.n_samples, step];
    });
    assert.deepEqual(made, ['circles', 300_000, 0]);
    await until(page, 'a', 'figure.snapshot.counts.join() === "150000,150000"');
    // A picture taken at once has them all.
    await page.evaluate(async () => {
      const figure = document.getElementById('a');
      const picture = async () => [...new Uint8Array(await (await figure.toBlob()).arrayBuffer())].join();
      figure.setScene({ data: { n_samples: 100_000 } });
      const first = await picture();
      for (let i = 0; i < 20; i++) await new Promise(requestAnimationFrame);
      globalThis.same = first === (await picture());
    });
    assert.ok(await page.evaluate(() => globalThis.same), 'a picture before all points were drawn');
  }));

test('what JSON can’t hold, and numbers of steps that are none, are errors; a large seed stays as it is written', () =>
  useEmpty(
    {},
    async (page) => {
      const seed = '9007199254740993';
      const scene = `{"model": {"manual_seed": ${seed}}}`;
      await write(page, `<perceptron-lab id="a" loading="eager" scene='${scene}'></perceptron-lab>`);
      await until(page, 'a', 'figure.state === "live"');
      const json = () => page.evaluate(() => JSON.stringify(document.getElementById('a').getSession()));
      assert.ok((await json()).includes(`"manual_seed":${seed}`), await json());
      await page.evaluate(() => {
        const figure = document.getElementById('a');
        figure.setSession(figure.getSession());
        const around = figure.parentElement;
        figure.remove();
        around.append(figure);
      });
      await until(page, 'a', 'figure.state === "live" && figure.snapshot');
      assert.ok((await json()).includes(`"manual_seed":${seed}`), await json());

      await page.evaluate(() => {
        const figure = document.getElementById('a');
        const round = { type: 'set', key: 'train.lr' };
        round.value = round;
        figure.send(round);
        figure.send({ type: 'step', n: 1n });
        figure.setScene(Object.assign(round, { data: round }));
        figure.setScene(() => {});
        for (const n of [0, -1, 1.5, NaN, '2']) figure.step(n);
        figure.step(2);
        const { scene } = figure.getSession();
        for (const step of [NaN, Infinity, undefined, -1, 1.5, '3']) figure.setSession({ scene, step });
        figure.step(2);
      });
      await until(page, 'a', 'figure.snapshot.step === 4');
      const said = (await logged(page, 'error')).map(({ message }) => message);
      assert.deepEqual(
        said.splice(9).map((message) => /(?:restore.step|step): ?.+|step -1/.exec(message)?.[0]),
        [
          ...['null', 'null', 'nothing'].map((value) => `restore.step: ${value}: want a finite number`),
          'restore.step: -1: want a whole number from 0 to 2147483647',
          'restore.step: a JSON number 1.5, want a whole number',
          'restore.step: a JSON string, want a whole number',
        ],
      );
      for (const message of said.slice(0, 4)) assert.match(message, /^(set|step|scene): .*want what JSON can hold$/);
      for (const message of said.slice(4)) assert.match(message, /^step: .*want a whole number from 1$/);
    },
    { allowed: [/want what JSON can hold/, /want a whole number/, /restore/] },
  ));

test('very many steps leave the page usable, and pause ends them', () =>
  useEmpty({}, async (page) => {
    await write(page, '<perceptron-lab id="a" loading="eager" set="epochs=0"></perceptron-lab>');
    await until(page, 'a', 'figure.state === "live"');
    await page.evaluate(() => document.getElementById('a').step(1e9));
    await until(page, 'a', 'figure.snapshot.playing && figure.snapshot.step > 50_000');
    await page.evaluate(() => document.getElementById('a').pause());
    await until(page, 'a', '!figure.snapshot.playing');
    const { step } = await page.evaluate(() => document.getElementById('a').snapshot);
    assert.ok(step < 1e9);
    await page.evaluate(() => document.getElementById('a').step());
    await until(page, 'a', `figure.snapshot.step === ${step + 1}`);
  }));

test('what is asked for right after an attribute was set comes after it, and each point asked about is answered', () =>
  useEmpty({}, async (page) => {
    await write(page, '<perceptron-lab id="a" loading="eager"></perceptron-lab>');
    await until(page, 'a', 'figure.state === "live"');
    const act = (script) => page.evaluate(`((figure) => { ${script} })(document.getElementById('a'))`);
    await act('figure.preset = "xor"; figure.step(3)');
    await until(page, 'a', 'figure.snapshot.step === 3 && figure.snapshot.counts.join() === "2,2"');
    await act('figure.preset = "blog"; figure.setScene({ data: { n_samples: 20 } })');
    await until(page, 'a', 'figure.snapshot.counts.join() === "10,10"');
    await act('figure.preset = "and"; figure.setSession({ scene: { data: { n_samples: 40 } }, step: 5 })');
    await until(page, 'a', 'figure.snapshot.step === 5 && figure.snapshot.counts.join() === "20,20"');
    await act('figure.preset = "or"; figure.toBlob().then(() => (globalThis.drawn = figure.snapshot.counts.join()))');
    await page.waitForFunction(() => globalThis.drawn === '1,3');
    await act('figure.ask([3, 3]); figure.ask([4, 4])');
    await page.waitForFunction(() => globalThis.log.filter(({ type }) => type === 'ask').length === 2);
    assert.deepEqual(
      (await logged(page, 'ask')).map(({ x }) => x),
      [
        [3, 3],
        [4, 4],
      ],
    );
  }));

test('attributes act live, and bad ones are errors that change nothing', () =>
  useEmpty(
    {},
    async (page) => {
      await write(page, '<perceptron-lab id="a" preset="and" lr="0.25" seed="7" loading="eager"></perceptron-lab>');
      await until(page, 'a', 'figure.state === "live" && figure.snapshot.counts.join() === "3,1"');
      assert.equal(await page.evaluate(() => document.getElementById('a').snapshot.train.lr), 0.25);
      const set = (name, value) => page.evaluate((n, v) => document.getElementById('a').setAttribute(n, v), name, value);
      await set('preset', 'xor');
      await until(page, 'a', 'figure.snapshot.counts.join() === "2,2"');
      for (const [name, value, wanted] of [
        ['preset', 'donut', /donut/],
        ['lr', '-1', /train\.lr.*-1/],
        ['scene', '{"data":', /JSON/],
        ['scene', '{"data":{"kind":"ring"}}', /ring/],
        ['data-train.loss', 'best', /best/],
        ['controls', 'many', /full, basic, none/],
        ['tools', 'ask hammer', /hammer/],
      ]) {
        const before = (await logged(page, 'error')).length;
        await set(name, value);
        await page.waitForFunction((n) => globalThis.log.filter(({ type }) => type === 'error').length > n, {}, before);
        assert.match((await logged(page, 'error')).at(-1).message, wanted);
        await page.evaluate((n) => document.getElementById('a').removeAttribute(n), name);
      }
      assert.equal(await page.evaluate(() => document.getElementById('a').state), 'live');
      await set('controls', 'full');
      await page.waitForFunction(
        () => document.getElementById('a').shadowRoot.querySelectorAll('.bar > div:not(.menu) button').length === 8,
      );
      // What writes each attribute again, as d3 does, changes nothing.
      await page.evaluate(() => document.getElementById('a').step(3));
      await until(page, 'a', 'figure.snapshot.step === 3');
      await set('seed', '7');
      await page.evaluate(() => document.getElementById('a').step());
      await until(page, 'a', 'figure.snapshot.step === 4');
    },
    { allowed: [/<perceptron-lab id="a">: .*want/] },
  ));

test('a figure whose scene is slow to come shows no other before it; what can’t come is tried again with the connection', () =>
  useEmpty(
    {},
    async (page) => {
      await page.evaluate(() => {
        const real = globalThis.fetch;
        globalThis.coming = [];
        globalThis.fetch = (what, ...more) => {
          if (String(what).endsWith('/slow.json'))
            return new Promise((come, go) => {
              globalThis.coming.push(come);
              more[0].signal.addEventListener('abort', go);
            });
          return String(what).endsWith('/gone.json') ? Promise.reject(new TypeError('gone')) : real(what, ...more);
        };
        addEventListener('ready', ({ target }) => (target.began = target.snapshot.layers.join()), { capture: true });
        const listen = globalThis.addEventListener;
        globalThis.signals = [];
        globalThis.addEventListener = (type, heard, options) => {
          if (type === 'online') globalThis.signals.push(options.signal);
          listen(type, heard, options);
        };
      });
      await write(
        page,
        `<perceptron-lab id="a" scene="slow.json" loading="eager"></perceptron-lab>
        <perceptron-lab id="d" scene="slow.json" loading="eager"></perceptron-lab>
        <perceptron-lab id="b" scene="gone.json" loading="eager"></perceptron-lab>
        <perceptron-lab id="c" loading="eager"></perceptron-lab>`,
      );
      await until(page, 'c', 'figure.state === "live"');
      await until(page, 'b', 'figure.state === "stopped" && /gone.json: gone: want/.test(figure.shadowRoot.textContent)');
      await until(page, 'a', 'figure.state === "loading"');
      await page.evaluate(() => (document.getElementById('d').preset = 'and'));
      await page.evaluate(() => document.getElementById('d').removeAttribute('scene'));
      await until(page, 'd', 'figure.snapshot?.counts.join() === "3,1"');
      await page.evaluate(async () => {
        const c = document.getElementById('c');
        c.setAttribute('scene', 'slow.json');
        await null;
        c.step();
        c.remove();
        await new Promise((done) => setTimeout(done));
        for (const come of globalThis.coming) come(new Response('{"model": {"layers": [2, 4, 1]}}'));
        globalThis.fetch = async () => new Response('{"model": {"layers": [2, 3, 1]}}');
        dispatchEvent(new Event('online'));
        await new Promise((done) => setTimeout(done));
        document.querySelector('article').append(c);
      });
      await until(page, 'a', 'figure.began === "2,4,1"');
      await until(page, 'b', 'figure.began === "2,3,1"');
      await until(page, 'c', 'figure.snapshot?.layers.join() === "2,4,1" && figure.snapshot.step === 1');
      await write(page, '');
      await page.waitForFunction(() => globalThis.signals.length > 4 && globalThis.signals.every(({ aborted }) => aborted));
    },
    { allowed: [/<perceptron-lab id="b">: scene .*want JSON/] },
  ));

test('loading on a click; theme, language and views as the attributes say', () =>
  useEmpty({}, async (page) => {
    await write(
      page,
      '<perceptron-lab id="a" loading="interaction" lang="ko" theme="dark" controls="full" views="plane curve"></perceptron-lab>',
    );
    const shown = (css) =>
      page.evaluate((selector) => document.getElementById('a').shadowRoot.querySelector(selector)?.textContent ?? null, css);
    assert.equal(await shown('.cover button'), '재생');
    assert.equal(
      await page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length <= 1,
      ),
      true,
    );
    assert.equal(await page.evaluate(() => document.getElementById('a').state), 'waiting');
    await page.evaluate(() => document.getElementById('a').shadowRoot.querySelector('.cover button').click());
    await until(page, 'a', 'figure.state === "live"');
    assert.match(await shown('.clock'), /에포크/);
    assert.equal(
      await page.evaluate(() => getComputedStyle(document.getElementById('a').shadowRoot.querySelector('.plane')).colorScheme),
      'dark',
    );
    await page.waitForFunction(
      () => document.getElementById('a').shadowRoot.querySelectorAll('.curve .tick-x:not([hidden])').length > 1,
    );
    await page.evaluate(() => document.getElementById('a').setAttribute('views', 'plane'));
    await page.waitForFunction(() => document.getElementById('a').shadowRoot.querySelector('.curve').hidden);
    await page.evaluate(() => document.getElementById('a').setAttribute('lang', 'en'));
    await page.waitForFunction(() => /epoch/.test(document.getElementById('a').shadowRoot.querySelector('.clock').textContent));
  }));

test('authors’ mistakes: moved, made before the script, script twice, same id twice, text as HTML', () =>
  useEmpty({}, async (page) => {
    await write(
      page,
      '<perceptron-lab id="a" loading="eager" alt="&lt;img src=x onerror=alert(1)>"></perceptron-lab>' +
        '<perceptron-lab id="a"></perceptron-lab><div id="there"></div>',
    );
    await until(page, 'a', 'figure.state === "live"');
    await page.evaluate(() => document.getElementById('a').step(5));
    await until(page, 'a', 'figure.snapshot.step === 5');
    await page.evaluate(() => document.getElementById('there').append(document.getElementById('a')));
    await page.evaluate(() => document.querySelector('#there perceptron-lab').step());
    await page.waitForFunction(() => document.querySelector('#there perceptron-lab').snapshot.step === 6);
    // Out of the page and back: the run continues where it was.
    await page.evaluate(async () => {
      globalThis.away = document.querySelector('#there perceptron-lab');
      globalThis.away.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.getElementById('there').append(globalThis.away);
    });
    await page.waitForFunction(() => globalThis.away.state === 'live');
    await page.evaluate(() => globalThis.away.step());
    await page.waitForFunction(() => globalThis.away.snapshot.step === 7);
    // So it does where it leaves again before it is live, with what was asked meanwhile, and what can be undone.
    await page.evaluate(async () => {
      globalThis.away.ask([0.5, 0.5]);
      for (const act of ['pause', 'step', 'step']) {
        globalThis.away.remove();
        await new Promise((resolve) => setTimeout(resolve));
        document.getElementById('there').append(globalThis.away);
        globalThis.away[act]();
      }
    });
    await page.waitForFunction(() => globalThis.away.snapshot?.step === 9);
    assert.equal(await page.evaluate(() => globalThis.away.snapshot.queries.length), 3);
    await page.evaluate(() => globalThis.away.send({ type: 'undo' }));
    await page.waitForFunction(() => globalThis.away.snapshot.queries.length === 2);
    const script = await page.$eval('script[type=module]', (element) => element.src);
    await page.evaluate((src) => import(`${src}?again`), script);
    assert.equal(await page.evaluate(() => globalThis.away.shadowRoot.querySelectorAll('img').length), 0);
  }));

/** The programs' memories that are left, each in bytes. */
async function memoriesOf(page) {
  const prototype = await page.evaluateHandle(() => WebAssembly.Memory.prototype);
  const list = await page.queryObjects(prototype);
  const bytes = await list.evaluate((all) => all.map(({ buffer }) => buffer.byteLength));
  await Promise.all([prototype.dispose(), list.dispose()]);
  return bytes;
}

/** Looks until what is left holds. Each look collects garbage; what the last frames hold is released after them. */
async function untilLeft(page, holds) {
  let left = await memoriesOf(page);
  for (let looks = 0; !holds(left) && looks < 100; looks++) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    left = await memoriesOf(page);
  }
  assert.ok(holds(left), `memories of ${left} bytes are left`);
}

test('ten figures: four live, one program fetched, each with its own run', () =>
  useEmpty({ width: 800, height: 700 }, async (page) => {
    await write(page, Array.from({ length: 10 }, (_, i) => `<perceptron-lab id="f${i}" seed="${i}"></perceptron-lab>`).join(''));
    const contexts = () =>
      page.evaluate(
        () => [...document.querySelectorAll('article perceptron-lab')].filter(({ state }) => state === 'live').length,
      );
    const total = (memories) => memories.reduce((sum, bytes) => sum + bytes, 0);
    let ofFour = 0;
    await until(page, 'f0', 'figure.state === "live"');
    await page.evaluate(() => document.getElementById('f0').ask([0.5, 0.5]));
    for (let i = 0; i < 10; i++) {
      if (i === 4) ofFour = total(await memoriesOf(page));
      await page.evaluate((id) => document.getElementById(id).scrollIntoView(), `f${i}`);
      await until(page, `f${i}`, 'figure.state === "live"');
      await page.evaluate((id, n) => document.getElementById(id).step(n), `f${i}`, i + 1);
      await until(page, `f${i}`, `figure.snapshot.step === ${i + 1}`);
      assert.ok((await contexts()) <= 4);
    }
    assert.equal(await page.evaluate(() => document.getElementById('f0').state), 'resting');
    await page.evaluate(() => document.getElementById('f0').scrollIntoView());
    await until(page, 'f0', 'figure.state === "live" && figure.snapshot.step === 1');
    await page.evaluate(() => document.getElementById('f0').send({ type: 'undo' }));
    await until(page, 'f0', 'figure.snapshot.edits === 0 && figure.snapshot.queries.every(({ x }) => x[0] !== 0.5)');
    const fetched = await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length,
    );
    assert.equal(fetched, 1);
    await untilLeft(page, (memories) => total(memories) <= 1.5 * ofFour);
  }));

test('a figure that was removed leaves no memory behind', () =>
  useEmpty({}, async (page) => {
    const mounts = Number(process.env.MOUNTS ?? 8);
    for (let i = 0; i < mounts; i++) {
      await write(page, '<perceptron-lab id="a" loading="eager" autoplay></perceptron-lab>');
      await until(page, 'a', 'figure.state === "live" && figure.snapshot.epoch > 1');
    }
    await write(page, '');
    // A leak keeps all of them, Chromium itself one or two.
    await untilLeft(page, ({ length }) => length <= 2);
  }));

test('touch: a vertical swipe scrolls the page, a figure at rest draws nothing', () =>
  use({ width: 360, height: 740, dpr: 1, touch: true, before: countDraws }, async (page) => {
    await until(page, 'blog', 'figure.state === "live"');
    const box = await page.evaluate(() => {
      const figure = document.getElementById('blog');
      figure.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = figure.getBoundingClientRect();
      return { x, y, width, height };
    });
    await rests(page);
    assert.equal(await drawn(page), 0);
    const top = await page.evaluate(() => scrollY);
    await swipe(page, [box.x + 25, box.y + 150], [box.x + 30, box.y - 60]);
    await page.waitForFunction((before) => scrollY > before + 60, {}, top);
    assert.equal(await page.evaluate(() => document.getElementById('blog').snapshot.queries.length), 2);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  }));
