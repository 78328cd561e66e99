// A step of a lesson that is being made, as a form.

import type { LessonStrings } from '../../words/en';
import { icon, label, make } from '../ui/dom';
import { setText, textIn } from './draft';
import { limits, type Step } from './format';
import { taskForm } from './taskform';

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
  return make(
    'li',
    'teach-step',
    head,
    make('div', 'row teach-scene', make('span', 'note', scene), retake),
    text('say', m.say, 2),
    taskForm(step, String(at), acts.changed, t),
    text('then', m.after, 1),
    text('hint', m.hint, 1),
  );
}
