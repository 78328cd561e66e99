// What a view and its host are to each other; the host is a card of the Lab, or a figure of any page.

import type { Answers, Command, Request, Snapshot } from '../figure/protocol';
import type { FigureStrings } from '../words/en/figure';
import type * as own from '../words/en/views';
import type { Turns } from './turns';

export type Send = (command: Command) => void;

/** The figure's immediate answer; undefined if it isn't live or refuses. */
export interface Ask {
  <R extends Request>(request: R): Answers[R['type']] | undefined;
  /** Of the views of this figure. */
  readonly turns: Turns;
}

/** The figure's texts, and those of a view by their names. */
export type Words<Name extends keyof typeof own> = FigureStrings & Pick<typeof own, Name>;

/** What a view is given. */
export interface Host<Strings> {
  send: Send;
  ask: Ask;
  /** The texts in the current language. */
  strings: () => Strings;
  /** Whether a reader may change the run in the view; this may differ each time. */
  changes: () => boolean;
  /** Whether one sentence is enough: what the view shows. */
  brief: boolean;
}

export interface View {
  /** Drawing and texts; what it says is in its `.note`, and what it says about the point in hand in `.view-hand`. */
  readonly element: HTMLElement;
  /** Shows a report while the view is in sight, and the last one again in another language or size. */
  show(snapshot: Snapshot): void;
}
