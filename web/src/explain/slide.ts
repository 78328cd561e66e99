// A slider that acts while it is dragged: all of the drag is one change to undo.

import { track } from '../figure/track';
import type { Send } from './view';

/** `act` is called at each move, by keys, too. Returns whether it is being dragged. */
export function slides(slider: HTMLInputElement, send: Send, act: () => void): () => boolean {
  let dragged = false;
  slider.addEventListener('pointerdown', (event) => {
    dragged = true;
    send({ type: 'hold' });
    track(
      event,
      () => {},
      () => {
        send({ type: 'cancel' });
        dragged = false;
      },
    );
  });
  slider.addEventListener('input', act);
  return () => dragged;
}
