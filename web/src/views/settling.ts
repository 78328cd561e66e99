// How the direction of the weights settles while their size may not: the angle to the widest street's line and, below it, ‖w‖,
// over the logarithm of the epochs.

import type { SettlingReport, XY } from '../figure/protocol';
import { Drawing, namedAt } from './names';
import { inUnits, picture, scale, shape, textAt, through } from './plot';

export interface SettlingText {
  /** What the picture shows, in numbers, for readers who can't see it. */
  name: string;
  /** What each curve is and where it is now. */
  angle: string;
  norm: string;
  epochs: string;
  number: (v: number) => string;
}

const height = 230;
const [left, right] = [38, 12];
/** The vertical range of the upper curve, and of the lower. */
const rows: [XY, XY] = [
  [22, 92],
  [124, 194],
];

export class Settling {
  readonly #drawing = new Drawing(picture('drawing settling', 320, height));

  get element(): SVGSVGElement {
    return this.#drawing.element;
  }

  show({ places }: SettlingReport, text: SettlingText): void {
    const { element } = this;
    const width = inUnits(element, height);
    const last = Math.max(1, places.at(-1)!.epoch);
    const time = scale([0, Math.log10(1 + last)], [left, width - right]);
    const x = (epoch: number) => time(Math.log10(1 + epoch));

    const parts: SVGElement[] = [];
    const ticks = ticksTo(last);
    for (const epoch of ticks) {
      const anchor = x(epoch) > width - 24 ? 'end' : 'middle';
      parts.push(textAt([anchor === 'end' ? width - right + 4 : x(epoch), 210], text.number(epoch), '', anchor));
    }
    parts.push(namedAt([width - right, 226], text.epochs, '', 'end'));
    const curve = (name: string, values: XY[], [high, low]: XY, title: string) => {
      parts.push(namedAt([left, high - 8], title, values.length > 0 ? 'strong' : ''));
      if (values.length === 0) return;
      const most = roundedUp(Math.max(...values.map(([, v]) => v)));
      const y = scale([0, most], [low, high]);
      const line = (className: string, ...way: XY[]) => parts.push(shape('path', className, { d: through(way) }));
      for (const epoch of ticks) line('grid', [x(epoch), high], [x(epoch), low]);
      line('axis', [left, low], [width - right, low]);
      parts.push(textAt([left - 6, high + 8], text.number(most), '', 'end'), textAt([left - 6, low], '0', '', 'end'));
      line(name, ...values.map(([epoch, v]): XY => [x(epoch), y(v)]));
      const [epoch, v] = values.at(-1)!;
      parts.push(shape('circle', 'now', { cx: x(epoch), cy: y(v), r: 4 }));
    };
    const angles = places.flatMap(({ epoch, angle }): XY[] => (angle === null ? [] : [[epoch, angle]]));
    const norms = places.map(({ epoch, norm }): XY => [epoch, norm]);
    curve('angle', angles, rows[0], text.angle);
    curve('norm', norms, rows[1], text.norm);
    this.#drawing.show(text.name, parts);
  }
}

/** A round number that is not below v, and not much above. */
function roundedUp(v: number): number {
  if (v === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(v));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((digit) => digit * power >= v) ?? 10);
}

/** 0, 1, 10, 100 … up to the last epoch; every other one if they are many. */
function ticksTo(last: number): number[] {
  const powers = Array.from({ length: Math.floor(Math.log10(last)) + 1 }, (_, i) => 10 ** i);
  const each = Math.ceil(powers.length / 6);
  return [0, ...powers.filter((_, i) => i % each === 0)];
}
