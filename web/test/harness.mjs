// What browser tests share: the site served by our own server, a Chromium, and a page that reports what must not happen.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { browserFor } from './browser.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Serves a folder of the project with our own server; close() ends it. */
export async function serve(site = 'dist') {
  const server = spawn(join(project, '.cache/perceptron'), ['serve', '-addr', '127.0.0.1:0', join(project, site)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with status ${code}`)));
    server.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found) resolve(found[0]);
    });
  });
  return {
    address,
    pid: server.pid,
    close: () => {
      server.removeAllListeners('exit');
      server.kill();
    },
  };
}

/** Serves a folder of the project, dist/ unless told otherwise, and takes a browser; close() ends both. */
export async function open(site) {
  const server = await serve(site);
  const lab = await labIn(await browserFor(), server);
  return {
    ...lab,
    close: async () => {
      await lab.close();
      server.close();
    },
  };
}

/** A browser with the site of a server, for openPage; close() ends the browser alone. */
export async function labIn({ browser, close }, { address }) {
  const [tab, ...others] = await browser.pages();
  for (const other of others) await other.close();
  // What a tab shows while it isn't used comes from the same site: otherwise the next page would get another process.
  const lab = { address, browser, tabs: [tab], kept: {}, quiet: `${address}icon.svg` };
  return {
    ...lab,
    close: async () => {
      await release(lab);
      await close();
    },
  };
}

/**
 * A fresh page. `wrongs` collects what no page of ours may do: an error in the console, a failed request, a request to another
 * host. `before`, one or several, runs in the page before its own scripts. The hints of a `firstVisit` are left out unless asked
 * for. A page that is `alone` has a browser context of its own, and a service worker. Others come one after another in the same
 * tab, where a mount costs half as much, with nothing left of what earlier ones stored. Without a GPU each pixel costs processor
 * time, and most tests look at none: unless told otherwise the page has a quarter as many, and a `coarse` figure draws a
 * sixteenth of those. Where letters or edges are measured, `dpr` is 1 or more, as readers have it; where the figure's own pixels
 * are, it isn't coarse.
 */
export async function openPage(
  lab,
  {
    width = 1280,
    height = 720,
    dpr = 0.5,
    coarse = true,
    touch = false,
    path = '',
    before,
    media = [],
    firstVisit = false,
    alone = false,
  } = {},
) {
  await release(lab);
  const context = alone ? await lab.browser.createBrowserContext() : null;
  const page = context ? await context.newPage() : (lab.tabs.pop() ?? (await lab.browser.newPage()));
  if (!alone) await forget(page, lab.address);
  await page.setViewport({ width, height, deviceScaleFactor: dpr, hasTouch: touch, isMobile: touch });
  page.setDefaultTimeout(120_000);
  if (!Object.hasOwn(page, 'waitForFunction')) {
    askSeldom(page);
    actAtRest(page);
  }
  coarsePages[coarse ? 'add' : 'delete'](page);
  const wrongs = [];
  // That icon is the quiet page's, told late.
  const wrong = (kind, what, url) => !url?.endsWith('/favicon.ico') && wrongs.push(`${kind}: ${what}`);
  page.on('console', (message) => {
    const told = ['error', 'warn'].includes(message.type()) && !message.text().includes('GPU stall due to ReadPixels');
    if (told) wrong('console', message.text(), message.location().url);
  });
  page.on('pageerror', (error) => wrong('error', error));
  page.on('requestfailed', (request) => {
    // Where the host compresses nothing, the page ends this request, and takes the .gz.
    const ended = /\.wasm(\.gz)?$/.test(request.url()) && request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!ended) wrong('failed', request.url(), request.url());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== new URL(lab.address).origin) wrong('elsewhere', url, url.pathname);
  });
  const scripts = [];
  for (const script of [drawSeldom, !firstVisit && beenHere, !alone && noWorker, coarse && drawCoarsely, ...[before].flat()])
    if (script) scripts.push(await page.evaluateOnNewDocument(script));
  await page.emulateMediaFeatures(media);
  await page.goto(lab.address + path);
  const close = async () => {
    if (context) return context.close();
    await leave(page, lab.quiet, scripts);
    lab.tabs.push(page);
  };
  return { page, wrongs, close };
}

/** Waits ask twenty times a second. As puppeteer has it they ask in each frame, and for that a page at rest makes frames. */
function askSeldom(page) {
  const wait = page.waitForFunction;
  page.waitForFunction = (holds, options, ...args) => wait.call(page, holds, { polling: 50, ...options }, ...args);
}

/**
 * A click, a tap and a hover wait until their element is in sight and stands still for a frame, in which what was done before is
 * answered: the pointer is put where the element was found, and what moves meanwhile is missed. The mouse leaves before a click:
 * a term that comes to lie under it would cover with its meaning what is to be pressed.
 */
function actAtRest(page) {
  for (const name of ['click', 'tap', 'hover']) {
    const act = page[name];
    page[name] = async (css, ...options) => {
      if (name === 'click') await page.mouse.move(0, 0);
      await page.$eval(css, rest, name !== 'hover');
      return act.call(page, css, ...options);
    };
  }
}

/** Runs in the page: waits until an element stands still, and, for a press, until no meaning of a term covers it. */
async function rest(element, pressed) {
  element.scrollIntoViewIfNeeded();
  const box = () => element.getBoundingClientRect();
  const covered = ({ x, y, width, height }) =>
    pressed &&
    element
      .getRootNode()
      .elementFromPoint(x + width / 2, y + height / 2)
      ?.closest('.term-tip');
  for (let before, now = box(); covered(now) || JSON.stringify(now) !== JSON.stringify(before); now = box()) {
    before = now;
    await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50));
  }
}

/** Restores a tab to what it was before openPage. */
async function leave(page, quiet, scripts) {
  for (const event of ['console', 'pageerror', 'requestfailed', 'request', 'dialog']) page.removeAllListeners(event);
  for (const { identifier } of scripts) await page.removeScriptToEvaluateOnNewDocument(identifier);
  await page.goto(quiet);
  await page.emulateMediaType();
  await page.mouse.reset();
  await page.mouse.move(0, 0);
}

/** Clears what an earlier page of the same origin left in the browser. */
async function forget(page, address) {
  const client = await page.createCDPSession();
  await client.send('Storage.clearDataForOrigin', {
    origin: new URL(address).origin,
    storageTypes: 'cookies,local_storage,indexeddb,service_workers,cache_storage,file_systems',
  });
  await client.detach();
}

/**
 * Runs in the page: without a service worker. Fetching all the site for the next visit would cost each page as much as showing
 * it.
 */
export function noWorker() {
  try {
    navigator.serviceWorker.register = () => new Promise(() => {});
  } catch {
    // A sandboxed frame has no workers.
  }
}

/** Pages whose pixels say little. */
const coarsePages = new WeakSet();

/** Runs in the page: a figure has a quarter of the page's pixels in each direction. */
function drawCoarsely() {
  const real = Object.getOwnPropertyDescriptor(globalThis, 'devicePixelRatio');
  Object.defineProperty(globalThis, 'devicePixelRatio', { configurable: true, get: () => real.get.call(globalThis) / 4 });
}

/**
 * Runs in the page: half the frames, as on a slow phone. Each that is drawn costs processor time, too, and no test needs sixty a
 * second.
 */
function drawSeldom() {
  const [ask, cancel] = [requestAnimationFrame, cancelAnimationFrame];
  const next = new Map();
  globalThis.requestAnimationFrame = (act) => {
    const id = ask(() => {
      const second = ask((time) => {
        next.delete(id);
        act(time);
      });
      next.set(id, second);
    });
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => {
    cancel(next.get(id) ?? id);
    next.delete(id);
  };
}

function beenHere() {
  try {
    localStorage.setItem('perceptron-lab.hints', 'seen');
    localStorage.setItem('perceptron-lab.group', 'all');
  } catch {
    // A sandboxed frame has no storage.
  }
}

/** Gives the window another size, and waits until the page has its place in it: cheaper than a page for each size. */
export async function resize(page, width, height) {
  await page.setViewport({ ...page.viewport(), width, height });
  await page.waitForFunction((wide, high) => innerWidth === wide && innerHeight === high, {}, width, height);
  await framed(page);
}

/** Chooses the language, and waits until the page has made room for its words. */
export async function choose(page, language) {
  await page.$eval(`#language [lang="${language}"]`, (button) => button.click());
  await page.waitForFunction((want) => document.documentElement.lang === want, {}, language);
  await framed(page);
}

/**
 * Waits for the figure's state, and, by a timer behind the page's own, for what the page shows after the figure's first picture;
 * where the state doesn't come, the error tells what the page is in its place.
 */
export async function become(page, state = 'live') {
  try {
    await page.waitForFunction((want) => document.querySelector('main.lab')?.dataset.figure === want, {}, state);
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
  } catch (error) {
    const is = await page.evaluate(() => ({
      figure: document.querySelector('main.lab')?.dataset.figure,
      visible: document.visibilityState,
      painted: performance.getEntriesByType('paint').map(({ name }) => name),
      says: document.querySelector('#notice-text')?.textContent,
      fetched: performance.getEntriesByType('resource').map(({ name, responseEnd }) => `${name} ${Math.round(responseEnd)}`),
    }));
    error.message += `: not ${state} but ${JSON.stringify(is)}`;
    throw error;
  }
}

/** Takes the WebGL context of the Lab's figure away, and waits until the figure is live again, in another canvas. */
export async function loseContext(page) {
  await page.evaluate(() => {
    globalThis.old = document.querySelector('.figure-canvas');
    globalThis.old.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
  });
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.figure-canvas');
    return canvas && canvas !== globalThis.old && document.querySelector('main.lab').dataset.figure === 'live';
  });
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

/** Maps the plane's data to the page, by the positions of its tick labels: data -> CSS pixels of the viewport. */
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
export async function pixels(page, clip) {
  assert.ok(!coarsePages.has(page), 'a figure whose pixels are looked at must not be coarse');
  const { data, width } = PNG.sync.read(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: false })));
  const scale = width / clip.width;
  return (x, y) => {
    const i = 4 * (Math.round((y - clip.y) * scale - 0.5) * width + Math.round((x - clip.x) * scale - 0.5));
    return [...data.subarray(i, i + 3)];
  };
}

