// WebKitGTK's MiniBrowser, driven by plain WebDriver over HTTP.

import { spawn } from 'node:child_process';

const port = 4477;
const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** WebDriver's names of keys, https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const codes = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
  Control: '\uE009',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const [down, up] = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));

/** Of the window, with its bar. */
const usualSize = [1280, 960];

/** A page with the few actions that the engines' test needs. */
export async function webkit() {
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore' });
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${path}: ${value?.message}`);
    return value;
  };
  const session = await retry(() =>
    call('POST', '/session', {
      capabilities: {
        alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
      },
    }),
  );
  const at = `/session/${session.sessionId}`;
  const act = (...actions) => call('POST', `${at}/actions`, { actions });
  const key = (...actions) => act({ type: 'key', id: 'keys', actions });
  const keys = (...values) => key(...values.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))));
  const mouse = (...actions) => act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
  const evaluate = (script) => call('POST', `${at}/execute/sync`, { script: `return (${script})`, args: [] });
  /** What runs in each page, once it is there: the driver has no earlier time for it. */
  const scripts = [];
  const inform = async () => {
    for (const script of scripts) await evaluate(`(${script})()`);
  };
  /** Opens a page. The driver may answer while the page before is still there: that one is marked. */
  const open = async (url) => {
    const [from, to] = [await evaluate('location.href'), url].map((address) => address.split('#')[0]);
    if (from !== to) await evaluate('globalThis.left = true');
    await call('POST', `${at}/url`, { url });
    await retry(async () => {
      if (await evaluate('globalThis.left')) throw new Error(`WebDriver: ${from} is still there in place of ${url}`);
    });
    await inform();
  };
  const reload = async () => {
    await evaluate('globalThis.left = true');
    await call('POST', `${at}/refresh`, {});
    await retry(async () => {
      if (await evaluate('globalThis.left')) throw new Error('WebDriver: the page is not loaded again');
    });
    await inform();
  };
  const resize = (width, height) => call('POST', `${at}/window/rect`, { x: 0, y: 0, width, height });
  await resize(...usualSize);
  const wheel = (x, y, deltaY) =>
    act({
      type: 'wheel',
      id: 'wheel',
      actions: [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY, duration: 0 }],
    });
  return {
    page: pageOf({ evaluate, mouse, move, wheel, key, resize, reload, scripts }),
    open,
    resize,
    evaluate,
    move: (x, y) => mouse(move(x, y)),
    click: (x, y) => mouse(move(x, y), down, up),
    drag: (from, ...to) => mouse(move(...from), down, ...to.map((at) => move(...at)), up),
    wheel,
    press: (key) => keys(codes[key]),
    type: (text) => keys(...text),
    picture: async () => Buffer.from(await call('GET', `${at}/screenshot`), 'base64'),
    close: async () => {
      await call('DELETE', at).catch(() => {});
      driver.kill();
    },
  };
}

/** What the fuzzer needs of a page, with puppeteer's names. */
function pageOf({ evaluate, mouse, move, wheel, key, resize, reload, scripts }) {
  let at = [0, 0];
  const run = (act, ...given) => evaluate(`(${act})(${given.map((one) => JSON.stringify(one) ?? 'undefined')})`);
  const waitForFunction = async (holds, { timeout = 60_000 } = {}, ...given) => {
    for (const end = Date.now() + timeout; !(await run(holds, ...given)); await new Promise((done) => setTimeout(done, 50)))
      if (Date.now() > end) throw new Error(`never true: ${holds}`);
  };
  const [keyDown, keyUp] = ['keyDown', 'keyUp'].map((type) => (name) => ({ type, value: codes[name] ?? name }));
  return {
    evaluate: run,
    evaluateOnNewDocument: (script) => scripts.push(script),
    waitForFunction,
    waitForSelector: (css) => waitForFunction((wanted) => document.querySelector(wanted) !== null, {}, css),
    setViewport: ({ width, height }) => resize(width, height),
    reload,
    mouse: {
      move: (x, y) => mouse(move(...(at = [x, y]))),
      down: () => mouse(down),
      up: () => mouse(up),
      wheel: ({ deltaY }) => wheel(...at, deltaY),
    },
    keyboard: {
      down: (name) => key(keyDown(name)),
      up: (name) => key(keyUp(name)),
      press: (name) => key(keyDown(name), keyUp(name)),
    },
  };
}

/** The driver takes a moment to listen. */
async function retry(act) {
  for (let i = 0; ; i++) {
    try {
      return await act();
    } catch (error) {
      if (i === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
