// A text that the program reads as a table. A long one goes to it part by part and is read some rows at a time, so that the page
// answers meanwhile.

import type { Columns, TableReport } from '../../figure/protocol';
import type { Ask } from '../ui/part';

/** How many characters are sent at once. */
const atOnce = 2_000_000;
/** Which part of the time it takes to send a text, roughly. */
const sending = 0.2;

export class Reading {
  readonly text: string;
  readonly columns: Columns | undefined;
  readonly #ask: Ask;
  #sent = 0;

  constructor(ask: Ask, text: string, columns: Columns | undefined) {
    this.#ask = ask;
    this.text = text;
    this.columns = columns;
  }

  /** Does the next bit of it. `read` is how much of the whole is done; undefined: the program has gone, and what it had read. */
  next(): TableReport | undefined {
    const { text, columns } = this;
    const begun = this.#sent > 0;
    if (begun && this.#sent === text.length) return this.#told(this.#ask({ type: 'tableOn' }));
    const part = text.slice(this.#sent, this.#end());
    this.#sent += part.length;
    const more = this.#sent < text.length && { more: true };
    if (begun) return this.#told(this.#ask({ type: 'tableOn', text: part, ...more }));
    return this.#told(this.#ask({ type: 'table', text: part, ...more, ...(columns && { columns }) }));
  }

  #told(report: TableReport | null | undefined): TableReport | undefined {
    if (!report) return undefined;
    const share = sending * (this.#sent / this.text.length) + (1 - sending) * report.read;
    return { ...report, read: report.read === 1 ? 1 : share };
  }

  /** Where the next part ends: behind a line, if one ends there, and so not within a character. */
  #end(): number {
    const to = this.#sent + atOnce;
    if (to >= this.text.length) return this.text.length;
    const line = this.text.lastIndexOf('\n', to - 1) + 1;
    return line > this.#sent ? line : to;
  }
}
