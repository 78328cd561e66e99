// Where an element is in the window, whatever CSS zoom there is around it.

/**
 * Whether the browser tells of CSS zoom. One that doesn't, as WebKit, has older rules, too: an element's box is in its own
 * pixels, and viewport units are those of the window.
 */
export const tellsZoom = (): boolean => 'currentCSSZoom' in Element.prototype;

/** How many CSS pixels of the window one of an element's is long, by the CSS zoom of all around it. */
export function zoomOf(element: Element): number {
  if (tellsZoom()) return element.currentCSSZoom;
  let zoom = 1;
  for (let at: Element | null = element; at; at = around(at)) zoom *= Number(getComputedStyle(at).zoom) || 1;
  return zoom;
}

const around = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;

/** An element's box, or one of its boxes, in CSS pixels of the window, as events have them. */
export function boxOf(element: Element, box = element.getBoundingClientRect()): DOMRect {
  if (tellsZoom()) return box;
  const zoom = zoomOf(element);
  return new DOMRect(zoom * box.x, zoom * box.y, zoom * box.width, zoom * box.height);
}
