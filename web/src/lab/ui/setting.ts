// A value of the scene in a field. The field shows the snapshot; a refusal is shown beside it, and nothing changes.

import type { Refusal } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import { readNumber, readWhole } from '../../words/number';
import { explain } from '../../words/refusal';
import { byId, make, setAttribute, tell, write } from './dom';
import { textField } from './field';

type Control = HTMLInputElement | HTMLSelectElement;
type Commit = (text: string) => void;

/** The setting whose command was sent last: a refusal belongs to it. */
let asked: Setting | null = null;

/** Gives a refused `set` or `change` to the field that sent it; false if none did. */
export function refuseSetting(refusal: Refusal, t: Strings): boolean {
  if (!asked || (refusal.command !== 'set' && refusal.command !== 'change')) return false;
  asked.showError(explain(refusal.fault, t));
  return true;
}

/** A value that has a label in every language. */
export type SettingKey = keyof Strings['settings'];

export class Setting {
  readonly element: HTMLElement;
  readonly #label: HTMLElement;
  readonly #problem: HTMLElement;
  /** The snapshot's value, as the field writes it. */
  #value: string | null = null;
  /** Whether something is typed that isn't sent. */
  #typed = false;

  /** `key` names the label of the field; `commit` sends what was chosen or typed. */
  constructor(
    readonly key: SettingKey,
    readonly control: Control,
    commit: Commit,
  ) {
    const id = key === 'train.lr' ? 'lr' : key.replaceAll('.', '-');
    control.id = id;
    control.disabled = true;
    control.dataset.live = '';
    control.setAttribute('aria-describedby', `${id}-problem`);
    this.#label = make('label');
    this.#label.setAttribute('for', id);
    this.#problem = make('p', 'problem');
    this.#problem.id = `${id}-problem`;
    this.#problem.setAttribute('aria-live', 'polite');
    const flag = control instanceof HTMLInputElement && control.type === 'checkbox';
    this.element = flag
      ? make('div', 'setting flag', control, this.#label, this.#problem)
      : make('div', 'setting', this.#label, control, this.#problem);
    this.#listen(commit, flag);
  }

  /** Shows a value; a field that is being typed into keeps what is typed. */
  show(value: string): void {
    if (value === this.#value) return;
    this.#value = value;
    this.showError('');
    if (!this.#typed) this.#restore();
  }

  translate(t: Strings): void {
    tell(this.#label, t.settings[this.key]);
  }

  showError(text: string): void {
    write(this.#problem, text);
    setAttribute(this.control, 'aria-invalid', String(text !== ''));
    // A choice goes back to the current value; typed text stays, to be corrected.
    if (text && (this.control.tagName === 'SELECT' || this.#checkbox)) this.#restore();
  }

  set hidden(hidden: boolean) {
    if (this.element.hidden !== hidden) this.element.hidden = hidden;
  }

  get #checkbox(): HTMLInputElement | null {
    return this.control instanceof HTMLInputElement && this.control.type === 'checkbox' ? this.control : null;
  }

  #restore(): void {
    this.#typed = false;
    if (this.#value === null) return;
    if (this.#checkbox) this.#checkbox.checked = this.#value === 'true';
    else this.control.value = this.#value;
  }

  #listen(commit: Commit, flag: boolean): void {
    const { control } = this;
    const send = (text: string) => {
      this.showError('');
      this.#typed = false;
      if (text === this.#value) return;
      asked = this;
      commit(text);
    };
    if (flag) {
      control.addEventListener('change', () => {
        const { checked } = control as HTMLInputElement;
        this.#restore();
        send(String(checked));
      });
    } else if (control.tagName === 'SELECT') {
      control.addEventListener('change', () => {
        const { value } = control;
        this.#restore();
        send(value);
      });
    } else {
      control.addEventListener('input', () => (this.#typed = true));
      control.addEventListener('keydown', (event) => {
        const { key } = event as KeyboardEvent;
        if (key === 'Enter') {
          event.preventDefault();
          send(control.value.trim());
        } else if (key === 'Escape') {
          this.showError('');
          this.#restore();
        }
      });
      control.addEventListener('blur', () => {
        if (this.#typed && control.getAttribute('aria-invalid') !== 'true') send(control.value.trim());
        // The field goes back to the current value; the message names what was refused.
        this.#restore();
        setAttribute(control, 'aria-invalid', 'false');
      });
    }
  }
}

/** A field for a number; `strings` is called if the typed text isn't one. */
export function numberSetting(key: SettingKey, strings: () => Strings, commit: (value: number) => void): Setting {
  const setting: Setting = new Setting(key, textField('decimal'), (text) => {
    const read = readNumber(text, strings());
    if ('problem' in read) setting.showError(read.problem);
    else commit(Number(read.plain));
  });
  return setting;
}

/** A field for a whole number of any length, which stays text. */
export function wholeSetting(key: SettingKey, strings: () => Strings, commit: Commit): Setting {
  const setting: Setting = new Setting(key, textField('numeric'), (text) => {
    const read = readWhole(text, strings());
    if ('problem' in read) setting.showError(read.problem);
    else commit(read.plain);
  });
  return setting;
}

export function flagSetting(key: SettingKey, commit: (on: boolean) => void): Setting {
  const box = make('input');
  box.type = 'checkbox';
  return new Setting(key, box, (text) => commit(text === 'true'));
}

/** A list to choose from; `name` gives an option's text. */
export class ChoiceSetting<Value extends string> extends Setting {
  readonly #name: (value: Value, t: Strings) => string;

  constructor(key: SettingKey, values: readonly Value[], name: (value: Value, t: Strings) => string, commit: Commit) {
    const list = make('select', 'field');
    for (const value of values) list.add(new Option(value, value));
    super(key, list, commit);
    this.#name = name;
  }

  override translate(t: Strings): void {
    super.translate(t);
    for (const option of this.options) write(option, this.#name(option.value as Value, t));
  }

  get options(): HTMLOptionElement[] {
    return [...(this.control as HTMLSelectElement).options];
  }
}

/** Whole numbers to choose from. */
export function counting(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

export function place(id: string, settings: Setting[]): void {
  byId(id).append(...settings.map((setting) => setting.element));
}
