// The buttons over a plane that zoom it.

import type { ViewCommand } from './protocol';

/** How much a key or a button zooms. */
export const zoomStep = 1.5;

export interface ZoomButtons {
  nearer: HTMLElement;
  farther: HTMLElement;
  fit: HTMLElement;
}

export function listenToZoom({ nearer, farther, fit }: ZoomButtons, send: (command: ViewCommand) => void): void {
  nearer.addEventListener('click', () => send({ type: 'zoom', factor: zoomStep }));
  farther.addEventListener('click', () => send({ type: 'zoom', factor: 1 / zoomStep }));
  fit.addEventListener('click', () => {
    send({ type: 'fit' });
    // The button goes; the focus must not go with it.
    nearer.focus();
  });
}
