// How soon a release of the Lab is there, what it holds and what it does at rest, beside an empty program of Ebitengine (as the
// go command compiles it, started as Go's documentation says) and beside a bare page with the same text: `node load.bench.mjs
// [ROUNDS]`. One server and one Chromium, in turn, so that a slow spell of the machine affects all; and first visits in Chromiums
// that have just started, whose GPU knows no programs yet. It prints medians, and the medians of each round's ratios to ours.

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { flags, launch } from './browser.mjs';
import { serve } from './harness.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(project, '.cache/load');
const rounds = Number(process.argv[2] ?? 7);
const restSeconds = 5;

const run = (file, args, env = {}) =>
  execFileSync(file, args, { cwd: project, env: { ...process.env, ...env }, encoding: 'utf8' });

async function write(name, data) {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window } = constants;
  await writeFile(join(folder, name), data);
  await writeFile(join(folder, `${name}.br`), brotliCompressSync(data, { params: { [quality]: 11, [window]: 24 } }));
}

/** A release, and in it empty/ and bare/. */
async function build() {
  await rm(folder, { recursive: true, force: true });
  run('go', ['run', './cmd/perceptron', 'build', '-release', '-o', folder]);
  await mkdir(join(folder, 'empty'));
  await mkdir(join(folder, 'bare'));
  const wasm = join(project, '.cache/empty.wasm');
  run('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', wasm, 'web/test/empty/main.go'], { GOOS: 'js', GOARCH: 'wasm' });
  await write('empty/empty.wasm', await readFile(wasm));
  await write('empty/wasm_exec.js', await readFile(join(run('go', ['env', 'GOROOT']).trim(), 'lib/wasm/wasm_exec.js')));
  await write('empty/index.html', await readFile(new URL('empty/index.html', import.meta.url)));
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const bare = page.replace(/<script\b[\s\S]*?<\/script>|<link\b[^>]*>|<svg\b[\s\S]*?<\/svg>|<img\b[^>]*>/g, '');
  await write('bare/index.html', bare.replace('</title>', '</title><link rel="icon" href="data:,">'));
}

/**
 * Runs in the page before its own scripts: marks the Lab's first live frame, and keeps each program's memory and count of
 * frames.
 */
