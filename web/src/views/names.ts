// A drawing of which some texts name terms, which explain themselves (explain/term.ts). These texts stay as it is drawn anew, so
// that one in them keeps the focus and its meaning. Tab reaches one term of a drawing, arrow keys go to the others.

import { counted } from '../figure/counted';
import type { XY } from '../figure/protocol';
import { piecesOf, termAttributes } from '../words/term';
import { byArrowKey } from './arrowkeys';
import { shape, textAt } from './plot';

/** A text in which terms are marked. */
export function namedAt(place: XY, text: string, className = '', anchor: 'start' | 'middle' | 'end' = 'start'): SVGElement {
  const element = textAt(place, '', className, anchor);
  element.append(
    ...piecesOf(text).map((piece) => {
      if (typeof piece === 'string') return piece;
      const word = shape('tspan', 'term', { ...termAttributes(piece.term), tabindex: -1 });
      word.textContent = piece.word;
      return word;
    }),
  );
  return element;
}

export class Drawing {
  readonly element: SVGSVGElement;
  readonly #image = shape('g', '', { role: 'img' });
  readonly #names = shape('g', 'names');
  /** The term that Tab reaches. */
  #reached: Element | null = null;

  constructor(element: SVGSVGElement) {
    this.element = element;
    // To a screen reader what is drawn is an image, and the terms stand beside it.
    element.removeAttribute('role');
    element.append(this.#image, this.#names);
    this.#names.addEventListener('keydown', (event) => this.#go(event));
    this.#names.addEventListener('focusin', ({ target }) => this.#reach(target as Element));
  }

  /** Draws these parts, among them texts with terms, which are in front. `name` is what they show, for a screen reader. */
  show(name: string, parts: readonly SVGElement[]): void {
    if (this.#image.ariaLabel !== name) this.#image.ariaLabel = name;
    this.#image.replaceChildren(...parts.filter((part) => !names(part)));
    const texts = parts.filter(names);
    for (const [i, text] of counted(texts)) {
      const old = this.#names.children[i];
      if (!old) this.#names.append(text);
      else if (termsIn(old) === termsIn(text)) renew(old, text);
      else old.replaceWith(text);
    }
    while (this.#names.children.length > texts.length) this.#names.lastElementChild!.remove();
    if (!this.#reached?.isConnected) this.#reach(this.#names.querySelector('.term'));
  }

  #reach(term: Element | null): void {
    if (term === this.#reached) return;
    this.#reached?.setAttribute('tabindex', '-1');
    term?.setAttribute('tabindex', '0');
    this.#reached = term;
  }

  #go(event: KeyboardEvent): void {
    byArrowKey(event, [...this.#names.querySelectorAll<SVGElement>('.term')], event.target as SVGElement)?.focus();
  }
}

/** Whether a part is a text with terms. */
const names = (part: SVGElement): boolean => part.localName === 'text' && part.firstElementChild !== null;

/** The terms of a text, and what is between them. */
const termsIn = (text: Element): string =>
  [...text.childNodes].map((node) => (node instanceof SVGElement ? node.dataset.term : '')).join('/');

/** Gives a text the place and the words of another with the same terms. */
function renew(old: Element, text: Element): void {
  for (const { name, value } of text.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const [i, { textContent }] of text.childNodes.entries()) {
    const node = old.childNodes[i]!;
    if (node.textContent !== textContent) node.textContent = textContent;
  }
}
