// Taking a point in hand from a list: as long as its row is pointed at, or has the focus by keys, or is used; and for good by a
// press on the row's button.

import type { Send } from './part';

/** Makes a row point at a sample, `index` of which may change. Returns what points again, if the row is pointed at. */
export function takes(row: HTMLElement, button: HTMLElement, send: Send, index: () => number | null): () => void {
  /** The mouse: a finger that tapped a row points at nothing. */
  let over = false;
  const focused = () => row.querySelector(':focus-visible') !== null || row.matches(':focus-visible');
  const point = () => {
    const at = index();
    if (at !== null && (over || focused())) send({ type: 'take', index: at });
  };
  const leave = () => {
    if (!over && !focused()) send({ type: 'leave' });
  };
  row.addEventListener('pointerenter', ({ pointerType }) => {
    over = pointerType === 'mouse';
    point();
  });
  row.addEventListener('pointerleave', () => {
    over = false;
    leave();
  });
  button.addEventListener('click', () => {
    const at = index();
    if (at !== null) send({ type: 'take', index: at, hold: true });
  });
  row.addEventListener('focusin', point);
  row.addEventListener('focusout', leave);
  return point;
}
