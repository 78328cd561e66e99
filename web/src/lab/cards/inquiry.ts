// What a report doesn't hold, and is asked for while it is seen.

import type { Answers, Request, Snapshot } from '../../figure/protocol';
import type { Ask } from '../ui/part';

export type Inquiry<Type extends Request['type']> = (key: string, playing: boolean) => Answers[Type] | undefined;

/**
 * Gives the answer to a request each time that `key`, which says what it depends on, is another; of a playing run, after a
 * pause at the least. Undefined where what was answered last still holds.
 */
export function inquiry<R extends Request>(ask: Ask, request: R | (() => R), pauseMs = 0): Inquiry<R['type']> {
  let answered = '';
  let last = 0;
  return (key, playing) => {
    const now = performance.now();
    if (key === answered || (playing && now - last < pauseMs)) return undefined;
    const answer = ask(typeof request === 'function' ? request() : request);
    if (answer === undefined) return undefined;
    [answered, last] = [key, now];
    return answer;
  };
}

/** Tells one state of the run from another: what is asked for only while it is seen is asked for again where this differs. */
export const momentOf = ({ generation, changes, step }: Snapshot): string => `${generation}/${changes}/${step}`;
