// The next step of a single neuron in the space of its weights: each point's push tip to tail, from the weights now to those
// after the step; beside it, the pushes on the bias.

import { counted } from '../figure/counted';
import type { HeldPush, StepReport, XY } from '../figure/protocol';
import { Drawing, namedAt } from './names';
import { arrow, inPixels, picture, scale, shape, short, through } from './plot';

export interface PushesText {
  /** What the picture shows, in numbers, for readers who can't see it. */
  name: string;
  now: string;
  next: string;
  /** What is added to w, where one point makes the whole step. */
  added: string;
  /** What else than the gradient makes the step, if something does. */
  more: string;
  bias: string;
  /** How long w is: said where it is drawn shorter. */
  long: string;
}

/** The height if the style sheet gives none, and the least length of the arrow for the point in hand. */
const [usualHeight, shortest] = [220, 16];
/** How long the weights are drawn where they are too long for the picture: as a share of the step's reach. */
const broken = 1.2;
/** The room that a label takes. */
const labelled = 76;
/** The margin around the chain, and the width for the bias at the right. */
const [margin, side] = [26, 64];

/** How far two arrows in the same direction are drawn apart. */
const gap = 8;

type Side = [from: XY, to: XY, text: string];

export class Pushes {
  readonly #drawing = new Drawing(picture('drawing pushes', 320, usualHeight));
  #width = 0;
  #height = usualHeight;

  get element(): SVGSVGElement {
    return this.#drawing.element;
  }

