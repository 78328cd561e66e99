// The site below a path, as on GitHub Pages: everything is found there, offline too, and a neighbour's copy is left alone.

import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { become, open, text, use } from './harness.mjs';
import { plain } from './servers.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

let lab, home, server;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'perceptron-subpath-'));
  for (const name of ['lab', 'older']) await symlink(dist, join(home, name));
  // Another build has another worker.
  const alter = (name, data) =>
    name === '/older/sw.js' ? Buffer.from(String(data).replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"')) : data;
  server = await plain(home, { alter });
  lab = { ...(await open()), address: server.address };
});
after(async () => {
  await lab?.close();
  server?.close();
  await rm(home, { recursive: true, force: true });
});

/** Waits until a worker has taken over and tidied up, and tells for which path. */
async function kept(page) {
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active.state === 'activated');
  return page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname));
}

test('the Lab works, offline too, and is an app that begins there', () =>
  use(lab, { path: 'lab/', alone: true }, async (page) => {
    await become(page);
    assert.equal(await kept(page), '/lab/');
    const client = await page.createCDPSession();
    const { manifest, errors } = await client.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.equal(manifest.startUrl, `${server.address}lab/`);
    assert.equal(manifest.scope, `${server.address}lab/`);
    await page.setOfflineMode(true);
    await page.reload();
    await become(page);
    await page.click('#step');
    await text(page, '#clock', /\b1 \/ 1000/);
    assert.ok(
      server.seen.every((name) => name.startsWith('/lab/')),
      server.seen.join(),
    );
  }));

test('two Labs of one origin keep a version each', () =>
  use(lab, { path: 'lab/', alone: true }, async (page) => {
    await become(page);
    await kept(page);
    await page.goto(`${server.address}older/`);
    await become(page);
    assert.equal(await kept(page), '/older/');
    const versions = (await page.evaluate(() => caches.keys())).map((name) => name.split(' ')[1]).sort();
    assert.deepEqual(versions, ['/lab/', '/older/']);
  }));

test('the post and the embed dialog find their files there', () =>
  use(lab, { path: 'lab/post.html' }, async (page) => {
    await page.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
    await page.goto(`${server.address}lab/`);
    await become(page);
    await page.click('#embed-button');
    await page.waitForFunction(() => document.querySelector('#preview iframe')?.src);
    await page.waitForFrame((frame) => frame.url().startsWith(`${server.address}lab/frame.html`));
    const frame = page.frames().find((f) => f.url().includes('frame.html'));
    await frame.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
  }));

test('opened as a file, the page says what to do', async () => {
  const page = await lab.browser.newPage();
  await page.goto(pathToFileURL(join(dist, 'index.html')).href);
  const said = await page.$eval('.as-file', (note) => note.checkVisibility() && note.textContent);
  assert.match(String(said), /python3 -m http\.server.*[가-힣]/);
  await page.close();
});

test('and served, it doesn’t mention that', () =>
  use(lab, { path: 'lab/' }, async (page) => {
    await become(page);
    assert.equal(await page.$eval('.as-file', (note) => note.checkVisibility()), false);
  }));
