// What can't be done, and why, in English.

import type { Noun } from '../../figure/protocol';
import type { Wants } from '../want';
import { counted } from './counted';

export const refusals = {
  refused: (message: string) => `Not done: ${message}`,

  /** Beside a field. */
  numberWanted: (typed: string) => `“${typed}”: enter a number.`,
  eitherNumber: (typed: string, thousands: string, decimal: string) =>
    `“${typed}” could be ${thousands} or ${decimal}: write one of these.`,
  positiveWanted: (typed: string) => `“${typed}”: enter a number above 0.`,
  finiteWanted: (typed: string) => `${typed}: enter a finite number.`,
  wholeWanted: (typed: string) => `${typed}: enter a whole number.`,
  wanted: (value: string, want: string) => `${value}: enter ${want}.`,
  /** A key that isn't known; `which` says which are. */
  noSuchKey: (value: string, which: string) => `${value}: ${which}.`,
  /** What the program wanted: each refusal carries its own English text. */
  wants: null,
  counted: (n: string, of: Noun) => counted(n, of.slice(0, -1)),
  cell: (line: number, column: number) => `line ${line}, column ${column}`,
  nothing: 'nothing',

  notJson: (name: string) => `${name} is not a session file: it isn’t JSON.`,
  notRead: (name: string) => `${name} can’t be read.`,
  tooLarge: (name: string) => `${name} is larger than 50 MB.`,
  noCode: (format: string) => `This run can’t be written as ${format}.`,
};

/** The same in another language, which has its own sentences for everything that may be wanted. */
export type Refusals = Omit<typeof refusals, 'wants'> & { wants: Wants };
