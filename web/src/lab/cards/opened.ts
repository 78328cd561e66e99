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

function bring(card: HTMLElement, column: HTMLElement): void {
  const inset = Number.parseFloat(getComputedStyle(column).paddingTop);
  scroll(column, card.getBoundingClientRect().top - column.getBoundingClientRect().top - inset);
}

/** Brings something of an opened card into the column's view, but no farther than to its top. */
export function bringIntoView(part: Element): void {
  const column = byId('panels');
  const [{ top, bottom }, seen] = [part.getBoundingClientRect(), column.getBoundingClientRect()];
  // The column's last pixels fade.
  const below = Math.min(bottom + 24 - seen.bottom, top - seen.top);
  if (below > 0) scroll(column, below);
}

/** Where the page itself scrolls, nothing moves. */
function scroll(column: HTMLElement, top: number): void {
  if (getComputedStyle(column).overflowY === 'visible') return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  column.scrollBy({ top, behavior });
}
