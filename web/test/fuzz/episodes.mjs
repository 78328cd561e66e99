// Episodes of random acts: ROUNDS acts and the first SEED, in the environment.

import assert from 'node:assert/strict';
import { randomFrom } from './random.mjs';

export const acts = 20;

/** Each episode has a seed of its own: one that fails is done again by itself, with ROUNDS=20. */
export function seeds(usual) {
  const [rounds, first] = [Number(process.env.ROUNDS || usual), Number(process.env.SEED || 1)];
  return Array.from({ length: Math.ceil(rounds / acts) }, (_, i) => first + i * acts);
}

/** Begins an episode: its random numbers, what was done, and how to say that where something fails. */
export function beginEpisode(seed) {
  const done = [];
  return { random: randomFrom(seed), done, doing: () => `SEED=${seed}:\n${done.join('\n')}` };
}

/**
 * Carries out an episode's acts on a page, as element.mjs or lab.mjs do, `without` those of some kinds. `before` each it waits
 * for what must be there first; `came` hears what came of one.
 */
export async function carryOut({ random, done, doing }, page, { actFrom, act }, { without = [], before, came } = {}) {
  for (let i = 0; i < acts; i++) {
    const one = actFrom(random);
    if (without.includes(one[0])) continue;
    done.push(JSON.stringify(one));
    await before?.();
    const what = await act(page, one).catch((error) => assert.fail(`${error}\n${doing()}`));
    if (what !== undefined) done.push(`  ${what}`);
    came?.(one, what);
  }
}
