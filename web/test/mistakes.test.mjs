// An author's mistakes are reported: in the console, by an event, and in the figure's place if nothing else can be shown.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, use as useIn, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const use = (act, before) =>
  useIn(lab, { path: 'post.html', before: [withoutFigures, before].flat() }, act, { allowed: [/<perceptron-lab/] });

/** One element in place of the article, and what it says: errors by event, lines in the console. */
async function write(page, html) {
  const said = { console: [] };
  page.on('console', (message) => message.type() === 'error' && said.console.push(message.text()));
  await page.evaluate((text) => {
    globalThis.errors = [];
    document.addEventListener(
      'error',
      (event) => event.target.localName === 'perceptron-lab' && globalThis.errors.push(event.detail.message),
      { capture: true },
    );
    document.querySelector('article').innerHTML = text;
  }, html);
  return said;
}

const words = (page) =>
  page.evaluate(() => document.querySelector('perceptron-lab').shadowRoot.querySelector('.cover').innerText);
const isState = (page, state) =>
  page.waitForFunction((want) => document.querySelector('perceptron-lab').state === want, {}, state);

for (const [attributes, wanted] of [
  ['preset="donut"', /donut.*want/],
  [`scene='{"data":'`, /scene.*want JSON/],
  [`scene='{"data":{"kind":"ring"}}'`, /ring.*want/],
  ['lr="0,5"', /train\.lr.*0,5.*want/],
  ['set="train.speed=9"', /train\.speed/],
]) {
  test(`${attributes}: the still picture stays and says why; once mended it lives`, () =>
    use(async (page) => {
      const still = '<svg id="still" width="800" height="660" viewBox="0 0 8 6"></svg>';
      const said = await write(page, `<perceptron-lab loading="eager" ${attributes}>${still}</perceptron-lab>`);
      await isState(page, 'stopped');
      assert.match(await words(page), wanted);
      assert.equal(
        await page.evaluate(() => document.querySelector('perceptron-lab').shadowRoot.querySelector('.cover button').hidden),
        true,
      );
      assert.equal(await page.evaluate(() => document.querySelector('#still').checkVisibility()), true);
      assert.equal(said.console.length, 1, said.console.join('\n'));
      assert.match(said.console[0], wanted);
      assert.deepEqual(await page.evaluate(() => globalThis.errors.length), 1);
      await page.evaluate(() => {
        const figure = document.querySelector('perceptron-lab');
        for (const name of ['scene', 'lr', 'set']) figure.removeAttribute(name);
        figure.preset = 'and';
      });
      await isState(page, 'live');
      await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.counts.join() === '3,1');
    }));
}

test('words that mean nothing are named, and the figure lives', () =>
  use(async (page) => {
    const said = await write(
      page,
      '<perceptron-lab loading="soon" theme="sepia" views="plane pie" toolbar="many" tools="ask hammer"></perceptron-lab>',
    );
    await isState(page, 'live');
    for (const word of ['soon', 'sepia', 'pie', 'many', 'hammer']) {
      assert.equal(
        said.console.filter((line) => line.includes(word) && /want/.test(line)).length,
        1,
        `${word}: ${said.console.join('\n')}`,
      );
    }
  }));

