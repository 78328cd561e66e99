// The language of the page: from ?lang=, or the last choice, or the browser.

import type { Strings } from '../../words/en';
import { labs } from '../../words/labs';
import { languageOf } from '../../words/language';
import { type Language as Code, languages } from '../../words/languages';
import { byId, setAttribute, tell } from '../ui/dom';
import { recall, remember } from './storage';

/** A button for each language, labelled with its own name or, if that is long, its code. */
export const languagesMarkup =
  PRERENDER &&
  languages
    .map(({ code, name }) => {
      const text = name.length > 4 ? `<abbr title="${name}">${code.toUpperCase()}</abbr>` : name;
      return `\n<button type="button" lang="${code}" aria-pressed="${code === 'en'}">${text}</button>`;
    })
    .join('');

export class Language {
  strings: Strings = labs.en;
  readonly #changed: () => void;

  /** `changed` is called after each later choice, but not for the first language. */
  constructor(changed: () => void) {
    this.#changed = changed;
    for (const button of buttons()) {
      button.addEventListener('click', () => this.#choose(languageOf(button.lang) ?? 'en'));
    }
    this.#use(preferred());
  }

  #choose(code: Code): void {
    remember('language', code);
    const url = new URL(location.href);
    if (url.searchParams.has('lang')) {
      url.searchParams.set('lang', code);
      history.replaceState(history.state, '', url);
    }
    this.#use(code);
    this.#changed();
  }

  #use(code: Code): void {
    this.strings = labs[code];
    document.documentElement.lang = code;
    for (const button of buttons()) setAttribute(button, 'aria-pressed', String(button.lang === code));
    translate(this.strings.page);
  }
}

function buttons(): NodeListOf<HTMLButtonElement> {
  return byId('language').querySelectorAll('button');
}

function preferred(): Code {
  const asked = new URLSearchParams(location.search).get('lang');
  const wishes = [asked, recall('language'), ...navigator.languages];
  for (const wish of wishes) {
    const code = languageOf(wish);
    if (code) return code;
  }
  return 'en';
}

/** What a button without text does, and its key. */
function tooltip(label: string, { dataset }: HTMLElement): string {
  return dataset.key ? `${label} (${dataset.key})` : label;
}

/** Puts the texts into the elements of index.html that ask for them. */
function translate(page: Strings['page']): void {
  const text = (key: string | undefined): string => {
    if (!key || !Object.hasOwn(page, key)) throw new Error(`index.html: no string is called ${key}`);
    return page[key as keyof typeof page];
  };
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) tell(element, text(element.dataset.text));
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]'))
    setAttribute(element, 'title', tooltip(element.textContent.trim(), element));
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    setAttribute(element, 'aria-label', text(element.dataset.label));
    if (element.matches('button')) setAttribute(element, 'title', tooltip(text(element.dataset.label), element));
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-content]')) {
    setAttribute(element, 'content', text(element.dataset.content));
  }
}
