// What a report doesn't contain and is requested while it is shown.

import { now } from '../figure/clock';
import type { Answers, Request, Snapshot } from '../figure/protocol';
import type { Ask } from './view';

/** A pause is this many times as long as the answer before it took: answers take at most a tenth of a playing run's time. */
const rest = 9;

/** But no longer than this, in milliseconds: a machine that was busy elsewhere says nothing about the next answer. */
const longestRest = 2000;

/** Nor sooner than so many frames after the last: where they come slowly, the GPU has enough to do without new drawings. */
const leastFrames = 8;

export type Inquiry<Type extends Request['type']> = (key: string, playing: boolean) => Answers[Type] | undefined;

/**
 * Returns the answer to a request each time `key`, which says what it depends on, has changed; while the run plays, no sooner
 * than a pause after the last, which grows with the time that the last answer took and that frames take, and one a frame in
 * all. What was answered then may be of some points only, and is asked again once the run stands still. Undefined while the
 * last answer stands.
 */
export function inquiry<R extends Request>(ask: Ask, request: R | (() => R), pauseMs = 0): Inquiry<R['type']> {
  let answered = '';
  let next = 0;
  let hurried = false;
  let seen = 0;
  const self = {};
  return (key, playing) => {
    const asked = now();
    // What wasn't shown for a while had no frames.
    const frame = asked - seen < longestRest ? asked - seen : 0;
    seen = asked;
    if ((key === answered && (playing || !hurried)) || (playing && (asked < next || !ask.turns.take(self)))) return undefined;
    const answer = ask(typeof request === 'function' ? request() : request);
    if (answer === undefined) return undefined;
    const over = now();
    const pause = Math.min(Math.max(rest * (over - asked), leastFrames * frame), longestRest);
    [answered, hurried, next] = [key, playing, Math.max(asked + pauseMs, over + pause)];
    return answer;
  };
}

/** Identifies a state of the run: what is requested only while shown is requested again when this changes. */
export const momentOf = ({ generation, changes, step }: Snapshot): string => `${generation}/${changes}/${step}`;
