// The network: its layers and initial weights. A change restarts the run.

import { activations } from '../../figure/entries';
import type { Snapshot } from '../../figure/protocol';
import { maxClasses } from '../../views/marks';
import type { Strings } from '../../words/en';
import { byId, write } from '../ui/dom';
import { fold } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';
import { ChoiceSetting, counting, place, type Setting, type SettingKey, wholeSetting } from '../ui/setting';
import { lossesFor } from './loss';
import { UnitFields } from './units';

export const model: Card = {
  group: 'change',
  markup:
    PRERENDER &&
    fold(
      'model',
      'model',
      'model-digest',
      `
    <p class="note" data-text="restarts"></p>
    <fieldset class="hidden-layers">
      <legend data-text="hiddenLayers"></legend>
      <div class="row" id="hidden-layers"></div>
    </fieldset>
    <div class="settings-grid" id="model-fields"></div>`,
    ),
  part,
};

function part({ send, strings }: Lab): Part {
  let shown: Snapshot | null = null;
  const change = (values: string) => send({ type: 'change', with: values });
  const choice = <Value extends string>(key: SettingKey, values: readonly Value[], name: (value: Value, t: Strings) => string) =>
    new ChoiceSetting(key, values, name, (value) => change(`${key.slice('model.'.length)}=${value}`));

  const units = new UnitFields(byId('hidden-layers'), strings, (hidden) => {
    if (shown) change(`layers=${[2, ...hidden, shown.layers.at(-1)].join()}`);
  });
  const activation = choice('model.activation', activations, (v, t) => t.activations[v]);
  const init = choice('model.init', ['uniform', 'zeros'], (v, t) => t.inits[v] ?? v);
  const seed = wholeSetting('model.manual_seed', strings, (text) => change(`manual_seed=${text}`));
  const outputs = new ChoiceSetting(
    'model.outputs',
    counting(1, maxClasses),
    (v) => v,
    (value) => {
      if (shown) change(withOutputs(Number(value), shown));
    },
  );
  const all: Setting[] = [activation, init, seed, outputs];
  place('model-fields', all);

  return {
    show(s, t) {
      shown = s;
      const { scene } = s;
      units.show(scene.layers.slice(1, -1));
      activation.show(scene.activation);
      activation.hidden = scene.layers.length === 2;
      init.show(scene.init);
      seed.show(scene.manual_seed);
      outputs.show(String(scene.layers.at(-1)));
      const hidden = scene.layers.slice(1, -1);
      write(
        byId('model-digest'),
        hidden.length === 0 ? scene.layers.join(' → ') : `${scene.layers.join(' → ')}, ${t.activations[scene.activation]}`,
      );
    },
    translate(t) {
      for (const setting of all) setting.translate(t);
      units.translate(t);
    },
  };
}

/** The fragment for this many outputs, with a loss that suits them: the current one, or else the first. */
function withOutputs(outputs: number, s: Snapshot): string {
  const fitting = lossesFor(outputs);
  const loss = fitting.find((name) => name === s.train.loss) ?? fitting[0];
  return `layers=${[...s.layers.slice(0, -1), outputs].join()}&train.loss=${loss}`;
}
