// The next step, slowly: what the model says about each point, how it pushes, what all pushes add up to, and where the line
// goes. The plane shows it, too, while the card is open.

import { inHand } from '../../explain/inhand';
import { kindOf, PushesView, type Triple, triple, tripleOf, updateOf } from '../../explain/pushes';
import { singleNeuron } from '../../explain/single';
import { drawResized } from '../../figure/observers';
import type { Snapshot, StepReport } from '../../figure/protocol';
import type { Stage } from '../../views/arrows';
import type { Strings } from '../../words/en';
import { plain } from '../../words/term';
import { byId, hide, make, setAttribute, spelled, tell, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import { type Card, hostOf, type Lab, type Part } from '../ui/part';
import { bringIntoView } from './opened';
import { Pushers } from './pushers';

const stages: Stage[] = [1, 2, 3, 4];

const stageMarkup = (n: Stage) =>
  `<button type="button" data-stage="${n}" aria-pressed="${n === 1}"><b>${n}</b> <span data-text="stage${n}"></span></button>`;

export const step: Card = {
  group: 'why',
  presents: 3,
  markup:
    PRERENDER &&
    fold(
      'step',
      'oneStep',
      null,
      `
    <div class="stages" id="stages" role="group" aria-labelledby="step-card-title">
      ${stages.map(stageMarkup).join('\n      ')}
    </div>
    <div class="stage-says"><button type="button" class="button primary" id="stage-next" data-live disabled></button></div>
    <div class="step-network" id="step-network" hidden></div>
    <p class="note" id="step-network-note" hidden></p>
    <table class="step-numbers" id="step-numbers" hidden></table>
    <h3 data-text="pushedMost"></h3>
    <p class="note" id="pushed-by" hidden></p>
    <ol class="most" id="pushed-most"></ol>`,
      'stepTerms',
    ),
  part,
};

function part(lab: Lab): Part {
  const { send, strings } = lab;
  const card = byId<HTMLDetailsElement>('step-card');
  const buttons = [...byId('stages').querySelectorAll('button')];
  const next = byId('stage-next');
  const host = hostOf(lab);
  const view = new PushesView(host, byId('plane'), () => draw());
  const most = new Pushers(byId('pushed-most'), send);
  view.note.ariaLive = 'polite';
  next.before(view.note);
  byId('step-numbers').before(view.place, view.said);
  let shown: Snapshot | null = null;
  /** Whether the picture of a stage that the reader chose is still to be brought into view. */
  let chosen = false;

  const draw = () => {
    const s = shown;
    if (!s || !isOpen(card)) return;
    const t = strings();
    const { report, stage } = view;
    for (const button of buttons) setAttribute(button, 'aria-pressed', String(Number(button.dataset.stage) === stage));
    write(next, stage === 4 ? t.step.take : t.step.next);
    const neuron = report?.chain && singleNeuron(s);
    hide(byId('step-network'), !report || stage < 3 || singleNeuron(s) !== null);
    hide(byId('step-numbers'), !neuron || stage < 3);
    if (report && neuron) fill(byId<HTMLTableElement>('step-numbers'), numbers(report, s, t));
    const several = report?.most.some(({ push }) => push.length > 1);
    hide(byId('pushed-by'), !several);
    tell(byId('pushed-by'), several ? t.step.length : '');
    most.show(report?.most ?? [], { index: inHand(s, t)?.index ?? null, held: s.hover?.held ?? false }, t);
  };
  const pictures = [view.place, byId('step-network')];
  const reach = () => {
    const picture = pictures.find((one) => one.clientHeight > 0 && one.firstChild);
    if (!chosen || !picture) return;
    chosen = false;
    bringIntoView(picture);
  };
  for (const picture of pictures) drawResized(picture, reach);
  const choose = (stage: Stage) => {
    view.stage = stage;
    chosen = stage >= 3;
    reach();
  };
  for (const button of buttons) button.addEventListener('click', () => choose(Number(button.dataset.stage) as Stage));
  next.addEventListener('click', () => {
    if (view.stage === 4) send({ type: 'step' });
    choose(view.stage === 4 ? 1 : ((view.stage + 1) as Stage));
  });
  return {
    show(s) {
      shown = s;
      if (isOpen(card)) view.show(s);
      else view.clear();
    },
  };
}

const times = (k: number, [w1, w2, b]: Triple): Triple => [k * w1, k * w2, k * b];

/** How the gradient becomes the step, a row for each stage. */
function numbers(r: StepReport, s: Snapshot, t: Strings): [string, Triple][] {
  const { lr } = s.train;
  const kind = kindOf(s.train);
  const gradient = tripleOf(r.gradient);
  const decay = r.decay && tripleOf(r.decay);
  const bare = times(-lr, decay ? (gradient.map((g, i) => g + decay[i]!) as unknown as Triple) : gradient);
  const update = updateOf(r);
  const rows: [string, Triple][] = [[t.step.gradient, times(-1, gradient)]];
  if (decay) rows.push([t.step.decay, times(-1, decay)]);
  if (kind) {
    rows.push([t.step.bare, bare]);
    rows.push([t.step.more[kind], update.map((u, i) => u - bare[i]!) as unknown as Triple]);
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
