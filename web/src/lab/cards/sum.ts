// The prediction for one point, term by term: w1·x1 + w2·x2 + b = z, σ(z) = p, and its loss.

import { type InHand, inHand } from '../../explain/inhand';
import { singleNeuron } from '../../explain/single';
import type { Snapshot, XY } from '../../figure/protocol';
import { says } from '../../words/answer';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { classMark } from '../ui/classes';
import { byId, make, spelled, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Ask, Card, Lab, Part } from '../ui/part';

export const sum: Card = {
  group: 'why',
  markup:
    PRERENDER &&
    fold(
      'sum',
      'sum',
      'sum-point',
      `
    <p class="note" data-text="sumNote"></p>
    <div class="sum" id="sum"></div>`,
      'sumTerms',
    ),
  part,
};

function part({ ask }: Lab): Part {
  const card = byId<HTMLDetailsElement>('sum-card');
  const place = byId('sum');
  let last = '';
  return {
    show(s, t) {
      const point = inHand(s, t);
      write(byId('sum-point'), point ? `${point.name} ${format.point(point.x)}` : '');
      if (!isOpen(card)) return;
      const rows = point ? rowsOf(s, point, ask, t) : [];
      const key = JSON.stringify(rows);
      if (key === last) return;
      last = key;
      place.replaceChildren(rows.length > 0 ? tableOf(rows) : make('p', 'note', t.hand.none));
    },
    translate() {
      last = '';
    },
  };
}

interface Row {
  /** The class whose mark precedes the name. */
  mark?: number;
  name: string;
  /** Where the value comes from, in numbers. */
  from: string;
  value: string;
  total?: boolean;
}

function rowsOf(s: Snapshot, { x, z, p, label, class: said }: InHand, ask: Ask, t: Strings): Row[] {
  if (!z || !p) return [];
  const rows = [...terms(s, x, t)];
  if (z.length === 1) {
    rows.push({ name: t.sum.logit, from: '', value: format.logit(z[0]!), total: true });
    if (s.output === 'step') rows.push({ name: t.sum.step, from: t.sum.steps, value: says(said, t), total: true });
    else rows.push({ name: t.sum.probability, from: `σ(${format.logit(z[0]!)})`, value: format.probability(p[0]!), total: true });
  } else {
    for (const [k, zk] of z.entries())
      rows.push({ mark: k, name: t.sum.ofClass(k), from: `z = ${format.logit(zk)}`, value: format.probability(p[k]!) });
  }
  const cost = label === null ? undefined : ask({ type: 'cost', z })?.[label];
  if (cost && label !== null)
    rows.push({ mark: label, name: t.sum.loss(label), from: t.losses[s.train.loss], value: format.loss(cost.loss) });
  return rows;
}

/** The rows of a single neuron: each weight times its coordinate, and the bias. */
function* terms(s: Snapshot, x: XY, t: Strings): Generator<Row> {
  const weights = singleNeuron(s);
  if (!weights) return;
  const { w1, w2, b } = weights;
  for (const [i, w] of [w1, w2].entries()) {
    yield { name: t.sum.weighted(format.subscript(i)), from: `${number(w)} · ${bracketed(x[i]!)}`, value: number(w * x[i]!) };
  }
  yield { name: t.sum.bias, from: '', value: number(b) };
}

const number = (v: number) => format.fixed(v, 3);
const bracketed = (v: number) => (v < 0 ? `(${number(v)})` : number(v));

function tableOf(rows: Row[]): HTMLTableElement {
  const body = make('tbody');
  for (const row of rows) {
    const head = make('th', '', ...(row.mark === undefined ? [] : [classMark(row.mark)]), ...spelled(row.name));
    head.scope = 'row';
    body.append(make('tr', row.total ? 'total' : '', head, make('td', 'from', row.from), make('td', '', row.value)));
  }
  return make('table', '', body);
}
