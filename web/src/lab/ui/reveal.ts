// A button in a card's head that shows and hides what is below.

import { byId, hide, setAttribute } from './dom';

/** `opened` is called after the button has revealed it. */
export function reveal(buttonId: string, placeId: string, opened: () => void): void {
  const button = byId(buttonId);
  const place = byId(placeId);
  button.addEventListener('click', () => {
    const open = place.hidden;
    hide(place, !open);
    setAttribute(button, 'aria-expanded', String(open));
    if (open) opened();
  });
}
