// What a report doesn't contain and is requested while it is shown.

import type { Answers, Request, Snapshot } from '../figure/protocol';
import type { Ask } from './view';

export type Inquiry<Type extends Request['type']> = (key: string, playing: boolean) => Answers[Type] | undefined;

/**
 * Returns the answer to a request each time `key`, which says what it depends on, has changed; while the run plays, no sooner
 * than a pause after the last. Undefined while the last answer stands.
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

/** Identifies a state of the run: what is requested only while shown is requested again when this changes. */
export const momentOf = ({ generation, changes, step }: Snapshot): string => `${generation}/${changes}/${step}`;
