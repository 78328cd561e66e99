// A real Jekyll site and a real Hugo site, each with a long post that holds two figures, as their authors would serve
// them. `make sites` installs what this needs.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embed } from '../embed.mjs';
import { countDraws, measureShift, open, rests, swipe, use } from '../harness.mjs';
import { freePort, nginx, plain, policy } from '../servers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

const generators = [
  {
    name: 'jekyll',
    build: ['jekyll', 'build', '--quiet', '--destination'],
    post: 'notes/kitchen/2024/03/01/telling-lentils-apart.html',
  },
  { name: 'hugo', build: ['hugo', '--quiet', '--destination'], post: 'notes/posts/telling-lentils-apart/' },
];

let lab, home, filesPort, servers;
before(async () => {
  lab = await open();
  home = await mkdtemp(join(tmpdir(), 'perceptron-sites-'));
  await chmod(home, 0o755); // nginx gives up root's rights
  filesPort = await freePort();
  const sites = [{ port: filesPort, root: join(home, 'files'), headers: { 'Access-Control-Allow-Origin': '*' } }];
  embed(home, 'files');
  for (const generator of generators) {
    await make(generator);
    sites.push({
      port: (generator.port = await freePort()),
      root: join(home, generator.name, 'www'),
      headers: { 'Content-Security-Policy': policy() },
    });
    sites.push({
      port: (generator.cross = await freePort()),
      root: join(home, generator.name, 'cross'),
      headers: { 'Content-Security-Policy': policy(`'self' http://127.0.0.1:${filesPort}`) },
    });
  }
  servers = await nginx(join(home, 'nginx'), sites);
});
after(async () => {
  await servers?.close();
  await lab?.close();
  await rm(home, { recursive: true, force: true });
});

/** Builds a site twice: with its own files in www, with another origin's in cross. */
async function make({ name, build: [program, ...args] }) {
  for (const [folder, url] of [
    ['www', []],
    ['cross', ['-url', `http://127.0.0.1:${filesPort}/`]],
  ]) {
    const source = join(home, name, `${folder}-source`);
    await cp(join(here, name), source, { recursive: true });
    embed(source, '-format', name, ...url, '.');
    await mkdir(join(home, name, folder));
    await writeFile(join(home, name, folder, 'favicon.ico'), ''); // every browser asks for it, and not every theme names one
    execFileSync(program, [...args, join(home, name, folder, 'notes')], { cwd: source, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

const until = (page, id, holds) => page.waitForFunction(`((figure) => ${holds})(document.getElementById(${JSON.stringify(id)}))`);

const show = (page, css) =>
  page.evaluate((selector) => document.querySelector(selector).scrollIntoView({ block: 'center', behavior: 'instant' }), css);

/** Waits until a swipe's last scrolling is over. */
const stands = (page) =>
  page.waitForFunction(
    async () => {
      const top = scrollY;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return scrollY === top;
    },
    { polling: 50 },
  );

/** Reads the post as somebody would: the first figure, a link in the prose, the second figure, and back to what the link did. */
async function read(page) {
  await until(page, 'lentils', 'figure.state === "live"');
  const link = 'a[href^="#lentils"][href*="lr=1&"]';
  await show(page, link);
  await page.click(link);
  await show(page, '#corners');
  await until(page, 'corners', 'figure.snapshot?.epoch > 3');
  assert.equal(await page.evaluate(() => document.getElementById('corners').snapshot.train.lr), 2);
  await show(page, '#lentils');
  await until(page, 'lentils', 'figure.snapshot.train.lr === 1 && figure.snapshot.epoch > 3');
}

for (const generator of generators) {
  const visit = (port, options, act, allowed) =>
    use(
      { ...lab, address: `http://127.0.0.1:${generator[port]}/` },
      { path: generator.post, width: 1000, ...options },
      act,
      allowed,
    );

  test(`${generator.name}, nginx: under the policy, precompressed, nothing moves`, () =>
    visit('port', { before: measureShift }, async (page) => {
      const wasm = page.waitForResponse((response) => response.url().endsWith('.wasm'));
      await read(page);
      const headers = (await wasm).headers();
      assert.deepEqual([headers['content-type'], headers['content-encoding']], ['application/wasm', 'br']);
      assert.equal(await page.evaluate(() => globalThis.shift), 0);
    }));

  test(`${generator.name}, a server that compresses nothing`, async () => {
    const server = await plain(join(home, generator.name, 'www'));
    try {
      await use({ ...lab, address: server.address }, { path: generator.post }, async (page) => {
        await read(page);
        assert.equal(server.seen.filter((name) => name.endsWith('.wasm')).length, 1);
        // What draws is a script of its own.
        const scripts = server.seen.filter((name) => name.endsWith('.js')).map((name) => name.replace(/^.*\//, ''));
        assert.deepEqual(
          scripts.map((name) => name.replace(/\.\w+\.js$/, '')),
          ['perceptron-lab', 'perceptron-lab-running'],
        );
      });
    } finally {
      server.close();
    }
  });

  test(`${generator.name}: page here, files there`, () =>
    visit('cross', {}, read, { allowed: [new RegExp(`^elsewhere: http://127.0.0.1:${filesPort}/`)] }));

  test(`${generator.name}, a phone: swipes scroll past the figures, taps ask`, () =>
    visit('port', { width: 390, height: 800, dpr: 2, touch: true, before: countDraws }, async (page) => {
      await until(page, 'lentils', 'figure.state === "live"');
      const place = () => page.evaluate(() => document.getElementById('lentils').getBoundingClientRect().toJSON());
      await show(page, '#lentils');
      await rests(page);
      const { x, y, width } = await place();
      const top = await page.evaluate(() => scrollY);
      await swipe(page, [x + 40, y + 160], [x + 45, y - 60]);
      await page.waitForFunction((before) => scrollY > before + 60, {}, top);
      assert.equal(await page.evaluate(() => document.getElementById('lentils').snapshot.queries.length), 2);
      await stands(page);
      await show(page, '#lentils');
      await page.touchscreen.tap(x + width - 30, (await place()).y + 40);
      await until(page, 'lentils', 'figure.snapshot.queries.length === 3');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    }));
}

test('jekyll: a figure in a list, a quote and a table leaves them intact', () =>
  use(
    { ...lab, address: `http://127.0.0.1:${generators[0].port}/` },
    { path: 'notes/2024/02/11/sourdough.html' },
    async (page) => {
      const found = await page.evaluate(() => ({
        list: document.querySelectorAll('li > figure perceptron-lab[preset="xor"]').length,
        items: document.querySelector('li:has(perceptron-lab)').parentElement.children.length,
        quote: document.querySelectorAll('blockquote > figure perceptron-lab[preset="and"]').length,
        table: document.querySelectorAll('td > figure perceptron-lab[preset="or"]').length,
        rows: document.querySelectorAll('tbody tr').length,
        korean: document.querySelector('[preset="and"] img').alt,
      }));
      assert.deepEqual(found, {
        list: 1,
        items: 2,
        quote: 1,
        table: 1,
        rows: 2,
        korean: '클래스 2개의 점 4개와, 뉴런 하나가 500스텝을 학습하고 그은 직선.',
      });
    },
  ));

test('what a feed keeps of the post: the still pictures, with their texts', async () => {
  const feed = (await readFile(join(home, 'jekyll/www/notes/feed.xml'), 'utf8'))
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"');
  assert.match(feed, /<img src="[^"]*blog\.[0-9a-f]+\.svg" width="800" height="660" alt="100 points of 2 classes/);
});
