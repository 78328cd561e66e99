// When a playing run pauses by itself, other than at its last epoch.

import type { Stop } from '../../figure/protocol';
import * as format from '../../words/format';
import { readNumber } from '../../words/number';
import { byId } from '../ui/dom';
import { textField } from '../ui/field';
import type { Lab, Part } from '../ui/part';
import { flagSetting, Setting } from '../ui/setting';

/** Where they are, in the card of the training. */
export const stopsMarkup =
  PRERENDER &&
  `
    <fieldset class="stops" id="stops"><legend data-text="stops"></legend></fieldset>`;

export function stops({ send, strings }: Lab): Part {
  let stop: Stop = { loss: null, tol: null, noMistakes: false };
  // Another change may come before the report of this one.
  const set = (change: Partial<Stop>) => {
    stop = { ...stop, ...change };
    send({ type: 'stop', ...stop });
  };
  const number = (key: 'loss' | 'tol') => {
    const setting: Setting = new Setting(`stop.${key}`, textField('decimal'), (text) => {
      const read = text === '' ? null : readNumber(text, strings());
      if (read && 'problem' in read) setting.showError(read.problem);
      else if (read && !(Number(read.plain) > 0)) setting.showError(strings().positiveWanted(text));
      else set({ [key]: read && Number(read.plain) });
    });
    return setting;
  };
  const [loss, tol] = [number('loss'), number('tol')];
  const clean = flagSetting('stop.noMistakes', (noMistakes) => set({ noMistakes }));
  byId('stops').append(clean.element, loss.element, tol.element);

  return {
    show(s) {
      stop = s.stop;
      for (const [setting, value] of [
        [loss, stop.loss],
        [tol, stop.tol],
      ] as const)
        setting.show(value === null ? '' : format.typed(value));
      clean.show(String(stop.noMistakes));
    },
    translate(t) {
      for (const setting of [loss, tol, clean]) setting.translate(t);
    },
  };
}
