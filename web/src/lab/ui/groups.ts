// The groups of the cards beside the plane: one is shown at a time, or all.

import { byId } from './dom';

export const groups = ['watch', 'why', 'change', 'compare'] as const;

export type Group = (typeof groups)[number];

export type Shown = Group | 'all';

export const isShown = (name: string | null): name is Shown => name === 'all' || groups.some((group) => group === name);

/** Shows a group, as its tab does. */
export function showGroup(group: Shown): void {
  if (byId('side').dataset.group !== group && byId('side').dataset.group !== 'all') byId(`group-${group}`).click();
}

/** Whether the cards of an element's group are shown; in a presentation, whether it is the card shown. */
export function inShownGroup(card: Element): boolean {
  if ('present' in document.documentElement.dataset) return card.classList.contains('presented');
  const { group = 'all' } = byId('side').dataset;
  return group === 'all' || card.classList.contains(`in-${group}`);
}
