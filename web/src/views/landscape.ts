// The loss over the two weights of a single neuron, shaded more strongly where it is higher, with the path of the training, where
// it is lowest, the direction against the gradient, the weights that no point pays for, and the weights that put the point in
// hand on the line. Where the lowest place is far away a triangle at the edge points there, and an inset shows all of it.

import type { AroundReport, EdgeReport, LandscapeReport, XY } from '../figure/protocol';
import { arrow } from './plot';

/** The number of bands of about equal loss, and of the picture's pixels along a side. */
const bands = 16;
export const resolution = 320;
const arrowLength = 44;
/** How long the triangle at the edge is, and how far from it; the inset's side, and how far from the corner it is. */
const [pointer, rim] = [15, 4];
const [insetSide, insetGap] = [104, 8];
/** Between the teeth of a limit, and how many limits are too many for more than one tooth. */
const toothGap = 24;
const toothLength = 6;
const crowd = 30;

export function drawLandscape(canvas: HTMLCanvasElement, r: LandscapeReport, onBoundary: readonly XY[][]): void {
  const c = canvas.getContext('2d')!;
  const style = getComputedStyle(canvas);
  const { backgroundColor: card, outlineColor: line, color: ink } = style;
  shade(c, r, channels(ink), 0, 0, resolution);

  const at = placed(r, 0, 0, resolution);
  c.lineJoin = 'round';
  if (r.allowed) {
    region(c, r.allowed.corners.map(at), style.textDecorationColor);
    const classes = ['--class-0', '--class-1'].map((name) => style.getPropertyValue(name));
    for (const edge of r.allowed.edges) limit(c, edge, at, classes[edge.label]!, r.allowed.edges.length > crowd);
  }
  for (const places of onBoundary) held(c, places.map(at), style.caretColor, card);
  const path = r.path.map(at);
  traced(c, path, line, card);
  dot(c, path[0]!, 4, card, line);
  const now = path.at(-1)!;
  const to = towards(r);
  if (to) beyond(c, now, to, ink, card);
  if (r.gradient) downhill(c, now, r.gradient, ink);
  if (r.lowest?.kind === 'place' && r.lowest.within) cross(c, at(r.lowest.w), ink, card);
  dot(c, now, 7, line, card);
  if (r.around) inset(c, r, r.around, style);
}

/** Where the picture has a place of its weights, or an inset at (x, y) of that size. */
const placed =
  ({ min, max }: Pick<LandscapeReport, 'min' | 'max'>, x: number, y: number, size: number) =>
  ([w1, w2]: XY): XY => [x + ((w1 - min[0]) / (max[0] - min[0])) * size, y + ((max[1] - w2) / (max[1] - min[1])) * size];

/** The way from the present weights to a lowest place beyond the picture, or in which the loss falls for ever. */
function towards({ lowest, path }: LandscapeReport): XY | null {
  const [w1, w2] = path.at(-1)!;
  if (lowest?.kind === 'falls') return lowest.w;
  return lowest && !lowest.within ? [lowest.w[0] - w1, lowest.w[1] - w2] : null;
}

/** The inset's left and upper edge, and its side: in an upper corner that the way to the lowest place leaves free. */
function insetAt(r: LandscapeReport): [number, number, number] {
  const [w1, w2] = towards(r)!;
  return [w1 * w2 > 0 ? insetGap : resolution - insetGap - insetSide, insetGap, insetSide];
}

/** Whether a place, by shares of the picture's side from the upper left, is in the inset. */
export function inInset(r: LandscapeReport, x: number, y: number): boolean {
  if (!r.around) return false;
  const [left, top, side] = insetAt(r);
  const within = (v: number, from: number) => v * resolution >= from && v * resolution <= from + side;
  return within(x, left) && within(y, top);
}

