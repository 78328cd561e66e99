import type { Note } from '../words/en/views';
import { hide, tell } from './dom';

/** The note of a view: its first sentence alone if that is enough. */
export const noted = ([what, more]: Note, brief: boolean): string => (brief ? what : `${what} ${more}`);

/** Says what a view shows, and in another element, below its picture, more about it, unless the first sentence is enough. */
export function tellNote(brief: boolean, what: Element, more: HTMLElement, note: Note | string): void {
  const [first, rest] = typeof note === 'string' ? [note, ''] : note;
  tell(what, first);
  hide(more, brief || rest === '');
  if (!more.hidden) tell(more, rest);
}
