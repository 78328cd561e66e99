// Making and changing elements; the document is touched only if something differs.

import { piecesOf, termAttributes } from '../words/term';

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The same with an id, which must be unique in its tree. */
export function named<K extends keyof HTMLElementTagNameMap>(
  name: K,
  id: string,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = make(name, className, ...children);
  element.id = id;
  return element;
}

const written = new WeakMap<Node, string>();

/** Sets the text of a node if it isn't that already. */
export function write(node: Node, text: string): void {
  if (rewrites(node, text)) node.textContent = text;
}

/** Whether a node has another text than this; from now on it counts as having this one, which the caller puts into it. */
export function rewrites(node: Node, text: string): boolean {
  if (written.get(node) === text) return false;
  written.set(node, text);
  return true;
}

/** Sets the text of an element, in which marked terms explain themselves (term.ts). */
export function tell(element: Element, text: string): void {
  if (rewrites(element, text)) element.replaceChildren(...spelled(text));
}

/** A text's nodes, terms among them. */
export function spelled(text: string): (Node | string)[] {
  return piecesOf(text).map((piece) => {
    if (typeof piece === 'string') return piece;
    const word = make('span', '', piece.word);
    explain(word, piece.term);
    return word;
  });
}

/** Makes an element a term, which explains itself. */
export function explain(element: Element, term: string): void {
  element.classList.add('term');
  for (const [name, value] of Object.entries(termAttributes(term))) element.setAttribute(name, value);
}

export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
