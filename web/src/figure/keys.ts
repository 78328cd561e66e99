// The plane by keyboard: arrows move a cross, Enter does there what a click would. Only these keys are taken, only while
// the plane has the focus, and never with Ctrl, Alt or Meta.

import type { ViewCommand } from './protocol';

export interface KeyTarget {
  send: (command: ViewCommand) => void;
  /** The size of the plane, CSS pixels. */
  size: () => { width: number; height: number };
}

const directions: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** How far an arrow goes, CSS pixels; with Shift, five times as far. */
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
        else return;
        event.preventDefault();
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
    const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
    this.#at = { x: clamp(from.x + dx * stride * times, width), y: clamp(from.y + dy * stride * times, height) };
    this.#cross.hidden = false;
    this.#cross.style.transform = `translate(${this.#at.x}px, ${this.#at.y}px)`;
    target.send({ type: 'hover', ...this.#at });
  }

  #click(at: { x: number; y: number }, target: KeyTarget): void {
    target.send({ type: 'press', ...at });
    target.send({ type: 'release', ...at });
  }

  #leave(target: KeyTarget): void {
    this.#at = null;
    this.#cross.hidden = true;
    target.send({ type: 'leave' });
  }
}
