import type { Ask, Host, Send } from '../../explain/view';
import type { Refusal, Snapshot } from '../../figure/protocol';
import type { First, Strings } from '../../words/en';
import type { Group } from './groups';
import type { Late } from './late';

/** One part of the page. It shows the snapshot, never its own last click. `Texts` are those it needs. */
export interface Part<Texts = Strings> {
  show(snapshot: Snapshot, strings: Texts): void;
  /** Updates the texts that don't depend on a snapshot, after the language changed. */
  translate?(strings: Texts): void;
  /** Shows a refusal where it belongs; false if it isn't this part's. */
  refuse?(refusal: Refusal, strings: Texts): boolean;
}

export type { Ask, Send } from '../../explain/view';

/** What the page gives its parts. */
export interface Lab<Texts = Strings> {
  send: Send;
  ask: Ask;
  /** The texts in the current language. */
  strings: () => Texts;
  /**
   * Whether a script that comes later (late.ts) is there; if it isn't it is fetched, null while on its way, and then all parts
   * show the run again.
   */
  has: (script: Late) => boolean | null;
}

/** What a view in a card is given: every change is allowed, and all texts are shown. */
export const hostOf = <Texts>({ send, ask, strings }: Lab<Texts>): Host<Texts> => ({
  send,
  ask,
  strings,
  changes: () => true,
  brief: false,
});

/** A card beside the plane, all of it in one file: its markup, and the part that shows the run in it. */
export interface Card<Texts = Strings> {
  /** Which group it is in, or that it is always shown. */
  group: Group | 'always';
  /** Its place among the views of a presentation; without one it is none. */
  presents?: number;
  /** Its element as HTML, which the build writes into the page (../page/prerender.ts); false at run time. */
  markup: string | false;
  part(lab: Lab<Texts>): Part<Texts>;
}

/** Several parts of one card. */
export function together<Texts>(...parts: Part<Texts>[]): Part<Texts> {
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

/** A part that comes later, for the page, which has only the texts of the start; `complete` adds those that came with it. */
export const later = <Texts>(part: Part<Texts>, complete: (first: First) => Texts): Part<First> => ({
  show: (snapshot, strings) => part.show(snapshot, complete(strings)),
  translate: (strings) => part.translate?.(complete(strings)),
  refuse: (refusal, strings) => part.refuse?.(refusal, complete(strings)) ?? false,
});

/** Adds a later script's English texts to those of the page; another language has its own already, which come before them. */
export function besides<Own extends object>(own: Own): (first: First) => First & Own {
  const made = new WeakMap<First, First & Own>();
  return (first) => {
    const all = made.get(first) ?? { ...own, ...first };
    made.set(first, all);
    return all;
  };
}
