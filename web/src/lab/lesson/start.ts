// The scene that a step of a lesson starts.

import type { Lesson, Step } from './format';

/** A scene to start: as a link's fragment, or as docs/scene.md has it. */
export interface Start {
  link?: string;
  scene?: unknown;
}

/** A step, from 1; the last where there are fewer, the first where none is named. */
export const stepOf = ({ steps }: Lesson, at: number | null): Step => steps[Math.min(at ?? 1, steps.length) - 1]!;

/** Null where the step has no scene of its own. */
export function startOf(lesson: Lesson, at: number | null): Start | null {
  const { scene } = stepOf(lesson, at);
  if (scene === undefined) return null;
  return typeof scene === 'string' ? { link: scene.replace(/^#/, '') } : { scene };
}
