// What a reader is to reach: "loss < 0.3 and epoch <= 100", "diverged", "separated and points = 5".

import type { Snapshot } from '../figure/protocol';
import { isFact, isName, isSo, known, numberOf } from './values';

export type Goal = (shot: Snapshot) => boolean;

const relations: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
};

/** Reads a goal. Throws what was wanted in place of a part that can't be read. */
export function parseGoal(text: string): Goal {
  const all = text.split(/\band\b|&/).map((part) => parsePart(part.trim()));
  return (shot) => all.every((holds) => holds(shot));
}

function parsePart(part: string): Goal {
  if (isFact(part)) return (shot) => isSo(part, shot);
  const [, name, relation, limit] = /^(\w+)\s*(<=|>=|<|>|=)\s*([-+]?[\d.]+(?:e[-+]?\d+)?)$/.exec(part) ?? [];
  if (!name || !isName(name) || !Number.isFinite(Number(limit)))
    throw new Error(
      `${part || 'an empty goal'}: want diverged, ended, separated, or a comparison such as loss < 0.3, with ${known.join(', ')}`,
    );
  return (shot) => {
    const number = numberOf(name, shot);
    return number !== null && relations[relation!]!(number, Number(limit));
  };
}
