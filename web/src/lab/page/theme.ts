// Light or dark: by the system, or by the reader's choice. lab.css does the rest.

import type { First } from '../../words/en';
import { byId, label, setIcon } from '../ui/dom';
import { recall, remember } from '../ui/storage';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

export class ThemeButton {
  #theme: Theme = themes.find((theme) => theme === recall('theme')) ?? 'auto';
  #strings: First;
  readonly #button = byId('theme');

  constructor(strings: First) {
    this.#strings = strings;
    this.#use();
    this.#button.addEventListener('click', () => {
      this.#theme = themes[(themes.indexOf(this.#theme) + 1) % themes.length] ?? 'auto';
      remember('theme', this.#theme);
      this.#use();
    });
  }

  translate(strings: First): void {
    this.#strings = strings;
    label(this.#button, strings.themes[this.#theme]);
  }

  #use(): void {
    const { dataset } = document.documentElement;
    if (this.#theme === 'auto') delete dataset.theme;
    else dataset.theme = this.#theme;
    setIcon(this.#button, `theme-${this.#theme}`);
    this.translate(this.#strings);
  }
}