  /**
   * `w` is the current weights, `held` the index of the point in hand, `own` its push, even if it is drawn as one with others, or
   * `supposed`, if it has no class, what its push would be if it were of each.
   */
  show(
    step: StepReport,
    w: XY,
    lr: number,
    held: number | null,
    own: HeldPush | null,
    supposed: readonly HeldPush[],
    text: PushesText,
  ): void {
    const { element } = this;
    this.#height = element.clientHeight || usualHeight;
    this.#width = inPixels(element, this.#height);
    const links = step.chain ?? [];
    const tips: XY[] = [[0, 0]];
    for (const { w: by } of links) {
      const [x, y] = tips.at(-1)!;
      tips.push([x + lr * by[0], y + lr * by[1]]);
    }
    const end = (step.update?.[0] ?? [0, 0]) as unknown as XY;
    const reach = Math.max(...[...tips, end].map(([x, y]) => Math.hypot(x, y)));
    if (reach === 0) {
      // Nobody pushes.
      this.#drawing.show(text.name, []);
      return;
    }
    // The weights now and after the step are vectors from 0, drawn in full if they are no longer than a few such steps, and else
    // broken, in the direction that they have.
    const size = Math.hypot(...w);
    const whole = size < 4 * reach;
    const drawn = whole ? 1 : (broken * reach) / size;
    const origin: XY = [-drawn * w[0], -drawn * w[1]];
    const at = this.#places([...tips, end, origin]);

    const sum = tips.at(-1)!;
    const more = Math.hypot(sum[0] - end[0], sum[1] - end[1]) > reach / 100;
    // One point's push is then all of the step: w now, what is added and w next make a triangle.
    const sole = isSole(step) && !more;
    const kind = sole ? 'weights summand' : 'weights';
    const beside = sole ? apart(at(origin), at([0, 0]), at(end)) : ([at(origin), at(end)] as const);
    const parts: SVGElement[] = [
      shape('path', kind, { d: arrow(at(origin), at([0, 0]), 9) }),
      shape('path', `${kind} next`, { d: arrow(...beside, 9) }),
    ];
    if (!whole) parts.push(...breakOf(at(origin), at([0, 0])), ...breakOf(...beside));
    parts.push(shape('circle', 'origin', { cx: short(at(origin)[0]), cy: short(at(origin)[1]), r: 3 }));
    for (const label of [0, 1]) {
      const arrows = links.map((link, i) => (link.label === label ? arrow(at(tips[i]!), at(tips[i + 1]!), 5) : '')).join('');
      if (arrows && !sole) parts.push(shape('path', `push push-${label}`, { d: arrows }));
    }
    const inHand = links.findIndex((link) => link.count === 1 && link.index === held);
    if (inHand >= 0) parts.push(shape('path', 'held', { d: arrow(at(tips[inHand]!), at(tips[inHand + 1]!)) }));
    else if (own) parts.push(shape('path', 'held', { d: arrow(at([0, 0]), ownTip(at([0, 0]), at(scaled(lr, own.w[0]!)))) }));
    // Two arrows in opposite directions, in proportion to each other.
    const start = at([0, 0]);
    const ends = (sole ? [] : supposed).map(({ w: [by] }) => at(scaled(lr, by!)));
    const longer = Math.max(0, ...ends.map(([x, y]) => Math.hypot(x - start[0], y - start[1])));
    const k = longer === 0 ? 0 : Math.max(shortest, Math.min(longer, 4 * shortest)) / longer;
    for (const [label, [x, y]] of counted(ends)) {
      const tip: XY = [start[0] + k * (x - start[0]), start[1] + k * (y - start[1])];
      parts.push(shape('path', `supposed push-${label}`, { d: arrow(start, tip) }));
    }
    if (more) {
      parts.push(shape('path', 'sum', { d: arrow(at([0, 0]), at(sum), 9) }));
      // Beside the step, which it may be nearly all of.
      const [from, to] = apart(at(sum), at([0, 0]), at(end));
      parts.push(shape('path', 'added', { d: arrow(from, to, 9) }));
      parts.push(...this.#named([[from, to, text.more]], middleOf([at([0, 0]), at(end)])));
    }
    if (sole) {
      parts.push(shape('path', `step sole push-${links[0]!.label}`, { d: arrow(at([0, 0]), at(end), 10) }));
      const sides: Side[] = [
        [at(origin), at([0, 0]), size === 0 ? '' : text.now],
        [at([0, 0]), at(end), text.added],
        [...beside, text.next],
      ];
      parts.push(...this.#named(sides));
    } else {
      parts.push(shape('path', 'step', { d: arrow(at([0, 0]), at(end), 10) }));
      parts.push(this.#label(at([0, 0]), at(end), text.now), this.#label(at(end), at([0, 0]), text.next, 'next'));
    }
    if (!whole) parts.push(this.#label(at(origin), at([0, 0]), text.long));
    this.#drawing.show(text.name, [...parts, ...this.#bias(step, text)]);
  }

  /** Above and below: in a low picture less. */
  get #margin(): number {
    return Math.min(margin, this.#height / 6);
  }

  /** Maps the weights' space to the picture, with units equally long in both directions. */
  #places(all: XY[]): (place: XY) => XY {
    const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
    const middle: XY = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
    const [across, up] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    const [roomX, roomY] = [this.#width - side - 2 * margin, this.#height - 2 * this.#margin];
    const factor = Math.min(roomX / (across || 1e-300), roomY / (up || 1e-300));
    const usable = across === 0 && up === 0 ? 0 : factor;
    return ([x, y]) => [(this.#width - side) / 2 + usable * (x - middle[0]), this.#height / 2 - usable * (y - middle[1])];
  }

  /** A label beside one end of the step, away from the other. */
  #label(end: XY, other: XY, text: string, kind = ''): SVGElement {
    const right = this.#width - side - end[0] < labelled;
    const above = end[1] < other[1];
    const y = Math.max(12, Math.min(this.#height - 4, end[1] + (above ? -9 : 18)));
    return namedAt([Math.max(2, Math.min(this.#width - side - 2, end[0])), y], text, kind, right ? 'end' : 'start');
  }

  /** The names of a triangle's sides, each outside it, or of some lines, on the side away from a place. */
  #named(sides: readonly Side[], inside = middleOf(sides.map(([from, to]) => middleOf([from, to])))): SVGElement[] {
    return sides.map(([from, to, text]) => {
      const [x, y] = middleOf([from, to]);
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
      const normal: XY = [(from[1] - to[1]) / length, (to[0] - from[0]) / length];
      const out = normal[0] * (x - inside[0]) + normal[1] * (y - inside[1]) < 0 ? -1 : 1;
      const [dx, dy] = [out * normal[0], out * normal[1]];
      const anchor = Math.abs(dx) < 0.4 ? 'middle' : dx > 0 ? 'start' : 'end';
      const least = anchor === 'end' ? labelled : anchor === 'middle' ? labelled / 2 : 2;
      const most = this.#width - side - (anchor === 'start' ? labelled : anchor === 'middle' ? labelled / 2 : 2);
      const place: XY = [Math.max(least, Math.min(most, x + 9 * dx)), Math.max(12, Math.min(this.#height - 4, y + 12 * dy + 4))];
      return namedAt(place, text, 'side', anchor);
    });
  }

  /** What pushes the bias up, what pushes it down, and what is left. */
  #bias(step: StepReport, text: PushesText): SVGElement[] {
    const sums = [0, 1].map((label) =>
      (step.chain ?? []).filter((link) => link.label === label).reduce((sum, { b }) => sum + b, 0),
    );
    const most = Math.max(...sums.map(Math.abs), 1e-300);
    const y = scale([-most, most], [this.#height - this.#margin - 14, this.#margin]);
    const x = this.#width - side / 2;
    const bars = sums.flatMap((sum, label) =>
      sum === 0
        ? []
        : [
            shape('path', `bar push-${label}`, {
              d: through([
                [x - 8 + 16 * label, y(0)],
                [x - 8 + 16 * label, y(sum)],
              ]),
            }),
          ],
    );
    const net = sums[0]! + sums[1]!;
    const zero = shape('path', 'axis', {
      d: through([
        [x - 20, y(0)],
        [x + 20, y(0)],
      ]),
    });
    const left = shape('path', 'step', { d: arrow([x, y(0)], [x, y(net)], 8) });
    return [zero, ...bars, left, namedAt([x, this.#height - 6], text.bias, '', 'middle')];
  }
}

const middleOf = (places: readonly XY[]): XY => [
  places.reduce((sum, [x]) => sum + x, 0) / places.length,
  places.reduce((sum, [, y]) => sum + y, 0) / places.length,
];

/** The third side of a triangle, moved away from its corner if it would lie on the other two. */
function apart(from: XY, corner: XY, to: XY): [XY, XY] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [nx, ny] = [(from[1] - to[1]) / length, (to[0] - from[0]) / length];
  const far = (corner[0] - from[0]) * nx + (corner[1] - from[1]) * ny;
  const by = Math.max(0, gap - Math.abs(far)) * (far > 0 ? -1 : 1);
  return [
    [from[0] + by * nx, from[1] + by * ny],
    [to[0] + by * nx, to[1] + by * ny],
  ];
}

/** Whether one point alone pushes. */
export const isSole = ({ chain }: StepReport): boolean => chain?.length === 1 && chain[0]!.count === 1;

/** The gap across an arrow that is drawn shorter than it is: two strokes, aslant. */
function breakOf([x0, y0]: XY, [x1, y1]: XY): SVGElement[] {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length === 0) return [];
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const at = (along: number, across: number): XY => {
    const far = 0.4 * length + along;
    return [x0 + far * dx - across * dy, y0 + far * dy + across * dx];
  };
  const stroke = (along: number) => through([at(along - 2, -5), at(along + 2, 5)]);
  return [shape('path', 'gap', { d: through([at(-2, 0), at(2, 0)]) }), shape('path', 'break', { d: stroke(-2.5) + stroke(2.5) })];
}

const scaled = (k: number, [x, y]: XY): XY => [k * x, k * y];

/** The end of an arrow that is long enough to be seen, in its own direction. */
function ownTip([x0, y0]: XY, [x1, y1]: XY): XY {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const k = length === 0 ? 0 : Math.max(1, shortest / length);
  return [x0 + k * (x1 - x0), y0 + k * (y1 - y0)];
}
