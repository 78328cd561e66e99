import type { Command, Refusal, Request, Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';

/** One part of the page. It shows the snapshot, never its own last click. */
export interface Part {
  show(snapshot: Snapshot, strings: Strings): void;
  /** Says again what doesn't depend on a snapshot, in another language. */
  translate?(strings: Strings): void;
  /** Shows a refusal where it belongs; false if it is none of this part's. */
  refuse?(refusal: Refusal, strings: Strings): boolean;
}

export type Send = (command: Command) => void;

/** What the figure answers at once; null where it isn't live or has no answer. */
export type Ask = (request: Request) => string | null;
