// Random acts on a figure, on frame.html and on the Lab's page, by a seed: ROUNDS and SEED in the environment, without them 200
// rounds of seed 1 on the figure, 20 on the frame and 40 on the page (make fuzz-page has more).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as element from './fuzz/element.mjs';
import { acts, beginEpisode, carryOut, seeds } from './fuzz/episodes.mjs';
import { begin } from './fuzz/figure.mjs';
import * as frame from './fuzz/frame.mjs';
import * as labPage from './fuzz/lab.mjs';
import { become, open, openPage, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

test('whatever is done to a figure, it lives, says no nonsense, and is what its session says', async () => {
  const { page, wrongs, close } = await openPage(lab, { width: 800, height: 900, path: 'post.html' });
  await begin(page, '<perceptron-lab id="fuzzed" toolbar="full" views="plane curve" loading="eager"></perceptron-lab>');
  for (const seed of seeds(200)) {
    const episode = beginEpisode(seed);
    await carryOut(episode, page, element);
    await element.holds(page, page, episode.doing());
    assert.deepEqual(element.unsaid(wrongs), [], episode.doing());
  }
  await close();
});

test('whatever is said to frame.html, it lives, answers in its own words, and is what its session says', async () => {
  const { page: replay, close: closeReplay } = await openPage(lab, { path: 'post.html', before: withoutFigures });
  await begin(replay);
  const { page, wrongs, close } = await openPage(lab, { width: 800, height: 900, path: 'lines.json' });
  for (const seed of seeds(20)) {
    const { random, done, doing } = beginEpisode(seed);
    done.push(frame.fragmentFrom(random));
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
    const episode = beginEpisode(seed);
    const { random, done, doing } = episode;
    done.push(labPage.addressFrom(random));
    const { page, wrongs, close } = await openPage(lab, { path: done[0], before: labPage.watch });
    await become(page);
    await carryOut(episode, page, labPage, {
      came: (one, took) => {
        if (took > longest[0] && one[0] === 'ping') longest = [took, seed];
      },
    });
    const last = await labPage.holds(page, replay, doing());
    if (last > longest[0]) longest = [last, seed];
    assert.deepEqual(labPage.unsaid(wrongs, done), [], doing());
    await close();
  }
  t.diagnostic(`the longest answer took ${Math.round(longest[0])} ms, SEED=${longest[1]}`);
  await closeReplay();
});
