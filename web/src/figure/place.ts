// Places in CSS pixels of an element, whatever an ancestor does to it: scale, rotate, skew, zoom, also in the midst of an animation.

interface Point {
  x: number;
  y: number;
}

/** At the upper left, upper right and lower left of an element's inside, each without a size: the browser says where they are on the screen. */
const corners = new WeakMap<HTMLElement, HTMLElement[]>();

function cornersOf(element: HTMLElement): HTMLElement[] {
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
  // Whoever refills the element takes them out.
  if (marks[0]!.parentElement !== element) element.append(...marks);
  return marks;
}

/** Where an event happened, or a corner of another element is, inside an element: from the inside of its border. */
export function placeIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const marks = cornersOf(element);
  const [origin, right, lower] = marks.map((mark) => mark.getBoundingClientRect()) as [DOMRect, DOMRect, DOMRect];
  const a = { x: right.x - origin.x, y: right.y - origin.y };
  const b = { x: lower.x - origin.x, y: lower.y - origin.y };
  const p = { x: clientX - origin.x, y: clientY - origin.y };
  const area = a.x * b.y - a.y * b.x;
  // Flat, as under scale(0), it has no inside.
  if (!area) return { x: 0, y: 0 };
  const width = parseFloat(getComputedStyle(marks[1]!).left);
  const height = parseFloat(getComputedStyle(marks[2]!).top);
  return { x: ((p.x * b.y - p.y * b.x) / area) * width, y: ((a.x * p.y - a.y * p.x) / area) * height };
}

/** Where the upper left of an element's inside is in another, which it lies in without a transform between them. */
export function originIn(outer: HTMLElement, element: HTMLElement): Point {
  const { x, y } = cornersOf(element)[0]!.getBoundingClientRect();
  const place = placeIn(outer, { clientX: x, clientY: y });
  // Layout knows no finer steps; what is less is rounding on the way through the window.
  return { x: Math.round(place.x * 64) / 64, y: Math.round(place.y * 64) / 64 };
}

/** The number from 0 to the most that is nearest. */
export function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
