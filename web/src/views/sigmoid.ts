// What the output makes of z: σ, with every point at its z, and the step function for comparison; for several logits, softmax
// as bars.

import type { CostPointReport, CostsReport, XY } from '../figure/protocol';
import * as format from '../words/format';
import * as words from '../words/term';
import { colourOf } from './marks';
import { type Drawing, namedAt } from './names';
import { shape, textAt } from './plot';
import {
  type Area,
  area,
  axes,
  type Frame,
  fill,
  type Hand,
  halves,
  handMark,
  line,
  mark,
  marks,
  type Tick,
  undecided,
  widthOf,
} from './points';

export interface SigmoidTexts {
  formula: string;
  /** The name of the step function, at the area's upper right. */
  step: string;
  /** The label of the place where class 1 begins. */
  line: (z: string) => string;
  /** How many points are drawn, if not all, and how many of them lie beyond the edge. */
  shown: (n: string, of: string) => string;
  beyond: (n: string) => string;
  /** What a screen reader says. */
  name: (n: string, right: string, undecided: string, reach: string) => string;
  bars: string;
  /** Shown if no point is in hand. */
  none: string;
}

/** `said` is what is said about the point in hand, or ''. */
export function drawSigmoid(
  drawing: Drawing,
  frame: Frame,
  r: CostsReport,
  hand: Hand | null,
  said: string,
  t: SigmoidTexts,
): void {
  if (r.output === 'softmax') drawBars(drawing, frame, hand, said, t);
  else drawCurve(drawing, frame, r, hand, said, t);
}

function drawCurve(drawing: Drawing, frame: Frame, r: CostsReport, hand: Hand | null, said: string, t: SigmoidTexts): void {
  const { width, height, em } = frame;
  const to = area([2 * em, width - 0.5 * em], [1.9 * em, height - 3.1 * em], [-r.reach, r.reach], [0, 1]);
  const stepped = r.output === 'step';
  const seen = (z: number) => Math.max(-r.reach, Math.min(r.reach, z));
  const edge = to.x(seen(r.threshold));
  /** A step that can't tell stands halfway. */
  const at = (z: number, p1: number, k: number | null): XY => [to.x(seen(z)), to.y(stepped ? (k ?? 0.5) : p1)];
  const corners: XY[] = [
    [to.left, to.bottom],
    [edge, to.bottom],
    [edge, to.top],
    [to.right, to.top],
  ];
  const [step, sigma] = [corners, r.sigmoid.map(([z, p]): XY => [to.x(z), to.y(p)])];
  /** Class 1 lies above the curve and class 0 below, so that one doesn't hide the other. */
  const beside = ({ label, z, p1, class: k }: CostPointReport): XY => {
    const [x, y] = at(z, p1, k);
    const [dx, dy] = stepped ? [1, 0] : [to.x(1) - to.x(0), (to.y(1) - to.y(0)) * p1 * (1 - p1)];
    const off = ((label === 1 ? 1 : -1) * 0.27 * em) / Math.hypot(dx, dy);
    return [x + off * dy, y - off * dx];
  };
  const lineText = t.line(plain(r.threshold));
  const right = r.points.filter((point) => point.class === point.label).length;
  const open = undecided(r.points);
  const [all, those, these] = [r.points.length, right, open].map(format.count) as [string, string, string];
  fill(drawing, frame, `${t.name(all, those, open ? these : '', plain(r.reach))} ${said}`.trim(), [
    ...axes(to, em, ticks(r.reach), halves),
    line('boundary', [edge, to.top - 0.4 * em], [edge, to.bottom]),
    line('aside-line', ...(stepped ? sigma : step)),
    line('line', ...(stepped ? step : sigma)),
    ...marks(r.points, beside, 0.25 * em),
    ...(hand?.z.length === 1 ? pointed(to, at(hand.z[0]!, hand.p[0]!, hand.class), hand.label, em) : []),
    namedAt([to.left, 0.9 * em], t.formula, stepped ? '' : 'strong'),
    namedAt([to.right, 0.9 * em], t.step, stepped ? 'strong' : '', 'end'),
    ...(edge + 0.5 * em + widthOf(lineText, em) < width ? [namedAt([edge + 0.5 * em, to.bottom - 0.8 * em], lineText)] : []),
    ...below(to, em, zAxis, r, t),
  ]);
}

/** The path from z up to the curve, and on to p. */
function pointed(to: Area, place: XY, label: number | null, em: number): SVGElement[] {
  return [line('guide', [place[0], to.bottom], place, [to.left, place[1]]), handMark(label, place, 0.5 * em)];
}

/** A bar for each class's p; they add up to 1. */
function drawBars(drawing: Drawing, frame: Frame, hand: Hand | null, said: string, t: SigmoidTexts): void {
  const { width, height, em } = frame;
  const p = hand?.p ?? [];
  const to = area([2 * em, width - 0.5 * em], [1.9 * em, height - 3.1 * em], [0, Math.max(1, p.length)], [0, 1]);
  const each = to.x(1) - to.x(0);
  const bar = (pk: number, k: number): SVGElement[] => {
    const middle = to.x(k + 0.5);
    const wide = Math.min(0.7 * each, 4 * em);
    const text = format.fixed(pk, 3);
    return [
      shape('rect', `mark mark-${colourOf(k)}`, { x: middle - wide / 2, y: to.y(pk), width: wide, height: to.bottom - to.y(pk) }),
      ...(widthOf(text, em) < each ? [textAt([middle, to.y(pk) - 0.3 * em], text, 'strong', 'middle')] : []),
      ...(each > 1.2 * em ? [shape('path', `mark mark-${colourOf(k)}`, { d: mark(k, [middle, to.bottom + em], 0.3 * em) })] : []),
      ...(each > 1.6 * em ? [textAt([middle, to.bottom + 2.5 * em], String(k), '', 'middle')] : []),
    ];
  };
  const heard = p.map((pk, k) => `${k}: ${format.probability(pk)}`).join(', ');
  fill(drawing, frame, words.plain(hand ? `${t.bars}: ${heard}. ${said}` : `${t.bars}. ${t.none}`), [
    ...axes(to, em, [], halves),
    ...p.flatMap(bar),
    namedAt([to.left, 0.9 * em], hand ? t.bars : t.none, 'strong'),
  ]);
}

/** The name of the axis of z, with the term marked. */
export const zAxis = '[z](z) →';

/** The numbers below an axis of z. */
export function ticks(reach: number): Tick[] {
  return [-reach, -reach / 2, 0, reach / 2, reach].map((z) => [z, plain(z)]);
}

/** What x is, and which points are not shown; if there is room for only one of these, the latter. */
export function below(
  to: Area,
  em: number,
  name: string,
  r: CostsReport,
  t: Pick<SigmoidTexts, 'shown' | 'beyond'>,
): SVGElement[] {
  const remarks = [
    ...(r.points.length < r.of ? [t.shown(format.count(r.points.length), format.count(r.of))] : []),
    ...(r.beyond > 0 ? [t.beyond(format.count(r.beyond))] : []),
  ].join(', ');
  const y = to.bottom + 2.85 * em;
  const both = widthOf(name, em) + widthOf(remarks, em) + em < to.right - to.left;
  return [...(both ? [namedAt([to.left, y], name)] : []), ...(remarks ? [textAt([to.right, y], remarks, '', 'end')] : [])];
}

/** A number with no more digits than it needs. */
export const plain = (v: number): string => format.typed(Number(v.toFixed(2))).replace('-', '−');
