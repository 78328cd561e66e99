// What a reader opens comes into view, so that its picture is seen at once.

import { byId } from '../ui/dom';

/** What fades at the column's end, CSS pixels. */
const fading = 24;

export function bringOpened(): void {
  const column = byId('panels');
  column.addEventListener('click', ({ target }) => {
    const card = (target as Element).closest('summary')?.parentElement;
    if (!(card instanceof HTMLDetailsElement) || card.parentElement !== column || card.open) return;
    card.addEventListener('toggle', () => card.open && bringIntoView(card), { once: true });
  });
}

/** Scrolls the cards until all of a part is seen, or its top is theirs. Where the page itself scrolls, nothing moves. */
export function bringIntoView(part: Element): void {
  const column = byId('panels');
  const { overflowY, paddingTop } = getComputedStyle(column);
  const [{ top, bottom }, seen] = [part.getBoundingClientRect(), column.getBoundingClientRect()];
  const by = Math.min(Math.max(0, bottom + fading - seen.bottom), top - seen.top - Number.parseFloat(paddingTop));
  if (overflowY === 'visible' || by === 0) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  column.scrollBy({ top: by, behavior });
}
