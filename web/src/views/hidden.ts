// The plane as two hidden units see it: its points and its grid, on the way from where they lie to the two units' outputs there.
// A boundary that bends in the plane is straight in that space.

import type { HiddenAt, HiddenReport, XY } from '../figure/protocol';
import { Drawing, namedAt } from './names';
import { circle, inPixels, picture, scale, shape, short, through } from './plot';
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
    const side = Math.min(width, height) - 2 * margin;
    const left = (width - side) / 2;
    const box = ([low, high]: [XY, XY], v: XY): XY => [
      scale([low[0], high[0]], [left, left + side])(v[0]),
      scale([low[1], high[1]], [margin + side, margin])(v[1]),
    ];
    const plane = boundsOf(report.grid);
    const space: [XY, XY] = [report.low, report.high];
    const at = ({ x, h }: HiddenAt): XY => {
      const [from, to] = [box(plane, x), box(space, h)];
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    };
    const parts: SVGElement[] = [shape('path', 'grid', { d: report.grid.map((line) => through(line.map(at))).join('') })];
    if (report.line && share > 0.5) {
      const ends = report.line.map((h) => box(space, h));
      parts.push(shape('path', 'now', { d: through(ends), opacity: short(2 * share - 1) }));
    }
    for (const label of [0, 1]) {
      const marks = report.points.filter((point) => point.label === label).map((point) => mark(label, at(point), 4));
      parts.push(shape('path', `mark push-${label}`, { d: marks.join('') }));
    }
    if (held) {
      const d = circle(at(held), 9);
      parts.push(shape('path', 'halo', { d }), shape('path', 'held', { d }));
      if (held.label === null) parts.push(shape('path', 'asked', { d: circle(at(held), 3) }));
    }
    const [right, up] = share < 0.5 ? text.inputs : text.units;
    parts.push(namedAt([left + side, margin + side + 17], `${right} →`, '', 'end'), namedAt([left, margin - 9], `${up} ↑`));
    this.#drawing.show(text.name, parts);
  }
}

function boundsOf(grid: HiddenAt[][]): [XY, XY] {
  const corners = [grid[0]![0]!.x, grid.at(-1)!.at(-1)!.x];
  return [corners[0]!, corners[1]!];
}
