// On a phone held upright the cards are read beside the plane, too: a press of a tab puts it above them, and they scroll by
// themselves. A plane that stuck to the top of a scrolling page would leave its canvas behind.

import { byId } from '../ui/dom';

/** Elsewhere there is room beside the plane, or none for both (phone.css). */
const upright = '(width < 40em) and (height >= 30em) and (orientation: portrait)';

export interface Reading {
  readonly on: boolean;
  begin(): void;
}

/** `ended`: the reader goes back to the page. `changed`: the plane has another place. */
export function reading(ended: () => void, changed: () => void): Reading {
  const { dataset } = document.documentElement;
  const phone = matchMedia(upright);
  /** Whether a tab was pressed, and how far the page was scrolled then. */
  let on = false;
  let scrolled = 0;

  const show = () => {
    const reads = on && phone.matches;
    if (reads === 'reading' in dataset) return;
    if (reads) {
      scrolled = scrollY;
      dataset.reading = '';
    } else {
      delete dataset.reading;
      scrollTo({ top: scrolled, behavior: 'instant' });
    }
    changed();
  };
  phone.addEventListener('change', show);
  byId('reading-end').addEventListener('click', () => {
    on = false;
    show();
    byId('groups').querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true });
    ended();
  });
  return {
    get on() {
      return on && phone.matches;
    },
    begin() {
      on = phone.matches;
      show();
    },
  };
}
