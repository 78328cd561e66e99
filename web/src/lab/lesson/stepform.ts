// A step of a lesson that is being made, as a form.

import { parseGoal, Unreadable } from '../../tasks/goals';
import { isName, known } from '../../tasks/values';
import type { LessonStrings } from '../../words/en';
import { icon, label, make, setAttribute, write } from '../ui/dom';
import { setText, textIn } from './draft';
import { limits, type Step } from './format';
import { inWords, numberInWords } from './goal';

export interface StepActs {
  /** What was typed is in the step. */
  changed(): void;
  move(by: 1 | -1): void;
  remove(): void;
  /** Gives the step the run on the page. */
  retake(): void;
}

/** `at` counts from 0, `of` how many there are; `scene` is the name of what the step begins with. */
export function stepForm(step: Step, at: number, of: number, scene: string, acts: StepActs, t: LessonStrings): HTMLElement {
  const m = t.lesson.make;
  const language = document.documentElement.lang;
  const button = (drawing: string, text: string, act: () => void, off = false) => {
    const made = make('button', 'button icon-only quiet', icon(drawing));
    made.type = 'button';
    label(made, `${text}: ${m.step(at + 1)}`);
    made.disabled = off;
    made.addEventListener('click', act);
    return made;
  };
  const retake = make('button', 'button toggle', m.retake);
  retake.type = 'button';
  retake.addEventListener('click', acts.retake);
  const head = make(
    'div',
    'teach-head',
    make('h3', '', m.step(at + 1)),
    button('previous', m.earlier, () => acts.move(-1), at === 0),
    button('next', m.later, () => acts.move(1), at === of - 1),
    button('remove', m.remove, acts.remove),
  );
  const text = (key: 'say' | 'then' | 'hint', name: string, rows: number) => {
    const area = make('textarea', 'field');
    area.rows = rows;
    area.maxLength = limits.text;
    area.value = textIn(step[key], language);
    area.addEventListener('input', () => {
      setText(step, key, language, area.value);
      acts.changed();
    });
    return make('label', 'teach-field', make('span', 'note', name), area);
  };
  const form = make(
    'li',
    'teach-step',
    head,
    make('div', 'row teach-scene', make('span', 'note', scene), retake),
    text('say', m.say, 2),
  );
  form.append(step.guess ? make('p', 'note', m.asks(numberInWords(step.guess.number, t.lesson))) : goalField(step, at, acts, t));
  form.append(text('then', m.after, 1), text('hint', m.hint, 1));
  return form;
}

/** The field of a goal, and below it what the goal says in plain words, or what can't be read in it. */
function goalField(step: Step, at: number, acts: StepActs, t: LessonStrings): HTMLElement {
  const m = t.lesson.make;
  const field = make('input', 'field');
  field.type = 'text';
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.maxLength = limits.goal;
  field.value = step.goal ?? '';
  field.placeholder = m.goalLike;
  const said = make('p', 'note');
  said.id = `teach-goal-${at}`;
  said.setAttribute('role', 'status');
  field.setAttribute('aria-describedby', said.id);
  const read = () => {
    const typed = field.value.trim();
    let problem = '';
    let reads = m.names(known.filter(isName));
    if (typed) {
      try {
        reads = m.reads(
          parseGoal(typed)
            .map((part) => inWords(part, t))
            .join(t.lesson.and),
        );
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
    acts.changed();
  });
  read();
  return make('div', 'teach-field', make('label', 'teach-field', make('span', 'note', m.goal), field), said);
}
