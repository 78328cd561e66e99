// Fetches a lesson that the address names, or takes it out of the address.

import type { Fault as SceneFault } from '../../figure/protocol';
import type { LessonStrings } from '../../words/en';
import { explain } from '../../words/refusal';
import type { Course } from './course';
import { Fault, type Lesson, parseLesson, seen } from './format';
import { unpack } from './packed';
import { type Start, startOf } from './start';

/** How long the page waits for a lesson's file, in ms. */
const patience = 10_000;

/** A lesson, and the scene that it starts; or what to say in its place. */
export type Found = { lesson: Lesson; start: Start | null } | { problem: (t: LessonStrings) => string };

export async function find({ packed, file, at }: Course): Promise<Found> {
  return packed !== null ? unpacked(packed, at) : fetched(file!, at);
}

/** Reads a lesson's text. */
export function read(text: string, at: number | null = null): Found {
  try {
    const lesson = parseLesson(text);
    return { lesson, start: startOf(lesson, at) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { problem: (t) => t.lesson.problem(told(error, t)) };
  }
}

async function unpacked(packed: string, at: number | null): Promise<Found> {
  let text: string;
  try {
    text = await unpack(packed);
  } catch {
    return { problem: (t) => t.lesson.problem(told(new Fault('lesson', packed, (w) => w.packed), t)) };
  }
  return read(text, at);
}

async function fetched(file: string, at: number | null): Promise<Found> {
  const address = URL.canParse(file, location.href) ? new URL(file, location.href) : null;
  if (address?.origin !== location.origin)
    return { problem: (t) => t.lesson.problem(told(new Fault('lesson', file, (w) => w.site), t)) };
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw new Error(response.statusText);
    return read(await response.text(), at);
  } catch {
    return { problem: (t) => t.lesson.notThere(seen(file)) };
  }
}

const told = ({ key, value, want }: Fault, t: LessonStrings) => [key, value, want(t.lesson.wants)].filter(Boolean).join(': ');

/** What the program says of a step's scene. */
export const ofScene = (fault: SceneFault, step: number, t: LessonStrings): string =>
  t.lesson.problem(`steps[${step}].scene: ${explain(fault, t, true).replace(/\.$/, '')}`);