function watch() {
  globalThis.frames = 0;
  globalThis.memories = [];
  const { instantiate, instantiateStreaming } = WebAssembly;
  const kept = (result) => {
    globalThis.memories.push((result.instance ?? result).exports.mem);
    return result;
  };
  WebAssembly.instantiate = (...given) => instantiate(...given).then(kept);
  WebAssembly.instantiateStreaming = (...given) => instantiateStreaming(...given).then(kept);
  const real = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => {
    globalThis.frames++;
    return real(callback);
  };
  new MutationObserver(() => {
    if (document.querySelector('main.lab')?.dataset.figure === 'live') performance.mark('live');
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-figure'] });
  new PerformanceObserver((list) => {
    globalThis.painted = list.getEntriesByName('first-contentful-paint')[0]?.startTime;
  }).observe({ type: 'paint', buffered: true });
}

/** Opens a page: the milliseconds to its first contentful paint, and to the first frame of its program, if it has one. */
async function open(page, url, program) {
  await page.goto(url);
  // An empty program paints no content.
  const painted = program !== 'empty';
  await page.waitForFunction(
    (live, paint) => (!live || performance.getEntriesByName('live')[0]) && (!paint || globalThis.painted),
    { timeout: 120_000 },
    program !== null,
    painted,
  );
  return page.evaluate(() => ({ paint: globalThis.painted, live: performance.getEntriesByName('live')[0]?.startTime }));
}

/** What a program holds, in MB, and the milliseconds of work and the frames of a second at rest. */
async function atRest(page, client) {
  const metric = async (name) => (await client.send('Performance.getMetrics')).metrics.find((one) => one.name === name).value;
  await client.send('Performance.enable');
  await client.send('HeapProfiler.collectGarbage');
  const heap = await metric('JSHeapUsedSize');
  const wasm = await page.evaluate(() => globalThis.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  const [work, frames] = [await metric('TaskDuration'), await page.evaluate(() => globalThis.frames)];
  await new Promise((done) => setTimeout(done, 1000 * restSeconds));
  const busy = (await metric('TaskDuration')) - work;
  const drawn = (await page.evaluate(() => globalThis.frames)) - frames;
  return { memory: (heap + wasm) / 1e6, work: (1000 * busy) / restSeconds, frames: drawn / restSeconds };
}

/** Runs in the page: waits until the service worker has all for the next visit, which no reader makes sooner. */
async function kept() {
  const { active } = await navigator.serviceWorker.ready;
  while (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
}

const lines = {
  fast: null,
  'CPU ÷ 4, 1.6 Mbit/s, 150 ms': {
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 },
  },
};

async function watched(page) {
  await page.setViewport({ width: 1280, height: 720 });
  await page.evaluateOnNewDocument(watch);
}

async function firstVisit(page, url, program) {
  await watched(page);
  const { paint, live } = await open(page, url, program);
  return { first: paint, 'first, live': live };
}

/** A first and a second visit, in a browser context of their own. */
async function visits(browser, url, program, line) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await watched(page);
    const client = await page.createCDPSession();
    await client.send('Network.enable');
    if (line) {
      await client.send('Emulation.setCPUThrottlingRate', { rate: line.cpu });
      await client.send('Network.emulateNetworkConditions', line.network);
    }
    const first = await open(page, url, program);
    const rest = program && !line ? await atRest(page, client) : {};
    if (program === 'lab') await page.evaluate(kept);
    await page.goto('about:blank');
    const second = await open(page, url, program);
    return { first: first.paint, 'first, live': first.live, second: second.paint, 'second, live': second.live, ...rest };
  } finally {
    await context.close();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const pages = { Lab: ['', 'lab'], 'empty program': ['empty/', 'empty'], 'bare page': ['bare/', null] };

function print(title, taken) {
  console.log(`\n${title}: median, and the median of the ratios to the Lab's`);
  for (const key of Object.keys(taken.Lab[0])) {
    const cells = Object.entries(taken).map(([name, all]) => {
      const values = all.map((visit) => visit[key]);
      if (values.some((value) => value === undefined)) return `${name} –`;
      const ratio = median(values.map((value, i) => value / taken.Lab[i][key]));
      return `${name} ${median(values).toFixed(key === 'work' || key === 'frames' ? 2 : 0)} (${ratio.toFixed(2)} ×)`;
    });
    console.log(`  ${key.padEnd(14)} ${cells.join(', ')}`);
  }
}

/** The pages in another order each round: what one leaves behind would otherwise always burden the same next one. */
function turned(round) {
  const all = Object.entries(pages);
  const first = (round + all.length) % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

const nothingYet = () => Object.fromEntries(Object.keys(pages).map((name) => [name, []]));

await build();
const server = await serve('.cache/load');
const { browser, close } = await launch(undefined, undefined, flags);
try {
  for (const [title, line] of Object.entries(lines)) {
    const taken = nothingYet();
    for (let round = -1; round < (line ? Math.ceil(rounds / 2) : rounds); round++)
      for (const [name, [path, program]] of turned(round)) {
        const visit = await visits(browser, server.address + path, program, line);
        if (round >= 0) taken[name].push(visit); // the first round warms the browser up
      }
    print(title, taken);
  }
  const taken = nothingYet();
  for (let round = 0; round < rounds; round++)
    for (const [name, [path, program]] of turned(round)) {
      const cold = await launch(undefined, undefined, flags);
      try {
        taken[name].push(await firstVisit(await cold.browser.newPage(), server.address + path, program));
      } finally {
        await cold.close();
      }
    }
  print('fast, in a browser that has just started', taken);
} finally {
  await close();
  server.close();
}
