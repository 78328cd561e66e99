// The terms below the heads of cards: those that the scene uses.

import type { Output } from '../../figure/protocol';
import { tell } from '../ui/dom';
import type { Part } from '../ui/part';

/** What has no place where the output is another. */
const unused: Record<Output, string[]> = {
  sigmoid: ['softmax'],
  step: ['p', 'sigma', 'softmax', 'threshold'],
  softmax: ['sigma', 'threshold'],
};

/** What a card speaks of nevertheless: where another loss belongs, and what takes the place of σ. */
const spoken: Record<string, string[]> = { costTerms: ['p', 'softmax'], sigmoidTerms: ['sigma'] };

export function termsHere(): Part {
  const lists = [...document.querySelectorAll<HTMLElement>('.terms')];
  let shown: unknown[] = [];
  return {
    show({ output }, { page }) {
      // A language that is chosen, be it once more, brings texts anew, and puts all terms there.
      if (shown[0] === output && shown[1] === page) return;
      shown = [output, page];
      for (const list of lists) {
        const all = page[list.dataset.text as keyof typeof page];
        const start = all.indexOf('[');
        const terms = all.slice(start).split(' · ');
        const out = unused[output].filter((name) => !spoken[list.dataset.text!]?.includes(name));
        const used = terms.filter((term) => !out.some((name) => term.endsWith(`](${name})`)));
        tell(list, all.slice(0, start) + used.join(' · '));
      }
    },
  };
}
