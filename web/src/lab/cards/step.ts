// The next step, slowly: what the model says about each point, how it pushes, what all pushes add up to, and where the line
// goes. The plane shows it, too, while the card is open.

import type { PushReport, Snapshot, StepReport, XY } from '../../figure/protocol';
import { Arrows, type Stage } from '../../views/arrows';
import { Pushes } from '../../views/pushes';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { plain } from '../../words/term';
import { classMark } from '../ui/classes';
import { byId, hide, make, setAttribute, spelled, tell, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';
import { inquiry, momentOf } from './inquiry';
import { singleNeuron } from './neuron';
import { small } from './small';

/** The least time between two requests while the run plays. */
const pauseMs = 100;

const stages: Stage[] = [1, 2, 3, 4];

export const step: Card = {
  group: 'why',
  markup:
    PRERENDER &&
    fold(
      'step',
      'oneStep',
      null,
      `
    <div class="stages" id="stages" role="group" aria-labelledby="step-card-title">
      ${stages.map((n) => `<button type="button" data-stage="${n}" aria-pressed="${n === 1}"><b>${n}</b> <span data-text="stage${n}"></span></button>`).join('\n      ')}
    </div>
    <div class="stage-says"><p class="note" id="stage-says" aria-live="polite"></p><button type="button" class="button primary" id="stage-next" data-live disabled></button></div>
    <div class="stage-view" id="stage-view"></div>
    <table class="step-numbers" id="step-numbers" hidden></table>
    <h3 data-text="pushedMost"></h3>
    <ol class="most" id="pushed-most"></ol>`,
    ),
  part,
};

function part({ send, ask, strings }: Lab): Part {
  const card = byId<HTMLDetailsElement>('step-card');
  const buttons = [...byId('stages').querySelectorAll('button')];
  const next = byId('stage-next');
  const arrows = new Arrows();
  const pushes = new Pushes();
  byId('plane').prepend(arrows.element);
  byId('stage-view').append(pushes.element);
  const inquire = inquiry(ask, { type: 'step' }, pauseMs);
  let stage: Stage = 1;
  let report: StepReport | null = null;
  let shown: Snapshot | null = null;
  /** The point of the list that is pointed at. */
  let pointed: number | null = null;

  /** What was drawn last: while a run plays, most snapshots bring nothing new. */
  let drawn: unknown[] = [];

  const draw = () => {
    const s = shown;
    if (!s) return;
    const t = strings();
    const held = s.hover?.index ?? pointed;
    const drawing = [isOpen(card), report, stage, held, t];
    if (drawing.every((part, i) => part === drawn[i])) return;
    drawn = drawing;
    if (isOpen(card) && report) arrows.show(report, stage, held);
    else arrows.clear();
    if (!isOpen(card)) return;
    for (const button of buttons) setAttribute(button, 'aria-pressed', String(Number(button.dataset.stage) === stage));
    write(next, stage === 4 ? t.step.take : t.step.next);
    tell(byId('stage-says'), report ? says(stage, report, s, t) : t.step.none);
    const weights = singleNeuron(s);
    const neuron = report?.chain && weights;
    hide(byId('stage-view'), !neuron);
    hide(byId('step-numbers'), !neuron);
    if (report && neuron) {
      const w: XY = [weights.w1, weights.w2];
      pushes.show(report, w, s.train.lr, held, {
        name: t.step.picture(triple(updateOf(report))),
        now: t.step.now,
        next: t.step.after,
        bias: 'b',
      });
      fill(byId<HTMLTableElement>('step-numbers'), numbers(report, s, t));
    }
    const most = report?.most ?? [];
    byId('pushed-most').replaceChildren(...most.map((push) => row(push, push.share / most[0]!.share, held, t)));
  };
  new ResizeObserver(() => {
    drawn = [];
    draw();
  }).observe(byId('stage-view'));
  const turnTo = (other: Stage) => {
    stage = other;
    draw();
  };
  for (const button of buttons) button.addEventListener('click', () => turnTo(Number(button.dataset.stage) as Stage));
  next.addEventListener('click', () => {
    if (stage === 4) send({ type: 'step' });
    turnTo(stage === 4 ? 1 : ((stage + 1) as Stage));
  });
  byId('pushed-most').addEventListener('pointerover', ({ target }) => {
    const index = (target as Element).closest<HTMLElement>('li')?.dataset.index;
    pointed = index === undefined ? null : Number(index);
    draw();
  });
  byId('pushed-most').addEventListener('pointerleave', () => {
    pointed = null;
    draw();
  });

  return {
    show(s) {
      shown = s;
      if (isOpen(card)) {
        const news = inquire(`${momentOf(s)}/${s.diverged}/${s.threshold}/${JSON.stringify(s.plane)}`, s.playing);
        if (news !== undefined) report = news;
      }
      draw();
    },
    translate: draw,
  };
}

function says(stage: Stage, r: StepReport, s: Snapshot, t: Strings): string {
  const { loss } = s.train;
  const wrong = r.pushes.filter((push) => push.class !== null && push.class !== push.label).length;
  const batch = r.batch < r.of ? `${t.step.batch(format.count(r.batch), format.count(r.of))} ` : '';
  if (r.most.length === 0) return `${batch}${t.step.still}`;
  switch (stage) {
    case 1:
      return batch + t.step.asks(format.count(r.pushes.length), format.count(wrong));
    case 2:
      return batch + t.step.pushes(t.step.formulas[loss]);
    case 3:
      return r.chain ? t.step.adds(format.typed(s.train.lr)) : t.step.passesBack(format.norm(Math.hypot(...r.gradient.flat())));
    case 4:
      return r.after ? t.step.moves(r.times) : t.step.bends;
  }
}

type Triple = readonly [w1: number, w2: number, b: number];

const tripleOf = (parameters: number[][]): Triple => [parameters[0]![0]!, parameters[0]![1]!, parameters[1]![0]!];
const updateOf = (r: StepReport): Triple => tripleOf(r.update ?? [[NaN, NaN], [NaN]]);
const times = (k: number, [w1, w2, b]: Triple): Triple => [k * w1, k * w2, k * b];
const triple = (v: Triple): [string, string, string] => v.map(small) as [string, string, string];

/** How the gradient becomes the step, a row for each stage. */
function numbers(r: StepReport, s: Snapshot, t: Strings): [string, Triple][] {
  const { lr, optimizer, momentum } = s.train;
  const gradient = tripleOf(r.gradient);
  const decay = r.decay && tripleOf(r.decay);
  const bare = times(-lr, decay ? (gradient.map((g, i) => g + decay[i]!) as unknown as Triple) : gradient);
  const update = updateOf(r);
  const rows: [string, Triple][] = [[t.step.gradient, times(-1, gradient)]];
  if (decay) rows.push([t.step.decay, times(-1, decay)]);
  if (optimizer !== 'sgd' || momentum !== 0) {
    rows.push([t.step.bare, bare]);
    rows.push([t.step.more(t.optimizers[optimizer]), update.map((u, i) => u - bare[i]!) as unknown as Triple]);
  }
  rows.push([t.step.step, update]);
  return rows;
}

/** The same rows keep their elements, and a focus in them. */
function fill(table: HTMLTableElement, rows: [string, Triple][]): void {
  const names = rows.map(([name]) => name);
  const key = names.map(plain).join();
  if (table.dataset.rows !== key) {
    table.dataset.rows = key;
    const head = make('tr', '', make('td'), ...['w₁', 'w₂', 'b'].map((name) => scoped('col', name)));
    const empty = names.map((name) => make('tr', '', scoped('row', name), make('td'), make('td'), make('td')));
    empty.at(-1)!.className = 'total';
    table.replaceChildren(make('thead', '', head), make('tbody', '', ...empty));
  }
  for (const [i, [, values]] of rows.entries())
    for (const [k, text] of triple(values).entries()) write(table.tBodies[0]!.rows[i]!.cells[k + 1]!, text);
}

const scoped = (scope: string, text: string) => Object.assign(make('th', '', ...spelled(text)), { scope });

/** A point that pushes hard: its class, its push, and its share of the total; the bar is relative to the longest. */
function row({ index, label, push, share }: PushReport, length: number, held: number | null, t: Strings): HTMLElement {
  const own = push.length > 1 ? push[label]! : push[0]!;
  const bar = make('span', 'bar');
  bar.style.setProperty('--length', String(length));
  const item = make(
    'li',
    index === held ? 'held' : '',
    make('span', 'who', classMark(label), t.step.point(format.count(index + 1))),
    make('span', 'push', format.fixed(own, 3)),
    bar,
    make('span', 'share', format.percent(share)),
  );
  item.dataset.index = String(index);
  return item;
}
