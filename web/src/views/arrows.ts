// The next step on the plane itself: what the model says about each point of the batch, how the point pushes the line, and where
// the line goes. It lies over the plane, at positions that the program gives.

import { counted } from '../figure/counted';
import type { AheadReport, HeldPush, PushReport, StepReport, XY } from '../figure/protocol';
import { arrow, shape, short, through } from './plot';

/** 1: what is said about each point. 2: its push. 3: the same, to be added up. 4: the line now and after. */
export type Stage = 1 | 2 | 3 | 4;

/**
 * The length of the arrow for a push of 1, in CSS pixels, and of its head; arrows of larger pushes are no longer than that. All
 * sizes are those on a plane of the usual width, and smaller on a narrower one.
 */
const [longest, head] = [44, 7];
/** The radii of the circles around a point: its probabilities, and that it is wrong. */
const [said, wrongly] = [8, 11];
/** The width from which they have these sizes; of 200 pixels less the sizes would be 0. */
const [usualWidth, smallest] = [400, 0.5];

export class Arrows {
  readonly element = shape('svg', 'figure-arrows', { 'aria-hidden': 'true' }) as SVGSVGElement;

  clear(): void {
    if (this.element.firstChild) this.element.replaceChildren();
  }

  /**
   * `supposed`, if the point in hand has no class, is how it would push from `at`, its place, if it were of each. `decides` is
   * whether the neuron answers by a step, without probabilities. `ahead` is where the boundary goes that isn't one line. The one
   * point that a step visits is ringed at every stage.
   */
  show(
    step: StepReport,
    stage: Stage,
    at: XY | null,
    supposed: readonly HeldPush[],
    decides: boolean,
    ahead: AheadReport | null,
  ): void {
    const seen = step.pushes.filter((push): push is PushReport & { at: XY } => push.at !== null);
    const wrong = seen.filter((push) => push.class !== null && push.class !== push.label);
    const parts: SVGElement[] = [];
    const size = Math.max(smallest, Math.min(1, 1 - (usualWidth - this.element.clientWidth) / 200));
    const ring = (those: typeof seen) => those.map(({ at }) => arc(at, size * wrongly, 0, 1)).join('');
    if (stage === 1) parts.push(...shares(seen, decides, size * said));
    const alone = step.batch === 1;
    if (alone && wrong.length === 0) parts.push(shape('path', 'visited', { d: ring(seen) }));
    if (stage < 4 || alone) parts.push(shape('path', 'wrong', { d: ring(wrong) }));
    if (stage === 2 || stage === 3) {
      const arrows = (those: typeof seen) => those.map((push) => arrowOf(push, size)).join('');
      parts.push(shape('path', 'pushing', { d: arrows(seen.filter((push) => !wrong.includes(push))) }));
      parts.push(shape('path', 'pushing wrong', { d: arrows(wrong) }));
    }
    if (stage === 4) {
      const [now, after] = ahead ? [ahead.now, ahead.after] : [step.now ? [step.now] : [], step.after ? [step.after] : []];
      if (now.length > 0) parts.push(shape('path', 'now', { d: now.map(through).join('') }));
      if (after.length > 0) parts.push(shape('path', 'after', { d: after.map(through).join('') }));
    }
    if (at && (stage === 2 || stage === 3))
      for (const [k, { toward }] of counted(supposed))
        parts.push(shape('path', `supposed push-${k}`, { d: arrowOf({ at, toward }, size) }));
    this.element.replaceChildren(...parts);
  }
}

function arrowOf({ at, toward }: Pick<PushReport, 'toward'> & { at: XY }, size: number): string {
  if (!toward) return '';
  const hard = Math.hypot(...toward);
  const length = (size * longest) / Math.max(1, hard);
  return length * hard < 1 ? '' : arrow(at, [at[0] + toward[0] * length, at[1] + toward[1] * length], size * head);
}

/**
 * A circle around each point, divided among the classes by their probabilities or, where a step decides, all of it of the class
 * that it gives, half of each if it can't tell; one path for each class.
 */
function shares(pushes: (PushReport & { at: XY })[], decides: boolean, radius: number): SVGElement[] {
  const paths: string[] = [];
  for (const { at, p, class: k } of pushes) {
    const p1 = decides ? (k ?? 0.5) : p[0]!;
    const all = p.length > 1 ? p : [1 - p1, p1];
    let from = 0;
    for (const [k, share] of counted(all)) {
      paths[k] = (paths[k] ?? '') + arc(at, radius, from, from + share);
      from += share;
    }
  }
  return paths.map((d, k) => shape('path', `share push-${k % 8}`, { d }));
}

/** An arc of a circle, clockwise from its top, in turns. */
function arc([x, y]: XY, r: number, from: number, to: number): string {
  const at = (turn: number) => `${short(x + r * Math.sin(2 * Math.PI * turn))} ${short(y - r * Math.cos(2 * Math.PI * turn))}`;
  const half = (from + to) / 2;
  return to - from < 0.005 ? '' : `M${at(from)}A${r} ${r} 0 0 1 ${at(half)}A${r} ${r} 0 0 1 ${at(to)}`;
}
