// Points at an epoch of the loss curve, by pointer or keys; to a screen reader it is a slider. A press goes to the epoch; a
// finger's first press only points.

import type { FigureText } from './labels';
import { placeIn } from './place';
import type { Command, Snapshot } from './protocol';

export interface ProbeTarget {
  send: (command: Command) => void;
  snapshot: () => Snapshot | null;
  /** The epoch that many pixels to the right of another, or of the left edge; undefined where there is none. */
  epochAt: (right: number, from: number | null) => number | undefined;
}

/** How far a key moves, as a share of the width. */
const shares: Record<string, number> = {
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  PageUp: 0.1,
  PageDown: -0.1,
};

export class Probe {
  readonly #curve: HTMLElement;
  readonly #target: ProbeTarget;
  readonly #signal: AbortSignal;
  /** Where the pointer is: finer than a click knows, and what is read there is where a press goes. */
  #x: number | null = null;
  /** Where a finger pointed last, in pixels: its next press goes there. */
  #tapped: number | null = null;
  /** The epoch that was pressed, until the program reports where that is. */
  #going: number | null = null;

  constructor(curve: HTMLElement, signal: AbortSignal, target: ProbeTarget) {
    this.#curve = curve;
    this.#target = target;
    this.#signal = signal;
    curve.classList.add('figure-curve');
    this.#on('pointermove', (event) => this.#point(event));
    this.#on('pointerdown', (event) => this.#point(event));
    this.#on('click', (event) => this.#press(event as PointerEvent));
    // A finger leaves when it is lifted, but what it pointed at should stay readable.
    this.#on('pointerleave', (event) => event.pointerType !== 'touch' && this.#leave());
    this.#on('blur', () => this.#leave());
    document.addEventListener('pointerdown', (event) => !event.composedPath().includes(curve) && this.#leave(), { signal });
    this.#on('keydown', (event) => this.#key(event));
  }

  /** Until there is a curve, there is nothing to point at. */
  show({ epoch, curve: { first, epochs, probe } }: Snapshot, text: FigureText): void {
    if (this.#going !== null && probe && (Math.abs(probe.epoch - this.#going) <= 1 || probe.epoch >= epoch)) this.#go();
    const { title, detail } = probe ? text.probe(probe) : { title: '', detail: '' };
    this.#curve.tabIndex = 0;
    const values = {
      role: 'slider',
      'aria-valuemin': String(first),
      'aria-label': text.curve,
      'aria-valuemax': String(epochs),
      'aria-valuenow': String(probe?.epoch ?? Math.max(first, Math.min(epoch, epochs))),
      'aria-valuetext': [title, detail].filter(Boolean).join('. ') || String(epoch),
    };
    for (const [key, value] of Object.entries(values))
      if (this.#curve.getAttribute(key) !== value) this.#curve.setAttribute(key, value);
  }

  /** The place of a pointer, unless that is on the name of an axis. */
  #at(event: PointerEvent): number | null {
    return event.target === this.#curve ? placeIn(this.#curve, event).x : null;
  }

  #point(event: PointerEvent): void {
    this.#x = this.#at(event);
    const epoch = this.#x === null ? undefined : this.#target.epochAt(this.#x, null);
    if (epoch !== undefined) this.#target.send({ type: 'probe', epoch });
  }

  #press(event: PointerEvent): void {
    const x = this.#x ?? this.#at(event);
    const epoch = x === null ? undefined : this.#target.epochAt(x, null);
    if (x === null || epoch === undefined) return;
    const byFinger = event.pointerType === 'touch';
    const again = this.#tapped !== null && Math.abs(this.#tapped - x) <= this.#curve.clientWidth / 25;
    this.#tapped = byFinger ? x : null;
    if (byFinger && !again) return;
    this.#going = epoch;
    this.#target.send({ type: 'probe', epoch });
  }

  /** Goes to the epoch pointed at. */
  #go(): void {
    this.#going = null;
    const step = this.#target.snapshot()?.curve.probe?.step ?? null;
    if (step !== null) this.#target.send({ type: 'seek', step });
  }

  #key(event: KeyboardEvent): void {
    const snapshot = this.#target.snapshot();
    if (!snapshot || event.ctrlKey || event.altKey || event.metaKey) return;
    const { first, epochs, probe } = snapshot.curve;
    const share = shares[event.key];
    if (share !== undefined) this.#move(probe?.epoch ?? snapshot.epoch, share);
    else if (event.key === 'Home') this.#target.send({ type: 'probe', epoch: first });
    else if (event.key === 'End') this.#target.send({ type: 'probe', epoch: epochs });
    else if (event.key === 'Enter' && probe) this.#go();
    else if (event.key === 'Escape' && probe) this.#leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Points that share of the width to the right of an epoch, at the next one at least. */
  #move(from: number, share: number): void {
    const to = this.#target.epochAt(share * this.#curve.clientWidth, from);
    if (to === undefined) return;
    this.#target.send({ type: 'probe', epoch: from + Math.sign(share) * Math.max(1, Math.round(Math.abs(to - from))) });
  }

  #leave(): void {
    this.#x = this.#tapped = null;
    if (this.#target.snapshot()?.curve.probe) this.#target.send({ type: 'probe', epoch: null });
  }

  #on<K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void): void {
    this.#curve.addEventListener(type, listener, { signal: this.#signal });
  }
}
