// The dialog that makes a lesson: runs of the page as steps, each with what to do, as a link or a file. A script of its own.

import { adopt } from '../../explain/sheets';
import { saveText } from '../../figure/save';
import type { First, LessonStrings } from '../../words/en';
import { lesson as texts } from '../../words/en/lesson';
import { prose } from '../../words/en/views';
import { copyButton, dialog, dress } from '../ui/dialog';
import { byId, hide, icon, label, make, write } from '../ui/dom';
import { besides, type Lab, later, type Part } from '../ui/part';
import { Draft, textIn, typed } from './draft';
import { type Lesson, limits, type Step } from './format';
import { maxPacked, pack } from './packed';
import { read } from './read';
import { stepForm } from './stepform';
import css from './teach.css';

/** The run on the page. */
export interface Run {
  /** As a link's fragment, with the step it is at. */
  readonly whole: string;
  refresh(most: number): void;
}

/** The lesson on the page. */
export interface Opened {
  readonly lesson: Lesson | null;
  open(text: string): Promise<void>;
}

export function maker(lab: Lab<First>, run: Run, opened: Opened): Part<First> {
  dress();
  adopt(document, css);
  const complete = besides({ ...texts, prose });
  const strings = () => complete(lab.strings());
  const made = new Maker(run, opened, strings);
  return later({ show() {}, translate: () => made.fill() }, complete);
}

class Maker {
  readonly #draft = new Draft(() => this.fill());
  readonly #run: Run;
  readonly #strings: () => LessonStrings;
  readonly #heading = make('h2');
  readonly #close = make('button', 'button icon-only quiet close', icon('remove'));
  readonly #note = make('p', 'note');
  readonly #nameLabel = make('span', 'note');
  readonly #name = make('input', 'field');
  readonly #steps = make('ol', 'teach-steps');
  readonly #empty = make('p', 'note');
  readonly #add = make('button', 'button primary');
  readonly #anew = make('button', 'button quiet');
  readonly #linkLabel = make('label', 'note');
  readonly #link = make('input', 'field');
  readonly #copy = make('button', 'button primary');
  readonly #row = make('div', 'row copy-row', this.#link, this.#copy);
  readonly #problem = make('p', 'note');
  readonly #save = make('button', 'button');
  readonly #open = make('button', 'button');
  /** Counts changes: a link of an earlier one that arrives later isn't shown. */
  #changes = 0;

