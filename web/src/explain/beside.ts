// What explains an element is placed beside it, in the window, and never on it.

import { boxOf, zoomOf } from '../figure/window';

/** Between the element and what is beside it, and between that and the window's edge, CSS pixels. */
const [gap, edge] = [6, 8];

/** Puts it below an element's first line, or above it where there is more room, and inside the window. */
export function placeBeside(tip: HTMLElement, element: Element): void {
  const [first] = element.getClientRects();
  if (!first) return;
  const line = boxOf(element, first);
  // Its own position is in its own pixels, which a presentation makes larger.
  const zoom = zoomOf(tip);
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const [above, below] = [line.top - gap - edge, height - line.bottom - gap - edge];
  tip.style.maxHeight = '';
  const high = tip.offsetHeight * zoom;
  const under = high <= below || below >= above;
  tip.style.maxHeight = `${(under ? below : above) / zoom}px`;
  const top = under ? line.bottom + gap : line.top - gap - tip.offsetHeight * zoom;
  const left = Math.max(edge, Math.min(line.left, width - edge - tip.offsetWidth * zoom));
  tip.style.translate = `${left / zoom}px ${top / zoom}px`;
}
