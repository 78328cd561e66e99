// The plane by keyboard: arrows move a cross, Enter does there what a tap would, and +, − and 0 zoom. Only these keys are
// taken, only while the plane has the focus, and never with Ctrl, Alt or Meta.

import { clamp } from './place';
import type { ViewCommand } from './protocol';
import { zoomStep } from './zoom';

export interface KeyTarget {
  send: (command: ViewCommand) => void;
  /** The size of the plane, in CSS pixels. */
  size: () => { width: number; height: number };
  /** Whether +, − and 0 belong to the plane. */
  zooms: () => boolean;
  /** Whether the plane goes on beyond the edge of the view. */
  zoomed: () => boolean;
}

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const zooms: Record<string, number> = { '+': zoomStep, '=': zoomStep, '-': 1 / zoomStep };

/** How far an arrow key moves the cross, in CSS pixels; with Shift, five times as far. */
const stride = 10;

export class Keys {
  readonly #cross = document.createElement('span');
  #at: { x: number; y: number } | null = null;

  constructor(plane: HTMLElement, signal: AbortSignal, target: KeyTarget) {
    this.#cross.className = 'figure-cross';
    this.#cross.hidden = true;
    this.#cross.ariaHidden = 'true';
    plane.append(this.#cross);
    signal.addEventListener('abort', () => this.#cross.remove());
    plane.addEventListener(
      'keydown',
      (event) => {
        if (event.target !== plane || event.ctrlKey || event.altKey || event.metaKey) return;
        const direction = directions[event.key];
        if (direction) this.#move(direction, event.shiftKey ? 5 : 1, target);
        else if (event.key === 'Enter' && this.#at) this.#click(this.#at, target);
        else if (event.key === 'Escape' && this.#at) this.#leave(target);
        else if (zooms[event.key] && target.zooms())
          target.send({ type: 'zoom', factor: zooms[event.key]!, ...(this.#at && { at: [this.#at.x, this.#at.y] }) });
        else if (event.key === '0' && target.zooms()) target.send({ type: 'fit' });
        else return;
        event.preventDefault();
        // Nor should a slide show around it get them.
        event.stopPropagation();
      },
      { signal },
    );
    for (const away of ['blur', 'pointerdown']) plane.addEventListener(away, () => this.#at && this.#leave(target), { signal });
  }

  /** Whether the cross is what the reader points with. */
  get active(): boolean {
    return this.#at !== null;
  }

  #move([dx, dy]: [number, number], times: number, target: KeyTarget): void {
    const { width, height } = target.size();
    const from = this.#at ?? { x: width / 2, y: height / 2 };
    const to = { x: from.x + dx * stride * times, y: from.y + dy * stride * times };
    this.#at = { x: clamp(to.x, width), y: clamp(to.y, height) };
    const over = { x: to.x - this.#at.x, y: to.y - this.#at.y };
    if ((over.x || over.y) && target.zoomed()) target.send({ type: 'pan', dx: -over.x, dy: -over.y });
    this.#cross.hidden = false;
    this.#cross.style.transform = `translate(${this.#at.x}px, ${this.#at.y}px)`;
    target.send({ type: 'hover', ...this.#at });
  }

  #click(at: { x: number; y: number }, target: KeyTarget): void {
    target.send({ type: 'press', ...at, tap: true });
    target.send({ type: 'release', ...at });
  }

  #leave(target: KeyTarget): void {
    this.#at = null;
    this.#cross.hidden = true;
    target.send({ type: 'leave' });
  }
}
