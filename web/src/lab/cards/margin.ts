// Whether a line separates the classes, how wide the street between them is, and what follows from that. The plane shows it, too.
// All of it takes passes over the points, so it is requested only while it is shown.

import { inquiry, momentOf } from '../../explain/inquiry';
import { singleNeuron } from '../../explain/single';
import type { LedgerReport, LimitReport, MarginReport, SettlingReport, Snapshot, StreetReport } from '../../figure/protocol';
import { Ledger } from '../../views/ledger';
import { Settling } from '../../views/settling';
import { crossing, Street } from '../../views/street';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { plain } from '../../words/term';
import { byId, hide, make, spelled, tell, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import { type Card, type Lab, type Part, together } from '../ui/part';
import { sampledOf } from './sampled';
import { fateOf } from './settles';

/** The least time between two requests for what is drawn while the run plays. */
const pauseMs = 250;

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
  presents: 6,
  markup:
    PRERENDER &&
    fold(
      'margin',
      'margin',
      'margin-digest',
      `
    <p class="note" id="margin-state"></p>
    <p class="note" id="street-says"></p>
    <dl class="facts" id="margin"></dl>
    <section class="drawn" id="ledger" aria-labelledby="ledger-title" hidden>
      <h3 id="ledger-title"></h3>
      <p class="note" id="ledger-says"></p>
    </section>
    <section class="drawn" id="settling" aria-labelledby="settling-title" hidden>
      <h3 id="settling-title"></h3>
      <p class="note" id="settling-says"></p>
    </section>`,
      'marginTerms',
    ),
  part: (lab) => together(part(lab), streetPart(lab), ledgerPart(lab), settlingPart(lab)),
};

function part({ ask }: Lab): Part {
  const card = byId<HTMLDetailsElement>('margin-card');
  const list = byId('margin');
  let last = '';
  const limit = inquiry(ask, { type: 'limit' }, pauseMs);
  let lrLimit: LimitReport | null = null;

  return {
    show(s, t) {
      const { margin: report } = s;
      write(byId('margin-digest'), report ? t.margin.states[report.state] : format.none);
      tell(byId('margin-state'), t.margin.explain[report?.state ?? (singleNeuron(s) ? 'many' : 'none')] ?? '');
      if (!isOpen(card)) return;
      const news = singleNeuron(s) ? limit(momentOf(s), s.playing) : null;
      if (news !== undefined) lrLimit = news;
      const rows = rowsOf({ gamma: null, novikoff: null, angle: null, ...report, lrLimit: lrLimit?.rate ?? null }, t);
      const key = JSON.stringify(rows.map(([name]) => name));
      // The same rows keep their elements, and a focus in them.
      if (key !== last)
        list.replaceChildren(
          ...rows.map(([name, , why]) =>
            make('div', '', make('dt', '', ...spelled(name)), make('dd'), make('dd', 'why', ...spelled(why))),
          ),
        );
      last = key;
      for (const [i, [, value]] of rows.entries()) write(list.children[i]!.children[1]!, value);
      const why = list.children[rows.findIndex(([name]) => name === t.margin.lrLimit[0])]?.children[2];
      if (lrLimit && why) tell(why, `${t.margin.lrLimit[1]} ${sampledOf(lrLimit.of, s, t)}`.trim());
    },
    translate() {
      last = '';
    },
  };
}

/** Draws the hulls and the street on the plane. */
function streetPart({ ask }: Lab): Part {
  const card = byId<HTMLDetailsElement>('margin-card');
  const street = new Street();
  const inquire = inquiry(ask, { type: 'street' }, pauseMs);
  let report: StreetReport | null = null;
  let drawn: Strings | null = null;
  byId('plane').prepend(street.element);
  return {
    show(s, t) {
      if (!isOpen(card)) {
        drawn = null;
        return street.clear();
      }
      const news = inquire(momentIn(s), s.playing);
      if (news === undefined && drawn === t) return;
      if (news !== undefined) report = news;
      drawn = t;
      const says = report ? saysOf(report, t) : '';
      tell(byId('street-says'), says);
      hide(byId('street-says'), !says);
      if (!report) return street.clear();
      const [name = ''] = t.margin.gamma;
      street.show(report, plain(report.gamma === null ? says : `${says} ${name}: ${short(report.gamma)}`));
    },
  };
}

