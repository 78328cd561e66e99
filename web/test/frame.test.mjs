// frame.html in a sandboxed iframe. The page around it is a file without a policy against frames, emptied.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Puts a frame into the page, with what it says in `log`. */
const embed = (page, fragment) =>
  page.evaluate((hash) => {
    globalThis.log = [];
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.width = 600;
    frame.height = 450;
    frame.src = `frame.html${hash}`;
    document.body.replaceChildren(frame);
    addEventListener('message', (event) => {
      if (event.source === frame.contentWindow) globalThis.log.push(event.data);
    });
  }, fragment);

const says = (page, holds) => page.waitForFunction(`globalThis.log.some((message) => ${holds})`);
const send = (page, message) =>
  page.evaluate((data) => document.querySelector('iframe').contentWindow.postMessage(data, '*'), message);
const command = (command) => ({ source: 'perceptron-lab', version: 1, type: 'command', command });

test('a sandboxed frame comes alive, reports its size, and takes commands', () =>
  use(
    lab,
    { path: 'lines.json' },
    async (page) => {
      await embed(page, '#preset=and&lr=0.25&controls=none');
      await says(page, 'message.event === "ready"');
      await says(page, 'message.type === "size" && message.height === 450');
      await send(page, command({ type: 'epoch' }));
      await says(page, 'message.event === "train" && message.detail.epoch === 1');
      await send(page, command({ type: 'addQuery', x: [0.5, 0.5] }));
      await says(page, 'message.event === "ask" && message.detail.p.length === 1');
      await send(page, command({ type: 'set', key: 'train.lr', value: -1 }));
      await says(page, 'message.event === "error" && /train.lr/.test(message.detail.message)');
      for (const junk of [
        null,
        7,
        'play',
        {},
        { source: 'perceptron-lab' },
        { source: 'perceptron-lab', version: 2, type: 'getSession' },
        command(null),
        command({ type: 7 }),
      ]) {
        await send(page, junk);
      }
      await send(page, { source: 'perceptron-lab', version: 1, type: 'getSession' });
      await says(page, 'message.type === "session"');
      const { session } = await page.evaluate(() => globalThis.log.find(({ type }) => type === 'session'));
      assert.equal(session.step, 1);
      assert.equal(session.scene.train.lr, 0.25);
      assert.deepEqual(await page.evaluate(() => globalThis.log.filter(({ event }) => event === 'error').length), 1);
    },
    { allowed: [/<perceptron-lab>.*train\.lr/] },
  ));

test('a frame bound to another origin accepts and sends nothing', () =>
  use(
    lab,
    { path: 'lines.json' },
    async (page) => {
      await embed(page, '#origin=https://example.org');
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
      await send(page, command({ type: 'step' }));
      await frame.evaluate(() => document.querySelector('perceptron-lab').step());
      await frame.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.step === 1);
      assert.deepEqual(await page.evaluate(() => globalThis.log), []);
    },
    { allowed: [/postMessage/] },
  ));

test('an origin that is none is said, and a frame with it neither sends messages nor takes any', () =>
  use(
    lab,
    { path: 'lines.json' },
    async (page) => {
      const said = new Promise((tell) =>
        page.on('console', (message) => /origin=%/.test(message.text()) && tell(message.text())),
      );
      await embed(page, '#preset=and&origin=%');
      assert.match(await said, /want one such as https:\/\/example\.org/);
      const [, frame] = page.frames();
      await frame.waitForFunction(() => document.querySelector('perceptron-lab').state === 'live');
      await send(page, command({ type: 'epoch' }));
      await frame.evaluate(() => document.querySelector('perceptron-lab').step());
      await frame.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.step > 0);
      assert.equal(await frame.evaluate(() => document.querySelector('perceptron-lab').snapshot.epoch), 1);
      assert.deepEqual(await page.evaluate(() => globalThis.log), []);
    },
    { allowed: [/origin=%/] },
  ));

test("a link's values are read whole, and none makes the menu lead to a script", () =>
  use(lab, { path: 'lines.json' }, async (page) => {
    const given = (fragment) =>
      page.evaluate(async (hash) => {
        const frame = document.createElement('iframe');
        frame.src = `frame.html#loading=interaction&${hash}`;
        document.body.replaceChildren(frame);
        await new Promise((done) => (frame.onload = done));
        const figure = frame.contentDocument.querySelector('perceptron-lab');
        return ['lab', 'alt'].map((name) => figure.getAttribute(name));
      }, fragment);
    assert.deepEqual(await given('lab=javascript:alert(1)&alt=a=b%3Dc'), [null, 'a=b=c']);
    assert.deepEqual(await given('lab=%20JavaScript:alert(1)&alt'), [null, '']);
    assert.deepEqual(await given('lab=./%3Flesson=lines.json'), ['./?lesson=lines.json', null]);
  }));
