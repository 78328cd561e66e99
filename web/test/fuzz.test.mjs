// Random acts on a figure, on frame.html and on the Lab's page, by a seed: ROUNDS and SEED in the environment, without them 200
// rounds of seed 1 on the figure, 20 on the frame and 40 on the page (make fuzz-page has more).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as element from './fuzz/element.mjs';
import { begin } from './fuzz/figure.mjs';
import * as frame from './fuzz/frame.mjs';
import * as labPage from './fuzz/lab.mjs';
import { randomFrom } from './fuzz/random.mjs';
import { become, open, openPage, withoutFigures } from './harness.mjs';

const rounds = (usual) => Number(process.env.ROUNDS || usual);
const seed = Number(process.env.SEED || 1);
const acts = 20;

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Each episode has a seed of its own: one that fails is done again by itself, with ROUNDS=20. */
const seeds = (usual) => Array.from({ length: Math.ceil(rounds(usual) / acts) }, (_, i) => seed + i * acts);

test('whatever is done to a figure, it lives, says no nonsense, and is what its session says', async () => {
  const { page, wrongs, close } = await openPage(lab, { width: 800, height: 900, path: 'post.html' });
  await begin(page, '<perceptron-lab id="fuzzed" toolbar="full" views="plane curve" loading="eager"></perceptron-lab>');
  for (const seed of seeds(200)) {
    const random = randomFrom(seed);
    const done = [];
    const doing = () => `SEED=${seed}:\n${done.join('\n')}`;
    for (let i = 0; i < acts; i++) {
      const one = element.actFrom(random);
      done.push(JSON.stringify(one));
      await element.act(page, one).catch((error) => assert.fail(`${error}\n${doing()}`));
    }
    await element.holds(page, page, doing());
    assert.deepEqual(element.unsaid(wrongs), [], doing());
  }
  await close();
});

test('whatever is said to frame.html, it lives, answers in its own words, and is what its session says', async () => {
  const { page: replay, close: closeReplay } = await openPage(lab, { path: 'post.html', before: withoutFigures });
  await begin(replay);
  const { page, wrongs, close } = await openPage(lab, { width: 800, height: 900, path: 'lines.json' });
  for (const seed of seeds(20)) {
    const random = randomFrom(seed);
    const done = [frame.fragmentFrom(random)];
    const doing = () => `SEED=${seed}:\n${done.join('\n')}`;
    await frame.embed(page, done[0]);
    for (let i = 0; i < acts; i++) {
      const one = frame.actFrom(random);
      done.push(JSON.stringify(one));
      await page.evaluate(frame.carryOut, one);
    }
    await frame.holds(page, replay, doing());
    assert.deepEqual(frame.unsaid(wrongs), [], doing());
  }
  await close();
  await closeReplay();
});

test('whatever is done to the Lab, it lives, says no nonsense, and address, Share, gallery and file are what runs', async (t) => {
  const { page: replay, close: closeReplay } = await openPage(lab, { path: 'post.html', before: withoutFigures });
  await begin(replay);
  let longest = [0];
  for (const seed of seeds(40)) {
    const random = randomFrom(seed);
    const path = labPage.addressFrom(random);
    const { page, wrongs, close } = await openPage(lab, { path, before: labPage.watch });
    const done = [path];
    const doing = () => `SEED=${seed}:\n${done.join('\n')}`;
    await become(page);
    for (let i = 0; i < acts; i++) {
      const one = labPage.actFrom(random);
      done.push(JSON.stringify(one));
      const to = await labPage.act(page, one).catch((error) => assert.fail(`${error}\n${doing()}`));
      if (to !== undefined) done.push(`  ${to}`);
      if (to > longest[0] && one[0] === 'ping') longest = [to, seed];
    }
    const last = await labPage.holds(page, replay, doing());
    if (last > longest[0]) longest = [last, seed];
    assert.deepEqual(labPage.unsaid(wrongs, done), [], doing());
    await close();
  }
  t.diagnostic(`the longest answer took ${Math.round(longest[0])} ms, SEED=${longest[1]}`);
  await closeReplay();
});
