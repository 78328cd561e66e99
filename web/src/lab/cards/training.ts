// How the model learns. Every value here may change while it learns.

import { inquiry, momentOf } from '../../explain/inquiry';
import { slides } from '../../explain/slide';
import { losses, optimizers } from '../../figure/entries';
import type { LimitReport, Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { byId, hide, make, setAttribute, tell, write } from '../ui/dom';
import { inShownGroup } from '../ui/groups';
import type { Card, Lab, Part, Send } from '../ui/part';
import { together } from '../ui/part';
import { ChoiceSetting, flagSetting, numberSetting, place, type Setting, type SettingKey, wholeSetting } from '../ui/setting';
import { lossesFor } from './loss';
import { ignores, isAdaptive } from './optimizer';
import { sampledOf } from './sampled';
import { stops, stopsMarkup } from './stops';
import { total } from './total';

/** The least time between two requests for the limit while the run plays. */
const pauseMs = 500;

/** The learning rates at the ends of the slider, as powers of ten. */
const [slowest, fastest] = [-5, 1];

export const training: Card = {
  group: 'change',
  markup:
    PRERENDER &&
    `
<section class="card training" id="training-card" aria-labelledby="training-title">
  <h2 id="training-title" data-text="training"></h2>
  <p class="aside" id="training-digest"></p>
  <div class="rate" id="rate"></div>
  <p class="note zone" id="rate-zone" hidden></p>
  <details class="more">
    <summary data-text="more"></summary>
    <p class="note" data-text="trainingNote"></p>
    <p class="note terms" data-text="trainingTerms"></p>
    <div class="settings-grid" id="training-fields"></div>${stopsMarkup}
  </details>
</section>`,
  part: (lab) => together(settings(lab), stops(lab)),
};

function settings({ send, ask, strings }: Lab): Part {
  const card = byId('training-card');
  const inquire = inquiry(ask, { type: 'limit' }, pauseMs);
  let limit: LimitReport = { rate: null, formula: '', of: 0 };
  const set = (key: SettingKey) => (value: number | string | boolean) => send({ type: 'set', key, value });
  const number = (key: SettingKey) => numberSetting(key, strings, set(key));
  const lr = number('train.lr');
  const loss = new ChoiceSetting(
    'train.loss',
    losses.map(({ name }) => name),
    (v, t) => t.losses[v],
    set('train.loss'),
  );
  const optimizer = new ChoiceSetting(
    'train.optimizer',
    optimizers.map(({ name }) => name),
    (v, t) => t.optimizers[v],
    set('train.optimizer'),
  );
  const whole = (key: SettingKey) => wholeSetting(key, strings, (text) => set(key)(Number(text)));
  const numbers = [number('train.momentum'), number('train.weight_decay'), whole('train.batch_size'), whole('train.epochs')];
  const all: Setting[] = [lr, loss, optimizer, ...numbers, flagSetting('train.nesterov', set('train.nesterov'))];

  const slider = makeSlider(send, set('train.lr'));
  place('rate', [lr]);
  byId('rate').append(slider);
  place('training-fields', all.slice(1));

  return {
    show(s, t) {
      const train: Record<string, number | string | boolean> = { ...s.train };
      for (const setting of all) {
        const key = setting.key.slice('train.'.length);
        setting.show(String(train[key]));
        setting.hidden = ignores(s.train.optimizer, key);
      }
      const fitting: string[] = lossesFor(s.layers.at(-1) ?? 1);
      for (const option of loss.options) option.disabled = !fitting.includes(option.value);
      showRate(slider, s.train.lr);
      if (inShownGroup(card)) {
        const news = inquire(`${momentOf(s)}/${s.diverged}`, s.playing);
        if (news !== undefined) limit = news;
        showZones(slider, limit, s, t);
      }
      write(byId('training-digest'), digest(s, t));
    },
    translate(t) {
      for (const setting of all) setting.translate(t);
      setAttribute(slider, 'aria-label', t.lrSlider);
    },
  };
}

/** A slider for the learning rate. */
function makeSlider(send: Send, commit: (lr: number) => void): HTMLInputElement {
  const slider = make('input', 'slider');
  Object.assign(slider, {
    type: 'range',
    id: 'lr-slider',
    min: String(slowest),
    max: String(fastest),
    step: '0.05',
    disabled: true,
  });
  slider.dataset.live = '';
  slides(slider, send, () => {
    setAttribute(slider, 'aria-valuetext', format.typed(rateAt(slider)));
    commit(rateAt(slider));
  });
  return slider;
}

const rateAt = (slider: HTMLInputElement) => Number((10 ** Number(slider.value)).toPrecision(2));

function showRate(slider: HTMLInputElement, lr: number): void {
  const text = format.typed(lr);
  if (slider.dataset.rate === text || slider.matches(':active')) return;
  slider.dataset.rate = text;
  slider.value = String(Math.log10(lr));
  setAttribute(slider, 'aria-valuetext', text);
}

/**
 * Draws on the slider where steps are calm, where they overshoot and where they lead away from the bottom, and says which applies
 * to the current rate, or why there are no such zones. With momentum there is no rate from which a step begins to overshoot.
 */
function showZones(slider: HTMLInputElement, { rate, formula, of }: LimitReport, s: Snapshot, t: Strings): void {
  const { lr, momentum } = s.train;
  const note = byId('rate-zone');
  slider.classList.toggle('zoned', rate !== null);
  const n = total(s.counts);
  hide(note, s.diverged !== null || n === 0);
  if (rate === null) {
    note.dataset.zone = 'none';
    tell(note, whyNone(of, s, t));
    return;
  }
  const calm = momentum === 0 ? rate / 2 : rate;
  slider.style.setProperty('--calm-to', shareOf(calm));
  slider.style.setProperty('--over-to', shareOf(rate));
  const zone = lr > rate ? 'away' : lr > calm ? 'over' : 'calm';
  note.dataset.zone = zone;
  const batches = s.train.batch_size > 0 && s.train.batch_size < n;
  const said = [
    t.zones[zone](`[${formula}](curvature) = ${format.typed(Number(rate.toPrecision(3)))}`),
    s.layers.length > 2 ? t.zones.network : '',
    batches ? t.zones.batches : '',
    sampledOf(of, s, t),
  ];
  tell(note, said.filter(Boolean).join(' '));
}

/** Why no learning rate is the limit. */
function whyNone(of: number, { train: { optimizer, momentum } }: Snapshot, t: Strings): string {
  if (isAdaptive(optimizer)) return t.noZones.adaptive(t.optimizers[optimizer]);
  if (momentum >= 1) return t.noZones.momentum;
  return of === 0 ? t.noZones.large : t.noZones.flat;
}

/** How far along the slider a rate is. */
function shareOf(lr: number): string {
  const share = (Math.log10(lr) - slowest) / (fastest - slowest);
  return `${(100 * Math.min(1, Math.max(0, share))).toFixed(1)}%`;
}

function digest(s: Snapshot, t: Strings): string {
  return [t.losses[s.train.loss], t.optimizers[s.train.optimizer], batch(s, t)].join(' · ');
}

function batch(s: Snapshot, t: Strings): string {
  const n = total(s.counts);
  const size = s.train.batch_size;
  return size === 0 || size >= n ? t.wholeBatch(format.count(n)) : t.batchOf(format.count(size));
}
