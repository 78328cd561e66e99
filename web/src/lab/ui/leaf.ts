// Things to go through one after another: a list of them between a button back and a button on.

import { byId, setAttribute, write } from './dom';

interface LeafLabels {
  /** Keys of the page's texts: what the list holds, what the buttons do. */
  list: string;
  previous: string;
  next: string;
}

/** The markup of a leaf; `live`: it has to wait for the figure. `keys` press its buttons, and are named with them. */
export function leafMarkup(id: string, { list, previous, next }: LeafLabels, live: boolean, keys?: [string, string]): string {
  const waits = live ? ' data-live disabled' : '';
  const button = (name: string, label: string, drawing: string, key?: string) => {
    const shortcut = key ? ` data-key="${key}"` : '';
    return `<button type="button" class="button icon-only" id="${id}-${name}"${shortcut} data-label="${label}"${waits}>
    <svg class="icon" aria-hidden="true"><use href="#icon-${drawing}"/></svg>
  </button>`;
  };
  return `
<div class="leaf" id="${id}" role="group" data-label="${list}">
  ${button('previous', previous, 'previous', keys?.[0])}
  <select class="field" id="${id}-list" data-label="${list}"${waits}></select>
  ${button('next', next, 'next', keys?.[1])}
</div>`;
}

export class Leaf<Value extends string> {
  readonly #values: readonly Value[];
  readonly #choose: (value: Value) => void;
  readonly #list: HTMLSelectElement;
  readonly #buttons: [HTMLElement, HTMLElement];
  /** The last of the values that was shown: the others come before and after it, even while none is. */
  #at = 0;

  constructor(id: string, values: readonly Value[], choose: (value: Value) => void) {
    this.#values = values;
    this.#choose = choose;
    this.#list = byId<HTMLSelectElement>(`${id}-list`);
    this.#buttons = [byId(`${id}-previous`), byId(`${id}-next`)];
    for (const value of ['', ...values]) this.#list.add(new Option('', value));
    this.#list.options[0]!.hidden = true;
    this.#list.addEventListener('change', () => choose(this.#list.value as Value));
    for (const [i, by] of ([-1, 1] as const).entries()) this.#buttons[i]!.addEventListener('click', () => this.turn(by));
  }

  /** Shows which of the values it is, or that it is none of them. */
  show(value: Value | null): void {
    if (value !== null) this.#at = this.#values.indexOf(value);
    if (this.#list.value !== (value ?? '')) this.#list.value = value ?? '';
    for (const [i, by] of ([-1, 1] as const).entries())
      setAttribute(this.#buttons[i]!, 'aria-disabled', String(this.#values[this.#at + by] === undefined));
  }

  /** `none` is what the list says while it is none of the values. */
  translate(name: (value: Value) => string, none = ''): void {
    for (const option of this.#list.options) write(option, option.value ? name(option.value as Value) : none);
  }

  /** Goes on by one, or back; at an end it stays. */
  turn(by: 1 | -1): void {
    const value = this.#values[this.#at + by];
    if (value !== undefined && !this.#list.disabled) this.#choose(value);
  }
}
