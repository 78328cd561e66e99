// Pictures of the running page in its main states, for a person to look at: shots/NAME.png. docs/lab.png is desktop-trained-en.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { become, open, openPage, text } from './harness.mjs';

const sizes = {
  phone: { width: 360, height: 740, dpr: 2, touch: true },
  tablet: { width: 820, height: 1180, dpr: 1, touch: true },
  laptop: { width: 1366, height: 640, dpr: 1 },
  desktop: { width: 1440, height: 900, dpr: 1 },
};
const dark = [{ name: 'prefers-color-scheme', value: 'dark' }];

const states = {
  start: async () => {},
  trained: async (page) => {
    await page.select('#speed', '100');
    await page.click('#play');
    await text(page, '#clock', /1000 \/ 1000/);
  },
  asked: async (page) => {
    await states.trained(page);
    const box = await (await page.$('#plane')).boundingBox();
    for (const [x, y] of [
      [0.3, 0.85],
      [0.85, 0.2],
    ]) {
      if (page.viewport().hasTouch) await page.touchscreen.tap(box.x + x * box.width, box.y + y * box.height);
      else await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    }
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 4);
  },
};

const shots = [
  ['desktop', 'start', 'en', []],
  ['desktop', 'trained', 'en', []],
  ['desktop', 'asked', 'ko', dark],
  ['laptop', 'asked', 'en', []],
  ['tablet', 'trained', 'en', dark],
  ['phone', 'start', 'ko', []],
  ['phone', 'trained', 'en', []],
  ['phone', 'asked', 'ko', dark],
];

const folder = fileURLToPath(new URL('../../shots/', import.meta.url));
await mkdir(folder, { recursive: true });
const lab = await open();
try {
  for (const [size, state, language, media] of shots) {
    const { page, wrongs, close } = await openPage(lab, { ...sizes[size], coarse: false, path: `?lang=${language}`, media });
    await become(page);
    await states[state](page);
    // Two frames: what was just changed is then on the screen.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const name = `${size}-${state}-${language}${media.length ? '-dark' : ''}`;
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: size !== 'desktop' });
    console.log(`shots/${name}.png`, ...wrongs);
    await close();
  }
} finally {
  await lab.close();
}
