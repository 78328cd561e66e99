// What is done to any figure that is fuzzed, and how it is compared with what it says it is.

/** Carries out strokes (random.mjs) in a box of the window. */
export async function stroke(page, [left, top, width, height], strokes) {
  for (const [what, u, v] of strokes) {
    if (what === 'move') await page.mouse.move(left + u * width, top + v * height);
    else if (what === 'wheel') await page.mouse.wheel({ deltaY: Math.round(300 * u - 150) });
    else await page.mouse[what]().catch(() => {});
  }
  await page.mouse.up().catch(() => {});
}

/** Fingers in a box, as a phone's browser reports them; one that stays does so for longer than what holds a point. */
export async function touches(page, [left, top, width, height], acts) {
  const client = await page.createCDPSession();
  const send = (type, touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const fingers = new Map();
  const points = () => [...fingers].map(([id, at]) => ({ id, ...at }));
  for (const [what, id, u, v] of acts) {
    if (what.startsWith('touch')) {
      if (fingers.size) await send(what, []);
    } else if (what === 'stay') await new Promise((resolve) => setTimeout(resolve, 350));
    else {
      const type = fingers.has(id) ? 'touchMove' : 'touchStart';
      // Where one begins it may move at once: that is a swipe.
      if (type === 'touchStart' || what === 'move') fingers.set(id, { x: left + u * width, y: top + v * height });
      await send(type, points());
    }
  }
  await client.detach();
}

/**
 * What is said of a run, exactly: JSON keeps every bit of a finite number. The threshold and what follows from it isn't the
 * run's.
 */
export function told({ step, epoch, loss, diverged, parameters, layers, counts, train, lastLoss, queries }) {
  const asked = queries.map(({ x, p }) => [x, p]);
  const values = Object.entries(train).sort(); // a driver may give them in another order
  return JSON.stringify({ step, epoch, loss, diverged, parameters, layers, counts, values, lastLoss, asked });
}

/** Puts a figure into a page that replays what another says it is, and others, if given; waits until they are there. */
export async function begin(page, others = '') {
  const replay = '<perceptron-lab id="replay" loading="eager"></perceptron-lab>';
  await page.evaluate((html) => (document.querySelector('article').innerHTML = html), others + replay);
  await page.waitForFunction(() => [...document.querySelectorAll('perceptron-lab')].every(({ state }) => state === 'live'));
}

/** What the page's figure #replay says of a scene, given in JSON or as a link, at a step. */
export const replayed = (page, { scene, link, step }) =>
  page.evaluate(
    async (json, from, at) => {
      const replay = document.getElementById('replay');
      const come = () =>
        new Promise((resolve, reject) => {
          const say = () => JSON.stringify([replay.state, replay.snapshot?.step, replay.snapshot?.playing]);
          const late = setTimeout(() => reject(new Error(`no report of the replay ${say()}`)), 60_000);
          replay.addEventListener('report', () => resolve(clearTimeout(late)), { once: true });
          replay.send({ type: 'report' });
        });
      await come();
      const { generation } = replay.snapshot;
      // A seed may be larger than a number of JavaScript.
      const exact = (key, value, { source }) =>
        key === 'manual_seed' && /^\d{16,}$/.test(source) ? JSON.rawJSON(source) : value;
      if (from === undefined) replay.setSession({ scene: JSON.parse(json, exact), step: at });
      else replay.send({ type: 'load', link: from });
      const end = Date.now() + 60_000;
      do {
        if (Date.now() > end)
          throw new Error(`the replay is at step ${replay.snapshot.step}, playing: ${replay.snapshot.playing}`);
        await come();
      } while (replay.snapshot.generation === generation || replay.snapshot.playing);
      return replay.snapshot;
    },
    scene,
    link,
    step,
  );