/** The weights at such a place, by the scale of the picture, or of the inset. */
export function weightsAt(r: LandscapeReport, x: number, y: number, inset: boolean): XY {
  const [left, top, side] = inset ? insetAt(r) : [0, 0, resolution];
  const { min, max } = inset ? r.around! : r;
  const [u, v] = [clamp((x * resolution - left) / side, 1), clamp((y * resolution - top) / side, 1)];
  return [min[0] + u * (max[0] - min[0]), max[1] - v * (max[1] - min[1])];
}

/** Draws the surroundings in a corner: the loss, the path, what of it is the picture, and the lowest place. */
function inset(c: CanvasRenderingContext2D, r: LandscapeReport, around: AroundReport, style: CSSStyleDeclaration): void {
  const { backgroundColor: card, outlineColor: line, color: ink } = style;
  const [x, y, side] = insetAt(r);
  const at = placed(around, x, y, side);
  shade(c, around, channels(ink), x, y, side);
  c.globalCompositeOperation = 'destination-over';
  c.fillStyle = card;
  c.fillRect(x, y, side, side);
  c.globalCompositeOperation = 'source-over';
  c.strokeStyle = ink;
  c.lineWidth = 1.5;
  c.strokeRect(x, y, side, side);
  traced(c, r.path.map(at), line, card);
  const [[left, bottom], [right, top]] = [at(r.min), at(r.max)];
  c.strokeStyle = line;
  c.lineWidth = 2;
  c.strokeRect(left, top, right - left, bottom - top);
  cross(c, at(r.lowest!.w), ink, card);
}

/** Draws the path so far. */
function traced(c: CanvasRenderingContext2D, path: XY[], colour: string, edge: string): void {
  for (const [width, stroke] of [
    [5, edge],
    [2, colour],
  ] as const) {
    c.beginPath();
    for (const place of path) c.lineTo(...place);
    c.lineWidth = width;
    c.strokeStyle = stroke;
    c.stroke();
  }
}

/** Draws a triangle where the way from the present weights leaves the picture. */
function beyond(c: CanvasRenderingContext2D, [x, y]: XY, [w1, w2]: XY, ink: string, edge: string): void {
  const size = Math.hypot(w1, w2);
  const [dx, dy] = [w1 / size, -w2 / size];
  const room = (from: number, by: number) => (by === 0 ? Infinity : ((by > 0 ? resolution - rim : rim) - from) / by);
  const far = Math.min(room(x, dx), room(y, dy));
  if (!(far > 0)) return;
  const at = (along: number, across: number) => `${x + along * dx - across * dy},${y + along * dy + across * dx}`;
  const triangle = new Path2D(`M${at(far, 0)}L${at(far - pointer, pointer / 2)}L${at(far - pointer, -pointer / 2)}Z`);
  c.strokeStyle = edge;
  c.lineWidth = 4;
  c.stroke(triangle);
  c.fillStyle = ink;
  c.fill(triangle);
}

/** Draws bands of ink, stronger where the loss is higher; each begins with a contour, for which the inset has no room. */
function shade(c: CanvasRenderingContext2D, r: Levels, ink: number[], left: number, top: number, size: number): void {
  const image = c.createImageData(size, size);
  const pixels = new DataView(image.data.buffer);
  const [red = 0, green = 0, blue = 0] = ink;
  const colour = (red << 24) | (green << 16) | (blue << 8);
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i += 4) {
      const level = levelAt(r, x / size, y / size) * bands;
      const band = Math.floor(level);
      const contour = size === resolution && level - band < 0.08 && band > 0 ? 0.12 : 0;
      pixels.setInt32(i, colour | (255 * (0.03 + (0.6 * band) / bands + contour)));
    }
  }
  c.putImageData(image, left, top);
}

/** Shades the weights that no point pays for. */
function region(c: CanvasRenderingContext2D, corners: XY[], colour: string): void {
  c.beginPath();
  for (const corner of corners) c.lineTo(...corner);
  c.closePath();
  c.fillStyle = c.strokeStyle = colour;
  c.globalAlpha = 0.35;
  c.fill();
  c.globalAlpha = 1;
  c.lineWidth = 2.5;
  c.stroke();
}

