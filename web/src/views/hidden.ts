// The plane as two hidden units see it: its points and its grid, on the way from where they lie to the two units' outputs there.
// A boundary that bends in the plane is straight in that space.

import type { HiddenAt, HiddenReport, XY } from '../figure/protocol';
import { Drawing, namedAt } from './names';
import { circle, inPixels, picture, scale, shape, short, textAt, through } from './plot';
import { mark } from './points';

export interface HiddenText {
  /** What the picture shows, for readers who can't see it. */
  name: string;
  /** The names of both axes, in the plane and in the units' space. */
  inputs: readonly [string, string];
  units: readonly [string, string];
}

const usualHeight = 260;
const margin = 26;
/** The room at the left for the numbers of the axis upwards, and the radius of the ring around the point in hand. */
const [numbers, ring] = [42, 10];
/** How much wider than high it is drawn, at most, unless a narrow card has no more. */
const [widest, narrow] = [2, 300];
/** How many numbers an axis has, at most. */
const most = 4;

export class Hidden {
  readonly #drawing = new Drawing(picture('drawing hidden-view', 320, usualHeight));

  get element(): SVGSVGElement {
    return this.#drawing.element;
  }

  /** `share`: 0 is the plane, 1 the space of the units. `held` is the point in hand, whose class may be given. */
  show(report: HiddenReport, share: number, held: (HiddenAt & { label: number | null }) | null, text: HiddenText): void {
    const { element } = this;
    const height = element.clientHeight || usualHeight;
    const width = inPixels(element, height);
    const up = height - 2 * margin;
    const across = Math.min(width - 2 * numbers, Math.max(narrow, widest * up));
    const [left, bottom] = [(width - across) / 2, margin + up];
    const box = ([low, high]: [XY, XY], v: XY): XY => [
      scale([low[0], high[0]], [left, left + across])(v[0]),
      scale([low[1], high[1]], [bottom, margin])(v[1]),
    ];
    const plane = boundsOf(report.grid);
    const space: [XY, XY] = [report.low, report.high];
    const at = ({ x, h }: HiddenAt): XY => {
      const [from, to] = [box(plane, x), box(space, h)];
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    };
    const [shown, names] = share < 0.5 ? [plane, text.inputs] : [space, text.units];
    const parts: SVGElement[] = [
      shape('path', 'grid', { d: report.grid.map((line) => through(line.map(at))).join('') }),
      ...round(shown[0][0], shown[1][0]).map((v) => number([box(shown, [v, 0])[0], bottom + 16], v, 'middle')),
      ...round(shown[0][1], shown[1][1]).map((v) => number([left - 10, box(shown, [0, v])[1] + 4], v, 'end')),
    ];
    if (report.line && share > 0.5) {
      const ends = report.line.map((h) => box(space, h));
      parts.push(shape('path', 'now', { d: through(ends), opacity: short(2 * share - 1) }));
    }
    for (const label of [0, 1]) {
      const marks = report.points.filter((point) => point.label === label).map((point) => mark(label, at(point), 4));
      parts.push(shape('path', `mark push-${label}`, { d: marks.join('') }));
    }
    if (held) {
      // Hollow: what lies there stays in sight, too. One without a class is dashed.
      const d = circle(at(held), ring);
      parts.push(shape('path', 'halo', { d }), shape('path', held.label === null ? 'held asked' : 'held', { d }));
    }
    parts.push(namedAt([left + across + 6, bottom + 4], `${names[0]} →`), namedAt([left, margin - 11], `${names[1]} ↑`));
    this.#drawing.show(text.name, parts);
  }
}

/** Round numbers between two, as many as an axis has room for. */
function round(low: number, high: number): number[] {
  const power = 10 ** Math.floor(Math.log10((high - low) / most || 1));
  for (const step of [1, 2, 5, 10, 20].map((digit) => digit * power)) {
    const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
    if (last - first < most) return [...Array(last - first + 1)].map((_, i) => (first + i) * step);
  }
  return [];
}

const number = (place: XY, v: number, anchor: 'middle' | 'end'): SVGElement =>
  textAt(place, String(Number(v.toPrecision(6))).replace('-', '−'), 'number', anchor);

function boundsOf(grid: HiddenAt[][]): [XY, XY] {
  const corners = [grid[0]![0]!.x, grid.at(-1)!.at(-1)!.x];
  return [corners[0]!, corners[1]!];
}
