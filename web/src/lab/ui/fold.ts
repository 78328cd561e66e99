// The cards that open.

import { inShownGroup } from './groups';

/** Whether a card's content is shown: the card is open, and its group is shown. */
export const isOpen = (card: HTMLDetailsElement): boolean => card.open && inShownGroup(card);

/**
 * The markup of a card that opens: `title` is a key of the page's texts, `aside` the id of the text in its head when closed.
 * `terms` is the key of a text with terms that the card has only where they can't explain themselves: a head or a button must not
 * hold another button.
 */
export function fold(name: string, title: string, aside: string | null, inside: string, terms: string | null = null): string {
  const words = terms === null ? '' : `\n    <p class="note terms" data-text="${terms}"></p>`;
  const digest = aside === null ? '' : `<span class="aside" id="${aside}"></span>`;
  return `
<details class="card fold ${name}-card" id="${name}-card">
  <summary><h2 id="${name}-card-title" data-text="${title}"></h2>${digest}</summary>
  <div class="inside">${inside}${words}
  </div>
</details>`;
}
