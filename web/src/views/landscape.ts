// The loss over the two weights of a single neuron, shaded more strongly where it is higher, with the path of the training, where
// it is lowest, the direction against the gradient, the weights that no point pays for, and the weights that put the point in
// hand on the line.

import type { EdgeReport, LandscapeReport, XY } from '../figure/protocol';
import { arrow } from './plot';

/** The number of bands of about equal loss, and of the picture's pixels along a side. */
const bands = 16;
export const resolution = 320;
const arrowLength = 44;
/** Between the teeth of a limit, and how many limits are too many for more than one tooth. */
const toothGap = 24;
const toothLength = 6;
const crowd = 30;

export function drawLandscape(canvas: HTMLCanvasElement, r: LandscapeReport, onBoundary: [XY, XY] | null): void {
  const c = canvas.getContext('2d')!;
  const style = getComputedStyle(canvas);
  const { backgroundColor: card, outlineColor: line, color: ink } = style;
  shade(c, r, channels(ink));

  const at = ([w1, w2]: XY): XY => [
    ((w1 - r.min[0]) / (r.max[0] - r.min[0])) * resolution,
    ((r.max[1] - w2) / (r.max[1] - r.min[1])) * resolution,
  ];
  c.lineJoin = 'round';
  if (r.allowed) {
    region(c, r.allowed.corners.map(at), style.textDecorationColor);
    const classes = ['--class-0', '--class-1'].map((name) => style.getPropertyValue(name));
    for (const edge of r.allowed.edges) limit(c, edge, at, classes[edge.label]!, r.allowed.edges.length > crowd);
  }
  if (onBoundary) held(c, at(onBoundary[0]), at(onBoundary[1]), style.caretColor, card);
  for (const [width, colour] of [
    [5, card],
    [2, line],
  ] as const) {
    c.beginPath();
    for (const w of r.path) c.lineTo(...at(w));
    c.lineWidth = width;
    c.strokeStyle = colour;
    c.stroke();
  }
  dot(c, at(r.path[0]!), 4, card, line);
  if (r.gradient) downhill(c, at(r.path.at(-1)!), r.gradient, ink);
  if (r.lowest?.kind === 'place' && r.lowest.within) cross(c, at(r.lowest.w), ink, card);
  dot(c, at(r.path.at(-1)!), 7, line, card);
}

/** Draws bands of ink, stronger where the loss is higher; each begins with a contour. */
function shade(c: CanvasRenderingContext2D, r: LandscapeReport, ink: number[]): void {
  const image = c.createImageData(resolution, resolution);
  const pixels = new DataView(image.data.buffer);
  const [red = 0, green = 0, blue = 0] = ink;
  const colour = (red << 24) | (green << 16) | (blue << 8);
  for (let y = 0, i = 0; y < resolution; y++) {
    for (let x = 0; x < resolution; x++, i += 4) {
      const level = levelAt(r, x / resolution, y / resolution) * bands;
      const band = Math.floor(level);
      const contour = level - band < 0.08 && band > 0 ? 0.12 : 0;
      pixels.setInt32(i, colour | (255 * (0.03 + (0.6 * band) / bands + contour)));
    }
  }
  c.putImageData(image, 0, 0);
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
function held(c: CanvasRenderingContext2D, from: XY, to: XY, colour: string, rim: string): void {
  for (const [width, stroke] of [
    [6, rim],
    [3, colour],
  ] as const) {
    c.beginPath();
    c.moveTo(...from);
    c.lineTo(...to);
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

/** The level interpolated from its four neighbours, 0..1; x and y are shares of the side from the upper left. */
function levelAt({ side, levels }: LandscapeReport, x: number, y: number): number {
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

const clamp = (v: number, most: number): number => Math.max(0, Math.min(v, most));
