// What a frame costs while the post's run plays: from the browser's call into the program to its return ("frame"), and
// without the time the program spends in the page's own functions, WebGL and the words' HTML ("Go"). Median and 95 %.

import { become, open, openPage } from './harness.mjs';

/** Runs in the page: times animation frames, and within them each of the program's calls out. */
function instrument() {
  globalThis.costs = [];
  let outside = 0;
  const real = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    real((time) => {
      outside = 0;
      const start = performance.now();
      callback(time);
      const frame = performance.now() - start;
      globalThis.costs.push({ frame, go: frame - outside });
    });
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (module, imports) => {
    const gojs = { ...imports.gojs };
    for (const name of Object.keys(gojs).filter((name) => name.startsWith('syscall/js.'))) {
      const call = gojs[name];
      gojs[name] = (sp) => {
        const start = performance.now();
        call(sp);
        outside += performance.now() - start;
      };
    }
    return instantiate(module, { ...imports, gojs });
  };
}

const lab = await open();
try {
  for (const [name, size] of [
    ['desktop 1280×900', {}],
    ['phone 360×740 at 2×', { width: 360, height: 740, dpr: 2, touch: true }],
  ]) {
    // Cross-origin isolation would sharpen the clock; its 0.1 ms is enough for sums over a frame.
    const { page, close } = await openPage(lab, { ...size, before: instrument });
    await become(page);
    await page.select('#speed', '10');
    await page.evaluate(() => (globalThis.costs = []));
    await page.click('#play');
    // By a timer: waiting by animation frames would be measured, too.
    await page.waitForFunction(() => /1000 \/ 1000/.test(document.querySelector('#clock').textContent), { polling: 200 });
    const costs = await page.evaluate(() => globalThis.costs);
    const at = (key, share) =>
      costs
        .map((cost) => cost[key])
        .sort((a, b) => a - b)
        [Math.floor(share * (costs.length - 1))].toFixed(2);
    console.log(
      `${name}: Go ${at('go', 0.5)} ms (95 %: ${at('go', 0.95)}), frame ${at('frame', 0.5)} ms (95 %: ${at('frame', 0.95)}), ${costs.length} frames`,
    );
    await close();
  }
} finally {
  await lab.close();
}
