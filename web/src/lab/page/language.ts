// The language of the page: from ?lang=, or the last choice, or the browser.

import type { First } from '../../words/en';
import { english } from '../../words/en/english';
import { labs } from '../../words/labs';
import { languageOf } from '../../words/language';
import { type Language as Code, languages } from '../../words/languages';
import { byId, setAttribute, tell } from '../ui/dom';
import { recall, remember } from '../ui/storage';
import { rewrite } from './entries';
import { written } from './written';

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
  readonly #written = written();
  strings: First = english(this.#written);
  readonly #changed: () => void;
  /** Called with a sentence if a language can't be fetched. */
  #tell: ((message: string) => void) | null = null;
  /** The sentence, until somebody can be told. */
  #missing: string | null = null;
  /** The language that was asked for last: an earlier one that arrives later is not shown. */
  #asked: Code = 'en';

  private constructor(changed: () => void) {
    this.#changed = changed;
    for (const button of buttons()) {
      button.addEventListener('click', () => this.#choose(languageOf(button.lang) ?? 'en'));
    }
  }

  /**
   * The page's language, with its texts in place: English if those of the preferred one can't be fetched. Waits for `others`,
   * too, if anything else is on its way; then the page is hidden until `reveal`. `changed` is called after each later choice.
   */
  static async begin(changed: () => void, others: Promise<unknown> | null): Promise<Language> {
    const language = new Language(changed);
    const code = preferred();
    // English texts that make room for others, and empty cards that are filled, would move what is around them, before the
    // reader's eyes.
    document.documentElement.toggleAttribute('data-coming', code !== 'en' || others !== null);
    if (!(await language.#use(code))) await language.#use('en');
    await others;
    return language;
  }

  /** Shows the page, once all its parts say what they have to say. */
  reveal(): void {
    document.documentElement.removeAttribute('data-coming');
  }

  /** `tell` is called with a sentence if a language can't be fetched, and at once if the first one couldn't. */
  whenMissing(tell: (message: string) => void): void {
    this.#tell = tell;
    if (this.#missing) tell(this.#missing);
    this.#missing = null;
  }

  async #choose(code: Code): Promise<void> {
    remember('language', code);
    const url = new URL(location.href);
    if (url.searchParams.has('lang')) {
      url.searchParams.set('lang', code);
      rewrite(url.href);
    }
    if (await this.#use(code)) this.#changed();
  }

  /** False if the texts can't be fetched, or another language was asked for meanwhile. */
  async #use(code: Code): Promise<boolean> {
    this.#asked = code;
    let strings: First;
    try {
      strings = await labs[code](this.#written);
    } catch {
      const missing = this.strings.languageMissing(languages.find((language) => language.code === code)!.name);
      if (this.#tell) this.#tell(missing);
      else this.#missing = missing;
      return false;
    }
    if (this.#asked !== code) return false;
    this.strings = strings;
    // Its first language is written into the page already.
    const other = document.documentElement.lang !== code;
    if (other) document.documentElement.lang = code;
    for (const button of buttons()) setAttribute(button, 'aria-pressed', String(button.lang === code));
    translate(strings.page, other);
    return true;
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

/** Puts the texts into the elements of index.html that ask for them; without `other`, only those that the page hasn't yet. */
function translate(page: First['page'], other: boolean): void {
  const text = (key: string | undefined): string => {
    if (!key || !Object.hasOwn(page, key)) throw new Error(`index.html: no string is called ${key}`);
    return page[key as keyof typeof page];
  };
  if (other)
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
