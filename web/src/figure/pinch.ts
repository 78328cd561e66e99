// Two fingers on the plane zoom and move it. One finger does what it does elsewhere. If the page itself is zoomed in, two
// fingers are the page's, so that nobody is trapped in a large plane.

import { placeIn } from './place';
import type { ViewCommand, XY } from './protocol';

export interface PinchTarget {
  send: (command: ViewCommand) => void;
  /** Whether a pinch would be accepted. */
  zooms: () => boolean;
  /** A second finger came down: what the first one began was not intended. */
  begin: () => void;
}

/** Where two fingers are, in CSS pixels of the plane. */
interface Grip {
  middle: XY;
  distance: number;
}

/** Listens on the plane until the signal aborts. */
export function listenToPinch(plane: HTMLElement, signal: AbortSignal, target: PinchTarget): void {
  let last: Grip | null = null;

  const grip = ({ targetTouches: [a, b] }: TouchEvent): Grip | null => {
    if (!a || !b) return null;
    const [p, q] = [placeIn(plane, a), placeIn(plane, b)];
    return { middle: [(p.x + q.x) / 2, (p.y + q.y) / 2], distance: Math.max(1, Math.hypot(p.x - q.x, p.y - q.y)) };
  };
  // Not passive: a pinch of ours must not reach the page.
  const options = { signal, passive: false };
  plane.addEventListener(
    'touchstart',
    (event) => {
      if (event.targetTouches.length < 2 || !event.cancelable || !target.zooms() || pageIsZoomed()) return;
      event.preventDefault();
      if (!last) target.begin();
      last = grip(event);
    },
    options,
  );
  plane.addEventListener(
    'touchmove',
    (event) => {
      const now = last && grip(event);
      if (!last || !now) return;
      // The page may have begun to scroll before the second finger came.
      if (event.cancelable) event.preventDefault();
      target.send({ type: 'pan', dx: now.middle[0] - last.middle[0], dy: now.middle[1] - last.middle[1] });
      target.send({ type: 'zoom', factor: now.distance / last.distance, at: now.middle });
      last = now;
    },
    options,
  );
  for (const type of ['touchend', 'touchcancel'] as const)
    plane.addEventListener(type, (event) => (last &&= grip(event)), { signal });
}

function pageIsZoomed(): boolean {
  return (globalThis.visualViewport?.scale ?? 1) > 1.01;
}
