// A lesson that is being made. It is kept on this device until another is begun, finished or not.

import { recall, remember, whenKept } from '../ui/storage';
import { isObject, type Lesson, type Step, type Text } from './format';

const key = 'lesson';

const nothing = (): Lesson => ({ version: 1, title: '', steps: [] });

export class Draft {
  lesson = nothing();

  /** `changed` is called where another tab has gone on with it: otherwise what is kept here next would undo that. */
  constructor(changed: () => void) {
    this.#recall();
    whenKept(key, () => {
      this.#recall();
      changed();
    });
  }

  get empty(): boolean {
    return this.lesson.title === '' && this.lesson.steps.length === 0;
  }

  /** Another lesson to go on with; none: a new one. */
  take(lesson: Lesson | null): void {
    this.lesson = lesson ? structuredClone(lesson) : nothing();
    this.keep();
  }

  keep(): void {
    remember(key, this.empty ? '' : this.text);
  }

  /** Moves a step by one, up or down. */
  move(at: number, by: 1 | -1): void {
    const { steps } = this.lesson;
    const [step] = steps.splice(at, 1);
    steps.splice(at + by, 0, step!);
  }

  /** The file, as people may read it. */
  get text(): string {
    return JSON.stringify(this.lesson, null, 2);
  }

  #recall(): void {
    this.lesson = nothing();
    // What is kept came from here; another version of the page may have kept something else.
    try {
      const kept = JSON.parse(recall(key) ?? '') as Lesson;
      if (kept.version === 1 && isText(kept.title) && kept.steps.every(isStep)) this.lesson = kept;
    } catch {
      // Nothing was kept.
    }
  }
}

/** Whether a text's field can show it, in one language or several. */
const isText = (value: unknown): boolean =>
  typeof value === 'string' || (isObject(value) && Object.values(value).every((text) => typeof text === 'string'));

/** Whether a step's form can show it, finished or not. */
const isStep = (step: unknown): boolean =>
  isObject(step) && Object.entries(step).every(([name, value]) => name === 'scene' || isText(value));

type TextKey = 'say' | 'then' | 'hint';

/** What a field shows of a text: of several languages that of the page. */
export const textIn = (text: Text | undefined, language: string): string =>
  typeof text === 'object' ? (text[language] ?? '') : (text ?? '');

/** A text with what was typed in its place; undefined: there is none any more. */
export function typed(text: Text | undefined, language: string, value: string): Text | undefined {
  if (typeof text !== 'object') return value.trim() === '' ? undefined : value;
  const { [language]: _, ...others } = text;
  const all = value.trim() === '' ? others : { ...others, [language]: value };
  return Object.keys(all).length === 0 ? undefined : all;
}

export function setText(step: Step, key: TextKey, language: string, value: string): void {
  const text = typed(step[key], language, value);
  if (text !== undefined) step[key] = text;
  else if (key === 'say') step.say = '';
  else delete step[key];
}
