// Whether a line separates the classes, how wide the street between them is, and what that bounds. The learning rate's limit
// takes passes over all points, so it is asked for only while it is seen.

import type { MarginReport } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { byId, make, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';
import { inquiry, momentOf } from './inquiry';

/** What the open card lists. */
interface Facts extends Pick<MarginReport, 'gamma' | 'novikoff' | 'angle'> {
  lrLimit: number | null;
}

type Fact = keyof Facts;

const facts: Record<Fact, (v: number, t: Strings) => string> = {
  gamma: (v) => short(v),
  novikoff: (v) => format.count(Math.floor(v)),
  lrLimit: (v) => short(v),
  angle: (v, t) => t.degrees(format.fixed(v, 1)),
};

export const margin: Card = {
  group: 'why',
  markup:
    PRERENDER &&
    fold(
      'margin',
      'margin',
      'margin-digest',
      `
    <p class="note" id="margin-state"></p>
    <dl class="facts" id="margin"></dl>`,
    ),
  part,
};

function part({ ask }: Lab): Part {
  const card = byId<HTMLDetailsElement>('margin-card');
  const list = byId('margin');
  let last = '';
  const limit = inquiry(ask, { type: 'limit' });
  let lrLimit: number | null = null;

  return {
    show(s, t) {
      const { margin: report } = s;
      write(byId('margin-digest'), report ? (t.margin.states[report.state] ?? report.state) : format.none);
      write(byId('margin-state'), t.margin.explain[report?.state ?? 'none'] ?? '');
      if (!isOpen(card)) return;
      const news = report ? limit(momentOf(s), false) : undefined;
      if (news !== undefined) lrLimit = news;
      const rows = report ? rowsOf({ ...report, lrLimit }, t) : [];
      const key = JSON.stringify(rows);
      if (key === last) return;
      last = key;
      list.replaceChildren(
        ...rows.map(([name, value, why]) => make('div', '', make('dt', '', name), make('dd', '', value), make('dd', 'why', why))),
      );
    },
    translate() {
      last = '';
    },
  };
}

function rowsOf(known: Facts, t: Strings): [name: string, value: string, why: string][] {
  return (Object.keys(facts) as Fact[]).flatMap((fact) => {
    const value = known[fact];
    const [name = '', why = ''] = t.margin[fact];
    return value === null ? [] : [[name, facts[fact](value, t), why]];
  });
}

/** Three digits that count. */
function short(v: number): string {
  if (v >= 1000) return format.count(Math.round(v));
  return v === 0 || v >= 1e-3 ? String(Number(v.toPrecision(3))) : v.toExponential(2).replaceAll('-', '−');
}
