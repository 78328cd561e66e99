// The words over the canvas: ticks, and the tips beside test points and pointer. The program says where they go.

import type { HoverReport, QueryReport, Snapshot, Tick, XY } from './protocol';

export interface FigureText {
  /** The plane's name for those who can't see it. */
  readonly plane: string;
  query(query: QueryReport, index: number): TipText;
  hover(hover: HoverReport): TipText;
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

  constructor(plane: HTMLElement, curve: HTMLElement | null) {
    this.#plane = new Layer(plane, true);
    this.#curve = curve && new Layer(curve, false);
    this.#hover = this.#plane.tip('hover');
  }

  show(snapshot: Snapshot, text: FigureText, pressed: boolean): void {
    this.#plane.ticks(snapshot.plane.x, snapshot.plane.y);
    this.#curve?.ticks(snapshot.curve.x, snapshot.curve.y);
    snapshot.queries.forEach((query, i) => {
      this.#tips[i] ??= this.#plane.tip('query');
      this.#tips[i].show(query.at, () => text.query(query, i));
    });
    for (const tip of this.#tips.splice(snapshot.queries.length)) tip.remove();
    const hover = snapshot.tool === 'ask' && !pressed ? snapshot.hover : null;
    const onQuery = snapshot.queries.some(({ at }) => at && hover && Math.hypot(at[0] - hover.at[0], at[1] - hover.at[1]) < 14);
    this.#hover.show(hover && !onQuery ? hover.at : null, () => text.hover(hover!));
  }

  remove(): void {
    this.#plane.remove();
    this.#curve?.remove();
  }
}

/** The labels of one view. */
class Layer {
  readonly #box: HTMLElement;
  readonly #x: HTMLElement[] = [];
  readonly #y: HTMLElement[] = [];

  /** `cut`: what lies outside the view is not seen. */
  constructor(
    view: HTMLElement,
    readonly cut: boolean,
  ) {
    this.#box = document.createElement('div');
    this.#box.className = 'figure-labels';
    this.#box.ariaHidden = 'true';
    view.append(this.#box);
  }

  ticks(x: Tick[], y: Tick[]): void {
    const { clientWidth, clientHeight } = this.#box;
    const within = (at: number, size: number) => !this.cut || (at > edge && at < size - edge);
    this.#fill(this.#x, 'tick-x', x, (at) => within(at, clientWidth) && `translate(${round(at)}px, 0) translateX(-50%)`);
    this.#fill(this.#y, 'tick-y', y, (at) => within(at, clientHeight) && `translate(0, ${round(at)}px) translateY(-50%)`);
  }

  tip(kind: string): Tip {
    return new Tip(this.#box, kind);
  }

  remove(): void {
    this.#box.remove();
  }

  #fill(spans: HTMLElement[], name: string, ticks: Tick[], place: (at: number) => string | false): void {
    ticks.forEach((tick, i) => {
      const span = (spans[i] ??= this.#span(name));
      const transform = place(tick.at);
      span.hidden = !transform;
      if (transform) {
        setText(span, tick.text);
        if (span.style.transform !== transform) span.style.transform = transform;
      }
    });
    for (const span of spans.slice(ticks.length)) span.hidden = true;
  }

  #span(name: string): HTMLElement {
    const span = document.createElement('span');
    span.className = name;
    this.#box.append(span);
    return span;
  }
}

/** How far a tip stands from its point, CSS pixels. */
const gap = 14;

class Tip {
  readonly #box = document.createElement('div');
  readonly #title = document.createElement('strong');
  readonly #detail = document.createElement('span');

  constructor(parent: HTMLElement, kind: string) {
    this.#box.className = `figure-tip ${kind}`;
    this.#box.hidden = true;
    this.#box.append(this.#title, this.#detail);
    parent.append(this.#box);
  }

  show(at: XY | null, text: () => TipText): void {
    this.#box.hidden = !at;
    if (!at) return;
    const { title, detail } = text();
    setText(this.#title, title);
    setText(this.#detail, detail);
    const { clientWidth, clientHeight } = this.#box.parentElement!;
    const { offsetWidth, offsetHeight } = this.#box;
    // Beside the point, on the side with room; then within the view.
    const right = at[0] + gap + offsetWidth <= clientWidth || at[0] < clientWidth / 2;
    const x = clamp(right ? at[0] + gap : at[0] - gap - offsetWidth, clientWidth - offsetWidth);
    const y = clamp(at[1] - offsetHeight / 2, clientHeight - offsetHeight);
    const transform = `translate(${round(x)}px, ${round(y)}px)`;
    if (this.#box.style.transform !== transform) this.#box.style.transform = transform;
  }

  remove(): void {
    this.#box.remove();
  }
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
