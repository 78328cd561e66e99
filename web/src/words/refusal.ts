// What the program refuses, in the page's language. It says 'train.lr: -1: want a positive finite number', or of a table
// 'line 3, column 2: "x": want a number …'.

import type { Strings } from './en';

/** The message of a refusal. Beside a field the key goes without saying; elsewhere `named` keeps it. */
export function explain(message: string, t: Strings, named = false): string {
  const found = /^(?:line (\d+), column (\d+)|(?:set\.)?([^\s:]+)): (.*?): want (.*)$/.exec(message);
  if (!found) return message;
  const [, line, column = '', key, value = '', want = ''] = found;
  const where = line ? t.cell(line, column) : named ? key : '';
  return t.wanted([where, value === 'nothing' ? t.nothing : value].filter(Boolean).join(': '), want);
}

/** What a refusal's message wants of each number. */
export const wantOf = (message: string): string => /: want (?:\[x, y\], each )?(.*)$/.exec(message)?.[1] ?? message;
