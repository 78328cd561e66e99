// The terms that explain themselves where they stand: under the mouse, and by a press, Enter or Space, until the next press
// elsewhere or Escape. Their meaning appears beside them, in the window, and never on them.

import type { First } from '../../words/en';
import { type Glossary, glossary } from '../../words/en/glossary';
import { placeBeside } from './beside';
import { byId, hide, make, setAttribute, write } from './dom';
import { besides } from './part';

/** A mouse that only passes by explains nothing; on its way from the term to its meaning it takes nothing away. In ms. */
const delayMs = 200;

type Term = HTMLElement | SVGElement;

/** Makes every element with data-term, whenever it comes, explain itself. */
export function explainTerms(strings: () => First): void {
  const complete = besides<{ glossary: Glossary }>({ glossary });
  const [name, formula, meaning] = [make('b'), make('span', 'formula'), make('span')];
  const tip = make('div', 'term-tip', name, formula, meaning);
  Object.assign(tip, { id: 'term-tip', role: 'tooltip', hidden: true });
  byId('side').after(tip);
  let at: Term | null = null;
  let card: Element | null = null;
  /** Shown for a press or a key: the mouse may leave. */
  let stays = false;
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    following.disconnect();
    hide(tip, true);
    if (at) setAttribute(at, 'aria-expanded', 'false');
    at?.removeAttribute('aria-describedby');
    at = null;
  };
  const hold = (term: Term) => {
    [at, card] = [term, cardOf(term)];
    setAttribute(term, 'aria-expanded', 'true');
    setAttribute(term, 'aria-describedby', tip.id);
  };
  const open = (term: Term, forGood: boolean) => {
    close();
    hold(term);
    stays = forGood;
    const entry = complete(strings()).glossary[term.dataset.term as keyof Glossary];
    for (const [i, part] of [name, formula, meaning].entries()) write(part, entry[i]!);
    hide(formula, entry[1] === '');
    hide(tip, false);
    placeBeside(tip, term);
    following.observe(card!, { childList: true, subtree: true });
    // A description that comes while its element has the focus isn't read by all.
    if (forGood) write(byId('announcer'), entry.filter(Boolean).join('. '));
  };
  /** A card that is filled again has another element for the same term. */
  const following = new MutationObserver(() => {
    if (!at || at.isConnected) return;
    const again = card!.querySelector<HTMLElement>(`[data-term="${at.dataset.term}"]`);
    if (!again) return close();
    hold(again);
    if (stays) again.focus({ preventScroll: true });
  });

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'mouse' || (at && stays)) return;
    const term = termAt(target);
    if (term !== null && term === at) return clearTimeout(timer);
    clearTimeout(timer);
    if (term) timer = window.setTimeout(() => open(term, false), delayMs);
    else if (at && !tip.contains(target as Node)) timer = window.setTimeout(close, delayMs);
  });
  const press = (event: Event, term: Term) => {
    // Neither a label's field, nor the fold of a card, nor a key of the page is meant.
    event.preventDefault();
    event.stopPropagation();
    if (term === at && stays) close();
    else open(term, true);
  };
  const capture = { capture: true };
  document.addEventListener(
    'click',
    (event) => {
      const term = termAt(event.target);
      if (term) press(event, term);
      else if (!tip.contains(event.target as Node)) close();
    },
    capture,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const term = termAt(event.target);
      if (term && (event.key === 'Enter' || event.key === ' ')) press(event, term);
      else if (at && event.key === 'Escape') {
        event.stopPropagation();
        close();
      }
    },
    capture,
  );
  document.addEventListener('focusout', ({ target }) => {
    // A card that is filled again takes the focus from a term before it takes the term: that is seen only after it.
    if (target === at) queueMicrotask(() => target === at && at?.isConnected && close());
  });
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (!at || !(target as Node).contains(at)) return;
      const [line, view] = [at.getBoundingClientRect(), target === document ? null : (target as Element).getBoundingClientRect()];
      const seen = line.bottom > (view?.top ?? 0) && line.top < (view?.bottom ?? innerHeight);
      if (seen) placeBeside(tip, at);
      else close();
    },
    capture,
  );
  addEventListener('resize', () => at && placeBeside(tip, at));
}

const termAt = (target: EventTarget | null) => (target as Element).closest?.<Term>('[data-term]') ?? null;

const cardOf = (term: Element) => term.closest('.card') ?? document.body;
