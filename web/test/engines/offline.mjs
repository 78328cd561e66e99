// Without a network, in Firefox and WebKit: the Lab comes from its copy, also after pages that have none, and a figure comes
// alive after files that didn't come. In Chromium offline.test.mjs and embed.test.mjs see to that. Run by `make engines`.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../harness.mjs';
import { plain } from '../servers.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

async function until(page, expression) {
  for (let i = 0; i < 300; i++) {
    if (await page.evaluate(`Boolean(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never true: ${expression}`);
}

const live = `document.querySelector('main.lab')?.dataset.figure === 'live'`;

for (const [name, launch] of [
  ['Firefox', firefox],
  ['WebKit', webkit],
])
  test(`the Lab without a network in ${name}`, async () => {
    const server = await serve();
    const page = await launch();
    try {
      await page.open(server.address);
      await until(page, live);
      await until(page, 'navigator.serviceWorker.controller');
      server.close();
      // Firefox drops a worker that fails to give a page three times.
      for (const path of ['en/', 'ko/', 'frame.html']) {
        await page.open(server.address + path).catch(() => {});
        await page.open(`${server.address}?after=${path}`);
        await until(page, live);
      }
    } finally {
      await page.close();
      server.close();
    }
  });

for (const [name, launch] of [
  ['Firefox', firefox],
  ['WebKit', webkit],
])
  test(`a figure without a network in ${name}, and with one again`, async () => {
    const script = (await readdir(dist)).find((file) => /^perceptron-lab\.\w+\.js$/.test(file));
    let gone = true;
    const server = await plain(dist, {
      alter: (file, data) => {
        if (gone && /perceptron-lab-/.test(file)) throw new Error(`${file} is gone`);
        return file === '/post.html'
          ? Buffer.from(`<!doctype html><title>A post</title><script type="module" src="${script}"></script>
              <perceptron-lab preset="xor-mlp" views="plane neuron" loading="eager"></perceptron-lab>`)
          : data;
      },
    });
    const page = await launch();
    const figure = `document.querySelector('perceptron-lab')`;
    try {
      await page.open(`${server.address}post.html`);
      const press = `(${figure}.shadowRoot.querySelector('.cover button').click(), undefined)`;
      await until(page, `${figure}.state === 'stopped'`);
      await page.evaluate(press);
      await until(page, `${figure}.state === 'stopped'`);
      gone = false;
      await page.evaluate(press);
      await until(page, `${figure}.state === 'live'`);
      await page.evaluate(`(dispatchEvent(new Event('online')), undefined)`);
      await until(page, `${figure}.shadowRoot.querySelector('.below-neuron .explained')`);
    } finally {
      await page.close();
      server.close();
    }
  });
