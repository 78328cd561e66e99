// The loss of a single neuron over its two weights, or of another network over any two parameters, and the path that training
// takes through it. A press sets them.

import { watchColours } from '../figure/colours';
import { counted } from '../figure/counted';
import type { LandscapeReport, LowestReport, Snapshot, XY } from '../figure/protocol';
import { track } from '../figure/track';
import { boxOf } from '../figure/window';
import { drawLandscape, inInset, resolution, weightsAt } from '../views/landscape';
import type { Note } from '../words/en/views';
import * as format from '../words/format';
import { marked } from '../words/term';
import { hide, make, named, setAttribute, tell, write } from './dom';
import { inHand } from './inhand';
import { type Inquiry, inquiry, momentOf } from './inquiry';
import { formOf } from './losses';
import { tellNote } from './note';
import { nameOf, sizeOf } from './parameters';
import { slides } from './slide';
import type { Host, View, Words } from './view';

/** The least time between two requests while the run plays. */
const pauseMs = 250;

export class LandscapeView implements View {
  readonly element: HTMLElement;
  readonly #note = named('p', 'landscape-note', 'note');
  readonly #more = named('p', 'landscape-more', 'note more-note');
  readonly #canvas = named('canvas', 'landscape');
  readonly #ticks = named('div', 'landscape-ticks', 'landscape-ticks');
  readonly #view: HTMLElement;
  readonly #said = named('p', 'landscape-hand', 'view-hand');
  readonly #bias = named('label', 'landscape-bias', 'morph');
  readonly #biasName = make('span');
  readonly #slider = named('input', 'bias-slider');
  readonly #value = named('span', 'bias-value');
  readonly #lowest = named('p', 'landscape-lowest');
  readonly #allowed = named('p', 'landscape-allowed');
  readonly #best = named('input', 'best-bias');
  readonly #bestName = make('span');
  readonly #bestLabel = named('label', 'landscape-best', 'landscape-best', this.#best, this.#bestName);
  readonly #axes = [named('span', 'landscape-x', 'landscape-x'), named('span', 'landscape-y', 'landscape-y')] as const;
  readonly #lists = [0, 1].map((i) => named('select', `landscape-parameter-${i + 1}`, 'field'));
  readonly #choice = named('div', 'landscape-choice', 'row', ...this.#lists);
  #chosen: XY = [0, 0];
  #listed = '';
  readonly #host: Host<Words<'landscape' | 'hand'>>;
  readonly #inquire: Inquiry<'landscape'>;
  #shown: LandscapeReport | null = null;
  #snapshot: Snapshot | null = null;
  /** The weights that put the point in hand on the line, and what they and the picture depended on. */
  #onBoundary: XY[][] = [];
  #askedFor = '';
  /** Whether the picture was of an earlier step when it was asked for. */
  #dated = false;
  #drawn = '';
  /** While the weights are dragged, the picture under the pointer stays. */
  #dragging = false;
  /** Where a drag has put a network's two parameters. */
  #turned: XY = [0, 0];
  /** Whether it is the inset's that are. */
  #far = false;
  #sliding = () => false;

