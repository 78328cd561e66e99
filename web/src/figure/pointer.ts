// What the pointer does in the plane, as messages. The page keeps its own: wheel, vertical swipes, context menu and
// every key. A finger's press is held back until it is clearly a tap, a sideways drag or a hold: scrolling starts with a press.

import { placeIn } from './place';
import type { ViewCommand } from './protocol';
import { track } from './track';

/** How far a finger moves before it drags, in CSS pixels of the window. */
const slop = 8;

/** How long a finger stays on a mark before it takes hold of it, in ms: by then, a swipe that begins there is the page's. */
const holdMs = 300;

export interface PointerTarget {
  send: (command: ViewCommand) => void;
  /** Whether a press here would take hold of a mark. */
  grabs: (x: number, y: number) => boolean;
  /** Whether a press that takes hold of nothing also belongs to the figure. */
  takesEmpty: () => boolean;
}

interface Gesture {
  id: number;
  finger: boolean;
  /** Where the gesture began: in the plane, and in the window. */
  x: number;
  y: number;
  clientX: number;
  clientY: number;
  /** When it began, by the clock of the events. */
  timeStamp: number;
  /** Whose gesture it is; open while undecided. */
  whose: 'open' | 'ours' | 'page';
  /** Whether it became ours by the time that the finger stayed. */
  stayed: boolean;
  timer: number;
  untrack: () => void;
}

/** How far a finger has moved in the window: sideways, and up or down. */
const moved = ({ clientX, clientY }: Gesture, to: { clientX: number; clientY: number }) =>
  [Math.abs(to.clientX - clientX), Math.abs(to.clientY - clientY)] as const;

/** Whether a move that came when a mark was held already says that the finger went up or down before: a busy page hears late. */
function swipedBefore(gesture: Gesture, event: PointerEvent): boolean {
  const moves = event.getCoalescedEvents();
  return (moves.length > 0 ? moves : [event]).some((move) => {
    const [dx, dy] = moved(gesture, move);
    return move.timeStamp - gesture.timeStamp < holdMs && dy >= slop && dy >= dx;
  });
}

/** Listens on the plane until the signal aborts. Returns a function that revokes a gesture begun by mistake. */
export function listen(plane: HTMLElement, signal: AbortSignal, target: PointerTarget): () => void {
  let gesture: Gesture | null = null;

  const place = (event: { clientX: number; clientY: number }) => placeIn(plane, event);
  const ours = (event: Event) => event.target === plane;
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    plane.addEventListener(type, listener, { signal, passive: false });

  const end = () => {
    const ended = gesture;
    clearTimeout(ended?.timer);
    ended?.untrack();
    gesture = null;
    return ended;
  };
  const take = (held: Gesture, brush: boolean) => {
    held.whose = 'ours';
    plane.setPointerCapture(held.id);
    target.send({ type: 'press', x: held.x, y: held.y, brush, finger: held.finger });
  };
  const stay = (held: Gesture) => {
    if (held.whose !== 'open') return;
    held.stayed = true;
    take(held, true);
  };
  signal.addEventListener('abort', end);

  const move = (event: PointerEvent): boolean => {
    const held = gesture!;
    if (held.whose === 'open') {
      const [dx, dy] = moved(held, event);
      if (Math.max(dx, dy) < slop) return false;
      if (dx > dy) take(held, true);
      else held.whose = 'page';
    } else if (held.whose === 'ours' && held.stayed && swipedBefore(held, event)) {
      held.whose = 'page';
      target.send({ type: 'revoke' });
    }
    if (held.whose !== 'ours') return false;
    target.send({ type: 'drag', ...place(event) });
    return true;
  };
  const finish = (event: PointerEvent) => {
    const { whose, finger, x, y } = end()!;
    if (whose === 'page') return;
    if (event.type === 'pointerup') {
      if (whose === 'open') target.send({ type: 'press', x, y, tap: true });
      target.send({ type: 'release', ...place(event) });
      if (finger) target.send({ type: 'leave' });
    } else if (whose === 'ours') {
      // If the browser takes over the gesture of a finger or a pen, it was the page's.
      target.send({ type: event.type === 'pointercancel' ? 'revoke' : 'cancel' });
    }
  };
  on('pointerdown', (event) => {
    if (!ours(event) || !event.isPrimary || event.button !== 0 || event.ctrlKey) return;
    end();
    const { pointerId: id, clientX, clientY, timeStamp } = event;
    const at = place(event);
    const grabs = target.grabs(at.x, at.y);
    if (!grabs && !target.takesEmpty()) return;
    const begun: Gesture = (gesture = {
      id,
      finger: event.pointerType === 'touch',
      ...at,
      clientX,
      clientY,
      timeStamp,
      whose: 'open',
      stayed: false,
      timer: 0,
      untrack: track(event, move, finish),
    });
    if (!begun.finger) take(begun, event.shiftKey);
    else if (grabs) begun.timer = window.setTimeout(() => requestAnimationFrame(() => gesture === begun && stay(begun)), holdMs);
  });
  on('pointermove', (event) => {
    if (!gesture && event.pointerType !== 'touch' && ours(event)) target.send({ type: 'hover', ...place(event) });
  });
  on('pointerleave', () => !gesture && target.send({ type: 'leave' }));
  on('pointerover', (event) => !gesture && !ours(event) && target.send({ type: 'leave' }));
  // A scroll or a menu that has not started yet can be prevented.
  on('touchmove', (event) => gesture?.whose === 'ours' && keep(event));
  on('contextmenu', (event) => gesture?.whose === 'ours' && gesture.finger && event.preventDefault());
  return () => {
    if (end()?.whose === 'ours') target.send({ type: 'revoke' });
  };
}

/** Keeps what the figure takes from the page, and from a slide show around it that turns by swipes. */
function keep(event: Event): void {
  if (event.cancelable) event.preventDefault();
  event.stopPropagation();
}