/** Runs a test's act on a fresh page, and then asserts that the page did nothing wrong except what is allowed. */
export async function use(lab, options, act, { allowed = [] } = {}) {
  const opened = await openPage(lab, options);
  try {
    await act(opened.page);
    assert.deepEqual(
      opened.wrongs.filter((wrong) => !allowed.some((pattern) => pattern.test(wrong))),
      [],
    );
  } finally {
    await opened.close();
  }
}

/** The same with each pixel of the page that a reader has, for what measures letters or edges. */
export const useLaidOut = (lab, options, act, more) => use(lab, { dpr: 1, ...options }, act, more);

/** The same with those of the figure, too, for what looks at pixels. */
export const useSharp = (lab, options, act, more) => useLaidOut(lab, { coarse: false, ...options }, act, more);

/**
 * `use` on the Lab that the test before has left, if it was opened with the same options, and not on a page of its own: a mount
 * costs more than most tests. Each begins with a scene, as a link gives it, and with nothing open, held or typed. What else a
 * test needs or changes (the curve's scale, what can be undone) is its own care. After a failure the next test has a fresh page.
 */
export async function useAgain(lab, options, act, scene = 'preset=blog') {
  const key = JSON.stringify([lab.address, options]);
  if (lab.kept.key !== key) Object.assign(lab.kept, { key, ...(await openPage(lab, options)) });
  const { page, wrongs } = lab.kept;
  let whole = false;
  try {
    await become(page);
    await begin(page, scene);
    await act(page);
    assert.deepEqual(wrongs, []);
    whole = true;
  } finally {
    if (!whole) await release(lab);
  }
}

