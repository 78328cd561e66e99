// What a first visit to the Lab fetches, and the program as it is without what makes it small.

import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { become, open, text, use } from './harness.mjs';

// A development build compresses at brotli's quality 4, and takes 1.29 times the bytes of a release, whose budget is 1,050,000.
const budget = 1_355_000;

/** The element's own script, which is the same text in a release: it is compressed here as it is there. */
const elementBudget = 20_000;

test('a first visit stays within the budget', async () => {
  const dist = new URL('../../dist/', import.meta.url);
  const names = (await readdir(dist)).filter((name) => /^(index\.html|lab\..*|app\.webmanifest|icon\.svg)\.br$/.test(name));
  const sizes = await Promise.all(names.map(async (name) => (await stat(new URL(name, dist))).size));
  const total = sizes.reduce((a, b) => a + b, 0);
  assert.ok(names.length >= 4 && total <= 1.01 * budget, `${total} bytes in ${names.join(', ')}; want at most ${budget}`);
});

test('so does the element’s own script', async () => {
  const dist = new URL('../../dist/', import.meta.url);
  const [name] = (await readdir(dist)).filter((one) => /^perceptron-lab\.\w+\.js$/.test(one));
  const size = brotliCompressSync(await readFile(new URL(name, dist))).length;
  assert.ok(size <= 1.01 * elementBudget, `${size} bytes of ${name} in brotli; want at most ${elementBudget}`);
});

let lab;

before(async () => {
  lab = await open('.cache/plain');
});

after(() => lab?.close());

test('the program as the go command compiles it does the same', () =>
  use(lab, { path: '#preset=blog&step=1000' }, async (page) => {
    await become(page, 'live');
    await text(page, '#queries', /0\.9424/);
    await text(page, '#queries', /0\.0506/);
  }));
