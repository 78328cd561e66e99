// What the address says of a lesson: ?lesson=FILE, or all of it in #lesson=…, and at=2 for its second step.

/** A lesson, and the step in it, from 1; null: the address says none. */
export interface Course {
  /** A file of this site. */
  file: string | null;
  /** The lesson itself, as lesson/packed.ts writes it. */
  packed: string | null;
  at: number | null;
}

const ofLesson = /^(lesson|at)=/;

export function courseOf({ search, hash }: Location): Course | null {
  const parts = new URLSearchParams(
    hash
      .slice(1)
      .split('&')
      .filter((part) => ofLesson.test(part))
      .join('&'),
  );
  const packed = parts.get('lesson');
  const file = packed === null ? new URLSearchParams(search).get('lesson') : null;
  if (packed === null && file === null) return null;
  const at = Number(parts.get('at'));
  return { file, packed, at: Number.isInteger(at) && at > 0 ? at : null };
}

/** The parts of an address's fragment that are a lesson's, and those of the scene. */
export function partsOf(hash: string): { lesson: string; scene: string } {
  const parts = hash.slice(1).split('&').filter(Boolean);
  const of = (lesson: boolean) => parts.filter((part) => ofLesson.test(part) === lesson).join('&');
  return { lesson: of(true), scene: of(false) };
}
