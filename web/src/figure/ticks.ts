// The numbers along an axis: those that have room, measured in their own font.

import { type Box, meets, round, type Size, setHidden, setText, setTransform } from './box';
import type { Tick } from './protocol';

/** The least space between two numbers of an axis, in CSS pixels. */
const between = 4;

export class Ticks {
  readonly #parent: HTMLElement;
  readonly #axis: 'x' | 'y';
  readonly #labels: Label[] = [];
  #ticks: Tick[] = [];
  #stale: Label[] = [];
  #shown: Label[] = [];

  constructor(parent: HTMLElement, axis: 'x' | 'y') {
    this.#parent = parent;
    this.#axis = axis;
  }

  write(ticks: Tick[], view: Size): void {
    this.#ticks = ticks;
    this.#stale = ticks
      .map((_, i) => (this.#labels[i] ??= new Label(this.#parent, this.#axis)))
      .filter((label, i) => label.write(ticks[i]!.text, view));
  }

  measure(): void {
    for (const label of this.#stale) label.measure();
  }

  /** Places the numbers clear of each other and of `taken`; with `cut`, only those that lie within the view. */
  place(view: Size, cut: boolean, taken: Box[]): void {
    const labels = this.#labels.slice(0, this.#ticks.length);
    labels.forEach((label, i) => label.put(this.#ticks[i]!.at));
    const every = spacing(labels, this.#axis);
    const middle = Math.max(
      0,
      this.#ticks.findIndex(({ text }) => text === '0'),
    );
    this.#shown = labels.filter(
      (label, i) => (i - middle) % every === 0 && !(cut && label.isCut(view)) && !meets(label.box, taken),
    );
  }

  /** The strip along the view that holds the numbers, which the other axis keeps clear of. */
  row({ width }: Size): Box[] {
    return this.#shown.slice(0, 1).map(({ box: { y, height } }) => ({ x: 0, y, width, height }));
  }

  get boxes(): Box[] {
    return this.#shown.map(({ box }) => box);
  }

  /** Shows only the numbers that these don't cover. */
  showBeside(covering: Box[]): void {
    for (const label of this.#labels) label.hide(!this.#shown.includes(label) || meets(label.box, covering));
  }

  forget(): void {
    for (const label of this.#labels) label.forget();
  }
}

/** The n for which keeping every nth number leaves none touching the next. */
function spacing(labels: Label[], axis: 'x' | 'y'): number {
  const side = axis === 'x' ? 'width' : 'height';
  for (let every = 1; every < labels.length; every++) {
    const fits = labels.every(({ box }, i) => {
      const next = labels[i + every]?.box;
      return (
        !next ||
        Math.abs(next[axis] + next[side] / 2 - box[axis] - box[side] / 2) >=
          (box[side] + next[side]) / 2 + (axis === 'x' ? between : 0)
      );
    });
    if (fits) return every;
  }
  return Math.max(1, labels.length);
}

class Label {
  readonly box: Box = { x: 0, y: 0, width: 0, height: 0 };
  readonly #span = document.createElement('span');
  readonly #axis: 'x' | 'y';
  /** The text and view that the box was measured for. */
  #measured = '';

  constructor(parent: HTMLElement, axis: 'x' | 'y') {
    this.#axis = axis;
    this.#span.className = `tick-${axis}`;
    parent.append(this.#span);
  }

  /** Returns whether it has to be measured. */
  write(text: string, { width, height }: Size): boolean {
    const measured = `${text} ${width} ${height}`;
    if (measured === this.#measured) return false;
    this.#measured = measured;
    setText(this.#span, text);
    setHidden(this.#span, false);
    return true;
  }

  measure(): void {
    const { offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height } = this.#span;
    Object.assign(this.box, { x, y, width, height });
  }

  put(at: number): void {
    const { box } = this;
    if (this.#axis === 'x') box.x = at - box.width / 2;
    else box.y = at - box.height / 2;
    setTransform(
      this.#span,
      this.#axis === 'x' ? `translate(${round(at)}px, 0) translateX(-50%)` : `translate(0, ${round(at)}px) translateY(-50%)`,
    );
  }

  isCut({ width, height }: Size): boolean {
    const { box } = this;
    return this.#axis === 'x' ? box.x < 0 || box.x + box.width > width : box.y < 0 || box.y + box.height > height;
  }

  hide(hidden: boolean): void {
    setHidden(this.#span, hidden);
  }

  forget(): void {
    this.#measured = '';
  }
}
