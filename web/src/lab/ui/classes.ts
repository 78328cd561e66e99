// How the page identifies a class: by its mark, and in lists by its number.

import { colourOf, fewClasses } from '../../views/marks';
import { icon, make, setAttribute, setIcon } from './dom';

/** The mark of a class: its shape in its colour. */
export function classMark(k: number): SVGSVGElement {
  const mark = icon('class-0');
  setClassMark(mark, k);
  return mark;
}

/** Turns a mark into that of class k; null hides it. */
export function setClassMark(mark: Element, k: number | null): void {
  const shape = (k ?? 0) % fewClasses;
  setIcon(mark, `class-${shape}`);
  setAttribute(mark, 'class', `icon mark ${k === null ? 'none' : `mark-${colourOf(k)}`}`);
}

/** A list of classes to choose from, filled by `offer`. */
export function classList(): HTMLSelectElement {
  const list = make('select', 'field');
  list.dataset.live = '';
  return list;
}

/** Fills a list with this many classes. */
export function offer(list: HTMLSelectElement, classes: number): void {
  while (list.length > classes) list.remove(list.length - 1);
  while (list.length < classes) list.add(new Option(String(list.length), String(list.length)));
}
