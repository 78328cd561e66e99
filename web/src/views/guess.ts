// A reader's guess of the line, on the plane: dashed and dotted, with two handles that are dragged, or moved by arrow keys.

import type { GuessReport, XY } from '../figure/protocol';
import { track } from '../figure/track';
import { shape, short, through } from './plot';

export interface GuessHands {
  /** A handle is dragged to where an event is. */
  drag(handle: 0 | 1, event: PointerEvent): void;
  /** It is moved by that many pixels. */
  nudge(handle: 0 | 1, by: XY): void;
}

export interface GuessText {
  /** Of the line, for readers who can't see it. */
  name: string;
  /** Of the handles: what they are, and where. */
  handles: [string, string];
  places: [string, string];
}

/** How far an arrow key moves a handle, CSS pixels; with Shift, five times as far. */
const stride = 10;
const radius = 9;

const directions: Record<string, XY> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Guess {
  readonly element = shape('svg', 'figure-guess', { role: 'group' }) as SVGSVGElement;
  readonly #lines = [shape('path', 'halo'), shape('path', 'guess')];
  readonly #handles = [shape('circle', 'handle', { r: radius }), shape('circle', 'handle', { r: radius })];

  constructor(hands: GuessHands) {
    for (const [i, handle] of this.#handles.entries()) listen(handle, i as 0 | 1, hands);
    this.clear();
  }

  clear(): void {
    this.element.ariaHidden = 'true';
    if (this.element.firstChild) this.element.replaceChildren();
  }

  /** Handles are shown while the guess is open. */
  show({ line, at, ends }: GuessReport, open: boolean, text: GuessText): void {
    const { element } = this;
    element.ariaHidden = null;
    element.ariaLabel = text.name;
    for (const path of this.#lines) path.setAttribute('d', line ? through(line) : '');
    for (const [i, handle] of this.#handles.entries()) {
      handle.setAttribute('cx', short(at[i]![0]));
      handle.setAttribute('cy', short(at[i]![1]));
      handle.ariaLabel = text.handles[i]!;
      handle.ariaValueNow = ends[i]![0].toFixed(2);
      handle.ariaValueText = text.places[i]!;
    }
    // What stays keeps the focus.
    if (!element.firstChild) element.append(...this.#lines);
    for (const handle of this.#handles) {
      if (open && !handle.isConnected) element.append(handle);
      if (!open) handle.remove();
    }
  }
}

function listen(handle: SVGElement, i: 0 | 1, hands: GuessHands): void {
  handle.setAttribute('role', 'slider');
  handle.setAttribute('tabindex', '0');
  let dragging = false;
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    dragging = true;
    handle.setPointerCapture(event.pointerId);
    track(
      event,
      (moved) => hands.drag(i, moved),
      () => (dragging = false),
    );
  });
  // It is not a scroll, even where the browser claims a gesture that begins in a drawing.
  handle.addEventListener('touchmove', (event) => dragging && event.cancelable && event.preventDefault(), { passive: false });
  handle.addEventListener('keydown', (event) => {
    const direction = directions[event.key];
    if (!direction || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const far = stride * (event.shiftKey ? 5 : 1);
    hands.nudge(i, [far * direction[0], far * direction[1]]);
  });
}
