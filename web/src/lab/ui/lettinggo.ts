// Letting go of the point in hand by Escape, in the row of a list that took it.

import type { Lab, Part } from './part';

/** `rows` are the lists' rows: a field in one has an Escape of its own. */
export function lettingGo({ send }: Pick<Lab, 'send'>, rows: string): Part {
  let hand: { index: number; held: boolean } | null = null;
  document.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || !hand || !(target as Element).matches(rows)) return;
    if (hand.held) send({ type: 'take', index: hand.index, hold: true });
    send({ type: 'leave' });
  });
  return {
    show({ hover }) {
      hand = hover && hover.index !== null ? { index: hover.index, held: hover.held } : null;
    },
  };
}
