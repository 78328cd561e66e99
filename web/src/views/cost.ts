// What each point pays for its mistake, over z, with the mean, which is the loss, as a line; below, how hard the point pushes.

import type { CostReport, CostsReport, LossCurves, LossName, XY } from '../figure/protocol';
import * as format from '../words/format';
import { colourOf } from './marks';
import { type Drawing, namedAt } from './names';
import {
  type Area,
  area,
  axes,
  type Frame,
  fill,
  type Hand,
  halves,
  handMark,
  isWrong,
  line,
  marks,
  type Tick,
  undecided,
  widthOf,
  within,
} from './points';
import { below, plain, type SigmoidTexts, ticks, zAxis } from './sigmoid';

export interface CostTexts extends Pick<SigmoidTexts, 'shown' | 'beyond'> {
  /** What a point pays, as a formula. */
  formulas: Record<LossName, string>;
  /** The name of a faint curve. */
  beside: (loss: LossName) => string;
  mean: (loss: string) => string;
  push: string;
  /** The name of the p axis, for softmax. */
  p: string;
  /** What a screen reader says. */
  name: (n: string, mean: string, wrong: string, undecided: string) => string;
}

/** `said` is what is said about the point in hand, or ''. */
export function drawCost(drawing: Drawing, frame: Frame, r: CostsReport, hand: Hand | null, said: string, t: CostTexts): void {
  const { width, height, em } = frame;
  const overP = r.reach === 0;
  const [left, right] = [2.4 * em, width - 0.5 * em];
  const formula = t.formulas[r.curves.loss];
  const faint = r.beside ? t.beside(r.beside.loss) : '';
  const roomy = left + widthOf(formula, em) + widthOf(faint, em) + em < right;
  const head = faint && !roomy ? 3.2 * em : 1.9 * em;
  const [floor, push] = [height - 3.1 * em, height * 0.21];
  const xs: XY = overP ? [0, 1] : [-r.reach, r.reach];
  const upper = area([left, right], [head, floor - push - 2.6 * em], xs, [0, r.top]);
  const lower = area([left, right], [floor - push, floor], xs, [0, 1]);
  const seen = (v: number) => Math.max(xs[0], Math.min(xs[1], v));
  const x = ({ p, z }: { p: number; z: number }) => upper.x(seen(overP ? p : z));
  const pays = (at: { p: number; z: number; loss: number }): XY => [x(at), upper.y(Math.min(at.loss, r.top))];
  const pushes = (at: { p: number; z: number; slope: number }): XY => [x(at), lower.y(Math.abs(at.slope))];

  const [wrong, open] = [r.points.filter(isWrong).length, undecided(r.points)];
  const mean = r.loss === null ? format.none : amount(r.loss);
  const thirds = [0, 1, 2, 3].map((i): Tick => [(i * r.top) / 3, plain((i * r.top) / 3)]);
  const at = held(hand, overP);
  fill(
    drawing,
    frame,
    `${t.name(format.count(r.points.length), mean, format.count(wrong), open ? format.count(open) : '')} ${said}`.trim(),
    [
      ...axes(upper, em, [], thirds),
      ...axes(lower, em, overP ? halves : ticks(r.reach), [halves[0], halves[2]]),
      ...(overP ? [] : [upper, lower].map((to) => upright('boundary', to.x(seen(r.threshold)), to))),
      ...(r.beside ? curves(r.beside, upper, lower, 'beside') : []),
      ...curves(r.curves, upper, lower, ''),
      ...marks(r.points, pays, 0.25 * em, overP),
      ...marks(r.points, pushes, 0.2 * em, overP),
      ...(r.loss === null ? [] : [line('mean', ...[left, right].map((end): XY => [end, upper.y(Math.min(r.loss!, r.top))]))]),
      ...at.map((one) => line('guide', [x(one), floor], pays(one))),
      ...at.filter(({ z }) => Math.abs(z) <= r.reach && !overP).map((one) => tangent(upper, one, r.top, 3.5 * em)),
      ...at.map((one) => handMark(hand!.label, pushes(one), 0.4 * em)),
      ...at.map((one) => handMark(overP ? one.label : hand!.label, pays(one), 0.5 * em)),
      namedAt([left, 0.9 * em], formula, 'strong'),
      ...(faint ? [namedAt([roomy ? right : left, head - em], faint, '', roomy ? 'end' : 'start')] : []),
      namedAt([left, lower.top - 0.7 * em], t.push, 'strong'),
      ...(r.loss === null
        ? []
        : [namedAt([right, besideMean(upper, upper.y(Math.min(r.loss, r.top)), em)], t.mean(mean), 'strong', 'end')]),
      ...below(lower, em, overP ? t.p : zAxis, r, t),
    ],
  );
}

/** Four decimals, or enough digits if it is near 0. */
export const amount = (v: number): string => (v === 0 ? '0' : v < 1e-3 ? format.loss(v) : format.fixed(v, 4));

interface Held extends CostReport {
  label: number;
  z: number;
}

/** The point in hand, once for each class that it is, or might be, of. */
function held(hand: Hand | null, overP: boolean): Held[] {
  if (!hand || hand.z.length > 1 !== overP) return [];
  const all = hand.costs.map((cost, label) => ({ ...cost, label, z: hand.z[Math.min(label, hand.z.length - 1)]! }));
  return hand.label === null ? all : all.slice(hand.label, hand.label + 1);
}

const upright = (className: string, x: number, { top, bottom }: Area) => line(className, [x, top], [x, bottom]);

function curves({ classes }: LossCurves, upper: Area, lower: Area, className: string): SVGElement[] {
  return classes.flatMap(({ x, losses, slopes }, k) => {
    const of = `curve ${className} ${classes.length > 1 ? `curve-${colourOf(k)}` : 'curve-all'}`;
    return [
      within(upper, line(of, ...x.map((v, i): XY => [upper.x(v), upper.y(losses[i]!)]))),
      line(of, ...x.map((v, i): XY => [lower.x(v), lower.y(Math.abs(slopes[i]!))])),
    ];
  });
}

/** The baseline of the mean's label: above its line, clear of the points that pay nothing; at the top, below it. */
function besideMean(to: Area, y: number, em: number): number {
  return y - to.top > 1.6 * em ? Math.min(y - 0.4 * em, to.bottom - 0.8 * em) : y + 1.1 * em;
}

/** A piece of the tangent: its slope is the push. */
function tangent(to: Area, at: Held, top: number, length: number): SVGElement {
  const [dx, dy] = [to.x(1) - to.x(0), (to.y(1) - to.y(0)) * at.slope];
  const share = length / 2 / Math.hypot(dx, dy);
  const [x, y] = [to.x(at.z), to.y(Math.min(at.loss, top))];
  return within(to, line('tangent', [x - share * dx, y - share * dy], [x + share * dx, y + share * dy]));
}
