// The terms that explain themselves where they stand: under the mouse, and by a press, Enter or Space, until the next press
// elsewhere or Escape. Their meaning appears beside them, in the window, and never on them.

import { counted } from '../figure/counted';
import type { Entry, Glossary } from '../words/en/glossary';
import { placeBeside } from './beside';
import { hide, make, setAttribute, write } from './dom';

/** A mouse that only passes by explains nothing; on its way from the term to its meaning it takes nothing away. In ms. */
const delayMs = 200;

/** How far from a term of a drawing a finger may be. */
const fingerPx = 14;

type Term = HTMLElement | SVGElement;

export interface Meanings {
  entry: (term: keyof Glossary) => Entry;
  /** Tells a screen reader. */
  announce: (text: string) => void;
}

/**
 * Makes every element with data-term of a tree, whenever it comes, explain itself. Returns where the meaning is shown, which the
 * caller puts into the tree; a popover is above all else. `cards` are what terms are filled anew with.
 */
export function explainTerms(tree: Document | ShadowRoot, cards: string, { entry, announce }: Meanings): HTMLElement {
  const [name, formula, meaning] = [make('b'), make('span', 'formula'), make('span')];
  const tip = make('div', 'term-tip', name, formula, meaning);
  Object.assign(tip, { id: 'term-tip', role: 'tooltip', hidden: true });
  let at: Term | null = null;
  let card: Element | null = null;
  /** Shown for a press or a key: the mouse may leave. */
  let stays = false;
  let timer = 0;
  /** What came under the mouse. Of a mouse that rests, as a page is scrolled, nothing is explained until it moves. */
  let under: Term | null = null;
  /** The term that it moved to, maybe filled anew since. */
  let meant: string | undefined;
  /** Ends what is listened to while a meaning is shown. */
  let over = new AbortController();

  const appear = (shown: boolean) => {
    hide(tip, !shown);
    if (tip.popover) tip.togglePopover?.(shown);
  };
  const close = () => {
    clearTimeout(timer);
    following.disconnect();
    over.abort();
    if (at) appear(false);
    if (at) setAttribute(at, 'aria-expanded', 'false');
    at?.removeAttribute('aria-describedby');
    at = null;
  };
  const closeSoon = () => {
    clearTimeout(timer);
    if (at && !stays) timer = window.setTimeout(close, delayMs);
  };
  const hold = (term: Term) => {
    [at, card] = [term, term.closest(cards) ?? document.body];
    setAttribute(term, 'aria-expanded', 'true');
    setAttribute(term, 'aria-describedby', tip.id);
  };
  const open = (term: Term, forGood: boolean) => {
    close();
    hold(term);
    stays = forGood;
    const texts = entry(term.dataset.term as keyof Glossary);
    for (const [i, part] of counted([name, formula, meaning])) write(part, texts[i]!);
    hide(formula, texts[1] === '');
    appear(true);
    placeBeside(tip, term);
    following.observe(card!, { childList: true, subtree: true });
    watch();
    // A description that comes while its element has the focus isn't read by all.
    if (forGood) announce(texts.filter(Boolean).join('. '));
  };
  const openSoon = () => {
    const term = under;
    if (!term) return;
    [under, meant] = [null, term.dataset.term];
    clearTimeout(timer); // which would close the meaning of the term that it left
    timer = window.setTimeout(() => open(term, false), delayMs);
  };
  /** A card that is filled again has another element for the same term. */
  const following = new MutationObserver(() => {
    if (!at || at.isConnected) return;
    const again = card!.querySelector<HTMLElement>(`[data-term="${at.dataset.term}"]`);
    if (!again) return close();
    hold(again);
    if (stays) again.focus({ preventScroll: true });
  });

  /** What closes a meaning, or moves it, wherever it happens. */
  const watch = () => {
    over = new AbortController();
    const passive = { capture: true, signal: over.signal };
    const targetOf = (event: Event) => event.composedPath()[0] ?? null;
    document.addEventListener(
      'click',
      (event) => {
        const term = termAt(targetOf(event)) ?? termNear(event as PointerEvent);
        if (term?.getRootNode() !== tree && !event.composedPath().includes(tip)) close();
      },
      passive,
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      },
      passive,
    );
    document.addEventListener(
      'scroll',
      (event) => {
        const scrolled = targetOf(event) as Element | Document;
        if (!at || !holds(scrolled, at)) return;
        const [line, view] = [
          at.getBoundingClientRect(),
          scrolled === document ? null : (scrolled as Element).getBoundingClientRect(),
        ];
        const seen = line.bottom > (view?.top ?? 0) && line.top < (view?.bottom ?? innerHeight);
        if (seen) placeBeside(tip, at);
        else close();
      },
      passive,
    );
    addEventListener('resize', () => at && placeBeside(tip, at), passive);
  };

  const capture = { capture: true };
  const listen = <Type extends 'pointerover' | 'pointermove' | 'click' | 'keydown' | 'focusout'>(
    type: Type,
    act: (event: HTMLElementEventMap[Type]) => void,
  ) => tree.addEventListener(type, act as EventListener, capture);
  listen('pointerover', ({ target, pointerType }) => {
    under = null;
    if (pointerType !== 'mouse' || (at && stays)) return;
    const term = termAt(target);
    if (term !== null && term === at) return clearTimeout(timer);
    if (tip.contains(target as Node)) return clearTimeout(timer);
    closeSoon();
    under = term;
    if (term?.dataset.term === meant) openSoon();
    else meant = undefined;
  });
  listen('pointermove', () => openSoon());
  if (tree instanceof ShadowRoot) tree.host.addEventListener('pointerleave', closeSoon);
  const press = (event: Event, term: Term) => {
    // Neither a label's field, nor the fold of a card, nor a key of the page is meant.
    event.preventDefault();
    event.stopPropagation();
    if (term === at && stays) close();
    else open(term, true);
  };
  listen('click', (event) => {
    const term = termAt(event.target) ?? termNear(event as PointerEvent);
    if (term) press(event, term);
  });
  listen('keydown', (event) => {
    const term = termAt(event.target);
    if (term && (event.key === 'Enter' || event.key === ' ')) press(event, term);
  });
  listen('focusout', ({ target }) => {
    // A card that is filled again takes the focus from a term before it takes the term: that is seen only after it.
    if (target === at) queueMicrotask(() => target === at && at?.isConnected && close());
  });
  return tip;
}

const termAt = (target: EventTarget | null) => (target as Element | null)?.closest?.<Term>('[data-term]') ?? null;

/** The term of a drawing that a finger meant, which is wider than a letter. */
function termNear(event: PointerEvent): Term | null {
  const target = event.composedPath()[0] as Element;
  const drawing = event.pointerType === 'touch' && !target.closest?.('[tabindex]') && target.closest?.('.view, .drawing');
  if (!drawing) return null;
  const near = [...drawing.querySelectorAll<Term>('.names .term')]
    .map((term) => {
      const { left, right, top, bottom } = term.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      return { term, far: Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) };
    })
    .filter(({ far }) => far <= fingerPx);
  return near.sort((a, b) => a.far - b.far)[0]?.term ?? null;
}

/** Whether a node is around another, maybe of a tree inside its own. */
function holds(around: Node, inner: Node): boolean {
  if (around.contains(inner)) return true;
  const tree = inner.getRootNode();
  return tree instanceof ShadowRoot && holds(around, tree.host);
}
