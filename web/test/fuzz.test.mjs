// Random acts on a figure, by a seed: ROUNDS and SEED in the environment, 200 rounds of seed 1 without (make fuzz-page has more).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { act, actFrom, begin, holds, unsaid } from './fuzz/element.mjs';
import { randomFrom } from './fuzz/random.mjs';
import { open, openPage } from './harness.mjs';

const rounds = Number(process.env.ROUNDS || 200);
const seed = Number(process.env.SEED || 1);
const acts = 20;

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

test('whatever is done to a figure, it lives, says no nonsense, and is what its session says', async () => {
  const { page, wrongs, close } = await openPage(lab, { width: 800, height: 900, path: 'post.html' });
  await begin(page);
  for (let from = 0; from < rounds; from += acts) {
    // Each episode has a seed of its own: one that fails is done again by itself, with ROUNDS=20.
    const random = randomFrom(seed + from);
    const done = [];
    for (let i = 0; i < acts; i++) {
      const one = actFrom(random);
      done.push(JSON.stringify(one));
      await act(page, one).catch((error) => assert.fail(`SEED=${seed + from}: ${error}\n${done.join('\n')}`));
    }
    await holds(page, `SEED=${seed + from}:\n${done.join('\n')}`);
    assert.deepEqual(unsaid(wrongs), [], `SEED=${seed + from}:\n${done.join('\n')}`);
  }
  await close();
});
