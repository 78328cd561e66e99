// Lessons in the Lab: a script of their own, fetched where the address names one, or a file brings one.

import { adopt } from '../../explain/sheets';
import type { First } from '../../words/en';
import { lesson as texts } from '../../words/en/lesson';
import { prose } from '../../words/en/views';
import { besides, type Lab, later, type Part } from '../ui/part';
import css from './lesson.css';
import { Lessons, type Place, type Told } from './lessons';

export type { Found } from './read';
export { find } from './read';

/** What a lesson does in the page, and the part that shows it. */
export function lessons(lab: Lab<First>, place: Place, told: Told): { lessons: Lessons; part: Part<First> } {
  adopt(document, css);
  const complete = besides({ ...texts, prose });
  const strings = () => complete(lab.strings());
  const taught = new Lessons({ ...lab, strings }, place, told);
  return { lessons: taught, part: later(taught, complete) };
}
