// How the points push: on the plane itself an arrow for each and, below it, all of them tip to tail, from the weights now to
// those after the next step.

import { optimizers } from '../figure/entries';
import { drawResized } from '../figure/observers';
import type { AheadReport, HeldPush, Snapshot, StepReport, XY } from '../figure/protocol';
import { Arrows, type Stage } from '../views/arrows';
import { isSole, Pushes } from '../views/pushes';
import { answer, says as saysClass } from '../words/answer';
import * as format from '../words/format';
import { hide, make, named, tell, write } from './dom';
import { type InHand, inHand } from './inhand';
import { type Inquiry, inquiry, momentOf } from './inquiry';
import { noted } from './note';
import { singleNeuron } from './single';
import { small } from './small';
import type { Host, View, Words } from './view';

/** The least time between two requests while the run plays. */
const pauseMs = 100;

type Strings = Words<'step' | 'hand'>;

export class PushesView implements View {
  readonly element: HTMLElement;
  /** What is shown at this stage of the step. */
  readonly note = named('p', 'stage-says', 'note');
  readonly place: HTMLElement;
  /** What is said about the point in hand. */
  readonly said = make('p', 'view-hand');
  readonly #host: Host<Strings>;
  readonly #changed: () => void;
  readonly #arrows = new Arrows();
  readonly #pushes = new Pushes();
  readonly #inquire: Inquiry<'step'>;
  readonly #look: Inquiry<'ahead'>;
  #report: StepReport | null = null;
  /** Where the boundary goes, if it isn't one line: asked for at the last stage alone. */
  #ahead: AheadReport | null = null;
  #stage: Stage;
  #shown: Snapshot | null = null;
  #push: HeldPush | null = null;
  /** How it would push if it were of either class; none if it is of one. */
  #supposed: HeldPush[] = [];
  /** What its push depended on. */
  #asked = '';
  /** What was drawn last: while a run plays, most snapshots bring nothing new. */
  #drawn: unknown[] = [];

