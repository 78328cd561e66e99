// A number in a field of a table. It shows the snapshot's value in a few digits, and in full while it has the
// focus. Enter or leaving commits it, Escape restores it; a refusal is shown beside it, and nothing changes.

import type { Command, Fault, Refusal, XY } from '../../figure/protocol';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { readNumber } from '../../words/number';
import { wantOf } from '../../words/refusal';
import { make, setAttribute, write } from './dom';
import { textField } from './field';

interface CellOptions {
  /** The command that commits it: a refusal of that command belongs to the cell. */
  command: Command['type'];
  strings: () => First;
  /** Where refusals are shown; several cells may share it. */
  problem: HTMLElement;
  /** The number in a few digits. */
  brief: (value: number) => string;
  /** Sends the command for `latest`. */
  commit: () => void;
}

/** The cell whose command was sent last. */
let asked: NumberCell | null = null;

/** Shows a refused edit beside the cell that sent it; false if none did. */
export function refuseCell({ command, fault }: Refusal, t: First): boolean {
  const cell = asked;
  asked = null;
  return cell?.refuse(command, fault, t) ?? false;
}

export class NumberCell {
  readonly field = textField('text');
  readonly #options: CellOptions;
  #value: number | null = null;
  /** What was committed, until the snapshot shows its effect. */
  #sent: number | null = null;
  /** What the field held when it got the focus, or was last committed. */
  #begun = '';
  /** What was committed last. */
  #typed = '';
  #focused = false;

  constructor(options: CellOptions) {
    this.#options = options;
    const { field } = this;
    field.setAttribute('aria-describedby', options.problem.id);
    field.dataset.live = '';
    field.addEventListener('focus', () => {
      this.#focused = true;
      this.#restore();
      field.select();
    });
    field.addEventListener('input', () => this.#showError(''));
    field.addEventListener('blur', () => {
      this.#focused = false;
      this.#send();
      this.#restore();
      setAttribute(field, 'aria-invalid', 'false');
    });
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') this.#send();
      if (key !== 'Escape') return;
      this.#showError('');
      this.#restore();
    });
  }

  /** The number to send with a command: what was committed last, if the snapshot doesn't show it yet. */
  get latest(): number {
    return this.#sent ?? this.#value ?? 0;
  }

  /** Shows a value; a field that has the focus keeps what is in it. */
  show(value: number): void {
    this.#sent = null;
    if (value === this.#value) return;
    this.#value = value;
    if (!this.#focused) this.#restore();
  }

  /** Shows the value whatever is being typed: the field now stands for another number. */
  turn(value: number): void {
    this.#value = value;
    this.#sent = null;
    this.#showError('');
    this.#restore();
    if (asked === this) asked = null;
  }

  refuse(command: string, fault: Fault, t: First): boolean {
    if (command !== this.#options.command || !this.field.isConnected) return false;
    this.#sent = null;
    this.#showError(t.wanted(this.#typed, wantOf(fault, t)));
    return true;
  }

  #send(): void {
    const { field } = this;
    const text = field.value.trim();
    if (field.value === this.#begun) return;
    this.#begun = field.value;
    this.#typed = text;
    const t = this.#options.strings();
    const read = readNumber(text, t);
    if ('problem' in read) {
      this.#showError(read.problem);
      return;
    }
    const value = Number(read.plain);
    if (value === this.#value) return;
    asked = this;
    this.#sent = value;
    this.#options.commit();
  }

  #showError(text: string): void {
    write(this.#options.problem, text);
    setAttribute(this.field, 'aria-invalid', String(text !== ''));
  }

  #restore(): void {
    const { field } = this;
    const writeAs = this.#focused ? format.typed : this.#options.brief;
    field.value = this.#value === null ? '' : writeAs(this.#value);
    this.#begun = field.value;
  }
}

/** The point whose coordinates two cells hold. */
export const placeIn = ([x1, x2]: readonly [NumberCell, NumberCell]): XY => [x1.latest, x2.latest];

let problems = 0;

/** An element for refusals, which a screen reader announces at once. */
export function makeProblem(): HTMLParagraphElement {
  const problem = make('p', 'problem');
  problem.id = `problem-${++problems}`;
  problem.setAttribute('role', 'alert');
  return problem;
}