  constructor(run: Run, opened: Opened, strings: () => LessonStrings) {
    this.#run = run;
    this.#strings = strings;
    for (const button of [this.#close, this.#add, this.#anew, this.#copy, this.#save, this.#open]) button.type = 'button';
    this.#close.dataset.close = '';
    this.#heading.id = 'teach-title';
    this.#name.type = 'text';
    this.#name.maxLength = limits.title;
    this.#link.id = 'teach-link';
    this.#link.readOnly = true;
    this.#linkLabel.htmlFor = 'teach-link';
    this.#problem.setAttribute('role', 'status');
    const element = make(
      'dialog',
      'dialog teach',
      make('div', 'dialog-head', this.#heading, this.#close),
      this.#note,
      make('label', 'teach-field', this.#nameLabel, this.#name),
      this.#empty,
      this.#steps,
      make('div', 'row', this.#add, this.#anew),
      this.#problem,
      this.#linkLabel,
      this.#row,
      make('div', 'row', this.#save, this.#open),
    );
    element.id = 'teach';
    element.setAttribute('aria-labelledby', 'teach-title');
    byId('share').after(element);
    dialog('teach', () => {
      byId<HTMLDialogElement>('share').close();
      if (this.#draft.empty && opened.lesson) this.#draft.take(opened.lesson);
      this.fill();
    });
    copyButton(this.#copy, this.#link, () => this.#strings().lesson.make);
    this.#link.addEventListener('focus', () => this.#link.select());
    this.#name.addEventListener('input', () => {
      this.#draft.lesson.title = typed(this.#draft.lesson.title, document.documentElement.lang, this.#name.value) ?? '';
      this.#changed();
    });
    this.#add.addEventListener('click', () => {
      this.#draft.lesson.steps.push({ scene: this.#scene(), say: '' });
      this.#draft.lesson.lang ??= document.documentElement.lang;
      this.fill();
      this.#steps.lastElementChild?.querySelector('textarea')?.focus();
    });
    this.#anew.addEventListener('click', () => {
      this.#draft.take(null);
      this.fill();
      this.#name.focus();
    });
    this.#save.addEventListener('click', () => saveText('lesson.json', this.#draft.text, 'application/json'));
    this.#open.addEventListener('click', () => {
      element.close();
      void opened.open(this.#draft.text);
    });
  }

  /** Shows the draft in the page's language. */
  fill(): void {
    const t = this.#strings();
    const m = t.lesson.make;
    const { lesson } = this.#draft;
    for (const [element, text] of [
      [this.#heading, m.title],
      [this.#note, m.note],
      [this.#nameLabel, m.name],
      [this.#empty, m.empty],
      [this.#add, m.add],
      [this.#anew, m.anew],
      [this.#linkLabel, m.link],
      [this.#copy, m.copy],
      [this.#save, m.save],
      [this.#open, m.open],
    ] as const)
      write(element, text);
    label(this.#close, t.page.close);
    this.#name.value = textIn(lesson.title, document.documentElement.lang);
    this.#steps.replaceChildren(...lesson.steps.map((step, i) => this.#form(step, i, t)));
    this.#changed();
  }

  #form(step: Step, at: number, t: LessonStrings): HTMLElement {
    const { steps } = this.#draft.lesson;
    const redrawn = (act: () => void, focus = at) => {
      act();
      this.fill();
      (this.#steps.children[focus]?.querySelector<HTMLElement>('button:enabled') ?? this.#add).focus();
    };
    return stepForm(
      step,
      at,
      steps.length,
      this.#nameOf(step, t),
      {
        changed: () => this.#changed(),
        move: (by) => redrawn(() => this.#draft.move(at, by), at + by),
        remove: () => redrawn(() => steps.splice(at, 1), Math.min(at, steps.length - 2)),
        retake: () => redrawn(() => (step.scene = this.#scene())),
      },
      t,
    );
  }

  #scene(): string {
    this.#run.refresh(0);
    return this.#run.whole;
  }

  /** What a step begins with, by the gallery's name where it is one of its scenes. */
  #nameOf({ scene }: Step, t: LessonStrings): string {
    const m = t.lesson.make;
    if (scene === undefined) return m.goesOn;
    const [, preset = '', step] = (typeof scene === 'string' && /^preset=([\w-]+)(?:&step=(\d+))?$/.exec(scene)) || [];
    const names: Record<string, string> = t.page;
    const name = names[`scene_${preset.replaceAll('-', '_')}`] ?? t.ownScene;
    return m.scene(step ? m.at(name, step) : name);
  }

  /** Keeps the draft, and says what comes of it. */
  #changed(): void {
    this.#draft.keep();
    const { lesson } = this.#draft;
    hide(this.#empty, lesson.steps.length > 0);
    hide(this.#anew, this.#draft.empty);
    const full = lesson.steps.length >= limits.steps;
    this.#add.disabled = full;
    const missing = this.#missing();
    for (const button of [this.#save, this.#open]) button.disabled = missing !== '';
    write(this.#problem, missing);
    hide(this.#problem, missing === '');
    const change = ++this.#changes;
    if (missing) this.#show('');
    else void pack(JSON.stringify(lesson)).then((packed) => change === this.#changes && this.#show(packed));
  }

  /** What a lesson still lacks; '': nothing. */
  #missing(): string {
    const t = this.#strings();
    const { title, steps } = this.#draft.lesson;
    const m = t.lesson.make;
    if (title === '') return m.needTitle;
    if (steps.length === 0) return m.needSteps;
    const silent = steps.findIndex(({ say }) => say === '');
    if (silent >= 0) return m.needSay(silent + 1);
    const found = read(this.#draft.text);
    return 'problem' in found ? found.problem(t) : '';
  }

  #show(packed: string): void {
    const long = packed.length > maxPacked;
    hide(this.#row, packed === '' || long);
    hide(this.#linkLabel, packed === '' || long);
    this.#link.value = packed && !long ? `${location.origin}${location.pathname}#lesson=${packed}` : '';
    if (!long) return;
    write(this.#problem, this.#strings().lesson.make.tooLong);
    hide(this.#problem, false);
  }
}
