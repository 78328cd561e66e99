// The page as the build writes it, with everything that is there before any script runs: cards, dialogs, scenes, icons, and every
// text in English. It runs without a browser (cmd/perceptron/site/prerender.go).

import { english } from '../../words/en/english';
import { page } from '../../words/en/page';
import { toolHints } from '../../words/en/toolhints';
import { cards } from '../cards/all';
import { first } from '../cards/first';
import { codeMarkup } from '../dialogs/code';
import { embedMarkup } from '../dialogs/embed';
import { keysMarkup } from '../dialogs/keys';
import { shareMarkup } from '../dialogs/share';
import { spelledMarkup } from '../ui/dom';
import type { Card } from '../ui/part';
import { galleryMarkup } from './gallery';
import { groupsMarkup } from './groups';
import { sprite } from './icons';
import { languagesMarkup } from './language';
import { presentScenesMarkup, presentViewsMarkup } from './present';

const en = english({ ...page, ...toolHints });

/** Fills in the placeholder comments and texts of index.html. Throws if a placeholder or a text is missing. */
export function prerender(skeleton: string): string {
  const places: Record<string, string> = {
    icons: sprite(),
    playTexts: [en.page.play, en.pause, en.playOn].map(spelledMarkup).join('&#10;'),
    languages: join(languagesMarkup),
    gallery: join(galleryMarkup),
    presentScenes: join(presentScenesMarkup),
    presentViews: join(presentViewsMarkup),
    always: join(...cards.filter(({ group }) => group === 'always').map(marked)),
    groups: join(groupsMarkup),
    panels: join(...cards.filter(({ group }) => group !== 'always').map(grouped)),
    dialogs: join(shareMarkup, codeMarkup, embedMarkup, keysMarkup),
  };
  const presented = cards.flatMap(({ presents }) => presents ?? []);
  if (new Set(presented).size < presented.length)
    throw new Error(`two cards have the same place in a presentation: ${presented}`);
  let html = skeleton;
  for (const [name, markup] of Object.entries(places)) {
    const parts = html.split(`<!--${name}-->`);
    if (parts.length !== 2) throw new Error(`want <!--${name}--> once`);
    html = parts.join(markup);
  }
  // The page's script reads them there.
  for (const key of Object.keys(page))
    if (!new RegExp(`\\sdata-(text|label|content)="${key}"`).test(html)) throw new Error(`no element asks for the text ${key}`);
  return translate(html);
}

/** A card's element, with its place in a presentation, if it has one. */
const marked = ({ presents, markup }: Card): string =>
  (markup || '').replace(/ id="\w+-card"/, presents ? `$& data-presents="${presents}"` : '$&');

/** The same with its group as a class, and that its script comes later. */
const grouped = (card: Card): string => {
  const late = first.includes(card) ? '' : ' data-late="cards"';
  return marked(card).replace(/class="card([^"]*)"/, `class="card in-${card.group}$1"${late}`);
};

const join = (...markups: (string | false)[]): string => markups.map((markup) => markup || '').join('');

/** Writes the texts that elements ask for: as content for data-text, as attributes for data-label and data-content. */
function translate(html: string): string {
  return html.replace(/<\w+ [^<>]*>/g, (tag) => {
    const asked = (attribute: string) => textOf(new RegExp(`\\sdata-${attribute}="([^"]*)"`).exec(tag)?.[1]);
    const [text, label, content] = [asked('text'), asked('label'), asked('content')];
    if (`${label}${content}`.includes('data-term')) throw new Error(`an attribute can explain no term: ${label}${content}`);
    const attributes = [label && ` aria-label="${label}"`, content && ` content="${content}"`].filter(Boolean).join('');
    return tag.replace(/\/?>$/, (end) => `${attributes}${end}${text ?? ''}`);
  });
}

function textOf(key: string | undefined): string | null {
  if (key === undefined) return null;
  const texts: Record<string, string> = en.page;
  if (!Object.hasOwn(texts, key)) throw new Error(`no string is called ${key}`);
  return spelledMarkup(texts[key]!);
}
