// The lesson that the address asks for, or a file. What it is and shows is a script that comes then (../lesson/late.ts).

import type { First } from '../../words/en';
import { courseOf } from '../lesson/course';
import type { Lesson } from '../lesson/format';
import type { Found } from '../lesson/late';
import type { Lessons, Place, Told } from '../lesson/lessons';
import type { LateScripts } from '../ui/late';
import type { Lab, Part } from '../ui/part';

const script = () => import('../lesson/late');

export class Taught {
  readonly #course = courseOf(location);
  /**
   * What the address asks for, on its way; null if it asks for none. It never fails: null stands for a script that couldn't be
   * fetched.
   */
  readonly coming: Promise<Found | null> | null =
    this.#course &&
    script().then(
      ({ find }) => find(this.#course!),
      () => null,
    );
  #lessons: Lessons | null = null;
  #late: LateScripts | null = null;

  /** Fetches the script, and gives what begins its part. */
  async fetch(lab: Lab<First>, place: Place, told: Told): Promise<() => Part<First>> {
    const { lessons } = await script();
    return () => {
      const begun = lessons(lab, place, told);
      this.#lessons = begun.lessons;
      return begun.part;
    };
  }

  /** Shows what has come; false if the script is missing. */
  async begin(found: Found | null, late: LateScripts): Promise<boolean> {
    this.#late = late;
    if (!this.#course) return true;
    if (!found || !(await late.need('lesson'))) return false;
    this.#lessons!.begin(found, this.#course);
    return true;
  }

  /** The lesson on the page. */
  get lesson(): Lesson | null {
    return this.#lessons?.lesson ?? null;
  }

  /** Opens a lesson's text. */
  async open(text: string): Promise<void> {
    if (await this.#late?.need('lesson')) await this.#lessons!.open(text);
  }

  /** The reader changed the address. */
  async moved(): Promise<void> {
    if (this.#lessons || (courseOf(location) && (await this.#late?.need('lesson')))) await this.#lessons!.follow();
  }

  /** Goes a step on, or back; false where there is no lesson. */
  turn(by: 1 | -1): boolean {
    if (!this.lesson) return false;
    this.#lessons!.by(by);
    return true;
  }
}
