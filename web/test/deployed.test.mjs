// A new version is deployed while a page of the old one is open, and the old one's files are gone: that page goes on from its
// copy, or says that there is a new version and loads it with the run. No page, and no copy, ever has files of both.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { become, loseContext, noWorker, open, text, use, withoutFigures } from './harness.mjs';
import { plain } from './servers.mjs';
import { nextVersion } from './versions.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

let lab, home, server;
/** What the host alters of what it sends, and what it sends in place of a file that isn't there. */
let altered, instead;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'perceptron-versions-'));
  await nextVersion(dist, join(home, 'new'));
  await deploy('old');
  server = await plain(join(home, 'site'), { alter: (name, data) => altered(name, data), instead: () => instead() });
  lab = { ...(await open()), address: server.address };
});
after(async () => {
  await lab?.close();
  server?.close();
  if (home) await rm(home, { recursive: true, force: true });
});

async function deploy(version) {
  altered = (_name, data) => data;
  instead = () => null;
  await rm(join(home, 'site'), { force: true });
  await symlink(version === 'old' ? dist : join(home, 'new'), join(home, 'site'));
}

/** What the console, and the browser, say of a page whose script the host doesn't have. */
const itsScriptIsGone = /\b404\b|preload|^failed: \S*\/lab\.\w+\.(js|wasm)$/;

/** Which version a page is: the name of its script. */
const versionOf = (page) => page.$eval('script[type=module]', (script) => script.getAttribute('src'));

/** Waits until the page's version is kept and the page is served by it. */
const kept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** `over` comes true when one version has given way to another. */
async function watchForTakeover(page) {
  const client = await page.createCDPSession();
  const states = new Map();
  const over = new Promise((resolve) => {
    client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, status } of versions) states.set(versionId, status);
      const is = [...states.values()];
      if (is.includes('redundant') && is.includes('activated')) resolve();
    });
  });
  await client.send('ServiceWorker.enable');
  return { over };
}

const copies = (page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).map((name) => name.split(' ')[2]);
    return names.map((name) => (name === '0123456789abcdef' ? 'new' : 'old')).sort();
  });

/** Uses what a page fetches only when it is asked for. */
async function askForAll(page) {
  await page.click('#code-button');
  await text(page, '#code-text', /import torch/);
  await page.keyboard.press('Escape');
  await page.click('#language [lang="ko"]');
  await page.waitForFunction(() => document.documentElement.lang === 'ko');
  await page.click('#language [lang="en"]');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
}

