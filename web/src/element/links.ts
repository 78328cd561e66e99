// Links and buttons in the prose that drive a figure: <a href="#figure-id?train.lr=10&play">,
// <button data-figure="figure-id" data-command="train.lr=10&play">.

import { decode } from '../tasks/asked';

/** A figure's id, the commands for it, and the element in the prose that asks for them. */
interface Wish {
  id: string;
  parts: string[];
  from: Element;
}

interface Figure extends Element {
  obey(parts: readonly string[]): void;
}

/** Has figures do what clicks in the prose ask of them. Each figure asks for it: document.open() has ended all listeners. */
export function follow(): void {
  // Captured, so that no router or smooth-scroll script takes the click for a link elsewhere.
  window.addEventListener('click', obey, true);
}

function obey(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const wish = wishOf(event);
  const figure = wish && figureOf(wish);
  if (!figure) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  figure.obey(wish.parts);
}

/** The figure with the id, in the same tree first; a heading may have the same id. */
const figureOf = ({ id, from }: Wish): Figure | undefined =>
  [from.getRootNode() as ParentNode, document]
    .map((tree) => tree.querySelector<Figure>(`perceptron-lab#${CSS.escape(id)}`)!)
    .find((found) => found?.obey);

/** What a click in the prose asks of a figure; null if nothing. */
function wishOf(event: Event): Wish | null {
  for (const node of event.composedPath()) {
    if (!(node instanceof Element)) continue;
    const { figure: id, command } = (node as HTMLElement).dataset ?? {};
    if (id && command) return { id, parts: command.split('&'), from: node };
    if (node instanceof HTMLAnchorElement) return wishOfLink(node);
  }
  return null;
}

/**
 * A link of this page: #figure?…, or what tools make of it: a path or a full address before it, which may name the page in
 * another language (/ko/post/ for /post/).
 */
function wishOfLink(anchor: HTMLAnchorElement): Wish | null {
  const found = /^#([^?]+)\?(.+)$/.exec(anchor.hash);
  const here =
    anchor.getAttribute('href')?.[0] === '#' ||
    (anchor.origin === location.origin && lastPart(anchor.pathname) === lastPart(location.pathname));
  return found && here ? { id: decode(found[1]!), parts: found[2]!.split('&'), from: anchor } : null;
}

/** The last part of a path: /ko/post/index.html and /post/ are the same page. */
function lastPart(path: string): string | undefined {
  return path
    .replace(/(index)?\.html?$/, '')
    .split('/')
    .filter(Boolean)
    .pop();
}
