// Positions in CSS pixels of an element, whatever an ancestor does to it: scale, rotate, skew or zoom, even mid-animation.

import { boxOf } from './window';

interface Point {
  x: number;
  y: number;
}

/** Markers of no size at three corners of an element's padding box: upper left, upper right, lower left. */
const corners = new WeakMap<HTMLElement, HTMLElement[]>();

export function cornersOf(element: HTMLElement): HTMLElement[] {
  let marks = corners.get(element);
  if (!marks) {
    marks = [
      ['0', '0'],
      ['100%', '0'],
      ['0', '100%'],
    ].map(([left, top]) => {
      const mark = document.createElement('span');
      mark.className = 'figure-corner';
      mark.ariaHidden = 'true';
      Object.assign(mark.style, { left, top });
      return mark;
    });
    corners.set(element, marks);
  }
  // Replacing the element's content removes them.
  if (marks[0]!.parentElement !== element) element.append(...marks);
  return marks;
}

/** Where an event happened, or a corner of another element is, relative to an element's padding box. */
export function placeIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const marks = cornersOf(element);
  const [origin, right, lower] = marks.map((mark) => boxOf(mark)) as [DOMRect, DOMRect, DOMRect];
  const a = { x: right.x - origin.x, y: right.y - origin.y };
  const b = { x: lower.x - origin.x, y: lower.y - origin.y };
  const p = { x: clientX - origin.x, y: clientY - origin.y };
  const area = a.x * b.y - a.y * b.x;
  // Flattened, as by scale(0), it has no area.
  if (!area) return { x: 0, y: 0 };
  const width = parseFloat(getComputedStyle(marks[1]!).left);
  const height = parseFloat(getComputedStyle(marks[2]!).top);
  return { x: ((p.x * b.y - p.y * b.x) / area) * width, y: ((a.x * p.y - a.y * p.x) / area) * height };
}

/** Where the upper left of an element's padding box is in an ancestor's, with no transform between them. */
export function originIn(outer: HTMLElement, element: HTMLElement): Point {
  const { x, y } = boxOf(cornersOf(element)[0]!);
  const place = placeIn(outer, { clientX: x, clientY: y });
  // Layout has no finer steps; anything less is rounding by the window's coordinates.
  return { x: Math.round(place.x * 64) / 64, y: Math.round(place.y * 64) / 64 };
}

/** The value clamped to 0..most. */
export function clamp(value: number, limit: number): number {
  return Math.max(0, Math.min(value, limit));
}
