// A slider that acts while it is dragged: all of the drag is one change to undo.

import type { Send } from './view';

/** `act` is called at each move, by keys, too. Returns whether it is being dragged. */
export function slides(slider: HTMLInputElement, send: Send, act: () => void): () => boolean {
  let dragged = false;
  slider.addEventListener('pointerdown', () => {
    dragged = true;
    send({ type: 'hold' });
  });
  slider.addEventListener('input', act);
  for (const end of ['pointerup', 'pointercancel'] as const)
    slider.addEventListener(end, () => {
      if (dragged) send({ type: 'cancel' });
      dragged = false;
    });
  return () => dragged;
}
