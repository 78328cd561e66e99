// When a playing run pauses by itself, beside its last epoch.

import type { Snapshot } from '../figure/protocol';
import type { Strings } from '../words/en';
import * as format from '../words/format';
import { byId, make } from './dom';
import type { Part, Send } from './part';
import { flagSetting, Setting } from './setting';

export function stops(send: Send, strings: () => Strings): Part {
  let stop: Snapshot['stop'] = { loss: null, noMistakes: false };
  const input = make('input', 'field');
  input.type = 'text';
  input.inputMode = 'decimal';
  input.autocomplete = 'off';
  const below: Setting = new Setting('stop.loss', input, (text) => {
    const loss = text === '' ? null : format.parse(text);
    if (loss === null || loss > 0) send({ type: 'stop', ...stop, loss });
    else below.complain(strings().numberWanted(text));
  });
  const clean = flagSetting('stop.noMistakes', (noMistakes) => send({ type: 'stop', ...stop, noMistakes }));
  byId('stops').append(clean.element, below.element);

  return {
    show(s) {
      stop = s.stop;
      below.show(stop.loss === null ? '' : format.typed(stop.loss));
      clean.show(String(stop.noMistakes));
    },
    speak(t) {
      below.speak(t);
      clean.speak(t);
    },
  };
}
