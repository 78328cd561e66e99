// How the model learns; the learning rate can be changed while it does.

import type { Snapshot } from '../figure/protocol';
import type { Strings } from '../words/en';
import { byId, setAttribute, write } from './dom';
import * as format from '../words/format';
import type { Part, Send } from './part';

export function training(send: Send): Part {
  const field = byId<HTMLInputElement>('lr');
  const problem = byId('lr-problem');
  let shown: Snapshot | null = null;
  let wrong: string | null = null;
  let strings: Strings | null = null;

  const complain = (text: string | null) => {
    wrong = text;
    write(problem, text === null || !strings ? '' : strings.learningRateWants(text));
    setAttribute(field, 'aria-invalid', String(text !== null));
  };
  const restore = () => {
    if (shown) field.value = format.typed(shown.train.lr);
  };
  const commit = () => {
    const value = format.parse(field.value);
    if (!(value > 0 && value < Infinity)) return complain(field.value);
    complain(null);
    if (value !== shown?.train.lr) send({ type: 'set', key: 'train.lr', value });
  };

  byId('training').addEventListener('submit', (event) => {
    event.preventDefault();
    commit();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    complain(null);
    restore();
  });
  field.addEventListener('blur', () => {
    commit();
    // The field shows again what holds; what was refused is named in the message.
    restore();
    setAttribute(field, 'aria-invalid', 'false');
  });

  return {
    show(s, t) {
      strings = t;
      const changed = s.train.lr !== shown?.train.lr;
      shown = s;
      if (changed && document.activeElement !== field) restore();
      if (wrong !== null) write(problem, t.learningRateWants(wrong));
      const { loss, optimizer, momentum } = s.train;
      const name = t.optimizers[optimizer] ?? optimizer;
      write(byId('loss-function'), t.losses[loss] ?? loss);
      write(byId('optimizer'), momentum > 0 ? t.momentum(name, format.typed(momentum)) : name);
      write(byId('batch'), batch(s, t));
    },
  };
}

function batch(s: Snapshot, t: Strings): string {
  const n = s.counts.reduce((sum, count) => sum + count, 0);
  const size = s.train.batch_size;
  return size === 0 || size >= n ? t.wholeBatch(format.count(n)) : format.count(size);
}
