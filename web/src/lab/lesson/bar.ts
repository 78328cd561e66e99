// The lesson's card, above the plane or beside it: what a step says, its goal or guess, and the ways on.

import type { Snapshot } from '../../figure/protocol';
import { type Goal, parseGoal } from '../../tasks/goals';
import type { Ask } from '../../tasks/values';
import type { LessonStrings } from '../../words/en';
import { hide, icon, label, make, setAttribute, write } from '../ui/dom';
import { type Lesson, type Step, spoken, type Text } from './format';
import { Parts } from './goal';

export interface Acts {
  go(at: number): void;
  end(): void;
  guess(number: number): void;
  /** The card takes more room, or less. */
  changed(): void;
  ask: Ask;
}

export class Bar {
  readonly #acts: Acts;
  readonly #card = make('section', 'card lesson');
  readonly #title = make('h2');
  readonly #at = make('select', 'field');
  readonly #end = iconButton('remove', 'quiet');
  /** What is said when another step is shown. */
  readonly #said = make('p', 'lesson-say');
  readonly #goal = new Parts();
  readonly #then = make('p', 'lesson-then');
  /** What is said once a step is done stands where its goal did. */
  readonly #task = make('div', 'lesson-task', this.#goal.element, this.#then);
  readonly #guess = make('div', 'row lesson-guess');
  readonly #field = make('input', 'field');
  readonly #run = make('button', 'button');
  readonly #status = make('p', 'lesson-status');
  readonly #hintText = make('p', 'note lesson-hint');
  readonly #hint = make('button', 'button quiet');
  readonly #back = iconButton('previous');
  readonly #next = make('button', 'button');
  readonly #nextText = make('span');
  #shown: { lesson: Lesson; at: number } | null = null;
  /** A guess that waits for the run. */
  #waits = false;

