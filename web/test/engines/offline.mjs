// Without a network, in Firefox and WebKit: the Lab comes from its copy, also after pages that have none. In Chromium
// offline.test.mjs sees to that. Run by `make engines`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../harness.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

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
