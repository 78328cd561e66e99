// The buttons over the plane that zoom it.

import { zoomStep } from '../figure/keys';
import { byId } from './dom';
import type { Send } from './part';

export function zoom(send: Send): void {
  byId('zoom-in').addEventListener('click', () => send({ type: 'zoom', factor: zoomStep }));
  byId('zoom-out').addEventListener('click', () => send({ type: 'zoom', factor: 1 / zoomStep }));
  byId('fit').addEventListener('click', () => {
    send({ type: 'fit' });
    // The button goes; the focus must not go with it.
    byId('zoom-in').focus();
  });
}
