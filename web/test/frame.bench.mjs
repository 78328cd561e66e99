// What a frame costs while the post's run plays: the time from the browser's call into the program to its return, which
// is all of Go's share and the WebGL calls it makes. Median and 95th percentile over a run; nothing else is timed.

import { become, open, openPage } from './harness.mjs';

const lab = await open();
try {
  for (const [name, size] of [['desktop 1280×900', {}], ['phone 360×740 at 2×', { width: 360, height: 740, dpr: 2, touch: true }]]) {
    const { page, close } = await openPage(lab, {
      ...size,
      before: () => {
        globalThis.costs = [];
        const real = globalThis.requestAnimationFrame.bind(globalThis);
        globalThis.requestAnimationFrame = (callback) =>
          real((time) => {
            const start = performance.now();
            callback(time);
            globalThis.costs.push(performance.now() - start);
          });
      },
    });
    await become(page);
    await page.select('#speed', '10');
    await page.evaluate(() => (globalThis.costs = []));
    await page.click('#play');
    // By a timer: waiting by animation frames would be measured, too.
    await page.waitForFunction(() => /1000 \/ 1000/.test(document.querySelector('#clock').textContent), { polling: 200 });
    const costs = (await page.evaluate(() => globalThis.costs)).sort((a, b) => a - b);
    const at = (share) => costs[Math.floor(share * (costs.length - 1))].toFixed(2);
    console.log(`frame, ${name}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, ${costs.length} frames`);
    await close();
  }
} finally {
  await lab.close();
}
