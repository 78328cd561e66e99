// Finding, making and changing elements; the document is touched only if something differs.

import { setAttribute } from '../../explain/dom';
import { piecesOf, termAttributes } from '../../words/term';

export { explain, hide, make, setAttribute, spelled, tell, write } from '../../explain/dom';

const svgNamespace = 'http://www.w3.org/2000/svg';
const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

/** The element that index.html has under this id. Throws if there is none. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html: want an element with id ${id}`);
  return element as T;
}

export function makeMath(name: string, ...children: (Element | string)[]): Element {
  const element = document.createElementNS(mathNamespace, name);
  element.append(...children);
  return element;
}

/** A drawing of the sprite in index.html, for example class-0. */
export function icon(name: string, className = 'icon'): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svgNamespace, 'use');
  svg.append(use);
  setIcon(svg, name);
  return svg;
}

export function setIcon(svg: Element, name: string): void {
  const use = svg.querySelector('use');
  if (use) setAttribute(use, 'href', `#icon-${name}`);
}

/** Any text as HTML, between tags or in quotes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** A text as HTML, in which marked terms explain themselves. */
export function spelledMarkup(text: string): string {
  return piecesOf(text)
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      const attributes = Object.entries(termAttributes(piece.term)).map(([name, value]) => ` ${name}="${value}"`);
      return `<span class="term"${attributes.join('')}>${escaped(piece.word)}</span>`;
    })
    .join('');
}

/** Makes an element the only content of a place. */
export function put(place: Element, child: Element): void {
  if (place.firstElementChild !== child || place.childElementCount > 1) place.replaceChildren(child);
}

/** Labels a button without text: for a screen reader, and as a tooltip. */
export function label(button: HTMLElement, text: string): void {
  setAttribute(button, 'aria-label', text);
  setAttribute(button, 'title', text);
}
