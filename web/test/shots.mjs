// Pictures of the running pages, for a person to look at: of the Lab in its main states, shots/NAME.png, and of the posts, with
// each figure live, shots/post/NAME.png. docs/lab.png is desktop-trained-en.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { become, framed, open, openPage, text } from './harness.mjs';

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

const posts = [
  ['desktop', 'en', []],
  ['phone', 'ko', []],
  ['phone', 'en', dark],
];

const folder = fileURLToPath(new URL('../../shots/', import.meta.url));
await mkdir(`${folder}post`, { recursive: true });
const named = (size, what, language, media) => `${size}-${what}-${language}${media.length ? '-dark' : ''}`;

/** A picture of what is to be seen, or of the whole page, once it is on the screen. */
async function shoot(page, name, fullPage = false) {
  await framed(page);
  await page.screenshot({ path: `${folder}${name}.png`, fullPage });
  console.log(`shots/${name}.png`);
}

const lab = await open();
try {
  for (const [size, state, language, media] of shots) {
    const { page, wrongs, close } = await openPage(lab, { ...sizes[size], coarse: false, path: `?lang=${language}`, media });
    await become(page);
    await states[state](page);
    await shoot(page, named(size, state, language, media), size !== 'desktop');
    for (const wrong of wrongs) console.log(wrong);
    await close();
  }
  for (const [size, language, media] of posts) {
    const { page, wrongs, close } = await openPage(lab, { ...sizes[size], coarse: false, path: `${language}/`, media });
    await page.waitForSelector('perceptron-lab:defined');
    await shoot(page, `post/${named(size, 'begin', language, media)}`);
    for (const id of await page.$$eval('perceptron-lab', (figures) => figures.map((figure) => figure.id))) {
      await page.$eval(`#${id}`, (figure) => figure.scrollIntoView({ block: 'center' }));
      await page.waitForFunction((name) => document.getElementById(name).state === 'live', {}, id);
      await shoot(page, `post/${named(size, id, language, media)}`);
    }
    for (const wrong of wrongs) console.log(wrong);
    await close();
  }
} finally {
  await lab.close();
}
