// Layout by measure: with any reader's fonts and size of type no text is cut, lies over other text, or moves the page.
// FONT_SIZES=all tries every set of fonts at every size in both languages (make layout); else each of them once or twice.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fontSets, openWith } from './fonts.mjs';
import { become, measureShift, openPage, serve, text } from './harness.mjs';
import { illegible } from './legible.mjs';

let server;
before(async () => (server = await serve()));
after(() => server?.close());

const sizes = {
  small: { width: 320, height: 700, touch: true },
  phone: { width: 360, height: 740, touch: true },
  tablet: { width: 820, height: 1180, touch: true },
  low: { width: 1280, height: 720 },
  laptop: { width: 1366, height: 768 },
  desktop: { width: 1920, height: 1080 },
  room: { width: 1920, height: 1080, present: true },
};
const languages = ['en', 'ko'];

const all = process.env.FONT_SIZES === 'all';
const few = {
  dejavu: [['laptop', 'en']],
  noto: [
    ['phone', 'ko'],
    ['low', 'en'],
  ],
  liberation: [['tablet', 'en']],
  wide: [
    ['small', 'ko'],
    ['room', 'en'],
  ],
  large: [
    ['phone', 'en'],
    ['desktop', 'ko'],
  ],
};
const every = Object.keys(sizes).flatMap((size) => languages.map((language) => [size, language]));

/** A post’s figures are looked at with these, too. */
const posts = ['wide', 'large'];

/** What is on the page when a scene has arrived. */
const scenes = {
  'xor-mlp': '.diagram button',
  'three-classes': '[data-tool="add2"]',
  ...(all && { moons: '.diagram button' }),
};

for (const [name, set] of Object.entries(fontSets)) {
  test(`no text is cut or covered, and nothing moves: ${name}`, async () => {
    const lab = await openWith(set, server);
    try {
      for (const [size, language] of all ? every : few[name])
        await look(lab, sizes[size], language, `${name}, ${size}, ${language}`);
      if (posts.includes(name))
        for (const size of [sizes.small, { width: 820, height: 900 }])
          await lookAtPost(lab, size, `${name}, a post, ${size.width} px`);
    } finally {
      await lab.close();
    }
  });
}

async function look(lab, { present = false, ...size }, language, where) {
  const path = `?lang=${language}${present ? '&present' : ''}#preset=blog&step=1000`;
  const { page, wrongs, close } = await openPage(lab, { ...size, dpr: 1, path, before: measureShift });
  await become(page);
  await text(page, '#clock', /1000 \/ 1000/);
  await drawnTwice(page);
  const shift = await page.evaluate(() => globalThis.shift);
  assert.ok(shift < 0.001, `${where}: the page moved by ${shift}`);
  await legible(page, `${where}, blog`);

  await openCards(page, present);
  await crowd(page);
  await legible(page, `${where}, blog with six asked points and all cards open`);
  for (const [scene, sign] of Object.entries(scenes)) {
    await page.evaluate((preset) => (location.hash = `preset=${preset}`), scene);
    await page.waitForSelector(`[data-scene="${scene}"][aria-pressed="true"]`);
    await page.waitForSelector(sign);
    await drawnTwice(page);
    await openCards(page, present);
    await legible(page, `${where}, ${scene}`);
  }
  assert.deepEqual(wrongs, [], where);
  await close();
}

async function lookAtPost(lab, size, where) {
  const { page, close } = await openPage(lab, { ...size, dpr: 1, path: 'post.html', before: measureShift });
  await page.waitForFunction(() => document.getElementById('blog').state === 'live');
  await page.evaluate(() => document.getElementById('blog').scrollIntoView({ block: 'center' }));
  await drawnTwice(page);
  assert.equal(await page.evaluate(() => globalThis.shift), 0, where);
  await legible(page, where);
  await close();
}

async function legible(page, where) {
  const faults = await page.evaluate(illegible);
  assert.equal(faults.length, 0, `${where}:\n${faults.slice(0, 12).join('\n')}`);
}

/** Opens all that opens: the tables of points, of right and wrong, of terms and of weights, and every setting. */
async function openCards(page, present) {
  await page.evaluate(() => {
    for (const card of document.querySelectorAll('details')) card.open = true;
    for (const button of document.querySelectorAll('.reveal[aria-expanded="false"]')) button.click();
  });
  if (present) return;
  for (const css of ['#points .point', '#confusion td', '#weights input', '#query-form:not([hidden])'])
    await page.waitForSelector(css);
}

/** Asks about places near each other, near the buttons of the zoom, and on the numbers of both axes. */
async function crowd(page) {
  const plane = await page.$('#plane');
  for (const [i, [x, y]] of [
    [0.5, 0.5],
    [0.53, 0.54],
    [0.9, 0.08],
    [0.06, 0.94],
  ].entries()) {
    await plane.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await plane.boundingBox();
    const at = [box.x + x * box.width, box.y + y * box.height];
    await page.mouse.click(...at); // a tap may take a point of the data in hand at first
    await page.waitForFunction((n) => document.querySelectorAll('#queries tr:not(.edit)').length === n, {}, 3 + i);
  }
  const shown = await page.$$eval('.figure-tip.query', (tips) => tips.map((tip) => !tip.hidden));
  assert.equal(shown.length, 6);
  assert.ok(shown.at(-1), 'the last place asked about has its tip');
}

const drawnTwice = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
