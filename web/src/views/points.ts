// What the views share: their frame, the points as the marks of their classes, and the point in hand.

import type { CostPointReport, CostReport, XY } from '../figure/protocol';
import { plain } from '../words/term';
import { colourOf, corners, fewClasses } from './marks';
import type { Drawing } from './names';
import { circle, scale, shape, textAt, through } from './plot';

/** The size of a picture in CSS pixels, and its font size. */
export interface Frame {
  width: number;
  height: number;
  em: number;
}

/** The point that a reader is pointing at, or asked about last. */
export interface Hand {
  name: string;
  z: number[];
  p: number[];
  /** The class predicted; null: too close to call. */
  class: number | null;
  /** The class given, if it has one. */
  label: number | null;
  /** What it costs, for each class that it is, or might be, of. */
  costs: CostReport[];
}

/** A number on an axis, and how it is written. */
export type Tick = [at: number, text: string];

/** A part of a picture in pixels, and how numbers map to it. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (v: number) => number;
  y: (v: number) => number;
}

export function area([left, right]: XY, [top, bottom]: XY, xs: XY, ys: XY): Area {
  return { left, right, top, bottom, x: scale(xs, [left, right]), y: scale(ys, [bottom, top]) };
}

/** Redraws a picture. A screen reader says `name`. */
export function fill(drawing: Drawing, { width, height }: Frame, name: string, shapes: SVGElement[]): void {
  const viewBox = `0 0 ${width} ${height}`;
  if (drawing.element.getAttribute('viewBox') !== viewBox) drawing.element.setAttribute('viewBox', viewBox);
  drawing.show(name, shapes);
}

export const line = (className: string, ...places: XY[]): SVGElement => shape('path', className, { d: through(places) });

/** The numbers of an axis of probabilities. */
export const halves: [Tick, Tick, Tick] = [
  [0, '0'],
  [0.5, '½'],
  [1, '1'],
];

/** Numbers beside and below an area, with a grid line at each. */
export function axes(to: Area, em: number, xs: Tick[], ys: Tick[]): SVGElement[] {
  const { left, right, bottom } = to;
  return [
    ...ys.map(([v]) => line('grid', [left, to.y(v)], [right, to.y(v)])),
    ...ys.map(([v, text]) => textAt([left - 0.4 * em, to.y(v) + 0.35 * em], text, '', 'end')),
    ...xs.map(([v]) => line('tick', [to.x(v), bottom], [to.x(v), bottom + 0.25 * em])),
    ...xs.map(([v, text], i) => {
      return textAt([to.x(v), bottom + 1.5 * em], text, '', i === xs.length - 1 ? 'end' : 'middle');
    }),
  ];
}

/** Curves clipped to an area. */
export function within({ left, right, top, bottom }: Area, ...curves: SVGElement[]): SVGElement {
  const window = shape('svg', '', { x: left, y: top, width: right - left, height: bottom - top });
  window.setAttribute('viewBox', [left, top, right - left, bottom - top].join(' '));
  window.append(...curves);
  return window;
}

/** The path of a class's mark around a point, about as large as a circle of that radius. */
export function mark(k: number, [x, y]: XY, radius: number): string {
  const [count, turn, size] = corners[k % fewClasses]!;
  const r = radius * size;
  if (count === 0) return circle([x, y], r);
  const places = [...Array(count)].map((_, i): XY => {
    const angle = 2 * Math.PI * (turn + i / count);
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
  return `${through(places)}z`;
}

/** Whether another class is predicted than the one given. */
export const isWrong = (point: CostPointReport): boolean => point.class !== null && point.class !== point.label;

/** How many points are too close to call. */
export const undecided = (points: CostPointReport[]): number => points.filter((point) => point.class === null).length;

/** All points of a class are one path; with `told`, those predicted wrong are another, hollow, on top. */
export function marks(points: CostPointReport[], at: (point: CostPointReport) => XY, radius: number, told = false): SVGElement[] {
  const paths = new Map<string, string[]>();
  const wrong = (point: CostPointReport) => told && isWrong(point);
  for (const point of [...points.filter((one) => !wrong(one)), ...points.filter(wrong)]) {
    const className = `mark mark-${colourOf(point.label)}${wrong(point) ? ' wrong' : ''}`;
    if (!paths.has(className)) paths.set(className, []);
    paths.get(className)!.push(mark(point.label, at(point), radius));
  }
  return [...paths].map(([className, list]) => shape('path', className, { d: list.join(''), 'data-count': list.length }));
}

/** The mark of the point in hand: that of its class, or a ring if it has none. */
export function handMark(label: number | null, place: XY, radius: number): SVGElement {
  const colour = label === null ? 'unlabelled' : `mark-${colourOf(label)}`;
  return shape('path', `in-hand ${colour}`, { d: mark(label ?? 0, place, radius) });
}

/** About how wide a text, in which terms may be marked, is at most, to decide whether it fits. */
export const widthOf = (text: string, em: number): number =>
  [...plain(text)].reduce(
    (sum, letter) => sum + (letter > '\u1100' && letter < '\ufffd' && !(letter > '\u2000' && letter < '\u2c00') ? 1 : 0.62),
    0,
  ) * em;

/** As much of a text as has room, with … where that isn't all. */
export function cut(text: string, room: number, em: number): string {
  if (widthOf(text, em) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, em) > room) letters.pop();
  return `${letters.join('')}…`;
}
