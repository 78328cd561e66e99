// Where a figure's canvas lies: over all of its views.

import { cornersOf, originIn } from './place';
import type { Rect } from './protocol';

interface Placement {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Each view on the canvas; null: it isn't shown. */
  views: (Rect | null)[];
}

/** How far the marks at the curve's ends reach over its edge, in CSS pixels. */
const reach = 4;

/** The smallest box of whole pixels that holds the views and their marks, relative to the root's padding box. */
export function placementOf(root: HTMLElement, elements: readonly (HTMLElement | null)[]): Placement {
  // Before the first is measured: a later one would need a layout of its own.
  for (const element of [root, ...elements]) if (element) cornersOf(element);
  const views = elements.map((view) => view && inner(view, root));
  const [plane, curve] = views;
  const shown = [plane, curve && widened(curve)].filter((view) => view != null);
  const left = Math.floor(Math.min(...shown.map((r) => r.x)));
  const top = Math.floor(Math.min(...shown.map((r) => r.y)));
  const width = Math.ceil(Math.max(...shown.map((r) => r.x + r.width))) - left;
  const height = Math.ceil(Math.max(...shown.map((r) => r.y + r.height))) - top;
  return { left, top, width, height, views: views.map((r) => r && { ...r, x: r.x - left, y: r.y - top }) };
}

const widened = ({ x, y, width, height }: Rect): Rect => ({
  x: x - reach,
  y: y - reach,
  width: width + 2 * reach,
  height: height + 2 * reach,
});

/** An element's padding box, relative to that of the root; null if it has no size. */
function inner(element: HTMLElement, root: HTMLElement): Rect | null {
  const { clientWidth: width, clientHeight: height } = element;
  if (!width || !height) return null;
  return { ...originIn(root, element), width, height };
}

/** A view, its ancestors up to the root, and the siblings of each: if one of them grows, the view may move. */
export function neighbours(view: HTMLElement | null, root: HTMLElement): Element[] {
  if (!view) return [];
  if (view === root || !view.parentElement) return [root];
  return [...view.parentElement.children, ...neighbours(view.parentElement, root)];
}
