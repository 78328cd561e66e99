// A card that a reader opens comes to the top of its column, so that its picture is seen at once.

import { byId } from '../ui/dom';

export function bringOpened(): void {
  const column = byId('panels');
  column.addEventListener('click', ({ target }) => {
    const card = (target as Element).closest('summary')?.parentElement;
    if (!(card instanceof HTMLDetailsElement) || card.parentElement !== column || card.open) return;
    card.addEventListener('toggle', () => card.open && bring(card, column), { once: true });
  });
}

/** Where the page itself scrolls, nothing moves. */
function bring(card: HTMLElement, column: HTMLElement): void {
  const { overflowY, paddingTop } = getComputedStyle(column);
  if (overflowY === 'visible') return;
  const top = card.getBoundingClientRect().top - column.getBoundingClientRect().top - Number.parseFloat(paddingTop);
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  column.scrollBy({ top, behavior });
}
