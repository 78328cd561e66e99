// Where the points come from. A change restarts the run.

import { dataValues, kinds } from '../../figure/entries';
import type { KindName, Snapshot, XY } from '../../figure/protocol';
import { fewClasses, maxClasses } from '../../views/marks';
import * as format from '../../words/format';
import { byId, hide, make, write } from '../ui/dom';
import { fold } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';
import { ChoiceSetting, counting, numberSetting, place, type Setting, type SettingKey, wholeSetting } from '../ui/setting';
import { lossesFor } from './loss';
import { csvMarkup } from './opening';
import { total } from './total';

/** Whether a setting applies to a kind. One that no kind lists applies to all; a seed applies only where points are drawn. */
function belongs(value: string, kind: KindName): boolean {
  const key = value === 'random_state' ? 'n_samples' : value;
  const those = kinds.filter(({ keys }) => keys.some((k) => k === key));
  return those.length === 0 || those.some(({ name }) => name === kind);
}

export const data: Card = {
  group: 'change',
  markup:
    PRERENDER &&
    fold(
      'data',
      'data',
      'data-digest',
      `
    <p class="note" data-text="restarts"></p>
    <div class="settings-grid" id="data-fields"></div>${csvMarkup}`,
    ),
  part,
};

/** A value of the data that has a label, without its section. */
type ValueName = SettingKey extends infer Key ? (Key extends `data.${infer Name}` ? Name : never) : never;

function part({ send, strings }: Lab): Part {
  let shown: Snapshot | null = null;
  const change = (values: string) => send({ type: 'change', with: values });
  const number = (name: ValueName) => numberSetting(`data.${name}`, strings, (value) => change(`${name}=${value}`));
  const whole = (name: ValueName) => wholeSetting(`data.${name}`, strings, (text) => change(`${name}=${text}`));
  const kind = new ChoiceSetting(
    'data.kind',
    kinds.map(({ name }) => name),
    (value, t) => t.kinds[value],
    (value) => change(`kind=${value}`),
  );
  const classes = new ChoiceSetting(
    'classes',
    counting(2, maxClasses),
    (value) => value,
    (value) => {
      if (shown) change(withClasses(Number(value), shown));
    },
  );
  const values = [...dataValues.map(({ name, whole: is }) => (is ? whole(name) : number(name))), number('test_size')];
  const all: Setting[] = [kind, classes, ...values];
  place('data-fields', all);
  const odd = make('p', 'note');
  odd.id = 'odd-samples';
  odd.hidden = true;
  byId('data-fields').append(odd);

  return {
    show(s, t) {
      shown = s;
      const { scene } = s;
      kind.show(scene.kind);
      classes.show(String(scene.centers.length));
      classes.hidden = !belongs('centers', scene.kind);
      for (const setting of values) {
        const name = setting.key.slice('data.'.length) as keyof typeof scene;
        setting.show(String(scene[name]));
        setting.hidden = !belongs(name, scene.kind);
      }
      const entry = kinds.find(({ name }) => name === scene.kind);
      hide(odd, !entry?.even || scene.n_samples % 2 === 0);
      if (entry?.even) write(odd, t.odd[entry.name](format.count(scene.n_samples), format.count(scene.n_samples - 1)));
      const n = total(s.counts);
      write(byId('data-digest'), t.dataDigest(t.kinds[scene.kind], format.count(n)));
    },
    translate(t) {
      for (const setting of all) setting.translate(t);
    },
  };
}

/** The fragment for as many classes: their centers, with matching outputs and loss. */
function withClasses(k: number, s: Snapshot): string {
  const hidden = s.layers.slice(0, -1);
  const outputs = k === 2 ? 1 : k;
  return `kind=${s.scene.kind}&centers=${centers(k)
    .map((at) => at.join())
    .join(';')}&layers=${[...hidden, outputs].join()}&train.loss=${lossesFor(outputs)[0]}`;
}

/** On a circle or, if that would be too large, on a grid. */
function centers(k: number): XY[] {
  if (k === 2)
    return [
      [-0.5, 0.5],
      [0.5, -0.5],
    ];
  if (k > fewClasses) {
    const side = Math.ceil(Math.sqrt(k));
    const gap = 2;
    return Array.from({ length: k }, (_, i) => [
      gap * ((i % side) - (side - 1) / 2),
      gap * ((side - 1) / 2 - Math.floor(i / side)),
    ]);
  }
  const radius = k < 5 ? 1.2 : 1.8;
  return Array.from({ length: k }, (_, i) => {
    const angle = Math.PI / 2 + (2 * Math.PI * i) / k;
    return [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))];
  });
}

const round = (v: number) => Math.round(100 * v) / 100 + 0;
