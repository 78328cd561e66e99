// Zooms and moves the plane by mouse or trackpad: Ctrl or Cmd with the wheel, which is also how a trackpad's pinch arrives, and
// dragging with the middle button. The wheel alone scrolls the page.

import { placeIn } from './place';
import type { ViewCommand } from './protocol';
import { track } from './track';

export interface NavigateTarget {
  send: (command: ViewCommand) => void;
  /** Whether a command would be accepted. */
  zooms: () => boolean;
}

/** The logarithm of the zoom per wheel pixel, and the most that one event counts: a notch is 100 px or more, a pinch a few. */
const perPx = 0.01;
const maxPx = 24;

/** The height of a line, for wheels that count lines. */
const linePx = 16;

/** Listens on the plane until the signal aborts. */
export function listenToMouse(plane: HTMLElement, signal: AbortSignal, target: NavigateTarget): void {
  plane.addEventListener(
    'wheel',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || !target.zooms()) return;
      event.preventDefault();
      const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : linePx);
      const { x, y } = placeIn(plane, event);
      target.send({ type: 'zoom', factor: Math.exp(-perPx * Math.max(-maxPx, Math.min(px, maxPx))), at: [x, y] });
    },
    { signal, passive: false },
  );

  const middle = 1;
  let from: { x: number; y: number } | null = null;
  plane.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target !== plane || event.button !== middle || !target.zooms()) return;
      plane.setPointerCapture(event.pointerId);
      let last = (from = placeIn(plane, event));
      track(
        event,
        (moved) => {
          from = placeIn(plane, moved);
          target.send({ type: 'pan', dx: from.x - last.x, dy: from.y - last.y });
          last = from;
        },
        () => (from = null),
      );
    },
    { signal },
  );
  // Otherwise the browser's own middle-button scrolling would start here.
  plane.addEventListener('mousedown', (event) => from && event.preventDefault(), { signal });
}
