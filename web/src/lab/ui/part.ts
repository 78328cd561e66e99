import type { Ask, Host, Send } from '../../explain/view';
import type { Refusal, Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import { explain, tell } from './dom';
import type { Group } from './groups';

/** One part of the page. It shows the snapshot, never its own last click. */
export interface Part {
  show(snapshot: Snapshot, strings: Strings): void;
  /** Updates the texts that don't depend on a snapshot, after the language changed. */
  translate?(strings: Strings): void;
  /** Shows a refusal where it belongs; false if it isn't this part's. */
  refuse?(refusal: Refusal, strings: Strings): boolean;
}

export type { Ask, Send } from '../../explain/view';

/** What the page gives its parts. */
export interface Lab {
  send: Send;
  ask: Ask;
  /** The texts in the current language. */
  strings: () => Strings;
}

/** What a view in a card is given: every change is allowed, all texts are shown, and the terms in them explain themselves. */
export const hostOf = ({ send, ask, strings }: Lab): Host<Strings> => ({
  send,
  ask,
  strings,
  tell,
  explain,
  changes: () => true,
  brief: false,
});

/** A card beside the plane, all of it in one file: its markup, and the part that shows the run in it. */
export interface Card {
  /** Which group it is in, or that it is always shown. */
  group: Group | 'always';
  /** Its element as HTML, which the build writes into the page (../page/prerender.ts); false at run time. */
  markup: string | false;
  part(lab: Lab): Part;
}

/** Several parts of one card. */
export function together(...parts: Part[]): Part {
  return {
    show(snapshot, strings) {
      for (const part of parts) part.show(snapshot, strings);
    },
    translate(strings) {
      for (const part of parts) part.translate?.(strings);
    },
    refuse: (refusal, strings) => parts.some((part) => part.refuse?.(refusal, strings)),
  };
}
