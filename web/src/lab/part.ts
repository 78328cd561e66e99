import type { Strings } from '../words/en';
import type { Command, Snapshot } from '../figure/protocol';

/** One part of the page. It shows the snapshot, never its own last click. */
export interface Part {
  show(snapshot: Snapshot, strings: Strings): void;
  /** Says again what doesn't depend on a snapshot, in another language. */
  speak?(strings: Strings): void;
}

export type Send = (command: Command) => void;