/** Draws the weights for which a point is just about to pay, with teeth to the side that it allows. */
function limit(
  c: CanvasRenderingContext2D,
  { ends, side }: EdgeReport,
  at: (w: XY) => XY,
  colour: string,
  crowded: boolean,
): void {
  const [from, to] = [at(ends[0]), at(ends[1])];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  c.beginPath();
  c.moveTo(...from);
  c.lineTo(...to);
  const teeth = crowded ? 1 : Math.floor(length / toothGap);
  for (let k = 0; k < teeth; k++) {
    const share = (k + 0.5) / teeth;
    const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    c.moveTo(x, y);
    c.lineTo(x + toothLength * side[0], y - toothLength * side[1]);
  }
  c.strokeStyle = colour;
  c.lineWidth = crowded ? 1 : 1.5;
  c.globalAlpha = crowded ? 0.4 : 1;
  c.stroke();
  c.globalAlpha = 1;
}

/** Marks the lowest place. */
function cross(c: CanvasRenderingContext2D, [x, y]: XY, ink: string, rim: string): void {
  const r = 7;
  const lines = new Path2D(`M${x - r},${y - r}L${x + r},${y + r}M${x - r},${y + r}L${x + r},${y - r}`);
  c.lineCap = 'round';
  for (const [width, colour] of [
    [6, rim],
    [2.5, ink],
  ] as const) {
    c.lineWidth = width;
    c.strokeStyle = colour;
    c.stroke(lines);
  }
  c.lineCap = 'butt';
}

/** Draws where −gradient points: straight down, across the contours. */
function downhill(c: CanvasRenderingContext2D, [x, y]: XY, [g1, g2]: XY, ink: string): void {
  const size = Math.hypot(g1, g2);
  if (size === 0) return;
  const tip: XY = [x - (arrowLength * g1) / size, y + (arrowLength * g2) / size];
  c.strokeStyle = ink;
  c.lineWidth = 3;
  c.stroke(new Path2D(arrow([x, y], tip, 12)));
}

/** Draws the weights that put the point in hand on the line. */
function held(c: CanvasRenderingContext2D, places: XY[], colour: string, rim: string): void {
  for (const [width, stroke] of [
    [6, rim],
    [3, colour],
  ] as const) {
    c.beginPath();
    for (const place of places) c.lineTo(...place);
    c.lineWidth = width;
    c.strokeStyle = stroke;
    c.setLineDash(stroke === colour ? [10, 6] : []);
    c.stroke();
  }
  c.setLineDash([]);
}

function dot(c: CanvasRenderingContext2D, [x, y]: XY, radius: number, fill: string, rim: string): void {
  c.beginPath();
  c.arc(x, y, radius, 0, 2 * Math.PI);
  c.fillStyle = fill;
  c.strokeStyle = rim;
  c.lineWidth = 2;
  c.fill();
  c.stroke();
}

type Levels = Pick<LandscapeReport, 'side' | 'levels'>;

/** The level interpolated from its four neighbours, 0..1; x and y are shares of the side from the upper left. */
function levelAt({ side, levels }: Levels, x: number, y: number): number {
  const u = clamp(x * side - 0.5, side - 1);
  const v = clamp(y * side - 0.5, side - 1);
  const column = Math.min(side - 2, Math.floor(u));
  const row = Math.min(side - 2, Math.floor(v));
  const i = row * side + column;
  const p = u - column;
  const upper = levels[i]! * (1 - p) + levels[i + 1]! * p;
  const lower = levels[i + side]! * (1 - p) + levels[i + side + 1]! * p;
  return (upper + (lower - upper) * (v - row)) / 255;
}

/** Red, green and blue of a colour, which the browser returns as rgb(r, g, b). */
function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

const clamp = (v: number, limit: number): number => Math.max(0, Math.min(v, limit));