test('what minifiers and frameworks write works as its author intended', () =>
  use(async (page) => {
    await write(
      page,
      '<perceptron-lab loading="eager" controls toolbar="full" autoplay="false" ' +
        'set="train.lr=0.25&amp;model.manual_seed=7"></perceptron-lab>',
    );
    await isState(page, 'live');
    const figure = await page.$('perceptron-lab');
    assert.equal(await figure.evaluate((one) => one.shadowRoot.querySelectorAll('.bar > div:not(.menu) button').length), 8);
    assert.equal(await figure.evaluate((one) => one.snapshot.train.lr), 0.25);
    await figure.evaluate((one) => one.step());
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.step === 1);
    assert.equal(await figure.evaluate((one) => one.snapshot.playing), false);
    await figure.evaluate((one) => (one.scene = { data: { kind: 'xor', n_samples: 4 } }));
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.counts.join() === '2,2');
    const session = await figure.evaluate((one) => one.step(5) ?? one.addPoint([0.5, 0.5], 1));
    assert.equal(session, undefined);
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.edits === 1);
    await page.evaluate(() => {
      const one = document.querySelector('perceptron-lab');
      const kept = one.getSession();
      one.setScene({});
      one.setSession(kept);
    });
    await page.waitForFunction(() => {
      const { counts, step } = document.querySelector('perceptron-lab').snapshot;
      return counts.join() === '2,3' && step === 5;
    });
    // Set before the class is defined, as frameworks may do.
    await page.evaluate(() => {
      const early = document
        .createElement('div')
        .appendChild(document.implementation.createHTMLDocument().createElement('perceptron-lab'));
      early.preset = 'and';
      early.loading = 'eager';
      document.querySelector('article').replaceChildren(document.adoptNode(early));
    });
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot?.counts.join() === '3,1');
  }));

/** Runs in the page before its own figures begin to load the program that all share. */
function refuseToCompile() {
  WebAssembly.compileStreaming = WebAssembly.compile = () =>
    Promise.reject(
      new WebAssembly.CompileError("Wasm code generation disallowed by embedder, because 'unsafe-eval' is not allowed"),
    );
}

test('a policy without wasm-unsafe-eval is named', () =>
  use(async (page) => {
    const said = await write(page, '<perceptron-lab loading="eager"></perceptron-lab>');
    await isState(page, 'stopped');
    assert.match(said.console.join(), /unsafe-eval/);
  }, refuseToCompile));

test('values that are no text, no address, no scene and no place are named, and change nothing', () =>
  use(async (page) => {
    await write(page, '<perceptron-lab preset="xor" loading="eager" lr="0.5"></perceptron-lab>');
    await isState(page, 'live');
    const refused = (act) =>
      page.evaluate(`(async () => {
        const figure = document.querySelector('perceptron-lab');
        errors.length = 0;
        (${act})(figure);
        while (errors.length === 0) await new Promise((done) => setTimeout(done));
        return errors[0];
      })()`);
    for (const [act, message] of [
      ["(figure) => figure.setAttribute('lr', '\\ud800')", /^train\.lr: \ufffd: want a positive finite number$/],
      ["(figure) => (figure.removeAttribute('lr'), (figure.preset = '\\ud800'))", /^preset: "\ufffd": want one of blog/],
      ["(figure) => (figure.scene = 'http://[')", /^scene http:\/\/\[: .*: want JSON$/],
      ["(figure) => (figure.scene = 'icon.svg')", /^scene icon\.svg: .*: want JSON$/],
      ['(figure) => figure.setSession({ step: 1 })', /^scene: null: want an object$/],
      ['(figure) => figure.ask([1])', /^addQuery\.x: \[1\]: want \[x, y\], each a finite number$/],
      ['(figure) => figure.addPoint([1, 2, 3], 1)', /^addPoint\.x: \[1,2,3\]: want \[x, y\], each a finite number$/],
      ['(figure) => figure.send(null)', /^command: want a type/],
    ])
      assert.match(await refused(act), message);
    assert.deepEqual(await page.$eval('perceptron-lab', ({ snapshot }) => [snapshot.counts, snapshot.train.lr]), [[2, 2], 0.5]);
    // What comes before the # of a link may be anything; a scene is what it was when it was set.
    await page.evaluate(() => {
      const figure = document.querySelector('perceptron-lab');
      figure.scene = null;
      figure.src = 'http://[#preset=and';
    });
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.counts.join() === '3,1');
    await page.evaluate(() => {
      const scene = { data: { kind: 'or', n_samples: 4 } };
      document.querySelector('perceptron-lab').scene = scene;
      scene.itself = scene;
    });
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.counts.join() === '1,3');
  }));
