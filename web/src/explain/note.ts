import type { Note } from '../words/en/views';

/** The note of a view: its first sentence alone if that is enough. */
export const noted = ([what, more]: Note, brief: boolean): string => (brief ? what : `${what} ${more}`);
