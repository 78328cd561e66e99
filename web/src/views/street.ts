// What the data allow, on the plane itself: the classes' convex hulls, and between them the widest street with the points that
// it rests on, or what the hulls have in common. It lies over the plane, at positions that the program gives.

import type { OutlineReport, StreetReport, XY } from '../figure/protocol';
import { circle, shape, short, through } from './plot';

const hatching = 'street-hatching';

export class Street {
  readonly element = shape('svg', 'figure-street', { role: 'img' }) as SVGSVGElement;

  constructor() {
    this.clear();
  }

  clear(): void {
    this.element.ariaHidden = 'true';
    if (this.element.firstChild) this.element.replaceChildren();
  }

  /** `name` is what the picture shows, in numbers, for readers who can't see it. */
  show(street: StreetReport, name: string): void {
    const { element } = this;
    element.ariaHidden = null;
    element.ariaLabel = name;
    const cross = crossing(street);
    const parts: SVGElement[] = [];
    for (const [label, hull] of street.hulls.entries()) {
      const d = outline(hull);
      if (d) parts.push(shape('path', `hull hull-${label}${cross ? ' diagonal' : ''}`, { d }));
    }
    if (street.overlap && !cross) {
      parts.push(hatch(), shape('path', 'overlap', { d: outline(street.overlap), fill: `url(#${hatching})` }));
    }
    for (const edge of street.edges) parts.push(...doubled('edge', edge));
    if (street.middle) parts.push(...doubled(street.gamma === null ? 'middle only' : 'middle', street.middle));
    const support = street.support.map(({ at }) => circle(at, 11)).join('');
    if (support) parts.push(shape('path', 'halo', { d: support }), shape('path', 'support', { d: support }));
    const place = cross ?? (street.overlap?.at.length === 1 ? street.overlap.at[0]! : null);
    if (place) {
      const d = `${circle(place, 9)}${saltire(place, 4)}`;
      parts.push(shape('path', 'halo', { d }), shape('path', 'crossing', { d }));
    }
    element.replaceChildren(...parts);
  }
}

/** The crossing, if the two hulls are segments that cross, as the diagonals of XOR do; else null. */
export function crossing({ hulls, overlap }: StreetReport): XY | null {
  return overlap?.at.length === 1 && hulls.every(({ at }) => at.length === 2) ? overlap.at[0]! : null;
}

/** A line in its own colour on a wider one in the plane's colour, so that it is visible on any tint. */
const doubled = (name: string, ends: XY[]) => ['halo', name].map((one) => shape('path', one, { d: through(ends) }));

/** The outline: a polygon, a segment, or a single point, drawn as a ring. */
function outline({ at }: OutlineReport): string {
  if (at.length === 0) return '';
  return at.length === 1 ? circle(at[0]!, 7) : `${through(at)}Z`;
}

function hatch(): SVGElement {
  const pattern = shape('pattern', '', {
    id: hatching,
    width: 8,
    height: 8,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(shape('path', 'hatch', { d: 'M4 0V8' }));
  return pattern;
}

const saltire = ([x, y]: XY, r: number): string =>
  [-1, 1].map((side) => `M${short(x - r)} ${short(y - side * r)}L${short(x + r)} ${short(y + side * r)}`).join('');
