// The next step on the plane itself: what each point of the batch says, how it pushes the line, and where the line goes. It lies over the
// plane, whose places the program gives.

import type { PushReport, StepReport, XY } from '../figure/protocol';
import { arrow, shape, short, textAt, through } from './plot';

/** 1: each point's p. 2: its push. 3: the same, to be added up. 4: the line now and after. */
export type Stage = 1 | 2 | 3 | 4;

/** The arrow of a push of 1, CSS pixels; a larger one is no longer. */
const longest = 44;
/** More points than this get no number: they would cover each other. */
const mostNumbers = 40;

export class Arrows {
  readonly element = shape('svg', 'figure-arrows', { 'aria-hidden': 'true' }) as SVGSVGElement;

  clear(): void {
    if (this.element.firstChild) this.element.replaceChildren();
  }

  /** `number` writes a probability. */
  show(step: StepReport, stage: Stage, held: number | null, number: (p: number) => string): void {
    const seen = step.pushes.filter((push): push is PushReport & { at: XY } => push.at !== null);
    const wrong = seen.filter((push) => push.class !== push.label);
    const parts: SVGElement[] = [];
    if (stage < 4) parts.push(shape('path', 'wrong', { d: wrong.map(({ at }) => ring(at, 10)).join('') }));
    if (stage === 1 && seen.length <= mostNumbers)
      parts.push(...seen.map(({ at, p }) => textAt([at[0] + 9, at[1] - 7], number(p.at(-1)!))));
    if (stage === 2 || stage === 3) {
      const arrows = (those: typeof seen) => those.map((push) => arrowOf(push)).join('');
      parts.push(shape('path', 'pushing', { d: arrows(seen.filter((push) => push.class === push.label)) }));
      parts.push(shape('path', 'pushing wrong', { d: arrows(wrong) }));
    }
    if (stage === 4) {
      if (step.now) parts.push(shape('path', 'now', { d: through(step.now) }));
      if (step.after) parts.push(shape('path', 'after', { d: through(step.after) }));
    }
    const inHand = seen.find(({ index }) => index === held);
    if (inHand) parts.push(shape('path', 'held', { d: ring(inHand.at, 13) }));
    this.element.replaceChildren(...parts);
  }
}

function arrowOf({ at, push, toward }: PushReport & { at: XY }): string {
  if (!toward) return '';
  const length = longest * Math.min(1, Math.abs(push[0]!));
  return length < 1 ? '' : arrow(at, [at[0] + toward[0] * length, at[1] + toward[1] * length], 7);
}

const ring = ([x, y]: XY, r: number): string =>
  `M${short(x - r)} ${short(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
