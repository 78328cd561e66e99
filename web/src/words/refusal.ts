// What the program refuses, in the page's language.

import type { Fault } from '../figure/protocol';
import type { First } from './en';
import { say } from './want';

/** What is wrong, and what was wanted. Beside a field the key is obvious and left out; elsewhere `named` keeps it. */
export function explain({ key, line, column, value, of, want }: Fault, t: First, named = false): string {
  const said = say(want, t.wants);
  if (want.alone) return joined(key, said);
  const where = line > 0 ? t.cell(line, column) : named ? ofScene(key) : '';
  const given = joined(where, of ? t.counted(value, of) : value || t.nothing);
  return want.code.startsWith('noSuch') ? t.noSuchKey(given, said) : t.wanted(given, said);
}

/** What was wanted of each number. */
export const wantOf = ({ want }: Fault, t: First): string => say(want.code === 'pair' ? want.args[0] : want, t.wants);

const joined = (...parts: string[]) => parts.filter(Boolean).join(': ');

/** The key of a training value, whether it was set or was in the scene. */
const ofScene = (key: string) => (key.startsWith('set.') ? key.slice('set.'.length) : key);
