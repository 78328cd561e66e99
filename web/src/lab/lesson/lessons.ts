// The lesson on the page: which step it is at, what of it is done, and what the address says of it.

import type { Snapshot } from '../../figure/protocol';
import { askedBy } from '../../tasks/asked';
import { keep, kept } from '../../tasks/done';
import { type Goal, isMet, parseGoal } from '../../tasks/goals';
import { numberOf, written } from '../../tasks/values';
import type { LessonStrings } from '../../words/en';
import type { Lab, Part } from '../ui/part';
import { Bar } from './bar';
import { type Course, courseOf, partsOf } from './course';
import type { Lesson, Step } from './format';
import { maxPacked, pack } from './packed';
import { type Found, find, ofScene, read } from './read';
import { type Start, startOf, stepOf } from './start';

/** What a lesson needs of the page around it. */
export interface Place {
  /** Whether the scene that was asked for last has come. */
  readonly settled: boolean;
  /** Starts a scene without an entry in the browser's history. */
  begin(start: Start): void;
  turn(search: string, lesson: string, start: Start | null): void;
  /** What the lesson adds to the address's fragment from now on. */
  keep(lesson: string): void;
}

export interface Told {
  /** Says what is wrong with a file. */
  say(message: string): void;
  /** The card takes more room, or less. */
  changed(): void;
}

export class Lessons implements Part<LessonStrings> {
  readonly #lab: Lab<LessonStrings>;
  readonly #place: Place;
  readonly #bar: Bar;
  readonly #say: (message: string) => void;
  #lesson: Lesson | null = null;
  /** Where it came from, and how the address says so. */
  #course: Omit<Course, 'at'> = { file: null, packed: null };
  #at = 1;
  /** Its scenes are still to be looked at by the program. */
  #unseen = false;
  /** Why the address's lesson isn't shown. */
  #problem: ((t: LessonStrings) => string) | null = null;
  /** What the reader has done of each step: its goal's "met", or a guess with the run's number; '' for what is still to do. */
  #done: string[] = [];
  /** What is to hold: the goal, or where a guess is answered. */
  #wanted: Goal | null = null;
  /** A guess that the run is to answer. */
  #guess: number | null = null;
  /** Counts what was asked for: an earlier lesson that arrives later isn't shown. */
  #asked = 0;

