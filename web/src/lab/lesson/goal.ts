// A step's goal: each of its parts in plain words, with the number as it is now, and whether it holds.

import type { Snapshot } from '../../figure/protocol';
import { type Goal, holds, type Part } from '../../tasks/goals';
import { type Ask, numberOf, written } from '../../tasks/values';
import type { LessonStrings } from '../../words/en';
import type { LessonNumber } from '../../words/en/lesson';
import { make, setAttribute, write } from '../ui/dom';

const signs = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=' };

/** A part of a goal in words: "learning rate ≤ 0.1". */
export function inWords({ name, than }: Part, { lesson }: LessonStrings): string {
  return than ? `${numberInWords(name, lesson)} ${signs[than.relation]} ${short(than.limit)}` : lesson.facts[name as 'ended'];
}

export function numberInWords(name: string, lesson: LessonStrings['lesson']): string {
  const [, what, n] = /^(z|p|class)(\d+)$/.exec(name) ?? [];
  return what ? lesson.asked(what, n!) : lesson.numbers[name as LessonNumber];
}

const short = (number: number) => String(number).replace('-', '−');

const counts = ['epoch', 'epochs', 'step', 'mistakes', 'points', 'edits'];

/** Whether a number is whole by its nature. */
export const isCount = (name: string): boolean => counts.includes(name) || name.startsWith('class');

/** A number as a goal shows it: a count whole, others with four decimals, or as many as the limit has. */
function shown({ name, than }: Part, number: number | null): string {
  const decimals = isCount(name) ? 0 : Math.max(4, String(than!.limit).split('.')[1]?.length ?? 0);
  return written(number, decimals ? `0.${'0'.repeat(decimals)}` : '0');
}

/** The list of a goal's parts. */
export class Parts {
  readonly element = make('ul', 'lesson-goal');
  #rows: { part: Part; text: HTMLElement; now: HTMLElement; row: HTMLElement }[] = [];

  set(goal: Goal): void {
    this.#rows = goal.map((part) => {
      const [text, now] = [make('span'), make('span', 'note')];
      return { part, text, now, row: make('li', '', text, now) };
    });
    this.element.replaceChildren(...this.#rows.map(({ row }) => row));
  }

  /** `shot`: the run; null while another scene is on its way. */
  show(shot: Snapshot | null, ask: Ask, t: LessonStrings): void {
    for (const { part, text, now: is, row } of this.#rows) {
      write(text, inWords(part, t));
      if (part.than) {
        write(is, shot ? t.lesson.now(shown(part, numberOf(part.name, shot, ask))) : '');
        // Room for the number on its way to the limit.
        is.style.minWidth = `${t.lesson.now(shown(part, part.than.limit)).length}ch`;
      }
      setAttribute(row, 'data-holds', String(shot !== null && holds(part, shot, ask)));
    }
  }
}
