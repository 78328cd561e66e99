// What the embed dialog gives an author works as it is: the snippet alone, in a page of another origin.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { become, open, use } from './harness.mjs';

let lab;
let blog;
let page;
before(async () => {
  lab = await open();
  blog = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><title>A blog</title><link rel="icon" href="data:,">${page}`),
  );
  await new Promise((resolve) => blog.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  blog?.closeAllConnections();
  blog?.close();
  await lab?.close();
});

test('the snippet works in somebody’s page', async () => {
  await use(lab, {}, async (tab) => {
    await become(tab);
    await tab.click('#embed-button');
    const found = await tab.waitForFunction(() =>
      [...document.querySelectorAll('dialog[open] :is(pre, textarea, code)')]
        .map((box) => box.value ?? box.textContent)
        .find((text) => text.includes('<perceptron-lab')),
    );
    page = await found.jsonValue();
  });
  assert.match(page, /integrity="sha256-/);
  const address = `http://127.0.0.1:${blog.address().port}/`;
  await use(
    { ...lab, address },
    {},
    async (tab) => {
      await tab.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
      await tab.evaluate(() => document.querySelector('perceptron-lab').step());
      await tab.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.step === 1);
    },
    { allowed: [new RegExp(`^elsewhere: ${lab.address}`)] },
  );
});
