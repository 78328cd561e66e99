// The loss of a single neuron over its two weights, and the path that training takes through it. A press sets the weights.

import { clamp } from '../../figure/place';
import type { LandscapeReport, Snapshot, XY } from '../../figure/protocol';
import { arrow } from '../../views/plot';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { byId, hide, make, setAttribute, tell, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';
import { inquiry, momentOf } from './inquiry';
import { singleNeuron } from './neuron';

/** The least time between two requests while the run plays. */
const pauseMs = 250;

/** The number of bands of about equal loss, and of the picture's pixels along a side. */
const bands = 16;
const resolution = 320;
const arrowLength = 44;

export const landscape: Card = {
  group: 'why',
  markup:
    PRERENDER &&
    fold(
      'landscape',
      'landscape',
      null,
      `
    <p class="note" id="landscape-note"></p>
    <div class="landscape" id="landscape-view">
      <canvas id="landscape" role="img" width="320" height="320"></canvas>
      <div class="landscape-ticks" id="landscape-ticks" aria-hidden="true"></div>
      <span class="landscape-x" aria-hidden="true">w₁</span>
      <span class="landscape-y" aria-hidden="true">w₂</span>
    </div>
    <label class="morph" id="landscape-bias"><span data-text="bias"></span><input type="range" id="bias-slider" step="0.01" data-live disabled><output id="bias-value" for="bias-slider"></output></label>`,
    ),
  part,
};

function part({ send, ask }: Lab): Part {
  const card = byId<HTMLDetailsElement>('landscape-card');
  const canvas = byId<HTMLCanvasElement>('landscape');
  const ticks = byId('landscape-ticks');
  let shown: LandscapeReport | null = null;
  let bias = 0;
  let weights: number[] = [0, 0];
  const inquire = inquiry(ask, { type: 'landscape' }, pauseMs);

  /** While the weights are dragged, the picture under the pointer stays. */
  let dragging = false;
  const slider = byId<HTMLInputElement>('bias-slider');

  const move = (event: PointerEvent) => {
    if (!shown) return;
    const box = canvas.getBoundingClientRect();
    const at = [(event.clientX - box.left) / box.width, 1 - (event.clientY - box.top) / box.height];
    const w = at.map((share, i) => round(shown!.min[i]! + clamp(share, 1) * (shown!.max[i]! - shown!.min[i]!)));
    send({ type: 'weights', parameters: [w, [bias]] });
  };
  const letGo = () => {
    if (dragging) send({ type: 'cancel' });
    dragging = false;
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (!shown || event.button !== 0) return;
    dragging = true;
    canvas.setPointerCapture(event.pointerId);
    send({ type: 'hold' });
    move(event);
  });
  canvas.addEventListener('pointermove', (event) => dragging && move(event));
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, letGo);

  let sliding = false;
  slider.addEventListener('pointerdown', () => {
    sliding = true;
    send({ type: 'hold' });
  });
  slider.addEventListener('input', () => send({ type: 'weights', parameters: [weights, [slider.valueAsNumber]] }));
  for (const end of ['pointerup', 'pointercancel'] as const)
    slider.addEventListener(end, () => {
      if (sliding) send({ type: 'cancel' });
      sliding = false;
    });

  return {
    show(s, t) {
      if (!isOpen(card)) return;
      bias = s.parameters?.[1]?.[0] ?? 0;
      weights = s.parameters?.[0] ?? weights;
      if (!sliding) showBias(slider, bias);
      write(byId('bias-value'), format.fixed(bias, 3));
      if (dragging) {
        if (shown) draw(canvas, { ...shown, path: [...shown.path, weights as unknown as XY], gradient: null });
        return;
      }
      const ink = getComputedStyle(canvas).getPropertyValue('--plane-ink');
      const report = inquire(`${momentOf(s)}/${s.diverged}/${ink}/${t.landscape.none}`, s.playing);
      if (report === undefined) return;
      shown = report;
      for (const id of ['landscape-view', 'landscape-bias']) hide(byId(id), shown === null);
      tell(byId('landscape-note'), shown ? t.landscape.note : learns(s) ? t.landscape.lost : t.landscape.none);
      if (!shown) return;
      setAttribute(canvas, 'aria-label', describe(shown, s, t));
      draw(canvas, shown);
      label(ticks, shown);
    },
  };
}

/** The slider reaches equally far to both sides of the current bias. */
function showBias(slider: HTMLInputElement, bias: number): void {
  const middle = Math.round(bias);
  const reach = Math.max(2, Math.abs(middle));
  Object.assign(slider, { min: String(middle - reach), max: String(middle + reach) });
  slider.value = String(bias);
}

/** Whether there is a landscape, provided that its heights are finite. */
const learns = (s: Snapshot) => singleNeuron(s) !== null && s.counts.some((n) => n > 0);

const round = (v: number) => Number(v.toPrecision(4));

function describe({ path }: LandscapeReport, s: Snapshot, t: Strings): string {
  return t.landscape.name(format.point(path.at(-1)!), format.loss(s.loss));
}

function label(place: HTMLElement, { x, y }: LandscapeReport): void {
  place.replaceChildren(
    ...x.map((tick) => put(make('span', 'x', tick.text), 'left', tick.at)),
    ...y.map((tick) => put(make('span', 'y', tick.text), 'top', tick.at)),
  );
}

function put(span: HTMLElement, side: 'left' | 'top', share: number): HTMLElement {
  span.style[side] = `${100 * share}%`;
  return span;
}

function draw(canvas: HTMLCanvasElement, r: LandscapeReport): void {
  const c = canvas.getContext('2d')!;
  const style = getComputedStyle(canvas);
  const [card, line] = [style.getPropertyValue('--plane-background'), style.getPropertyValue('--boundary')];
  shade(c, r, channels(style.getPropertyValue('--plane-ink')));

  const at = ([w1, w2]: XY): XY => [
    ((w1 - r.min[0]) / (r.max[0] - r.min[0])) * resolution,
    ((r.max[1] - w2) / (r.max[1] - r.min[1])) * resolution,
  ];
  c.lineJoin = 'round';
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
  if (r.gradient) downhill(c, at(r.path.at(-1)!), r.gradient, style.getPropertyValue('--plane-ink'));
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

/** Draws where −gradient points: straight down, across the contours. */
function downhill(c: CanvasRenderingContext2D, [x, y]: XY, [g1, g2]: XY, ink: string): void {
  const size = Math.hypot(g1, g2);
  if (size === 0) return;
  const tip: XY = [x - (arrowLength * g1) / size, y + (arrowLength * g2) / size];
  c.strokeStyle = ink;
  c.lineWidth = 3;
  c.stroke(new Path2D(arrow([x, y], tip, 12)));
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

/** Red, green and blue of a registered colour, which the browser returns as rgb(r, g, b). */
function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}
