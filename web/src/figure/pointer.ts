// What the pointer does in the plane, as messages. The page keeps its own: wheel, vertical swipes, context menu and every
// key. A finger's press is held back until it is surely a tap or a sideways drag, since a finger that scrolls presses too.

import { placeIn } from './place';
import type { ViewCommand } from './protocol';

/** How far a finger moves before it drags, CSS pixels. */
const slop = 8;

export interface PointerTarget {
  send: (command: ViewCommand) => void;
  /** Whether a finger put down here would take hold of a mark: then the gesture is ours from the start. */
  holds: (x: number, y: number) => boolean;
}

/** Listens on the plane until the signal. Returns what takes back a gesture that has begun and is not meant. */
export function listen(plane: HTMLElement, signal: AbortSignal, target: PointerTarget): () => void {
  let active: { id: number; x: number; y: number; pressed: boolean; claimed: boolean } | null = null;

  const place = (event: { clientX: number; clientY: number }) => placeIn(plane, event);
  const ours = (event: Event) => event.target === plane;

  plane.addEventListener(
    'pointerdown',
    (event) => {
      if (!ours(event) || !event.isPrimary || event.button !== 0 || event.ctrlKey) return;
      const at = place(event);
      active = { id: event.pointerId, ...at, pressed: event.pointerType !== 'touch', claimed: false };
      if (!active.pressed) return;
      plane.setPointerCapture(event.pointerId);
      target.send({ type: 'press', ...at, brush: event.shiftKey });
    },
    { signal },
  );
  plane.addEventListener(
    'pointermove',
    (event) => {
      const at = place(event);
      if (!active || event.pointerId !== active.id) {
        if (!active && event.pointerType !== 'touch' && ours(event)) target.send({ type: 'hover', ...at });
        return;
      }
      if (!active.pressed) {
        const [dx, dy] = [Math.abs(at.x - active.x), Math.abs(at.y - active.y)];
        if (Math.max(dx, dy) < slop || (dy >= dx && !active.claimed)) return;
        active.pressed = true;
        plane.setPointerCapture(event.pointerId);
        target.send({ type: 'press', x: active.x, y: active.y, brush: event.pointerType === 'touch' });
      }
      target.send({ type: 'drag', ...at });
    },
    { signal },
  );
  plane.addEventListener(
    'pointerup',
    (event) => {
      if (!active || event.pointerId !== active.id) return;
      const at = place(event);
      const { pressed, x, y } = active;
      active = null;
      if (!pressed && Math.hypot(at.x - x, at.y - y) >= slop) return;
      if (!pressed) target.send({ type: 'press', x, y });
      target.send({ type: 'release', ...at });
      if (event.pointerType === 'touch') target.send({ type: 'leave' });
    },
    { signal },
  );
  plane.addEventListener(
    'pointercancel',
    (event) => {
      if (!active || event.pointerId !== active.id) return;
      const { pressed } = active;
      active = null;
      if (pressed) target.send({ type: 'cancel' });
    },
    { signal },
  );
  plane.addEventListener('pointerleave', () => target.send({ type: 'leave' }), { signal });
  plane.addEventListener('pointerover', (event) => !active && !ours(event) && target.send({ type: 'leave' }), { signal });
  plane.addEventListener(
    'touchstart',
    (event) => {
      const touch = event.touches[0];
      if (event.touches.length !== 1 || !touch || !ours(event)) return;
      const at = place(touch);
      if (!target.holds(at.x, at.y) || !event.cancelable) return;
      event.preventDefault();
      if (active) active.claimed = true;
    },
    { signal, passive: false },
  );
  return () => {
    if (active?.pressed) target.send({ type: 'revoke' });
    active = null;
  };
}