test('an open page goes on from its copy, also with a new context, reloaded, in a second tab and offline', async () => {
  await deploy('old');
  const act = async (page) => {
    await become(page);
    await kept(page);
    const old = await versionOf(page);
    await deploy('new');
    server.seen.length = 0;
    await page.click('#step');
    await askForAll(page);
    await loseContext(page);
    await text(page, '#clock', /\b1 \//);
    await page.reload();
    await become(page);
    await text(page, '#clock', /\b1 \//);
    assert.equal(await versionOf(page), old);

    // The new version is kept beside the old one, and waits.
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed');
    assert.deepEqual(await copies(page), ['new', 'old']);
    const second = await page.browserContext().newPage();
    await second.goto(`${server.address}index.html`);
    assert.equal(await versionOf(second), old);
    await second.close();
    await page.bringToFront();
    // Here a busy Chromium may let the new version take over while the old page is loaded again: then it is either, but whole.
    await page.setOfflineMode(true);
    await page.reload();
    await become(page);
    await askForAll(page);
    await page.setOfflineMode(false);
    // Nothing but the worker has asked the host, and that for files of the new version alone.
    assert.deepEqual(
      server.seen.filter((name) => name.includes(old)),
      [],
    );

    // Once no page of the old one is open, the new one takes over, whole.
    const { over } = await watchForTakeover(page);
    await page.goto('about:blank');
    await over;
    await page.goto(server.address);
    await become(page);
    assert.notEqual(await versionOf(page), old);
    await kept(page);
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    assert.deepEqual(await copies(page), ['new']);
    await page.setOfflineMode(true);
    await page.reload();
    await become(page);
    await askForAll(page);
  };
  await use(lab, { alone: true, path: '#preset=and' }, act);
});

test('where a new version takes over too early, an open page still finds its own files, which go once none is open', async () => {
  await deploy('old');
  await use(lab, { alone: true, path: '#preset=and' }, async (page) => {
    await become(page);
    await kept(page);
    await deploy('new');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed');
    const client = await page.createCDPSession();
    await client.send('ServiceWorker.enable');
    await client.send('ServiceWorker.skipWaiting', { scopeURL: server.address });
    await page.waitForFunction(async () => {
      const { active, waiting } = await navigator.serviceWorker.ready;
      return !waiting && active.state === 'activated' && navigator.serviceWorker.controller === active;
    });
    await askForAll(page);
    assert.deepEqual(await copies(page), ['new', 'old']);
    await page.goto('about:blank');
    await page.goto(server.address);
    await become(page);
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    assert.deepEqual(await copies(page), ['new']);
  });
});

test('without a copy it says that there is a new version, and loads that with the run', async () => {
  const page404 = () => null;
  const page200 = () => '<!doctype html><title>An app of one page</title>';
  for (const [gone, path] of [
    [page404, '#preset=and'],
    [page200, '?lang=ko#preset=and'],
  ]) {
    await deploy('old');
    const act = async (page) => {
      await become(page);
      const old = await versionOf(page);
      await deploy('new');
      instead = gone;
      await page.select('#speed', '1');
      await page.click('#play');
      await text(page, '#clock', /\b[1-9]\d* \//);
      await page.click('#code-button');
      const said = /has a new version.*the run stays|새 버전.*이어집니다/;
      await text(page, '.term-tip[role="alert"]', said);
      await text(page, '#notice-text', said);
      const before = await page.$eval('#clock', (clock) => Number.parseInt(clock.textContent.replace(/\D*/, ''), 10));
      await Promise.all([page.waitForNavigation(), page.click('#renew')]);
      await become(page);
      assert.notEqual(await versionOf(page), old);
      await page.waitForSelector('[data-scene="and"][aria-pressed="true"]');
      await page.waitForFunction(
        (least) => Number.parseInt(document.querySelector('#clock').textContent.replace(/\D*/, ''), 10) >= least,
        {},
        before,
      );
      await page.click('#code-button');
      await text(page, '#code-text', /import torch/);
    };
    await use(lab, { path }, act, { allowed: [/lab-|Failed|MIME/] });
  }
});

test('a run too long for the address comes along, too', async () => {
  await deploy('old');
  const act = async (page) => {
    await become(page);
    const old = await versionOf(page);
    await page.$$eval('#data-card, #csv', (all) => all.forEach((one) => (one.open = true)));
    await page.waitForSelector('#csv-use:enabled');
    await text(page, '#data-digest', /100/);
    await page.evaluate(() => {
      const rows = Array.from({ length: 2000 }, (_, i) => `${Math.sin(i)},${Math.cos(i * i)},${i % 2}`);
      const field = document.getElementById('csv-text');
      field.value = `x1,x2,label\n${rows.join('\n')}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.getElementById('csv-use').click();
    });
    await text(page, '#points-digest', /2.?000/);
    await page.click('#step');
    await text(page, '#clock', /\b1 \//);
    await deploy('new');
    await page.click('#code-button');
    await text(page, '#notice-text', /new version/);
    await Promise.all([page.waitForNavigation(), page.click('#renew')]);
    await become(page);
    assert.notEqual(await versionOf(page), old);
    await text(page, '#points-digest', /2.?000/);
    await text(page, '#clock', /\b1 \//);
    await page.waitForSelector('[data-scene="blog"][aria-pressed="false"]');
    // Once: loaded again, the page is what its address says.
    await page.reload();
    await become(page);
    await text(page, '#points-digest', /100/);
  };
  await use(lab, {}, act, { allowed: [/lab-|Failed|MIME/] });
});

test('a page that came without its program loads the new version', async () => {
  await deploy('old');
  altered = (name, data) => (name.endsWith('.wasm') ? assert.fail('no such file') : data);
  const act = async (page) => {
    await become(page, 'stopped');
    await text(page, '#notice-text', /could not be loaded; what you see is a still picture/);
    assert.equal(await page.$eval('#renew', (button) => button.checkVisibility()), false);
    await deploy('new');
    await page.click('#restart');
    await text(page, '#notice-text', /new version/);
    await Promise.all([page.waitForNavigation(), page.click('#renew')]);
    await become(page);
  };
  await use(lab, {}, act, { allowed: [/\.wasm|Failed|preload/] });
});

test('a host that is between two versions leaves no copy that is a mixture', async () => {
  await deploy('new');
  const page404 = (name) => (_name, data) => (_name === name ? assert.fail('no such file') : data);
  const oldPage = await readFile(join(dist, 'index.html'));
  const act = async (page) => {
    await become(page);
    const named = await page.$$eval('[data-picture]', (pictures) => pictures.map(({ dataset }) => `/${dataset.picture}`));
    const program = `/${await page.$eval('link[rel=preload]', (link) => link.getAttribute('href'))}`;
    const html = Buffer.from('<!doctype html><title>An app of one page</title>');
    for (const alter of [
      (name, data) => (name === '/index.html' ? oldPage : data),
      (name, data) => (name === '/app.webmanifest' ? html : data),
      (name, data) => (name.startsWith('/lab-cards.') ? html : data),
      (name, data) => (name === program ? data.subarray(0, data.length / 2) : data),
      page404(named[0]),
    ]) {
      altered = alter;
      assert.equal(await install(page), 'redundant', String(alter));
    }
    altered = (_name, data) => data;
    assert.equal(await install(page), 'activated');
    await page.setOfflineMode(true);
    await page.reload();
    await become(page);
    await askForAll(page);
  };
  await use(lab, { alone: true, before: [keepRegister, noWorker] }, act, { allowed: [/integrity|Failed/] });
});

/** Runs in the page, which then registers no worker by itself. */
function keepRegister() {
  globalThis.register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
}

/** Installs the worker, and tells how that ended. */
const install = (page) =>
  page.evaluate(async () => {
    const { installing, active } = await globalThis.register('sw.js');
    const worker = installing ?? active;
    while (!['redundant', 'activated'].includes(worker.state))
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    return worker.state;
  });

test('a figure in a post whose program is gone says so over its still picture', async () => {
  await deploy('old');
  const act = async (page) => {
    await page.waitForFunction(() => customElements.get('perceptron-lab'));
    await deploy('new');
    await page.$eval('article', (article) => {
      article.innerHTML = '<perceptron-lab loading="eager"><img src="icon.svg" width="400" height="330" alt=""></perceptron-lab>';
    });
    await page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'stopped');
    assert.match(
      await page.$eval('perceptron-lab', ({ shadowRoot }) => shadowRoot.querySelector('.cover').textContent),
      /could not be loaded; what you see is a still picture.*load the page again/,
    );
    await page.waitForFunction(() => {
      const still = document.querySelector('perceptron-lab img');
      return still.checkVisibility() && still.naturalWidth > 0;
    });
    await deploy('old');
    await page.$eval('perceptron-lab', ({ shadowRoot }) => shadowRoot.querySelector('.cover button').click());
    await page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'live');
  };
  await use(lab, { path: 'post.html', before: withoutFigures }, act, { allowed: [/perceptron-lab|Failed|\.wasm/] });
});

test('a page that a worker gave without its files is loaded once more, and only once', async () => {
  await deploy('old');
  const act = async (page) => {
    await become(page);
    await kept(page);
    const [old, whole] = [await versionOf(page), await readFile(join(dist, 'index.html'))];
    await deploy('new');
    await page.setBypassServiceWorker(true);
    const pages = () => server.seen.filter((name) => name === '/index.html').length;
    server.seen.length = 0;
    altered = (name, data) => (name === '/index.html' && pages() === 1 ? whole : data);
    await page.goto(server.address);
    await become(page);
    assert.notEqual(await versionOf(page), old);
    assert.equal(pages(), 2);

    server.seen.length = 0;
    altered = (name, data) => (name === '/index.html' ? whole : data);
    await page.goto(server.address);
    await page.waitForFunction(() => performance.getEntriesByType('navigation')[0].type === 'reload');
    await page.waitForSelector('.broken', { visible: true });
    assert.equal(pages(), 2);
  };
  await use(lab, { alone: true }, act, { allowed: [itsScriptIsGone] });
});
