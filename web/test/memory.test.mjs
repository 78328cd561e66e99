// Memory that runs out: the program's own is given an end.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Go's runtime prints its stacks to the console. */
const allowed = [/^console: /];
const use = (megabytes, act, path = '#preset=blog&step=100') =>
  useIn(lab, { path, before: [`globalThis.mostMegabytes = ${megabytes}`, endMemory] }, act, { allowed });

/** Runs in the page: the program that it compiles gets at most so many megabytes, as its memory section then says. */
function endMemory() {
  const compile = WebAssembly.compile.bind(WebAssembly);
  WebAssembly.compileStreaming = async (source) => {
    const bytes = new Uint8Array(await (await source).arrayBuffer());
    // LEB128, https://webassembly.github.io/spec/core/binary/values.html#integers.
    const read = (at) => {
      let [value, shift] = [0, 0];
      for (; ; at++, shift += 7) {
        value |= (bytes[at] & 127) << shift;
        if (bytes[at] < 128) return [value, at + 1];
      }
    };
    const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >>> 7)]);
    for (let at = 8; at < bytes.length; ) {
      const [size, from] = read(at + 1);
      if (bytes[at] === 5) {
        const limits = [1, 1, ...written(read(from + 2)[0]), ...written(16 * globalThis.mostMegabytes)];
        return compile(
          new Uint8Array(
            await new Blob([
              bytes.subarray(0, at + 1),
              Uint8Array.of(limits.length, ...limits),
              bytes.subarray(from + size),
            ]).arrayBuffer(),
          ),
        );
      }
      at = from + size;
    }
  };
}

test('a scene for which there is no memory is refused, and the run goes on', () =>
  use(25, async (page) => {
    await become(page);
    await text(page, '#clock', /epoch 100 /);
    const loss = await text(page, '#loss');
    await page.evaluate(() => (location.hash = 'n_samples=1000000'));
    await text(page, '#notice-text', /^Not done: out of memory$/);
    await page.waitForFunction(() => location.hash === '#step=100');
    await become(page);
    assert.equal(await text(page, '#loss'), loss);
    await page.click('#step');
    await text(page, '#clock', /epoch 101 /);
  }));

test('a figure’s first scene, for which there is no memory, stops it with the reason: there is no run to go on with', () =>
  use(
    25,
    async (page) => {
      const said = await page.evaluate(async () => {
        document.querySelector('article').innerHTML = '<perceptron-lab data-data.n_samples="1000000"></perceptron-lab>';
        const figure = document.querySelector('perceptron-lab');
        const messages = [];
        figure.addEventListener('error', ({ detail }) => messages.push(detail.message));
        while (figure.state !== 'stopped') await new Promise((resolve) => setTimeout(resolve, 50));
        return messages;
      });
      assert.deepEqual(said, ['out of memory']);
    },
    'post.html',
  ));

test('where there is no memory to draw a scene, the page says so', () =>
  use(27, async (page) => {
    await become(page);
    await page.evaluate(() => (location.hash = 'n_samples=100000'));
    await text(page, '#notice-text', /has stopped.*\(out of memory\)$/);
    await page.waitForSelector('#restart', { visible: true });
  }));
