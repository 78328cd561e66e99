// The English texts of the page, as the build wrote them into it (prerender.ts): so they aren't sent twice.

import type { Page } from '../../words/en/page';

/** By the keys that elements name; to be read before anything changes them. */
export function written(): Page {
  const texts: Record<string, string> = {};
  const read = (name: string, of: (element: HTMLElement) => string) => {
    for (const element of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) texts[element.dataset[name]!] ??= of(element);
  };
  read('text', (element) => [...element.childNodes].map(marked).join(''));
  read('label', (element) => element.ariaLabel ?? '');
  read('content', (element) => element.getAttribute('content') ?? '');
  return texts as Page;
}

/** A piece of a text, with a term marked as words/term.ts reads it. */
function marked(node: Node): string {
  const { textContent = '' } = node;
  return node instanceof HTMLElement ? `[${textContent}](${node.dataset.term})` : textContent!;
}
