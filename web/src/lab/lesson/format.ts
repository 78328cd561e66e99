// A lesson: scenes in order, each with what to do there, as JSON (docs/lessons.md). What it says is text, never HTML.

import { askedBy } from '../../tasks/asked';
import { parseGoal, Unreadable } from '../../tasks/goals';
import { isName, known } from '../../tasks/values';
import type { LessonWants } from '../../words/en/lesson';

/** In one language, or in several, by their codes. */
export type Text = string | Record<string, string>;

export interface Guess {
  /** The number that is guessed, by its name among values. */
  number: string;
  run?: string;
  until?: string;
  like?: string;
}

export interface Step {
  say: Text;
  /** A share link's fragment, or a scene as docs/scene.md has it; without one the run of the step before goes on. */
  scene?: string | object;
  goal?: string;
  guess?: Guess;
  /** Told once the goal is reached, or the guess answered. */
  then?: Text;
  hint?: Text;
}

export interface Lesson {
  version: 1;
  title: Text;
  /** The language of what is in one language only. */
  lang?: string;
  steps: Step[];
}

/** How long a lesson may be, and its parts: characters and steps. */
export const limits = { file: 200_000, steps: 50, title: 100, text: 1000, goal: 300 };

/** What is wrong with a lesson: where, what stands there, and what was wanted. */
export class Fault extends Error {
  readonly key: string;
  readonly value: string;
  readonly want: (wants: LessonWants) => string;

  constructor(key: string, value: unknown, want: (wants: LessonWants) => string) {
    super(key);
    this.key = seen(key);
    this.value = value === undefined ? '' : seen(typeof value === 'string' ? value : JSON.stringify(value));
    this.want = want;
  }
}

/** Reads a lesson. Throws a Fault; a scene is looked at by the program alone. */
export function parseLesson(text: string): Lesson {
  if (text.length > limits.file) throw new Fault('', String(text.length), (w) => w.file(limits.file));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault('', text, (w) => w.json);
  }
  const lesson = object('', value, ['version', 'title', 'lang', 'steps']);
  if (lesson.version !== 1) throw new Fault('version', lesson.version, (w) => w.version);
  words('title', lesson.title, limits.title);
  if (lesson.lang !== undefined && !isLanguage(lesson.lang)) throw new Fault('lang', lesson.lang, (w) => w.language);
  const { steps } = lesson;
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > limits.steps)
    throw new Fault('steps', Array.isArray(steps) ? String(steps.length) : steps, (w) => w.steps(limits.steps));
  for (const [i, step] of steps.entries()) checkStep(`steps[${i}]`, step);
  return lesson as unknown as Lesson;
}

function checkStep(at: string, value: unknown): void {
  const { say, scene, goal, guess, then, hint } = object(at, value, ['scene', 'say', 'goal', 'guess', 'then', 'hint']);
  words(`${at}.say`, say, limits.text);
  for (const [key, text] of Object.entries({ then, hint })) if (text !== undefined) words(`${at}.${key}`, text, limits.text);
  if (scene !== undefined) checkScene(`${at}.scene`, scene);
  if (goal !== undefined) checkGoal(`${at}.goal`, goal);
  if (guess !== undefined) checkGuess(`${at}.guess`, guess);
  if (goal !== undefined && guess !== undefined) throw new Fault(`${at}.guess`, guess, (w) => w.oneTask);
}

function checkScene(at: string, scene: unknown): void {
  if (typeof scene === 'string' ? scene.trim() === '' : !isObject(scene)) throw new Fault(at, scene, (w) => w.scene);
  // JavaScript has rounded such a number already, and the run would be another.
  const large = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  const seed = isObject(scene) && isObject(scene.model) ? scene.model.manual_seed : undefined;
  if (large(seed)) throw new Fault(`${at}.model.manual_seed`, seed, (w) => w.seed);
}

function checkGoal(at: string, goal: unknown): void {
  const text = string(at, goal, limits.goal);
  try {
    parseGoal(text);
  } catch (error) {
    throw new Fault(at, error instanceof Unreadable ? error.part : text, (w) => w.goal(known));
  }
}

function checkGuess(at: string, value: unknown): void {
  const { number, run, until, like } = object(at, value, ['number', 'run', 'until', 'like']);
  if (typeof number !== 'string' || !isName(number))
    throw new Fault(`${at}.number`, number, (w) => w.number(known.filter(isName)));
  if (until !== undefined) checkGoal(`${at}.until`, until);
  if (like !== undefined && !(typeof like === 'string' && /^0(\.0{1,10})?$/.test(like)))
    throw new Fault(`${at}.like`, like, (w) => w.like);
  if (run === undefined) return;
  const asked = askedBy(string(`${at}.run`, run, limits.text).split('&'));
  const [unknown] = [...asked.unknown, ...asked.shown.map((part) => `show=${part}`)];
  if (unknown !== undefined) throw new Fault(`${at}.run`, unknown, (w) => w.parts);
}

/** An object with no other keys than these. */
function object(at: string, value: unknown, keys: string[]): Record<string, unknown> {
  if (!isObject(value)) throw new Fault(at, value, (w) => w.object(keys));
  for (const key of Object.keys(value))
    if (!keys.includes(key)) throw new Fault(at ? `${at}.${key}` : key, value[key], (w) => w.keys(keys));
  return value;
}

/** A text, in one language or several. */
function words(at: string, value: unknown, most: number): void {
  if (!isObject(value)) return void string(at, value, most);
  const texts = Object.entries(value);
  if (texts.length === 0) throw new Fault(at, value, (w) => w.text(most));
  for (const [code, text] of texts) {
    if (!isLanguage(code)) throw new Fault(`${at}.${code}`, text, (w) => w.language);
    string(`${at}.${code}`, text, most);
  }
}

function string(at: string, value: unknown, most: number): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > most) throw new Fault(at, value, (w) => w.text(most));
  return value;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A language's code, such as en or pt-BR. */
const isLanguage = (code: unknown): code is string => typeof code === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code);

/** A text within a message: its beginning, and marks that would turn the message around as the program writes them, \u202e. */
export const seen = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(
    /[\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );

/** A text in the page's language, or the lesson's, or the first that there is; with its language, where that is known. */
export function spoken(text: Text, lesson: Lesson, language: string): { text: string; lang: string } {
  if (typeof text === 'string') return { text, lang: lesson.lang ?? '' };
  const codes = Object.keys(text);
  const lang = [language, lesson.lang, codes[0]].find((code) => code !== undefined && Object.hasOwn(text, code))!;
  return { text: text[lang]!, lang };
}