/** Closes the page that tests share. */
async function release({ kept }) {
  const { close } = kept;
  for (const name of Object.keys(kept)) delete kept[name];
  await close?.();
}

/** Shows a scene as at a first visit. The empty one comes before it: even of the same scene it can be told when it is there. */
async function begin(page, scene) {
  await page.mouse.move(0, 0);
  if (!(await page.evaluate(() => document.documentElement.lang === 'en'))) await choose(page, 'en');
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
    document.activeElement.blur();
    for (const card of document.querySelectorAll('details')) card.open = false;
    for (const button of document.querySelectorAll('.reveal[aria-expanded="true"]')) button.click();
    document.querySelector('[data-tool="ask"]').click();
    const speed = document.querySelector('#speed');
    speed.value = '1';
    speed.dispatchEvent(new Event('change', { bubbles: true }));
    location.hash = 'preset=empty';
    scrollTo(0, 0);
  });
  await page.waitForSelector('[data-scene="empty"][aria-pressed="true"]');
  await page.evaluate((hash) => (location.hash = hash), scene);
  await page.waitForSelector('[data-scene="empty"][aria-pressed="false"]');
  await page.waitForSelector('[data-tool="ask"][aria-checked="true"]');
}

/** Waits for two frames: what has changed is drawn, and what a finger may do to it is known where fingers are first told of. */
export const framed = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** One finger from a place to another, in a dozen moves. */
export async function swipe(page, [x0, y0], [x1, y1]) {
  await framed(page);
  const client = await page.createCDPSession();
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const move = (i) => touch('touchMove', { x: x0 + ((x1 - x0) * i) / 12, y: y0 + ((y1 - y0) * i) / 12 });
  // The first move follows at once, however busy the machine is: a finger that stays holds what is under it.
  await Promise.all([touch('touchStart', { x: x0, y: y0 }), move(1)]);
  for (let i = 2; i <= 12; i++) await move(i);
  await touch('touchEnd');
  await client.detach();
}

