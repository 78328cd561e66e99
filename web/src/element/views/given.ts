// What a figure gives a view, and what the file of a view provides: each view is a file of its own, loaded if a figure shows it.

import { hide, tell } from '../../explain/dom';
import { adopt } from '../../explain/sheets';
import type { Host, View } from '../../explain/view';
import type { Snapshot } from '../../figure/protocol';
import type { FigureStrings } from '../../words/en/figure';
import type { Language } from '../../words/languages';
import common from './view.css';

export interface Given extends Pick<Host<unknown>, 'send' | 'ask' | 'changes'> {
  plane: HTMLElement;
  language: () => Language;
  strings: () => FigureStrings;
  /** Reports what could not be fetched. */
  failed: (message: string) => void;
}

export interface Shown extends View {
  /** Removes what is outside of its element. */
  remove?: () => void;
}

export interface ViewFile {
  /** Writes what the view is called, of the run that is shown. */
  title: (place: HTMLElement, language: Language, s: Snapshot | null) => void;
  make: (given: Given) => Shown;
  /** Whether it draws on the plane, too, and so is in sight where that is. */
  onPlane?: boolean | undefined;
}

interface Parts extends Pick<ViewFile, 'make' | 'onPlane'> {
  css: string;
  /** In which terms may be marked. */
  title: (language: Language, s: Snapshot | null) => string;
}

export const fileOf = ({ css, title, make, onPlane }: Parts): ViewFile => ({
  title(place, language, s) {
    tell(place, title(language, s));
    hide(place, false);
  },
  make(given) {
    for (const sheet of [common, css]) adopt(given.plane.getRootNode() as ShadowRoot, sheet);
    const view = make(given);
    for (const type of ['touchstart', 'touchmove', 'touchend'] as const)
      view.element.addEventListener(type, keepDrags, { passive: true });
    return view;
  },
  onPlane,
});

/** Keeps a finger's drags in a view from a slide show around the figure. */
function keepDrags(event: TouchEvent): void {
  if ((event.target as Element).closest('.knob, canvas, input')) event.stopPropagation();
}

/** What a view is given: with the figure's texts and its own, which are the same object as long as the language is the same. */
export function hostOf<Own extends Record<string, Record<Language, unknown>>>(given: Given, own: Own) {
  type Strings = FigureStrings & { [Name in keyof Own]: Own[Name][Language] };
  const made = new Map<Language, Strings>();
  const strings = (): Strings => {
    const language = given.language();
    let all = made.get(language);
    if (!all) {
      const words = Object.entries(own).map(([name, of]) => [name, of[language]]);
      all = { ...given.strings(), ...Object.fromEntries(words) } as Strings;
      made.set(language, all);
    }
    return all;
  };
  const { send, ask, changes } = given;
  return { send, ask, changes, brief: true, strings };
}
