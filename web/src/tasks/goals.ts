// What a reader is to reach: "loss < 0.3 and epoch <= 100", "diverged", "separated and points = 5".

import type { Snapshot } from '../figure/protocol';
import { type Ask, isFact, isName, isSo, known, numberOf } from './values';

const relations = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '=': (a: number, b: number) => a === b,
};

export type Relation = keyof typeof relations;

/** A comparison of a number of the run, or one of its facts alone. */
export interface Part {
  name: string;
  than: { relation: Relation; limit: number } | null;
}

/** All of its parts are to hold at once. */
export type Goal = Part[];

/** A part that can't be read. */
export class Unreadable extends Error {
  readonly part: string;

  constructor(part: string) {
    super(
      `${part || 'an empty goal'}: want diverged, ended, separated, or a comparison such as loss < 0.3, with ${known.join(', ')}`,
    );
    this.part = part;
  }
}

/** Reads a goal. Throws what was wanted in place of a part that can't be read. */
export function parseGoal(text: string): Goal {
  return text.split(/\band\b|&/).map((part) => parsePart(part.trim()));
}

export const isMet = (goal: Goal, shot: Snapshot, ask: Ask): boolean => goal.every((part) => holds(part, shot, ask));

export function holds({ name, than }: Part, shot: Snapshot, ask: Ask): boolean {
  if (!than) return isSo(name, shot);
  const number = numberOf(name, shot, ask);
  return number !== null && relations[than.relation](number, than.limit);
}

function parsePart(part: string): Part {
  if (isFact(part)) return { name: part, than: null };
  const [, name, relation, limit] = /^(\w+)\s*(<=|>=|<|>|=)\s*([-+]?[\d.]+(?:e[-+]?\d+)?)$/.exec(part) ?? [];
  if (!name || !isName(name) || !Number.isFinite(Number(limit))) throw new Unreadable(part);
  return { name, than: { relation: relation as Relation, limit: Number(limit) } };
}