  constructor(host: Host<Words<'landscape' | 'hand'>>) {
    this.#host = host;
    this.#inquire = inquiry(host.ask, () => ({ type: 'landscape', best: this.#best.checked, parameters: this.#chosen }), pauseMs);
    Object.assign(this.#canvas, { width: resolution, height: resolution, role: 'img' });
    this.#ticks.ariaHidden = 'true';
    this.#view = named('div', 'landscape-view', 'landscape', this.#canvas, this.#ticks, ...this.#axes);
    Object.assign(this.#slider, { type: 'range', step: '0.01' });
    this.#best.type = 'checkbox';
    this.#bias.append(this.#biasName, this.#slider, this.#value);
    this.element = make(
      'div',
      'explained',
      this.#note,
      this.#view,
      this.#choice,
      this.#said,
      this.#lowest,
      this.#allowed,
      this.#bias,
      this.#bestLabel,
      this.#more,
    );
    for (const part of [this.#view, this.#choice, this.#lowest, ...this.#neuron]) part.hidden = true;
    this.#listen();
    // A canvas keeps the colours it was drawn with.
    watchColours(this.#view, new AbortController().signal, () => {
      if (this.#shown && this.#snapshot) this.#draw(this.#shown, this.#snapshot);
    });
  }

  show(s: Snapshot): void {
    if (this.#snapshot && this.#snapshot.layers.join() !== s.layers.join()) this.#chosen = [0, 0];
    this.#snapshot = s;
    const t = this.#host.strings();
    const bias = this.#b;
    const changes = this.#host.changes();
    this.#slider.disabled = !changes || this.#best.checked;
    this.#view.classList.toggle('fixed', !changes);
    if (!this.#sliding()) showBias(this.#slider, bias);
    write(this.#value, format.fixed(bias, 3));
    tell(this.#biasName, t.landscape.bias);
    write(this.#bestName, t.landscape.best);
    if (!this.#dragging) {
      const report = this.#inquire(`${momentOf(s)}/${s.diverged}/${this.#best.checked}/${this.#chosen}`, s.playing);
      if (report !== undefined) {
        this.#shown = report;
        this.#dated = report !== null && report.step < s.step;
      }
    }
    const network = this.#shown?.parameters ?? null;
    hide(this.#view, this.#shown === null);
    hide(this.#lowest, this.#shown === null);
    hide(this.#choice, network === null);
    this.#view.classList.toggle('network', network !== null);
    for (const part of this.#neuron) hide(part, this.#shown === null || network !== null);
    if (network) this.#list(s, network);
    for (const [i, axis] of counted(this.#axes)) {
      const name = network ? nameOf(s.layers, network[i]!) : ['w₁', 'w₂'][i]!;
      tell(axis, marked(name, name.startsWith('b') ? 'bias' : 'weight'));
    }
    tellNote(this.#host.brief, this.#note, this.#more, this.#noted(s));
    if (this.#shown) this.#draw(this.#shown, s);
  }

  /** What is there only with the picture of a single neuron. */
  get #neuron(): HTMLElement[] {
    return [this.#said, this.#bias, this.#bestLabel];
  }

  #noted(s: Snapshot): Note | string {
    const { note, bestNote, networkNote, decay, lost, none } = this.#host.strings().landscape;
    if (!this.#shown) return learns(s) ? lost : none;
    const [what, more] = this.#shown.parameters ? networkNote : this.#best.checked ? bestNote : note;
    return [s.train.weight_decay > 0 ? `${what} ${decay}` : what, more];
  }

  /** Lists a network's parameters, and chooses the two that are shown. */
  #list(s: Snapshot, which: XY): void {
    const n = sizeOf(s.layers);
    const key = `${s.layers}`;
    for (const [i, list] of counted(this.#lists)) {
      if (key !== this.#listed) list.replaceChildren(...[...Array(n)].map((_, p) => new Option(nameOf(s.layers, p), String(p))));
      for (const option of list.options) option.disabled = Number(option.value) === which[1 - i];
      setAttribute(list, 'aria-label', this.#host.strings().landscape.axis(i));
      if (list.value !== String(which[i])) list.value = String(which[i]);
    }
    this.#listed = key;
  }

  /** Where the loss is lowest, and over how many points the picture is, if not over all. */
  #bottom({ lowest, of, step, parameters }: LandscapeReport, s: Snapshot): string {
    const t = this.#host.strings().landscape;
    const n = s.counts.reduce((sum, count) => sum + count, 0);
    const fewer = lowest && lowest.of < n ? format.count(lowest.of) : '';
    const earlier = this.#dated ? `${t.earlier(format.count(step))} ` : '';
    const share =
      lowest && s.train.weight_decay > 0 ? `${t.share(format.loss(lowest.decay), format.loss(lowest.loss - lowest.decay))} ` : '';
    const sampled = earlier + (of < n ? t.sampled(format.count(of), format.count(n), fewer) : '');
    if (!lowest) return sampled;
    if (parameters) return `${this.#lowestOfTwo(lowest, parameters, s.layers)} ${share}${sampled}`;
    const { kind, w, b, loss, within, starts } = lowest;
    const at = format.point(w);
    if (kind === 'falls') return `${t.falls(at)} ${sampled}`;
    if (kind === 'level') return `${within ? t.level : t.levelBeyond(at)} ${sampled}`;
    const place = t.lowest(format.loss(loss), at, this.#best.checked ? format.fixed(b, 3) : '') + (within ? '' : t.beyond);
    return `${place}. ${share}${starts > 0 ? t.valleys(format.count(starts)) : ''} ${sampled}`;
  }

  #lowestOfTwo({ kind, w, loss }: LowestReport, which: XY, layers: readonly number[]): string {
    const t = this.#host.strings().landscape;
    if (kind === 'edge') return t.edge(format.loss(loss));
    if (kind === 'level') return t.flat(format.loss(loss));
    const [first, second] = which.map((p, i) => `${nameOf(layers, p)} = ${format.fixed(w[i]!, 2)}`) as [string, string];
    return `${t.lowestOfTwo(format.loss(loss), first, second)}.`;
  }

  /** What the points allow. */
  #rule({ allowed }: LandscapeReport, s: Snapshot): string {
    if (!allowed) return '';
    const t = this.#host.strings().landscape;
    const best = this.#best.checked;
    const room = formOf(s.train.loss).zeroFrom ?? 0;
    const n = s.counts.reduce((sum, count) => sum + count, 0);
    const lines = best ? '' : allowed.of < n ? t.someLimits(format.count(allowed.of), format.count(n)) : t.limits;
    const { corners, line } = allowed;
    if (this.#host.brief && corners.length > 0) return t.allowedBriefly(room > 0);
    const what = corners.length > 0 ? t.allowed(room) : !line ? t.noLine : best ? t.notHere : t.notWithBias;
    return this.#host.brief ? what : `${what} ${lines}`.trim();
  }

  get #b(): number {
    return this.#snapshot?.parameters?.[1]?.[0] ?? 0;
  }

  get #weights(): XY {
    if (this.#shown?.parameters) return this.#turned;
    return (this.#snapshot?.parameters?.[0] ?? [0, 0]) as unknown as XY;
  }

  #draw(shown: LandscapeReport, s: Snapshot): void {
    const t = this.#host.strings();
    const x = shown.parameters ? null : (inHand(s, t)?.x ?? null);
    const ink = getComputedStyle(this.#canvas).color;
    const best = this.#best.checked;
    const asking = JSON.stringify([x, shown.min, shown.max, best ? momentOf(s) : this.#b, s.threshold]);
    if (asking !== this.#askedFor) {
      const { min, max } = shown;
      const answer = x ? this.#host.ask({ type: 'onBoundary', x, min, max, best }) : [];
      if (answer !== undefined) {
        this.#onBoundary = answer;
        this.#askedFor = asking;
      }
    }
    write(this.#said, x ? t.landscape.hand(format.point(x), best) : t.hand.none);
    write(this.#lowest, this.#bottom(shown, s).trim());
    tell(this.#allowed, this.#rule(shown, s));
    hide(this.#allowed, shown.allowed === null);
    // Beside a short sentence on what is green a figure has no room for where the loss is lowest.
    hide(this.#lowest, this.#host.brief && shown.allowed !== null);
    const picture = `${shown.path.length}/${shown.side}/${shown.parameters}/${shown.levels[0]}`;
    const drawn = `${momentOf(s)}/${picture}/${this.#askedFor}/${ink}/${t.landscape.none}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const moved = this.#dragging ? { ...shown, path: [...shown.path, this.#weights], gradient: null } : shown;
    const axes = shown.parameters?.map((p) => nameOf(s.layers, p)) ?? ['w₁', 'w₂'];
    const name = t.landscape.name(axes.join(', '), format.point(moved.path.at(-1)!), format.loss(s.loss));
    setAttribute(this.#canvas, 'aria-label', name);
    drawLandscape(this.#canvas, moved, this.#onBoundary);
    label(this.#ticks, shown);
  }

  #listen(): void {
    const { send } = this.#host;
    const canvas = this.#canvas;
    const slider = this.#slider;
    const shareOf = ({ clientX, clientY }: PointerEvent): XY => {
      const box = boxOf(canvas);
      return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
    };
    const move = (event: PointerEvent) => {
      const shown = this.#shown;
      if (!shown) return;
      const w = weightsAt(shown, ...shareOf(event), this.#far).map(round);
      if (shown.parameters) {
        this.#turned = w as XY;
        send({ type: 'turn', parameters: shown.parameters, values: this.#turned });
        return;
      }
      const b = this.#best.checked ? this.#host.ask({ type: 'bestBias', w: w as XY }) : this.#b;
      send({ type: 'weights', parameters: [w, [b ?? this.#b]] });
    };
    canvas.addEventListener('pointerdown', (event) => {
      if (!this.#shown || !this.#host.changes() || event.button !== 0) return;
      this.#dragging = true;
      this.#far = inInset(this.#shown, ...shareOf(event));
      canvas.setPointerCapture(event.pointerId);
      send({ type: 'hold' });
      move(event);
      track(event, move, () => {
        send({ type: 'cancel' });
        this.#dragging = false;
      });
    });
    for (const list of this.#lists)
      list.addEventListener('change', () => {
        this.#chosen = this.#lists.map(({ value }) => Number(value)) as unknown as XY;
        if (this.#snapshot) this.show(this.#snapshot);
      });
    this.#best.addEventListener('change', () => this.#snapshot && this.show(this.#snapshot));
    this.#sliding = slides(slider, send, () => send({ type: 'weights', parameters: [this.#weights, [slider.valueAsNumber]] }));
  }
}

/** The slider reaches equally far to both sides of the current bias. */
function showBias(slider: HTMLInputElement, bias: number): void {
  const middle = Math.round(bias);
  const reach = Math.max(2, Math.abs(middle));
  Object.assign(slider, { min: String(middle - reach), max: String(middle + reach) });
  slider.value = String(bias);
}

/** Whether there is a landscape, provided that its heights are finite. */
const learns = (s: Snapshot) => s.counts.some((n) => n > 0);

const round = (v: number) => Number(v.toPrecision(4));

function label(place: HTMLElement, { x, y }: LandscapeReport): void {
  place.replaceChildren(
    ...x.map((tick) => put(make('span', 'x', tick.text), 'left', tick.at)),
    ...y.map((tick) => put(make('span', 'y', tick.text), 'top', tick.at)),
  );
}

function put(span: HTMLElement, side: 'left' | 'top', share: number): HTMLElement {
  span.style[side] = `${100 * share}%`;
  return span;
}
