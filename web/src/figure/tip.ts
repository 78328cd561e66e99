// The tip beside a point: a line of text and, where the view is wide enough, one of detail.

import { type Box, overlap, round, type Size, setHidden, setText, setTransform } from './box';
import { clamp } from './place';
import type { XY } from './protocol';

export interface TipText {
  title: string;
  detail: string;
}

/** How far a tip is from its point, in CSS pixels. */
export const gap = 14;

/** A view narrower than this many em has room only for the first line of a tip. */
const narrowEm = 40;

export class Tip {
  readonly #box = document.createElement('div');
  readonly #title = document.createElement('strong');
  readonly #detail = document.createElement('span');
  readonly #narrow: number;
  #at: XY | null = null;
  #size: Size = { width: 0, height: 0 };
  /** What the size was measured for: digits all have one width, so only lengths count. */
  #measured = '';
  #written = '';

  constructor(parent: HTMLElement, kind: string, narrow = narrowEm) {
    this.#narrow = narrow;
    this.#box.className = `figure-tip ${kind}`;
    this.#box.hidden = true;
    this.#box.append(this.#title, this.#detail);
    parent.append(this.#box);
  }

  /** What the tip says of the point at a place; of none, it is hidden. `em` is the font size, `whole` keeps the detail. */
  write(at: XY | null, text: () => TipText, view: Size, em: number, whole = false): void {
    this.#at = at;
    setHidden(this.#box, !at);
    if (!at) return;
    const { title, detail } = text();
    setText(this.#title, title);
    setText(this.#detail, detail);
    setHidden(this.#detail, detail === '' || (!whole && view.width < this.#narrow * em));
    this.#written = `${title.length} ${detail.length} ${view.width} ${whole}`;
  }

  measure(): void {
    if (!this.#at || this.#measured === this.#written) return;
    this.#measured = this.#written;
    // Not the rectangle, which a page's transform scales.
    this.#size = { width: this.#box.offsetWidth + 1, height: this.#box.offsetHeight };
  }

  /**
   * Puts the tip beside its point, where it covers least of `marks` and nothing of `taken`; without such a place, it is hidden.
   * Returns the box it takes.
   */
  place(view: Size, marks: Box[], taken: Box[]): Box | null {
    if (!this.#at) return null;
    const best = bestPlace(this.#at, this.#size, view, marks, taken);
    if (taken.some((other) => overlap(best, other) > 0)) {
      this.hide();
      return null;
    }
    setTransform(this.#box, `translate(${round(best.x)}px, ${round(best.y)}px)`);
    return best;
  }

  hide(): void {
    setHidden(this.#box, true);
  }

  forget(): void {
    this.#measured = '';
  }

  remove(): void {
    this.#box.remove();
  }
}

/** The box of an asked point's mark. */
export function around([x, y]: XY): Box {
  const r = 10;
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
}

/** Keeps it off the view's edge if there is room. */
function inside(at: number, length: number, of: number): number {
  const rim = clamp((of - length) / 2, 4);
  return rim + clamp(at - rim, of - length - 2 * rim);
}

/** To the right if there is room, else to the left, above, below, or diagonally. */
function bestPlace(at: XY, { width, height }: Size, view: Size, marks: Box[], taken: Box[]): Box {
  const [x, y] = at;
  const [right, left, middle] = [x + gap, x - gap - width, x - width / 2];
  const [above, below, beside] = [y - gap - height, y + gap, y - height / 2];
  const corners = [
    [right, beside],
    [left, beside],
    [middle, above],
    [middle, below],
    [right, above],
    [right, below],
    [left, above],
    [left, below],
  ] as const;
  const places = corners.map(([px, py]) => ({
    x: inside(px, width, view.width),
    y: inside(py, height, view.height),
    width,
    height,
  }));
  const covered = (place: Box, others: Box[]) => others.reduce((sum, other) => sum + overlap(place, other), 0);
  const costs = places.map((place) => covered(place, marks) + overlap(place, around(at)) + 1e3 * covered(place, taken));
  return places[costs.indexOf(Math.min(...costs))]!;
}
