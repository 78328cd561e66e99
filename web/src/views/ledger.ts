// Rosenblatt's ledger: his rule's mistakes so far over the points visited, and the bound that they stay below.

import type { LedgerReport, XY } from '../figure/protocol';
import { Drawing, namedAt } from './names';
import { inUnits, picture, scale, shape, textAt, through } from './plot';

export interface LedgerText {
  /** What the picture shows, in numbers, for readers who can't see it. */
  name: string;
  /** The labels of the bound, the mistakes so far, and the points visited. */
  bound: string;
  mistakes: string;
  shown: string;
}

const height = 150;
const [left, right, top, bottom] = [10, 12, 24, 24];
/** A bound more than this many times the mistakes is drawn closer than it is, with a broken axis. */
const farthest = 2;

export class Ledger {
  readonly #drawing = new Drawing(picture('drawing ledger', 320, height));

  get element(): SVGSVGElement {
    return this.#drawing.element;
  }

  show({ places, bound }: LedgerReport, text: LedgerText): void {
    const { element } = this;
    const width = inUnits(element, height);
    const [shown, mistakes] = places.at(-1)!;
    const most = Math.max(1, mistakes);
    const broken = bound !== null && bound > farthest * most;
    const highest = bound === null ? 1.25 * most : broken ? farthest * most : Math.max(bound, most);
    const x = scale([0, Math.max(1, shown)], [left, width - right]);
    const y = scale([0, highest], [height - bottom, top]);
    const end: XY = [x(shown), y(mistakes)];

    const parts: SVGElement[] = [];
    const line = (name: string, ...way: XY[]) => parts.push(shape('path', name, { d: through(way) }));
    line('axis', [left, y(0)], [width - right, y(0)]);
    if (broken) {
      const middle = (top + end[1]) / 2;
      line('axis', [left, y(0)], [left, middle + 5]);
      line('axis', [left, middle - 5], [left, top]);
      for (const at of [middle + 5, middle - 5]) line('axis', [left - 4, at + 3], [left + 4, at - 3]);
    } else line('axis', [left, y(0)], [left, top]);
    if (bound !== null) {
      line('bound', [left, y(highest)], [width - right, y(highest)]);
      parts.push(namedAt([left + 6, y(highest) - 7], text.bound));
    }
    line('mistakes', ...places.map(([n, m]): XY => [x(n), y(m)]));
    parts.push(shape('circle', 'now', { cx: end[0], cy: end[1], r: 4 }));
    // Beside the mark, but not on the path that leads to it.
    parts.push(textAt([end[0] - 2, end[1] - 9], text.mistakes, 'strong', shown > 0 ? 'end' : 'start'));
    parts.push(textAt([width - right, height - 7], text.shown, '', 'end'), textAt([left, height - 7], '0'));
    this.#drawing.show(text.name, parts);
  }
}
