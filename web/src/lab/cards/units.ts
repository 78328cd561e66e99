// How many units each hidden layer has: a field for each layer, and buttons to add or remove one.

import { maxHidden, maxUnits } from '../../figure/entries';
import type { Strings } from '../../words/en';
import { hide, icon, label, make, setAttribute, write } from '../ui/dom';

/** The units of a newly added layer. */
const firstUnits = 4;

export class UnitFields {
  readonly #fields: HTMLInputElement[] = [];
  readonly #none = make('span', 'note');
  readonly #add = makeButton('add');
  readonly #remove = makeButton('remove');
  readonly #strings: () => Strings;
  readonly #commit: (hidden: number[]) => void;
  #hidden: number[] = [];

  constructor(place: HTMLElement, strings: () => Strings, commit: (hidden: number[]) => void) {
    this.#strings = strings;
    this.#commit = commit;
    place.append(this.#none, this.#remove, this.#add);
    this.#add.addEventListener('click', () => commit([...this.#hidden, this.#hidden.at(-1) ?? firstUnits]));
    this.#remove.addEventListener('click', () => commit(this.#hidden.slice(0, -1)));
  }

  show(hidden: number[]): void {
    this.#hidden = hidden;
    while (this.#fields.length > hidden.length) this.#fields.pop()!.remove();
    while (this.#fields.length < hidden.length) this.#addField();
    for (const [i, field] of this.#fields.entries()) {
      const value = String(hidden[i]);
      if (field.dataset.value === value) continue;
      field.dataset.value = value;
      if (document.activeElement !== field) field.value = value;
    }
    hide(this.#none, hidden.length > 0);
    hide(this.#remove, hidden.length === 0);
    hide(this.#add, hidden.length >= maxHidden);
  }

  translate(t: Strings): void {
    write(this.#none, t.linear);
    for (const [button, text] of [
      [this.#add, t.addLayer],
      [this.#remove, t.removeLayer],
    ] as const) {
      label(button, text);
      button.title = text;
    }
    for (const [i, field] of this.#fields.entries()) setAttribute(field, 'aria-label', t.unitsOf(i + 1));
  }

  #addField(): void {
    const i = this.#fields.length;
    const field = make('input', 'field units');
    Object.assign(field, { type: 'number', min: '1', max: String(maxUnits), step: '1', id: `units-${i + 1}` });
    field.dataset.live = '';
    field.setAttribute('aria-label', this.#strings().unitsOf(i + 1));
    const send = () => {
      const units = field.valueAsNumber;
      if (units === this.#hidden[i]) return;
      if (Number.isInteger(units) && units >= 1 && units <= maxUnits)
        this.#commit(this.#hidden.map((old, k) => (k === i ? units : old)));
      else field.value = String(this.#hidden[i]);
    };
    field.addEventListener('change', send);
    (this.#fields.at(-1) ?? this.#none).after(field);
    this.#fields.push(field);
  }
}

function makeButton(name: string): HTMLButtonElement {
  const button = make('button', 'button icon-only', icon(name));
  button.type = 'button';
  button.id = `layer-${name}`;
  button.disabled = true;
  button.dataset.live = '';
  return button;
}
