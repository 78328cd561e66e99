// What a figure has once it runs: words over its canvas, and what handles pointer, wheel, fingers and keys.

import { keepClicks } from './around';
import { Keys } from './keys';
import { type FigureText, Labels } from './labels';
import { listenToMouse } from './navigate';
import { printing } from './paper';
import { listenToPinch } from './pinch';
import { listen } from './pointer';
import { Probe } from './probe';
import type { Answers, Command, Request, Snapshot } from './protocol';
import type { Zoom } from './zoom';

/** The figure whose senses these are. */
interface Body {
  readonly live: boolean;
  readonly zoom: Zoom;
  readonly snapshot: Snapshot | null;
  draw(): HTMLCanvasElement | null;
  send(command: Command): void;
  request<R extends Request>(request: R): Answers[R['type']] | undefined;
}

export class Senses {
  /** Whether a gesture is going on. */
  pressed = false;
  readonly #labels: Labels;
  readonly #keys: Keys;
  readonly #probe: Probe | null;

  /** `letGo` is called after a gesture. */
  constructor(plane: HTMLElement, curve: HTMLElement | null, signal: AbortSignal, figure: Body, letGo: () => void) {
    this.#labels = new Labels(plane, curve);
    const tree = plane.getRootNode();
    if (tree instanceof ShadowRoot) {
      keepClicks(tree, signal);
      printing(plane, signal, () => figure.draw());
    }
    const send = (command: Command) => {
      if (figure.live) figure.send(command);
    };
    const release = listen(plane, signal, {
      send: (command) => {
        if (command.type === 'press') this.pressed = true;
        if (['release', 'cancel', 'revoke'].includes(command.type)) {
          this.pressed = false;
          letGo();
        }
        send(command);
      },
      grabs: (x, y) => figure.live && figure.request({ type: 'grabs', x, y }) === true,
      takesEmpty: () => figure.zoom !== 'off' || figure.snapshot?.tool !== 'move',
    });
    listenToPinch(plane, signal, { send, zooms: () => figure.live && figure.zoom === 'on', begin: release });
    listenToMouse(plane, signal, { send, zooms: () => figure.live && figure.zoom !== 'off' });
    this.#keys = new Keys(plane, signal, {
      send,
      size: () => ({ width: plane.clientWidth, height: plane.clientHeight }),
      zooms: () => figure.zoom !== 'off',
      zoomed: () => Boolean(figure.snapshot?.view),
    });
    this.#probe =
      curve &&
      new Probe(curve, signal, {
        send,
        snapshot: () => figure.snapshot,
        epochAt: (right, from) => (figure.live ? figure.request({ type: 'epochAt', right, from }) : undefined),
      });
  }

  say(snapshot: Snapshot, text: FigureText): void {
    this.#labels.show(snapshot, text, this.pressed, this.#keys.active);
    this.#probe?.show(snapshot, text);
  }

  /** The language or the font changed. */
  forget(): void {
    this.#labels.forget();
  }

  remove(): void {
    this.#labels.remove();
  }
}
