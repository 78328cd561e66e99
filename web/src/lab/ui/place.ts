// A form for typed coordinates, to add a point or an asked point there.

import type { Command, Refusal, XY } from '../../figure/protocol';
import type { First } from '../../words/en';
import { readNumber } from '../../words/number';
import { wantOf } from '../../words/refusal';
import { makeProblem } from './cell';
import { setAttribute, write } from './dom';
import { textField } from './field';

export class PlaceForm {
  readonly fields = [textField('text'), textField('text')] as const;
  readonly problem = makeProblem();
  readonly #command: Command['type'];
  readonly #strings: () => First;
  readonly #add: (x: XY) => void;
  /** What was sent last, until its effect is known. */
  #sent: string | null = null;

  /** `add` sends the command; a refusal of that command belongs to the form. */
  constructor(command: Command['type'], button: HTMLButtonElement, strings: () => First, add: (x: XY) => void) {
    this.#command = command;
    this.#strings = strings;
    this.#add = add;
    button.addEventListener('click', () => this.#submit());
    for (const field of this.fields) {
      field.dataset.live = '';
      field.setAttribute('aria-describedby', this.problem.id);
      field.addEventListener('input', () => this.#showError(field, ''));
      field.addEventListener('keydown', ({ key }) => {
        if (key === 'Enter') this.#submit();
        if (key === 'Escape') this.#clear();
      });
    }
  }

  /** Returns whether a point was added since the last call; the form is then ready for the next. */
  done(): boolean {
    if (this.#sent === null) return false;
    this.#clear();
    return true;
  }

  refuse({ command, fault }: Refusal, t: First): boolean {
    if (command !== this.#command || this.#sent === null) return false;
    this.#showError(this.fields[0], t.wanted(this.#sent, wantOf(fault, t)));
    this.#sent = null;
    return true;
  }

  #submit(): void {
    const t = this.#strings();
    const x: number[] = [];
    for (const field of this.fields) {
      const read = readNumber(field.value, t);
      if ('problem' in read) {
        this.#showError(field, read.problem);
        field.focus();
        return;
      }
      x.push(Number(read.plain));
    }
    const [x1, x2] = this.fields.map((field) => field.value.trim());
    this.#sent = `(${x1}, ${x2})`;
    this.#add([x[0]!, x[1]!]);
  }

  #showError(field: HTMLInputElement, text: string): void {
    write(this.problem, text);
    for (const one of this.fields) setAttribute(one, 'aria-invalid', String(one === field && text !== ''));
  }

  #clear(): void {
    this.#sent = null;
    this.#showError(this.fields[0], '');
    for (const field of this.fields) field.value = '';
    if (this.fields.includes(document.activeElement as HTMLInputElement)) this.fields[0].focus();
  }
}
