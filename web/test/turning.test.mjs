// README's moving picture is what its script makes, and begins and rests where the still pictures have the line.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open } from './harness.mjs';
import { scene, turning } from './turning.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const picture = readFileSync(join(project, 'docs/turning.svg'), 'utf8');
const address = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** The line of the still picture after some steps: its slope, and the height at which it crosses x = 400. */
function still(step) {
  const svg = execFileSync(
    join(project, '.cache/perceptron'),
    ['export', '-format', 'svg', '-scene', '-', '-step', String(step)],
    { input: scene, encoding: 'utf8' },
  );
  return crossing(
    /<path d="M(\S+) (\S+)L(\S+) (\S+)" fill="none" stroke="#d62728" stroke-width="3"/.exec(svg).slice(1).map(Number),
  );
}

const crossing = ([x0, y0, x1, y1]) => ({ slope: (y1 - y0) / (x1 - x0), y: y0 + ((400 - x0) * (y1 - y0)) / (x1 - x0) });

/** The moving picture's line, in the coordinates of the picture. */
const line = (page) =>
  page.evaluate(() => {
    const path = document.querySelector('.field path');
    const toPicture = document.querySelector('svg').getScreenCTM().inverse().multiply(path.getScreenCTM());
    const [a, b] = [new DOMPoint(0, -1000), new DOMPoint(0, 1000)].map((point) => point.matrixTransform(toPicture));
    return [a.x, a.y, b.x, b.y];
  });

const told = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('text')]
      .filter((text) => getComputedStyle(text).visibility === 'visible')
      .map((text) => text.textContent),
  );

async function shows(page, step) {
  const [got, want] = [crossing(await line(page)), still(step)];
  assert.ok(Math.abs(got.slope - want.slope) < 0.002, `step ${step}: slope ${got.slope}, want ${want.slope}`);
  assert.ok(Math.abs(got.y - want.y) < 0.5, `step ${step}: ${got.y}, want ${want.y}`);
  const [text, ...others] = await told(page);
  assert.match(text, new RegExp(`^epoch ${step},`));
  assert.deepEqual(others, []);
}

/** Stops the picture at a time. */
const at = (page, ms) =>
  page.evaluate((time) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = time;
    }
  }, ms);

test('docs/turning.svg is what node web/test/turning.mjs makes', () => assert.equal(picture, turning()));

async function show(media = []) {
  const page = await lab.browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.emulateMediaFeatures(media);
  await page.goto(address);
  return page;
}

test('the line turns from the first step to the last', async () => {
  const page = await show();
  await at(page, 0);
  await shows(page, 1);
  await at(page, 8000);
  await shows(page, 1000);
  await page.close();
});

test('it stands at its end for readers who ask for less motion', async () => {
  const page = await show([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await shows(page, 1000);
  await page.close();
});
