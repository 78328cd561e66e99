// The Keys dialog: what the keys of the page do (../page/keys.ts).

import type { DialogStrings } from '../../words/en';
import { dialog, frame } from '../ui/dialog';
import { byId, make } from '../ui/dom';
import type { Part } from '../ui/part';

export const keysMarkup =
  PRERENDER &&
  frame(
    'keys',
    'keys',
    `
  <p class="note" data-text="keysNote"></p>
  <dl class="keys-list" id="keys-list"></dl>`,
  );

export function keys(): Part<DialogStrings> {
  dialog('keys', () => {});
  return {
    show() {},
    translate(t) {
      byId('keys-list').replaceChildren(
        ...t.keyboard.map(([key, what]) => make('div', '', make('dt', '', make('kbd', '', key)), make('dd', '', what))),
      );
    },
  };
}
