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

/** Has figures, the elements of a class, do what clicks in the prose ask of them. */
export function follow(type: new () => Figure): void {
  const obey = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const wish = wishOf(event);
    const figure = wish && figureOf(wish, type);
    if (!figure) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    figure.obey(wish.parts);
  };
  // Captured, so that no router or smooth-scroll script takes the click for a link elsewhere.
  window.addEventListener('click', obey, { capture: true });
}

/** The figure with the id, in the same tree first; a heading may have the same id. */
function figureOf({ id, from }: Wish, type: new () => Figure): Figure | null {
  for (const tree of [from.getRootNode() as ParentNode, document]) {
    const found = tree.querySelector(`perceptron-lab#${CSS.escape(id)}`);
    if (found instanceof type) return found;
  }
  return null;
}

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