  /** The arrows lie over `plane`. `changed` is called after each drawing. */
  constructor(host: Host<Strings>, plane: HTMLElement, changed = () => {}) {
    this.#host = host;
    this.#changed = changed;
    this.#stage = host.brief ? 3 : 1;
    plane.prepend(this.#arrows.element);
    this.place = named('div', 'stage-view', 'stage-view', this.#pushes.element);
    this.element = make('div', 'explained', this.note, this.place, this.said);
    this.place.dataset.stage = String(this.#stage);
    this.place.hidden = this.said.hidden = true;
    this.#inquire = inquiry(host.ask, { type: 'step' }, pauseMs);
    this.#look = inquiry(host.ask, { type: 'ahead' }, pauseMs);
    drawResized(this.place, () => {
      // What is out of sight draws nothing on the plane, either.
      if (this.place.clientWidth === 0) return;
      this.#drawn = [];
      this.#draw();
    });
  }

  get report(): StepReport | null {
    return this.#report;
  }

  get stage(): Stage {
    return this.#stage;
  }

  set stage(stage: Stage) {
    this.#stage = stage;
    this.place.dataset.stage = String(stage);
    if (this.#shown) this.show(this.#shown);
  }

  show(s: Snapshot): void {
    this.#shown = s;
    const moment = `${momentOf(s)}/${s.diverged}/${s.threshold}/${JSON.stringify(s.plane)}`;
    const news = this.#inquire(moment, s.playing);
    if (news !== undefined) this.#report = news;
    if (singleNeuron(s)) this.#ahead = null;
    else if (this.#stage === 4) {
      const ahead = this.#look(`${moment}/${JSON.stringify(s.unit)}`, s.playing);
      if (ahead !== undefined) this.#ahead = ahead;
    }
    this.#take(s);
    this.#draw();
  }

  /** Takes the arrows off the plane. */
  clear(): void {
    this.#drawn = [];
    this.#arrows.clear();
  }

  remove(): void {
    this.#arrows.element.remove();
  }

  /** Asks how the point in hand pushes, each time it changes. */
  #take(s: Snapshot): void {
    const point = inHand(s, this.#host.strings());
    const asked = point && isFlat(s) ? JSON.stringify([momentOf(s), point.x, point.label]) : '';
    if (asked === this.#asked) return;
    const labels = point?.label == null ? [...Array(Math.max(2, s.layers[1]!)).keys()] : [point.label];
    const pushes = asked ? labels.map((label) => this.#host.ask({ type: 'push', x: point!.x, label })) : [];
    if (pushes.includes(undefined)) return;
    const known = pushes.filter((push) => push != null);
    [this.#push, this.#supposed] = point?.label === null ? [null, known] : [known[0] ?? null, []];
    this.#asked = asked;
  }

  #draw(): void {
    const s = this.#shown;
    if (!s) return;
    const [t, report, brief] = [this.#host.strings(), this.#report, this.#host.brief];
    const point = inHand(s, t);
    const held = point?.index ?? null;
    const drawing = [
      report,
      this.#ahead,
      this.#stage,
      held,
      s.hover?.held,
      t,
      this.#push,
      this.#supposed,
      point && JSON.stringify([point.x, point.name]),
    ];
    if (drawing.every((part, i) => part === this.#drawn[i])) return;
    this.#drawn = drawing;
    const supposed = this.#supposed;
    if (report) this.#arrows.show(report, this.#stage, point?.at ?? null, supposed, s.output === 'step', this.#ahead);
    else this.#arrows.clear();
    const own = report && takesPart(report, held) ? this.#push : null;
    const weights = singleNeuron(s);
    const neuron = report?.chain && weights;
    tell(this.note, report ? says(this.#stage, report, s, t, brief, this.#ahead) : t.step.none);
    hide(this.place, !neuron);
    if (report && neuron) {
      const w: XY = [weights.w1, weights.w2];
      this.#pushes.show(report, w, s.train.lr, held, own, supposed, {
        name: t.step.picture(triple(updateOf(report))),
        now: t.step.now,
        next: t.step.after,
        added: `+ ${vector(report)}`,
        more: moreOf(report, s, t),
        bias: '[b](bias)',
        long: `[‖w‖](w-norm) = ${small(Math.hypot(...w))}`,
      });
    }
    hide(this.said, !report || !isFlat(s));
    if (report && isFlat(s)) write(this.said, saysOf(point, own, supposed, report, this.#stage, t));
    this.#changed();
  }
}

/** Whether there are no hidden layers: each point pushes the weights of each output. */
const isFlat = ({ layers }: Snapshot) => layers.length === 2;

/** Whether the step uses a point, or may use it: if there are too many, not all are reported. */
const takesPart = ({ pushes, batch }: StepReport, index: number | null): boolean =>
  index !== null && (pushes.length < batch || pushes.some((push) => push.index === index));

/** What is said about the point in hand and, if there are too many points to draw, how many are drawn. */
function saysOf(
  point: InHand | null,
  push: HeldPush | null,
  supposed: HeldPush[],
  r: StepReport,
  stage: Stage,
  t: Strings,
): string {
  const shown = r.pushes.length < r.batch ? t.step.shown(format.count(r.pushes.length), format.count(r.batch)) : '';
  if (!point) return shown || t.hand.none;
  const name = [point.name, format.point(point.x)].filter(Boolean).join(' ');
  const fixed = (z: number) => format.fixed(z, 3);
  const pushes = supposed.map(({ push }, label) => fixed(push[push.length > 1 ? label : 0]!));
  const [first, second] = pushes;
  const said = () => {
    if (point.label === null && pushes.length === 2) return t.step.supposed(name, [first!, second!], stage > 1);
    if (point.label === null && pushes.length > 2) return t.step.supposedEach(name, pushes);
    if (point.label === null || !push) return t.step.unheld(name);
    const own = push.push;
    return own.length > 1 ? t.step.heldEach(name, fixed(own[point.label]!)) : t.step.held(name, fixed(own[0]!));
  };
  return [said(), shown].filter(Boolean).join(' ');
}

function says(stage: Stage, r: StepReport, s: Snapshot, t: Strings, brief: boolean, ahead: AheadReport | null): string {
  const some = r.looked < r.batch ? t.step.looked(format.count(r.looked), format.count(r.batch)) : '';
  return `${shows(stage, r, s, t, brief, ahead)} ${some}`.trim();
}

/** What is shown at a stage of the step. */
function shows(stage: Stage, r: StepReport, s: Snapshot, t: Strings, brief: boolean, ahead: AheadReport | null): string {
  const { loss } = s.train;
  const pushed = `${noted(t.step.pushes[loss], brief)} ${t.step.arrows[arrowsOf(r, s)]}`;
  if (brief) return `${pushed} ${r.most.length === 0 ? rests(r, t) : r.chain ? '' : shares(r, s, t)}`.trim();
  const batch = r.batch < r.of ? `${t.step.batch(format.count(r.batch), format.count(r.of))} ` : '';
  const visited = visits(r, s, t);
  if (r.most.length === 0) return `${batch}${visited}${rests(r, t)}`;
  switch (stage) {
    case 1:
      return batch + visited + t.step.asks(drawnOf(r), format.count(r.looked), format.count(r.wrong), s.output === 'step');
    case 2:
      return batch + pushed;
    case 3:
      if (r.chain && visited && isSole(r) && isBare(s)) return t.step.addsOne(...summand(r, s.train.lr));
      if (r.chain) return t.step.adds(format.typed(s.train.lr), isBare(s));
      return shares(r, s, t);
    case 4:
      if (r.chain) return r.now && r.after ? t.step.moves(r.times) : t.step.appears;
      return `${isFlat(s) ? t.step.turns : t.step.bends} ${goes(ahead, s, t)}`;
  }
}

/** Where the boundary goes that isn't one line. */
function goes(ahead: AheadReport | null, s: Snapshot, t: Strings): string {
  if (!ahead) return t.step.tooLarge(s.playing);
  return ahead.now.length + ahead.after.length > 0 ? t.step.goes(ahead.times) : t.step.outOfSight;
}

/** What there is where nobody pushes. */
const rests = (r: StepReport, t: Strings): string => (r.update?.flat().some((u) => u !== 0) ? t.step.coasts : t.step.still);

/** Where the pushes go in a model that is no single neuron. */
const shares = (r: StepReport, s: Snapshot, t: Strings): string =>
  isFlat(s) ? t.step.addsEach(format.norm(r.norm)) : t.step.passesBack(format.norm(r.norm));

/** What else than the gradient makes the step. */
function moreOf({ decay }: StepReport, { train }: Snapshot, { step }: Strings): string {
  const kind = kindOf(train);
  return [decay && step.decay, kind && step.more[kind]].filter(Boolean).join(' + ');
}

/** What an optimizer adds to the bare gradient, if it does. */
export function kindOf({ optimizer, momentum, nesterov }: Snapshot['train']): keyof Strings['step']['more'] | null {
  if (optimizers.some((one) => one.name === optimizer && one.adaptive)) return 'adam';
  return momentum === 0 ? null : nesterov ? 'nesterov' : 'momentum';
}

/** What the step adds to w: short where three digits are enough. */
function vector(r: StepReport): string {
  const [w1, w2] = updateOf(r);
  return Math.max(Math.abs(w1), Math.abs(w2)) < 0.1 ? `(${small(w1)}, ${small(w2)})` : format.point([w1, w2]);
}

/** What the one point of a step adds to w: the learning rate, its push, the point, and their product. */
function summand(r: StepReport, lr: number): [string, string, string, string] {
  const { x, push } = r.pushes[0]!;
  const by = push[0]!;
  return [format.typed(lr), format.fixed(by, Number.isInteger(by) ? 0 : 3), format.point(x), vector(r)];
}

/** Which point a step of one visits, and what the model says about it. */
function visits({ batch, pushes: [point] }: StepReport, { output }: Snapshot, t: Strings): string {
  const said = point && batch === 1 ? answer(point, output) : null;
  if (!point || !said) return '';
  const number = t.step.point(format.count(point.index + 1));
  const told = said.told.replace(/^[zp]/, '[$&]($&)');
  return `${t.step.visits(number, point.label, saysClass(said.class, t), told, said.class === point.label)} `;
}

/** How many points are drawn, if not all that are looked at. */
const drawnOf = ({ pushes, looked }: StepReport) => (pushes.length < looked ? format.count(pushes.length) : '');

/** Whether the step is the gradient times the learning rate, and nothing else. */
function isBare({ train }: Snapshot): boolean {
  return kindOf(train) === null && train.weight_decay === 0;
}

/** What the arrows on the plane show, or why there are none. */
function arrowsOf(r: StepReport, s: Snapshot): keyof Strings['step']['arrows'] {
  if (!isFlat(s)) return 'bent';
  if (r.most.length > 0 && r.pushes.every(({ toward }) => !toward)) return 'noLine';
  return r.chain ? 'line' : 'lines';
}

export type Triple = readonly [w1: number, w2: number, b: number];

export const tripleOf = (parameters: number[][]): Triple => [parameters[0]![0]!, parameters[0]![1]!, parameters[1]![0]!];
export const updateOf = (r: StepReport): Triple => tripleOf(r.update ?? [[NaN, NaN], [NaN]]);
export const triple = (v: Triple): [string, string, string] => v.map(small) as [string, string, string];
