// Which gestures may zoom a plane, and the zoom buttons over it.

import type { ViewCommand } from './protocol';

/** The factor by which a key or a button zooms. */
export const zoomStep = 1.5;

/** Whether readers can zoom and move the view: `no-touch` leaves two fingers to the page, `off` also the wheel, keys and drag. */
export type Zoom = (typeof zooms)[number];

export const zooms = ['on', 'no-touch', 'off'] as const;

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

/** The button disappears when it is pressed; the focus must not be lost with it. */
export function listenToFit(fit: HTMLElement, next: HTMLElement, send: (command: ViewCommand) => void): void {
  fit.addEventListener('click', () => {
    send({ type: 'fit' });
    next.focus();
  });
}
