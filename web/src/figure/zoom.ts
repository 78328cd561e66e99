// Who may zoom a plane, and the buttons over it that do.

import type { ViewCommand } from './protocol';

/** How much a key or a button zooms. */
export const zoomStep = 1.5;

/** Whether readers zoom and move the view: `no-touch` leaves two fingers to the page, `off` wheel, keys and middle button, too. */
export type Zoom = (typeof zooms)[number];

const zooms = ['on', 'no-touch', 'off'] as const;

export function isZoom(text: string): text is Zoom {
  return zooms.some((zoom) => zoom === text);
}

export interface ZoomButtons {
  nearer: HTMLElement;
  farther: HTMLElement;
  fit: HTMLElement;
}

export function listenToZoom({ nearer, farther, fit }: ZoomButtons, send: (command: ViewCommand) => void): void {
  nearer.addEventListener('click', () => send({ type: 'zoom', factor: zoomStep }));
  farther.addEventListener('click', () => send({ type: 'zoom', factor: 1 / zoomStep }));
  listenToFit(fit, nearer, send);
}

/** The button goes as it is pressed; the focus must not go with it. */
export function listenToFit(fit: HTMLElement, next: HTMLElement, send: (command: ViewCommand) => void): void {
  fit.addEventListener('click', () => {
    send({ type: 'fit' });
    next.focus();
  });
}