  constructor(lab: Lab<LessonStrings>, place: Place, { say, changed }: Told) {
    this.#lab = lab;
    this.#place = place;
    this.#say = say;
    this.#bar = new Bar({
      go: (at) => this.go(at),
      end: () => this.#end(),
      guess: (number) => this.#run(number),
      ask: lab.ask,
      changed,
    });
  }

  get lesson(): Lesson | null {
    return this.#lesson;
  }

  /** Shows what was found where the address says; its step's scene is on its way already. */
  begin(found: Found, course: Course): void {
    if ('problem' in found) {
      this.#fail(found.problem);
      this.#place.keep(partsOf(location.hash).lesson);
      return;
    }
    this.#take(found.lesson, course, course.at);
    this.#place.keep(this.#parts());
  }

  /** Opens a lesson's text: a file that was chosen or dropped. */
  async open(text: string): Promise<void> {
    const found = read(text);
    const problem = 'problem' in found ? found.problem : this.#look(found.lesson);
    if (problem || 'problem' in found) {
      if (problem) this.#say(problem(this.#lab.strings()));
      return;
    }
    const packed = await pack(JSON.stringify(found.lesson));
    this.#take(found.lesson, { file: null, packed: packed.length > maxPacked ? null : packed }, 1);
    this.#turn(1);
  }

  /** The address is another. */
  async follow(): Promise<void> {
    const course = courseOf(location);
    const asked = ++this.#asked;
    if (!course) return this.#leave();
    if (!this.#lesson || course.file !== this.#course.file || course.packed !== this.#course.packed) {
      const found = await find(course);
      if (asked !== this.#asked) return;
      this.#leave();
      this.begin(found, course);
    } else this.#show(Math.min(course.at ?? 1, this.#lesson.steps.length));
    const start = this.#lesson && partsOf(location.hash).scene === '' ? startOf(this.#lesson, this.#at) : null;
    if (start) this.#place.begin(start);
  }

  /** One step on, or back; at its ends it stays. */
  by(step: 1 | -1): void {
    this.go(this.#at + step);
  }

  go(at: number): void {
    if (!this.#lesson || at === this.#at || at < 1 || at > this.#lesson.steps.length) return;
    this.#turn(at);
  }

  show(shot: Snapshot, t: LessonStrings): void {
    if (this.#unseen) this.#check();
    if (!this.#lesson) return;
    const step = stepOf(this.#lesson, this.#at);
    // Until its own scene is there, a step has nothing to do with what is.
    const now = this.#place.settled ? shot : null;
    if (now) this.#evaluate(step, now);
    this.#bar.show(now, t);
  }

  translate(t: LessonStrings): void {
    if (this.#problem) this.#bar.fail(this.#problem(t), t);
    else if (this.#lesson) this.#bar.fill(this.#lesson, this.#at, this.#done, t);
  }

  #take(lesson: Lesson, { file, packed }: Omit<Course, 'at'>, at: number | null): void {
    this.#lesson = lesson;
    this.#problem = null;
    this.#course = { file, packed };
    this.#unseen = true;
    this.#done = lesson.steps.map((_, i) => kept(this.#task(i + 1)) ?? '');
    this.#show(Math.min(at ?? 1, lesson.steps.length));
  }

  #show(at: number): void {
    this.#at = at;
    this.#guess = null;
    const { goal, guess } = stepOf(this.#lesson!, at);
    const wanted = guess ? (guess.until ?? 'ended') : goal;
    this.#wanted = wanted === undefined ? null : parseGoal(wanted);
    this.translate(this.#lab.strings());
    document.documentElement.dataset.lesson = '';
  }

  #turn(at: number): void {
    // The run on the page is not yet this step's: nothing of it is reached before that has begun to load.
    this.#at = at;
    this.#wanted = null;
    const url = new URLSearchParams(location.search);
    if (this.#course.file === null) url.delete('lesson');
    else url.set('lesson', this.#course.file);
    this.#place.turn(searchOf(url), this.#parts(), startOf(this.#lesson!, at));
    this.#show(at);
  }

  /** What the address's fragment says of it. */
  #parts(): string {
    return `${this.#course.packed === null ? '' : `lesson=${this.#course.packed}&`}at=${this.#at}`;
  }

  #task(at: number): string {
    const { title, steps } = this.#lesson!;
    const { goal, guess } = steps[at - 1]!;
    return `lesson ${typeof title === 'string' ? title : Object.values(title)[0]} / ${at} / ${goal ?? ''}${guess?.number ?? ''}`;
  }

  #evaluate({ guess }: Step, shot: Snapshot): void {
    if (!this.#wanted || (guess ? this.#guess === null || shot.playing : this.#done[this.#at - 1])) return;
    if (!isMet(this.#wanted, shot, this.#lab.ask)) return;
    const done = guess ? `${this.#guess} ${written(numberOf(guess.number, shot, this.#lab.ask), guess.like ?? '0.00')}` : 'met';
    this.#guess = null;
    this.#done[this.#at - 1] = done;
    keep(this.#task(this.#at), done);
    this.translate(this.#lab.strings());
  }

  #run(number: number): void {
    const { guess } = stepOf(this.#lesson!, this.#at);
    this.#guess = number;
    for (const command of askedBy((guess!.run ?? 'finish').split('&')).commands) this.#lab.send(command);
  }

  /** Whether the program can start all scenes, as soon as it can say so. */
  #check(): void {
    const problem = this.#look(this.#lesson!);
    // First: what is said may move the plane, and for that the program draws, and reports, at once.
    this.#unseen = problem === undefined;
    if (problem) this.#fail(problem);
  }

  /** What the program says against a lesson's scenes: null if nothing, undefined while it can't say. */
  #look(lesson: Lesson): ((t: LessonStrings) => string) | null | undefined {
    for (const [i] of lesson.steps.entries()) {
      const start = startOf(lesson, i + 1);
      const fault = start && this.#lab.ask({ type: 'fault', ...start });
      if (fault === undefined) return undefined;
      if (fault) return (t) => ofScene(fault, i, t);
    }
    return null;
  }

  #fail(problem: (t: LessonStrings) => string): void {
    this.#lesson = null;
    this.#problem = problem;
    document.documentElement.dataset.lesson = '';
    this.translate(this.#lab.strings());
  }

  #end(): void {
    this.#leave();
    const url = new URLSearchParams(location.search);
    url.delete('lesson');
    this.#place.turn(searchOf(url), '', null);
  }

  #leave(): void {
    this.#lesson = null;
    this.#problem = null;
    this.#unseen = false;
    this.#bar.remove();
    delete document.documentElement.dataset.lesson;
  }
}

/** A query as the address has it: a name without a value has no equals sign. */
function searchOf(query: URLSearchParams): string {
  const text = query.toString().replace(/=(?=&|$)/g, '');
  return text && `?${text}`;
}
