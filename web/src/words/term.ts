// Terms in a text: [loss](loss) is the word "loss", which the glossary explains under the key "loss".

/** What a text is made of: plain text, and words that the glossary explains. */
export type Piece = string | { word: string; term: string };

const mark = /\[([^\]]+)\]\(([a-z-]+)\)/g;

/** A text as one term. */
export const marked = (text: string, term: string): string => `[${text}](${term})`;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(mark)) {
    if (found.index > from) pieces.push(text.slice(from, found.index));
    pieces.push({ word: found[1]!, term: found[2]! });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** What makes an element a term (explain/term.ts). It is not a button: a label may hold none, and a line of text breaks inside a span. */
export const termAttributes = (term: string): Record<string, string> => ({
  role: 'button',
  tabindex: '0',
  'aria-expanded': 'false',
  'data-term': term,
});

/** The text without its marks: for what can hold no element, such as a label. */
export const plain = (text: string): string => text.replace(mark, '$1');