  constructor(acts: Acts) {
    this.#acts = acts;
    this.#card.id = 'lesson';
    this.#title.id = 'lesson-title';
    this.#card.setAttribute('aria-labelledby', 'lesson-title');
    this.#said.setAttribute('aria-live', 'polite');
    this.#status.setAttribute('role', 'status');
    this.#hintText.id = 'lesson-hint';
    this.#hint.setAttribute('aria-controls', 'lesson-hint');
    this.#field.type = 'text';
    this.#field.inputMode = 'decimal';
    for (const button of [this.#hint, this.#next, this.#run]) button.type = 'button';
    this.#next.append(this.#nextText, icon('next'));
    this.#guess.append(this.#field, this.#run);
    this.#card.append(
      make('div', 'lesson-head', this.#title, this.#at, this.#end),
      this.#said,
      this.#task,
      this.#guess,
      make('div', 'lesson-ways', this.#back, this.#next, this.#hint, this.#status),
      this.#hintText,
    );
    this.#at.addEventListener('change', () => acts.go(Number(this.#at.value)));
    this.#end.addEventListener('click', () => acts.end());
    this.#back.addEventListener('click', () => this.#shown && acts.go(this.#shown.at - 1));
    this.#next.addEventListener('click', () => this.#shown && acts.go(this.#shown.at + 1));
    this.#hint.addEventListener('click', () => {
      const open = this.#hintText.hidden;
      hide(this.#hintText, !open);
      setAttribute(this.#hint, 'aria-expanded', String(open));
      acts.changed();
    });
    const commit = () => this.#commit();
    this.#run.addEventListener('click', commit);
    this.#field.addEventListener('keydown', (event) => event.key === 'Enter' && commit());
  }

  /** Shows a step; `done` is what was done of each. */
  fill(lesson: Lesson, at: number, done: string[], t: LessonStrings): void {
    const step = lesson.steps[at - 1]!;
    const another = this.#shown?.lesson !== lesson || this.#shown.at !== at;
    this.#shown = { lesson, at };
    const language = document.documentElement.lang;
    const tell = (element: HTMLElement, text: Text | undefined) => {
      if (text === undefined) return;
      const said = spoken(text, lesson, language);
      if (said.lang) setAttribute(element, 'lang', said.lang);
      else element.removeAttribute('lang');
      write(element, said.text);
    };
    tell(this.#title, lesson.title);
    tell(this.#said, step.say);
    tell(this.#then, step.then);
    tell(this.#hintText, step.hint);
    this.#list(lesson, at, done, t);
    label(this.#at, t.lesson.step);
    label(this.#end, t.lesson.end);
    label(this.#back, t.lesson.back);
    setAttribute(this.#back, 'aria-disabled', String(at === 1));
    setAttribute(this.#next, 'aria-disabled', String(at === lesson.steps.length));
    write(this.#nextText, t.lesson.next);
    write(this.#hint, t.lesson.hint);
    hide(this.#hint, step.hint === undefined);
    write(this.#run, t.prose.run);
    setAttribute(this.#field, 'aria-label', t.lesson.guess);
    setAttribute(this.#field, 'placeholder', t.lesson.guess);
    if (another) this.#begin(step);
    this.#mark(step, done[at - 1]!, t);
    this.#card.toggleAttribute('data-problem', false);
    if (another) this.#place();
  }

  /** Says why there is no lesson. */
  fail(problem: string, t: LessonStrings): void {
    this.#shown = null;
    write(this.#title, t.lesson.title);
    write(this.#said, problem);
    label(this.#end, t.lesson.end);
    for (const element of [this.#title, this.#said]) element.removeAttribute('lang');
    this.#card.toggleAttribute('data-problem', true);
    this.#place();
  }

  /** `shot`: the run, or null while another is on its way. */
  show(shot: Snapshot | null, t: LessonStrings): void {
    this.#goal.show(shot, this.#acts.ask, t);
  }

  #place(): void {
    if (!this.#card.isConnected) document.querySelector('main.lab')!.prepend(this.#card);
    this.#acts.changed();
  }

  remove(): void {
    this.#card.remove();
    this.#shown = null;
    this.#acts.changed();
  }

  /** What a step begins with. */
  #begin({ goal, guess, then }: Step): void {
    const parts: Goal = goal === undefined ? [] : parseGoal(goal);
    this.#goal.set(parts);
    hide(this.#goal.element, parts.length === 0);
    hide(this.#guess, guess === undefined);
    this.#card.toggleAttribute('data-guess', guess !== undefined);
    hide(this.#then, then === undefined);
    hide(this.#task, parts.length === 0 && then === undefined);
    hide(this.#status, parts.length === 0 && guess === undefined);
    hide(this.#hintText, true);
    setAttribute(this.#hint, 'aria-expanded', 'false');
    this.#field.value = '';
    this.#waits = false;
  }

  #list(lesson: Lesson, at: number, done: string[], t: LessonStrings): void {
    const options = lesson.steps.map((_, i) => `${done[i] ? '✓ ' : ''}${t.lesson.at(i + 1, lesson.steps.length)}`);
    while (this.#at.length > options.length) this.#at.remove(this.#at.length - 1);
    while (this.#at.length < options.length) this.#at.add(new Option('', String(this.#at.length + 1)));
    for (const [i, text] of options.entries()) write(this.#at.options[i]!, text);
    this.#at.value = String(at);
  }

  /** Whether the step is done; a guess with what it was. */
  #mark({ guess, goal }: Step, done: string, t: LessonStrings): void {
    this.#card.toggleAttribute('data-met', done !== '');
    this.#next.classList.toggle('primary', done !== '' || (!guess && !goal));
    if (done) this.#waits = false;
    if (this.#waits) write(this.#status, t.prose.running);
    else if (guess && done) {
      const [said = '', is = ''] = done.split(' ');
      write(this.#status, t.prose.compared(said, is));
    } else write(this.#status, done ? `✓ ${t.lesson.met}` : '');
    this.#words = t;
  }

  #words: LessonStrings | null = null;

  #commit(): void {
    const t = this.#words!;
    const number = Number(this.#field.value.trim().replace('−', '-').replace(',', '.'));
    if (this.#field.value.trim() === '' || !Number.isFinite(number)) {
      write(this.#status, t.prose.enter);
      this.#field.focus();
      return;
    }
    this.#waits = true;
    write(this.#status, t.prose.running);
    this.#acts.guess(number);
  }
}

function iconButton(name: string, extra = ''): HTMLButtonElement {
  const button = make('button', `button icon-only ${extra}`.trim());
  button.type = 'button';
  button.append(icon(name));
  return button;
}
