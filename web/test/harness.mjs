// What browser tests share: the site served by our own server, a Chromium, and a page that reports what it must not do.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const project = new URL('../..', import.meta.url).pathname;

/** Serves dist/ with our own server; close() ends it. */
export async function serve() {
  const server = spawn(join(project, '.cache/perceptron'), ['serve', '-addr', '127.0.0.1:0', join(project, 'dist')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with status ${code}`)));
    server.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found) resolve(found[0]);
    });
  });
  return {
    address,
    close: () => {
      server.removeAllListeners('exit');
      server.kill();
    },
  };
}

/** Serves dist/ and starts a browser; close() ends both. */
export async function open() {
  const server = await serve();
  const profile = await mkdtemp(join(tmpdir(), 'perceptron-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    userDataDir: profile,
    protocolTimeout: 120_000,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
  return {
    address: server.address,
    browser,
    close: async () => {
      await browser.close();
      server.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * A fresh page. `wrongs` collects what no page of ours may do: an error in the console, a failed request, a request to
 * another host. `before` runs in the page before its own scripts. The hints of a `firstVisit` are left out unless asked for.
 */
export async function openPage(lab, { width = 1280, height = 900, dpr = 1, touch = false, path = '', before, media = [], firstVisit = false } = {}) {
  const context = await lab.browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wrongs = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`error: ${error}`));
  page.on('requestfailed', (request) => wrongs.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== new URL(lab.address).origin) wrongs.push(`elsewhere: ${url}`);
  });
  if (!firstVisit) await page.evaluateOnNewDocument(skipHints);
  if (before) await page.evaluateOnNewDocument(before);
  await page.emulateMediaFeatures(media);
  await page.setViewport({ width, height, deviceScaleFactor: dpr, hasTouch: touch, isMobile: touch });
  await page.goto(lab.address + path);
  return { page, wrongs, close: () => context.close() };
}

function skipHints() {
  try {
    localStorage.setItem('perceptron-lab.hints', 'seen');
  } catch {
    // A sandboxed frame has no storage.
  }
}

/** Waits for the figure's state. */
export function become(page, state = 'live') {
  return page.waitForFunction((want) => document.querySelector('main.lab')?.dataset.figure === want, {}, state);
}

/** Waits until an element's text fits a pattern, and returns the text. */
export async function text(page, selector, pattern = /./) {
  const handle = await page.waitForFunction(
    (css, source) => {
      const found = document.querySelector(css)?.textContent ?? '';
      return new RegExp(source).test(found) && found;
    },
    {},
    selector,
    pattern.source,
  );
  return handle.jsonValue();
}

/** Where the plane's data lie on the page, from the places of its tick labels: data -> CSS pixels of the viewport. */
export async function planeScale(page) {
  const axis = (name) =>
    page.evaluate((css) => {
      const ticks = [...document.querySelectorAll(css)].filter((tick) => !tick.hidden);
      return ticks.map((tick) => {
        const box = tick.getBoundingClientRect();
        return { value: Number(tick.textContent.replace('−', '-')), x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
    }, `#plane ${name}`);
  const [xs, ys] = [await axis('.tick-x'), await axis('.tick-y')];
  const line = (ticks, key) => {
    const [a, b] = [ticks[0], ticks.at(-1)];
    const slope = (b[key] - a[key]) / (b.value - a.value);
    return (value) => a[key] + (value - a.value) * slope;
  };
  return { x: line(xs, 'x'), y: line(ys, 'y') };
}

/** The pixels of a part of the page as it is on the screen: at(x, y) in CSS pixels of the viewport -> [r, g, b]. */
export async function pixels(lab, page, clip) {
  const png = await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
  const reader = await lab.browser.newPage();
  const { data, width, scale } = await reader.evaluate(
    async (base64, cssWidth) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return { data: [...context.getImageData(0, 0, image.width, image.height).data], width: image.width, scale: image.width / cssWidth };
    },
    png,
    clip.width,
  );
  await reader.close();
  return (x, y) => {
    const i = 4 * (Math.round((y - clip.y) * scale - 0.5) * width + Math.round((x - clip.x) * scale - 0.5));
    return data.slice(i, i + 3);
  };
}

/** Runs a test's act on a fresh page, and then asserts that the page did nothing wrong but what is allowed. */
export async function use(lab, options, act, { allowed = [] } = {}) {
  const opened = await openPage(lab, options);
  try {
    await act(opened.page);
    assert.deepEqual(opened.wrongs.filter((wrong) => !allowed.some((pattern) => pattern.test(wrong))), []);
  } finally {
    await opened.close();
  }
}

/** One finger from a place to another, in a dozen moves. */
export async function swipe(page, [x0, y0], [x1, y1]) {
  const client = await page.createCDPSession();
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x: x0, y: y0 });
  for (let i = 1; i <= 12; i++) await touch('touchMove', { x: x0 + ((x1 - x0) * i) / 12, y: y0 + ((y1 - y0) * i) / 12 });
  await touch('touchEnd');
  await client.detach();
}

/** Runs in the page: counts what is drawn. */
export function countDraws() {
  globalThis.draws = 0;
  const real = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...args) {
    globalThis.draws++;
    return real.apply(this, args);
  };
}

/** Runs in the page: sums up how much of it moved by itself. */
export function measureShift() {
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** How much is drawn in the time of a dozen timers. */
export const drawn = (page) =>
  page.evaluate(async () => {
    const first = globalThis.draws;
    for (let i = 0; i < 12; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    return globalThis.draws - first;
  });

/** Waits until nothing was drawn for a while. */
export const rests = (page) =>
  page.waitForFunction(
    async () => {
      const first = globalThis.draws;
      // On a busy machine one frame may come long after the other.
      for (let i = 0; i < 6 && globalThis.draws === first; i++) await new Promise((resolve) => setTimeout(resolve, 250));
      return globalThis.draws === first;
    },
    { polling: 50 },
  );
