// What browser tests share: the site served by our own server, a Chromium, and a page that reports what it must not do.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const project = new URL('../..', import.meta.url).pathname;

/** Serves dist/ and starts a browser; close() ends both. */
export async function open() {
  const server = spawn(join(project, '.cache/perceptron'), ['serve', '-addr', '127.0.0.1:0', join(project, 'dist')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with status ${code}`)));
    server.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found) resolve(found[0]);
    });
  });
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
    address,
    browser,
    close: async () => {
      await browser.close();
      server.removeAllListeners('exit');
      server.kill();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * A fresh page. `wrongs` collects what no page of ours may do: an error in the console, a failed request, a request to
 * another host. `before` runs in the page before its own scripts.
 */
export async function openPage(lab, { width = 1280, height = 900, dpr = 1, touch = false, path = '', before, media = [] } = {}) {
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
  if (before) await page.evaluateOnNewDocument(before);
  await page.emulateMediaFeatures(media);
  await page.setViewport({ width, height, deviceScaleFactor: dpr, hasTouch: touch, isMobile: touch });
  await page.goto(lab.address + path);
  return { page, wrongs, close: () => context.close() };
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
