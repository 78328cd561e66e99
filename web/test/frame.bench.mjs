// What a frame costs while the post's run plays, and a run of 100,000 points with every card open: the time from the browser's
// call into the program to its return ("frame"); of that, the time in the program itself ("Go"), not in the page's own functions,
// WebGL and the words' HTML; and of that, the time for its answers to the page's questions ("answers"), in frames that have any.
// Median, 95 %, 99 % and the longest. And how far the screen is behind while a run plays: the time until the GPU has drawn all
// that it was given.

import { flags, launch } from './browser.mjs';
import { become, open, openPage, text } from './harness.mjs';

/** Runs in the page: times animation frames, and within them what is spent in the program. */
function instrument() {
  globalThis.costs = [];
  let inGo = false;
  let since = 0;
  let go = 0;
  let answers = 0;
  let depth = 0;
  const cross = (to, call) => {
    const from = inGo;
    const turn = (side) => {
      const now = performance.now();
      if (inGo) go += now - since;
      [inGo, since] = [side, now];
    };
    turn(to);
    try {
      return call();
    } finally {
      turn(from);
    }
  };
  const real = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    real((time) => {
      go = answers = 0;
      const start = performance.now();
      callback(time);
      globalThis.costs.push({ frame: performance.now() - start, go, answers });
    });
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (module, imports) => {
    const gojs = { ...imports.gojs };
    for (const name of Object.keys(gojs).filter((name) => name.startsWith('syscall/js.'))) {
      const call = gojs[name];
      gojs[name] = (sp) => cross(false, () => call(sp));
    }
    const { exports } = await instantiate(module, { ...imports, gojs });
    const resume = () => {
      const start = performance.now();
      depth++;
      cross(true, exports.resume);
      // A frame is one call into the program; a question is another, from a function of the page that this has called.
      if (--depth > 0) answers += performance.now() - start;
    };
    // Go's runner needs an Instance.
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: { ...exports, resume } } });
  };
}

/** Runs in the page: the milliseconds until its GPU has drawn what it was given, five times, sorted. */
async function behind() {
  const gl = document.querySelector('.figure-canvas').getContext('webgl2');
  const all = [];
  while (all.length < 5) {
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    const start = performance.now();
    while (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED) await new Promise((done) => setTimeout(done, 5));
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b);
}

const lab = await open();
try {
  for (const [name, size, path] of [
    ['desktop 1280×900', {}, ''],
    ['phone 360×740 at 2×', { width: 360, height: 740, dpr: 2, touch: true }, ''],
    ['100,000 points, every card open', {}, '?group=all#n_samples=100000&epochs=1000'],
  ]) {
    // Cross-origin isolation would sharpen the clock; its 0.1 ms is enough for sums over a frame.
    const { page, close } = await openPage(lab, { ...size, coarse: false, path, before: instrument });
    await become(page);
    if (path) await page.$$eval('.panels details', (all) => all.forEach((one) => (one.open = true)));
    else await page.select('#speed', '10');
    await page.evaluate(() => (globalThis.costs = []));
    await page.click('#play');
    // By a timer: waiting by animation frames would be measured, too.
    await page.waitForFunction(
      (far) =>
        Number(
          document
            .querySelector('#clock')
            .textContent.match(/\d[\d,]*/)[0]
            .replace(',', ''),
        ) >= far,
      { polling: 200, timeout: 240_000 },
      path ? 200 : 1000,
    );
    const costs = await page.evaluate(() => globalThis.costs);
    const said = (key) => {
      const sorted = costs.map((cost) => cost[key]).filter((cost) => cost > 0 || key !== 'answers');
      sorted.sort((a, b) => a - b);
      const at = (share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
      return `${at(0.5)} ms (95 %: ${at(0.95)}, 99 %: ${at(0.99)}, longest: ${at(1)})`;
    };
    console.log(`${name}: Go ${said('go')}, answers ${said('answers')}, frame ${said('frame')}, ${costs.length} frames`);
    await close();
  }
  // The browser of tests composes the page without the GPU, which has more time for the figure then.
  const { browser, close } = await launch(undefined, undefined, flags);
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  for (const [name, path] of [
    ['the post’s run, 1280×720', '#epochs=0'],
    ['spirals, 1280×720', '#preset=spirals'],
  ]) {
    await page.goto('about:blank');
    await page.goto(lab.address + path);
    await become(page);
    await page.click('#play');
    await text(page, '#clock', /^\D*([3-9]|\d\d)/);
    const late = await page.evaluate(behind);
    console.log(`${name}: the screen is ${Math.round(late[2])} ms behind (longest: ${Math.round(late[4])})`);
  }
  await close();
} finally {
  await lab.close();
}
