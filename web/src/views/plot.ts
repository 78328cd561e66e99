// What the views draw with: SVG in pixels of its own width, and scales from numbers to positions.

import type { XY } from '../figure/protocol';

const namespace = 'http://www.w3.org/2000/svg';

/** An element of an SVG, such as a path. */
export function shape(name: string, className: string, attributes: Record<string, string | number> = {}): SVGElement {
  const element = document.createElementNS(namespace, name);
  if (className) element.setAttribute('class', className);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A picture that fills its container, with a coordinate system of `width` by `height`. */
export function picture(className: string, width: number, height: number): SVGSVGElement {
  const svg = shape('svg', className, { viewBox: `0 0 ${width} ${height}`, role: 'img' });
  return svg as SVGSVGElement;
}

/** Sets a picture's height to this many pixels and its width to the one displayed, which it returns. */
export function inPixels(svg: SVGSVGElement, height: number): number {
  return widen(svg, height, 1, 240);
}

/**
 * Sets a picture's height in units, where its CSS height must be that many twelfths of an em, and returns its width in units. A
 * unit is a pixel, and grows with the reader's own font size.
 */
export function inUnits(svg: SVGSVGElement, height: number, least = 240): number {
  const unit = Number.parseFloat(getComputedStyle(svg).fontSize) / 12 || 1;
  return widen(svg, height, unit, least);
}

function widen(svg: SVGSVGElement, height: number, unit: number, least: number): number {
  const width = Math.max(least, (svg.clientWidth || 320) / unit);
  svg.setAttribute('viewBox', `0 0 ${short(width)} ${height}`);
  return width;
}

export function textAt([x, y]: XY, text: string, className = '', anchor: 'start' | 'middle' | 'end' = 'start'): SVGElement {
  const element = shape('text', className, { x: short(x), y: short(y), 'text-anchor': anchor });
  element.textContent = text;
  return element;
}

/** A linear scale: `from` of numbers to `to` of pixels. */
export function scale([from0, from1]: XY, [to0, to1]: XY): (v: number) => number {
  const factor = from1 === from0 ? 0 : (to1 - to0) / (from1 - from0);
  return (v) => to0 + (v - from0) * factor;
}

/** The path of a line through points. */
export const through = (places: readonly XY[]): string =>
  places
    .map(([x, y]) => `${short(x)} ${short(y)}`)
    .join('L')
    .replace(/^/, 'M');

/** The path of an arrow; its head takes no more than half of it. */
export function arrow([x0, y0]: XY, [x1, y1]: XY, head = 6): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length === 0) return '';
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
  const size = Math.min(head, length / 2);
  const wing = (side: number): XY => [x1 - size * (dx + 0.5 * side * -dy), y1 - size * (dy + 0.5 * side * dx)];
  return `${through([
    [x0, y0],
    [x1, y1],
  ])}${through([wing(1), [x1, y1], wing(-1)])}`;
}

/** The path of a circle. */
export const circle = ([x, y]: XY, r: number): string =>
  `M${short(x - r)} ${short(y)}a${short(r)} ${short(r)} 0 1 0 ${short(2 * r)} 0a${short(r)} ${short(r)} 0 1 0 ${short(-2 * r)} 0`;

/** A coordinate, to a hundredth of a pixel. */
export const short = (v: number): string => String(Math.round(v * 100) / 100);