function saysOf(report: StreetReport, t: Strings): string {
  const { says } = t.street;
  if (crossing(report)) return says.crossing();
  if (report.overlap && report.overlap.at.length < 3) return says.shared();
  if (report.state === 'separable') return says.separable(format.count(report.support.length));
  return report.hulls.some(({ at }) => at.length > 0) ? says[report.state]() : '';
}

/** Draws Rosenblatt's mistakes below their bound. */
function ledgerPart({ ask }: Lab): Part {
  const card = byId<HTMLDetailsElement>('margin-card');
  const ledger = new Ledger();
  const inquire = inquiry(ask, { type: 'ledger' }, pauseMs);
  let report: LedgerReport | null = null;
  let drawn: Strings | null = null;
  byId('ledger').append(ledger.element);
  return {
    show(s, t) {
      if (!isOpen(card)) return;
      const news = inquire(momentIn(s, s.others.map(({ name }) => name).join()), s.playing);
      if (news === undefined && drawn === t) return;
      if (news !== undefined) report = news;
      drawn = t;
      hide(byId('ledger'), !report);
      if (!report) return;
      const [shown, mistakes] = report.places.at(-1)!.map(format.count) as [string, string];
      const bound = report.bound === null ? '' : short(Math.floor(report.bound));
      const { street } = t;
      write(byId('ledger-title'), street.ledger);
      const promise = report.holds ? street.promised : street.notPromised;
      tell(byId('ledger-says'), bound ? promise(report.own, bound) : street.unbounded(report.own));
      const labels = {
        bound: street.ledgerBound(bound),
        mistakes: street.ledgerMistakes(mistakes),
        shown: street.ledgerShown(shown),
      };
      const all = [labels.mistakes, labels.shown, ...(bound ? [labels.bound] : [])];
      ledger.show(report, { ...labels, name: plain(`${street.ledger}: ${all.join(', ')}`) });
    },
  };
}

/** Draws the angle to the street and ‖w‖ over the logarithm of time. */
function settlingPart({ ask }: Lab): Part {
  const card = byId<HTMLDetailsElement>('margin-card');
  const settling = new Settling();
  const inquire = inquiry(ask, { type: 'settling' }, pauseMs);
  let report: SettlingReport | null = null;
  let drawn: Strings | null = null;
  byId('settling').append(settling.element);
  return {
    show(s, t) {
      if (!isOpen(card)) return;
      const news = inquire(momentIn(s), s.playing);
      if (news === undefined && drawn === t) return;
      if (news !== undefined) report = news;
      drawn = t;
      hide(byId('settling'), !report);
      if (!report) return;
      const { street } = t;
      const last = report.places.at(-1)!;
      const angle = last.angle === null ? street.noAngle : street.angle(t.degrees(format.fixed(last.angle, 1)));
      const norm = street.norm(short(last.norm));
      tell(byId('settling-title'), street.settling);
      tell(byId('settling-says'), fateOf(s, street.fates));
      const name = plain(street.picture(angle, norm, format.count(Math.floor(last.epoch))));
      settling.show(report, { name, angle, norm, epochs: street.epochs, number: short });
    },
  };
}

/** What an answer depends on, and the width of its drawing: when the window changes, so does the plane. */
const momentIn = (s: Snapshot, more = '') => `${momentOf(s)}/${s.diverged}/${JSON.stringify(s.plane)}/${more}`;

function rowsOf(known: Facts, t: Strings): [name: string, value: string, why: string][] {
  return (Object.keys(facts) as Fact[]).flatMap((fact) => {
    const value = known[fact];
    const [name = '', why = ''] = t.margin[fact];
    return value === null ? [] : [[name, facts[fact](value, t), why]];
  });
}

/** Three significant digits. */
function short(v: number): string {
  if (v >= 1000) return format.count(Math.round(v));
  return v === 0 || v >= 1e-3 ? String(Number(v.toPrecision(3))) : v.toExponential(2).replaceAll('-', '−');
}
