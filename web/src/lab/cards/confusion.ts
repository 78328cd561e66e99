// How many points of each class are predicted as which, and the rates that follow; and the test data.

import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { classMark } from '../ui/classes';
import { byId, hide, make, spelled, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Card, Part } from '../ui/part';
import { together } from '../ui/part';
import { rightOf } from './accuracy';
import { sampledOf } from './sampled';
import { threshold, thresholdMarkup } from './threshold';
import { total } from './total';

export const confusion: Card = {
  group: 'watch',
  markup:
    PRERENDER &&
    fold(
      'confusion',
      'rightAndWrong',
      'confusion-digest',
      `${thresholdMarkup}
    <div class="scroll" id="confusion" tabindex="0" role="group" data-label="confusion"></div>
    <p class="note" id="confusion-sampled" hidden></p>
    <dl class="pairs" id="rates"></dl>
    <div id="held-back" hidden>
      <h3 data-text="heldBack"></h3>
      <dl class="pairs">
        <div><dt data-text="points"></dt><dd id="test-points">–</dd></div>
        <div><dt data-text="testLoss"></dt><dd id="test-loss">–</dd></div>
        <div><dt data-text="testAccuracy"></dt><dd id="test-accuracy">–</dd></div>
      </dl>
    </div>`,
      'confusionTerms',
    ),
  part: (lab) => together(rightAndWrong(), threshold(lab)),
};

function rightAndWrong(): Part {
  const card = byId<HTMLDetailsElement>('confusion-card');
  let last = '';
  return {
    show(s, t) {
      hide(byId('held-back'), s.test === null);
      if (s.test) {
        write(byId('test-points'), format.count(s.test.n));
        write(byId('test-loss'), format.loss(s.test.loss));
        write(byId('test-accuracy'), format.percent(s.test.accuracy));
      }
      const key = JSON.stringify([s.confusion, s.undecided]);
      if (!isOpen(card)) return;
      const sampled = s.confusion ? sampledOf(s.counted, s, t) : '';
      write(byId('confusion-sampled'), sampled);
      hide(byId('confusion-sampled'), !sampled);
      if (key === last) return;
      last = key;
      byId('confusion').replaceChildren(...(s.confusion ? [matrix(s.confusion, s.undecided ?? [], t)] : []));
      byId('rates').replaceChildren(...(s.confusion ? rates(s.confusion, s.undecided ?? [], t) : []));
    },
    translate() {
      last = '';
    },
  };
}

/** With more classes than this, only their marks and numbers are shown. */
const spelledOut = 4;

/** Rows are the classes given, columns those predicted, plus one for points too close to call if there are any. */
function matrix(confusion: number[][], undecided: number[], t: Strings): HTMLTableElement {
  const many = confusion.length > spelledOut;
  const corner = make('td', 'note', `${t.confusion.given} ↓\n${t.confusion.predicted} →`);
  const heads = confusion.map((_, k) => head('col', k, many, t));
  const open = total(undecided) > 0;
  if (open) heads.push(Object.assign(make('th', '', t.cantTell), { scope: 'col' }));
  const rows = confusion.map((row, given) => {
    const cells = row.map((n, k) => {
      const cell = make('td', k === given ? 'right' : n > 0 ? 'wrong' : '', format.count(n));
      cell.title = t.confusion.cell(format.count(n), given, k);
      return cell;
    });
    if (open) {
      const cell = make('td', '', format.count(undecided[given]!));
      cell.title = t.confusion.undecided(format.count(undecided[given]!), given);
      cells.push(cell);
    }
    return make('tr', '', head('row', given, many, t), ...cells);
  });
  return make(
    'table',
    many ? 'confusion many' : 'confusion',
    make('thead', '', make('tr', '', corner, ...heads)),
    make('tbody', '', ...rows),
  );
}

function head(scope: string, k: number, brief: boolean, t: Strings): HTMLElement {
  const cell = make('th', '', classMark(k), ` ${brief ? k : t.confusion.row(k)}`);
  cell.ariaLabel = t.confusion.row(k);
  cell.scope = scope;
  return cell;
}

/** Accuracy, and precision and recall of each class; with two classes, of class 1 only. */
function rates(confusion: number[][], undecided: number[], t: Strings): HTMLElement[] {
  const classes = confusion.length === 2 ? [1] : confusion.map((_, k) => k);
  const n = total(confusion.flat()) + total(undecided);
  const ofClasses = classes.flatMap((k) => {
    const right = confusion[k]![k]!;
    const predicted = total(confusion.map((row) => row[k]!));
    const given = total(confusion[k]!) + undecided[k]!;
    return [pair(t.confusion.precision(k), right, predicted), pair(t.confusion.recall(k), right, given)];
  });
  return [pair(t.confusion.accuracy, rightOf(confusion), n), ...ofClasses];
}

function pair(name: string, part: number, all: number): HTMLElement {
  return make('div', '', make('dt', '', ...spelled(name)), make('dd', '', format.percent(all === 0 ? null : part / all)));
}
