import type { Note } from '../words/en/views';
import { hide } from './dom';
import type { Host } from './view';

/** The note of a view: its first sentence alone if that is enough. */
export const noted = ([what, more]: Note, brief: boolean): string => (brief ? what : `${what} ${more}`);

/** Says what a view shows, and in another element, below its picture, more about it, unless the first sentence is enough. */
export function tellNote(host: Host<unknown>, what: Element, more: HTMLElement, note: Note | string): void {
  const [first, rest] = typeof note === 'string' ? [note, ''] : note;
  host.tell(what, first);
  hide(more, host.brief || rest === '');
  if (!more.hidden) host.tell(more, rest);
}
