// A card with a view that figures of other pages can show, too.

import type { Host, View } from '../../explain/view';
import type { Strings } from '../../words/en';
import { byId } from '../ui/dom';
import { isOpen } from '../ui/fold';
import { hostOf, type Lab, type Part } from '../ui/part';

/** Shows the view while its card is seen; `name` is the card's. */
export function explained(name: string, lab: Lab, make: (host: Host<Strings>) => View): Part {
  const card = byId<HTMLDetailsElement>(`${name}-card`);
  const view = make(hostOf(lab));
  card.querySelector('.inside')!.prepend(...view.element.childNodes);
  return {
    show(s) {
      if (isOpen(card)) view.show(s);
    },
  };
}
