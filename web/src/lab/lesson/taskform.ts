// What a step of a lesson that is being made asks of its reader: a goal, a guess, or nothing.

import { parseGoal, Unreadable } from '../../tasks/goals';
import { isName, known } from '../../tasks/values';
import type { LessonStrings } from '../../words/en';
import { make, setAttribute, write } from '../ui/dom';
import { limits, type Step } from './format';
import { inWords, isCount, numberInWords } from './goal';

const fields = { none: () => [], goal: goalFields, guess: guessFields };

/** Of these the author has chosen the value, so there is nothing to guess. */
const settings = ['epochs', 'points', 'edits', 'lr'];
const guessable = known.filter((name) => isName(name) && !settings.includes(name));

/** `id` tells the fields of one step from those of others. */
export function taskForm(step: Step, id: string, changed: () => void, t: LessonStrings): HTMLElement {
  const m = t.lesson.make;
  const kinds = options(Object.entries(m.tasks), step.guess ? 'guess' : step.goal ? 'goal' : 'none');
  const about = make('div', 'teach-field');
  /** What was set before another kind was chosen: it comes back with its kind. */
  let { goal, guess } = step;
  const show = () => {
    goal = step.goal ?? goal;
    guess = step.guess ?? guess;
    delete step.goal;
    delete step.guess;
    const kind = kinds.value as keyof typeof fields;
    if (kind === 'goal' && goal) step.goal = goal;
    if (kind === 'guess' && guess) step.guess = guess;
    about.replaceChildren(...fields[kind](step, id, changed, t));
    about.hidden = kind === 'none';
  };
  kinds.addEventListener('change', () => {
    show();
    changed();
  });
  show();
  return make('div', 'teach-field', make('label', 'teach-field', make('span', 'note', m.task), kinds), about);
}

/** The field of a goal, and below it what the goal says in plain words, or what can't be read in it. */
function goalFields(step: Step, id: string, changed: () => void, t: LessonStrings): HTMLElement[] {
  const m = t.lesson.make;
  const field = make('input', 'field');
  field.type = 'text';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.maxLength = limits.goal;
  field.value = step.goal ?? '';
  field.placeholder = m.goalLike;
  setAttribute(field, 'aria-label', m.tasks.goal);
  const said = make('p', 'note');
  said.id = `teach-goal-${id}`;
  said.setAttribute('role', 'status');
  field.setAttribute('aria-describedby', said.id);
  const read = () => {
    const typed = field.value.trim();
    let problem = '';
    let reads = m.names(known.filter(isName));
    if (typed) {
      try {
        const parts = parseGoal(typed).map((part) => inWords(part, t));
        reads = m.reads(parts.join(t.lesson.and));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        problem = `${error.part || typed}: ${t.lesson.wants.goal(known)}`;
      }
    }
    write(said, problem || reads);
    said.classList.toggle('problem', problem !== '');
    setAttribute(field, 'aria-invalid', String(problem !== ''));
  };
  field.addEventListener('input', () => {
    if (field.value.trim()) step.goal = field.value.trim();
    else delete step.goal;
    read();
    changed();
  });
  read();
  return [field, said];
}

/** The menu of what is guessed. What a file says of the run besides (run, until) stays as it is. */
function guessFields(step: Step, id: string, changed: () => void, t: LessonStrings): HTMLElement[] {
  const m = t.lesson.make;
  const now = step.guess?.number ?? 'loss';
  const names = guessable.includes(now) ? guessable : [...guessable, now];
  const menu = options(
    names.map((name) => [name, numberInWords(name, t.lesson)]),
    now,
  );
  setAttribute(menu, 'aria-label', m.tasks.guess);
  const said = make('p', 'note', m.guessed);
  said.id = `teach-guess-${id}`;
  menu.setAttribute('aria-describedby', said.id);
  const choose = (number: string) => {
    step.guess = { ...step.guess, number, like: isCount(number) ? '0' : '0.00' };
  };
  if (!step.guess) choose(now);
  menu.addEventListener('change', () => {
    choose(menu.value);
    changed();
  });
  return [menu, said];
}

function options(all: [value: string, text: string][], chosen: string): HTMLSelectElement {
  const menu = make('select', 'field');
  menu.append(...all.map(([value, text]) => new Option(text, value, value === chosen, value === chosen)));
  return menu;
}
