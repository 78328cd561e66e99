// What lies over the still picture until the figure is live: a start button, the loading progress, or why it can't start.

import type { FigureState } from '../figure/figure';
import type { FigureStrings } from '../words/en/figure';
import { percent } from '../words/format';
import { icon } from './icons';

export class Cover {
  readonly box = document.createElement('div');
  readonly #text = document.createElement('span');
  readonly #bar = document.createElement('progress');
  readonly #button = document.createElement('button');
  #strings!: FigureStrings;
  #byHand = false;
  #state: FigureState = 'waiting';
  #held = false;
  #refusal = '';
  #crashed = false;

  /** `start` may keep the press from a link around the figure. */
  constructor(start: (press: Event) => void) {
    this.box.className = 'cover';
    this.box.role = 'status';
    this.#button.type = 'button';
    this.#button.addEventListener('click', start);
    this.box.append(this.#text, this.#bar, this.#button);
  }

  /** `byHand`: the figure starts only when the button is pressed. */
  translate(strings: FigureStrings, byHand: boolean): void {
    this.#strings = strings;
    this.#byHand = byHand;
    this.#draw();
  }

  /** `crashed`: it stopped by itself, once it had been loaded. */
  become(state: FigureState, crashed: boolean): void {
    this.#state = state;
    this.#crashed = crashed;
    if (state === 'loading') this.#bar.value = 0;
    this.#draw();
  }

  /** Whether the scene stopped the program before, and so waits for the button. */
  set held(held: boolean) {
    this.#held = held;
    this.#draw();
  }

  /** Why there is nothing to start, as the refusal puts it; '' if there is something. */
  set refusal(reason: string) {
    this.#refusal = reason;
    this.#draw();
  }

  set progress(fraction: number) {
    this.#bar.value = fraction;
    if (this.#state === 'loading') this.#text.textContent = this.#strings.loadingShare(percent(Math.round(100 * fraction) / 100));
  }

  #draw(): void {
    const t = this.#strings;
    const state = this.#state;
    const starts = !this.#refusal && ((state === 'waiting' && (this.#byHand || this.#held)) || state === 'stopped');
    const texts: Partial<Record<FigureState, string>> = {
      waiting: this.#held ? t.notStartedHere : '',
      loading: t.page.loading,
      stopped: this.#crashed ? t.stopped : t.notLoaded,
      unsupported: t.unsupported,
    };
    this.#text.textContent = texts[state] ?? '';
    if (this.#refusal) this.#text.textContent = `${t.stopped} ${this.#refusal}`;
    this.#bar.hidden = state !== 'loading';
    this.box.classList.toggle('loading', state === 'loading');
    this.#bar.ariaLabel = t.page.loading;
    this.#button.hidden = !starts;
    if (starts)
      this.#button.replaceChildren(
        icon(state === 'stopped' ? 'reset' : 'play'),
        state === 'stopped' ? t.page.restart : this.#held ? t.page.startAnyway : t.page.play,
      );
    this.box.hidden = !this.#text.textContent && !starts;
  }
}