/** Runs in the page: notes whether it scrolls, for settled. */
export function noteScrolls() {
  document.addEventListener('scroll', () => (globalThis.moving = true));
  document.addEventListener('scrollend', () => (globalThis.moving = false));
}

/** Waits until the page has come to rest, and says where it is. */
export const settled = (page) =>
  page.evaluate(async () => {
    for (let still = 0; still < 2; still = globalThis.moving ? 0 : still + 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return scrollY;
  });

/** One finger that stays on an asked point until its mark has grown, then goes to another place. */
export async function holdAndDrag(page, [x0, y0], [x1, y1]) {
  // A picture's clip is of the page, not of the window.
  const [left, top] = await page.evaluate(() => [scrollX, scrollY]);
  const beside = { x: left + x0 - 3, y: top + y0 - 14, width: 6, height: 6 };
  const colour = async () => String((await pixels(page, beside))(left + x0, top + y0 - 11));
  const small = await colour();
  await framed(page);
  const client = await page.createCDPSession();
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x: x0, y: y0 });
  for (const end = Date.now() + 30_000; (await colour()) === small; )
    if (Date.now() > end) assert.fail('the mark under the finger does not grow');
  for (let i = 1; i <= 12; i++) await touch('touchMove', { x: x0 + ((x1 - x0) * i) / 12, y: y0 + ((y1 - y0) * i) / 12 });
  await touch('touchEnd');
  await client.detach();
}

/** Runs in the page before its own scripts: keeps the program's memory. */
export function keepMemory() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const result = await instantiate(...given);
    globalThis.memory = (result.instance ?? result).exports.mem;
    return result;
  };
}

/** Runs in the page: counts what is drawn, and holds which frames are asked for. */
export function countDraws() {
  globalThis.draws = 0;
  globalThis.asked = new Set();
  const [ask, cancel] = [requestAnimationFrame, cancelAnimationFrame];
  globalThis.requestAnimationFrame = (act) => {
    const id = ask((time) => {
      globalThis.asked.delete(id);
      act(time);
    });
    globalThis.asked.add(id);
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => {
    globalThis.asked.delete(id);
    cancel(id);
  };
  const real = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...args) {
    globalThis.draws++;
    return real.apply(this, args);
  };
}

/** Runs in the page before its own scripts: a post without its figures, which cost time where a test writes its own. */
export function withoutFigures() {
  document.addEventListener('readystatechange', () => document.querySelector('article')?.replaceChildren(), { once: true });
}

/** Runs in the page: sums up how much of it moved by itself. */
export function measureShift() {
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** How much is drawn while a dozen timers fire. */
export const drawn = (page) =>
  page.evaluate(async () => {
    const first = globalThis.draws;
    for (let i = 0; i < 12; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    return globalThis.draws - first;
  });

/** Waits until no frame is asked for, and none was meanwhile. */
export const rests = (page) =>
  page.waitForFunction(
    async () => {
      const first = globalThis.draws;
      for (let i = 0; i < 4 && globalThis.asked.size === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
      return globalThis.asked.size === 0 && globalThis.draws === first;
    },
    { polling: 50 },
  );
