// The words over the canvas: ticks, and the tips beside test points and pointer. The program says where they go.

import { clamp } from './place';
import type { HoverReport, ProbeReport, QueryReport, Snapshot, Tick, XY } from './protocol';

export interface FigureText {
  /** The plane's name for those who can't see it. */
  readonly plane: string;
  /** The loss curve's. */
  readonly curve: string;
  query(query: QueryReport): TipText;
  hover(hover: HoverReport): TipText;
  probe(probe: ProbeReport): TipText;
}

export interface TipText {
  title: string;
  detail: string;
}

/** Ticks nearer than this to the end of the plane are left out: they would be cut off. */
const edge = 14;

export class Labels {
  #plane: Layer;
  #curve: Layer | null;
  #tips: Tip[] = [];
  #hover: Tip;
  #probe: Tip | null;
  /** Says to a screen reader what the model says of the place that the keyboard points at. */
  readonly #said = document.createElement('span');

  constructor(plane: HTMLElement, curve: HTMLElement | null) {
    this.#said.className = 'figure-said';
    this.#said.ariaLive = 'polite';
    plane.append(this.#said);
    this.#plane = new Layer(plane, true);
    this.#curve = curve && new Layer(curve, false);
    this.#hover = new Tip(this.#plane.box, 'hover');
    this.#probe = this.#curve && new Tip(this.#curve.box, 'probe', 0);
  }

  /** `pressed`: a gesture goes on. `byKeys`: the reader points with the keyboard. */
  show(snapshot: Snapshot, text: FigureText, pressed: boolean, byKeys: boolean): void {
    this.#plane.measure();
    this.#curve?.measure();
    this.#plane.ticks(snapshot.plane.x, snapshot.plane.y);
    this.#curve?.ticks(snapshot.curve.x, snapshot.curve.y);
    const { probe } = snapshot.curve;
    this.#probe?.show(probe && probe.at, () => text.probe(probe!), this.#curve!.size, [], []);
    const marks = [...this.#plane.buttons(snapshot.view !== null), ...snapshot.queries.flatMap(({ at }) => (at ? [around(at)] : []))];
    const taken: Box[] = [];
    snapshot.queries.forEach((query, i) => {
      const tip = (this.#tips[i] ??= new Tip(this.#plane.box, 'query'));
      const box = tip.show(query.at, () => text.query(query), this.#plane.size, marks, taken);
      if (box) taken.push(box);
    });
    for (const tip of this.#tips.splice(snapshot.queries.length)) tip.remove();
    const hover = snapshot.tool === 'ask' && !pressed ? snapshot.hover : null;
    const onQuery = snapshot.queries.some(({ at }) => at && hover && Math.hypot(at[0] - hover.at[0], at[1] - hover.at[1]) < gap);
    this.#hover.show(hover && !onQuery ? hover.at : null, () => text.hover(hover!), this.#plane.size, marks, taken);
    if (byKeys && snapshot.hover) {
      const { title, detail } = text.hover(snapshot.hover);
      setText(this.#said, `${title}. ${detail}`);
    }
  }

  /** The type changed: tips are measured again. */
  forget(): void {
    for (const tip of [...this.#tips, this.#hover, this.#probe]) tip?.forget();
  }

  remove(): void {
    this.#said.remove();
    this.#plane.remove();
    this.#curve?.remove();
  }
}

/** The labels of one view. */
class Layer {
  readonly box: HTMLElement;
  readonly size = { width: 0, height: 0 };
  readonly #x: HTMLElement[] = [];
  readonly #y: HTMLElement[] = [];
  #buttons: Box[] = [];
  /** What the buttons were measured for. */
  #measured = '';

  /** `cut`: what lies outside the view is not seen. */
  constructor(
    view: HTMLElement,
    readonly cut: boolean,
  ) {
    this.box = document.createElement('div');
    this.box.className = 'figure-labels';
    this.box.ariaHidden = 'true';
    view.append(this.box);
  }

  remove(): void {
    this.box.remove();
  }

  /** The place of buttons over the view, which tips keep clear of; there is one more where the view is not the fitted one. */
  buttons(zoomed: boolean): Box[] {
    const group = this.box.parentElement?.querySelector<HTMLElement>('.figure-zoom');
    const measured = group ? `${this.size.width} ${this.size.height} ${zoomed}` : '';
    if (measured !== this.#measured) {
      this.#measured = measured;
      this.#buttons = group ? [{ x: group.offsetLeft, y: group.offsetTop, width: group.offsetWidth, height: group.offsetHeight }] : [];
    }
    return this.#buttons;
  }

  /** Observers would tell of a new size only after the report that it brings. */
  measure(): void {
    this.size.width = this.box.clientWidth;
    this.size.height = this.box.clientHeight;
  }

  ticks(x: Tick[], y: Tick[]): void {
    const { width, height } = this.size;
    const within = (at: number, size: number) => !this.cut || (at > edge && at < size - edge);
    this.#fill(this.#x, 'tick-x', x, (at) => within(at, width) && `translate(${round(at)}px, 0) translateX(-50%)`);
    this.#fill(this.#y, 'tick-y', y, (at) => within(at, height) && `translate(0, ${round(at)}px) translateY(-50%)`);
  }

  #fill(spans: HTMLElement[], name: string, ticks: Tick[], place: (at: number) => string | false): void {
    ticks.forEach((tick, i) => {
      const span = (spans[i] ??= this.#span(name));
      const transform = place(tick.at);
      setHidden(span, !transform);
      if (!transform) return;
      setText(span, tick.text);
      setTransform(span, transform);
    });
    for (const span of spans.slice(ticks.length)) setHidden(span, true);
  }

  #span(name: string): HTMLElement {
    const span = document.createElement('span');
    span.className = name;
    this.box.append(span);
    return span;
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How far a tip stands from its point, CSS pixels. */
const gap = 14;

/** A view narrower than this has room for the first line of a tip only. */
const narrowPlane = 480;

class Tip {
  readonly #box = document.createElement('div');
  readonly #title = document.createElement('strong');
  readonly #detail = document.createElement('span');
  #size = { width: 0, height: 0 };
  /** What the size was measured for: digits are of one width, so only lengths count. */
  #measured = '';

  constructor(
    parent: HTMLElement,
    kind: string,
    readonly narrow = narrowPlane,
  ) {
    this.#box.className = `figure-tip ${kind}`;
    this.#box.hidden = true;
    this.#box.append(this.#title, this.#detail);
    parent.append(this.#box);
  }

  /** Puts the tip beside its point, where it covers least of marks and other tips; returns the place it takes. */
  show(at: XY | null, text: () => TipText, view: { width: number; height: number }, marks: Box[], taken: Box[]): Box | null {
    setHidden(this.#box, !at);
    if (!at) return null;
    const { title, detail } = text();
    setText(this.#title, title);
    setText(this.#detail, detail);
    setHidden(this.#detail, detail === '' || view.width < this.narrow);
    const measured = `${title.length} ${detail.length} ${view.width}`;
    if (measured !== this.#measured) {
      this.#measured = measured;
      this.#size = { width: this.#box.offsetWidth, height: this.#box.offsetHeight };
    }
    const { width, height } = this.#size;
    const [x, y] = at;
    const places = [
      [x + gap, y - height / 2],
      [x - gap - width, y - height / 2],
      [x - width / 2, y - gap - height],
      [x - width / 2, y + gap],
    ].map(([left, top]) => ({ x: clamp(left!, view.width - width), y: clamp(top!, view.height - height), width, height }));
    const cost = (place: Box) => [...marks, ...taken].reduce((sum, other) => sum + overlap(place, other), overlap(place, around(at)));
    const best = places.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    setTransform(this.#box, `translate(${round(best.x)}px, ${round(best.y)}px)`);
    return best;
  }

  forget(): void {
    this.#measured = '';
  }

  remove(): void {
    this.#box.remove();
  }
}

/** The place of a test point's mark. */
function around([x, y]: XY): Box {
  const r = 10;
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function setHidden(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function setTransform(element: HTMLElement, transform: string): void {
  if (element.style.transform !== transform) element.style.transform = transform;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
