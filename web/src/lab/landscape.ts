// The loss of a single neuron over its two weights, and the way that training takes through it. A press puts the weights there.

import type { LandscapeReport, Snapshot, XY } from '../figure/protocol';
import type { Strings } from '../words/en';
import * as format from '../words/format';
import { byId, hide, make, setAttribute, write } from './dom';
import { momentOf } from './moment';
import type { Ask, Part, Send } from './part';

/** How often a playing run's landscape is asked for at most. */
const pauseMs = 250;

/** Bands of about the same loss, and pixels of the picture along a side. */
const bands = 16;
const resolution = 320;

export function landscape(send: Send, ask: Ask): Part {
  const card = byId<HTMLDetailsElement>('landscape-card');
  const canvas = byId<HTMLCanvasElement>('landscape');
  const ticks = byId('landscape-ticks');
  let shown: LandscapeReport | null = null;
  let bias = 0;
  let seen = '';
  let last = 0;

  canvas.addEventListener('click', (event) => {
    if (!shown) return;
    const box = canvas.getBoundingClientRect();
    const at: XY = [(event.clientX - box.left) / box.width, 1 - (event.clientY - box.top) / box.height];
    const w = at.map((share, i) => round(shown!.min[i]! + share * (shown!.max[i]! - shown!.min[i]!)));
    send({ type: 'weights', parameters: [w, [bias]] });
  });

  return {
    show(s, t) {
      if (!card.open) return;
      const now = performance.now();
      const key = `${momentOf(s)}/${s.diverged}/${document.documentElement.dataset.theme}`;
      if (key === seen || (s.playing && now - last < pauseMs)) return;
      const answer = ask({ type: 'landscape' });
      if (answer === null) return;
      [seen, last] = [key, now];
      shown = JSON.parse(answer) as LandscapeReport | null;
      bias = s.parameters?.[1]?.[0] ?? 0;
      hide(byId('landscape-view'), shown === null);
      write(byId('landscape-note'), shown ? t.landscape.note : t.landscape.none);
      if (!shown) return;
      setAttribute(canvas, 'aria-label', describe(shown, s, t));
      draw(canvas, shown);
      label(ticks, shown);
    },
    speak() {
      seen = '';
    },
  };
}

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

  const at = ([w1, w2]: XY): XY => [((w1 - r.min[0]) / (r.max[0] - r.min[0])) * resolution, ((r.max[1] - w2) / (r.max[1] - r.min[1])) * resolution];
  c.lineJoin = 'round';
  for (const [width, colour] of [[5, card], [2, line]] as const) {
    c.beginPath();
    for (const w of r.path) c.lineTo(...at(w));
    c.lineWidth = width;
    c.strokeStyle = colour;
    c.stroke();
  }
  dot(c, at(r.path[0]!), 4, card, line);
  dot(c, at(r.path.at(-1)!), 7, line, card);
}

/** Bands of ink, the darker the higher; each begins with a contour. */
function shade(c: CanvasRenderingContext2D, r: LandscapeReport, ink: number[]): void {
  const image = c.createImageData(resolution, resolution);
  for (let i = 0; i < resolution * resolution; i++) {
    const level = levelAt(r, (i % resolution) / resolution, Math.floor(i / resolution) / resolution) * bands;
    const band = Math.floor(level);
    const contour = level - band < 0.08 && band > 0 ? 0.12 : 0;
    image.data.set([...ink, 255 * (0.03 + (0.6 * band) / bands + contour)], 4 * i);
  }
  c.putImageData(image, 0, 0);
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

/** The level between its four neighbours, 0..1; x and y are shares of the side from the upper left. */
function levelAt({ side, levels }: LandscapeReport, x: number, y: number): number {
  const hold = (v: number) => Math.max(0, Math.min(side - 1, v * side - 0.5));
  const [u, v] = [hold(x), hold(y)];
  const [column, row] = [Math.min(side - 2, Math.floor(u)), Math.min(side - 2, Math.floor(v))];
  const [p, q] = [u - column, v - row];
  const level = (i: number, j: number) => levels[(row + j) * side + column + i]!;
  return ((level(0, 0) * (1 - p) + level(1, 0) * p) * (1 - q) + (level(0, 1) * (1 - p) + level(1, 1) * p) * q) / 255;
}

/** Red, green and blue of a registered colour, which the browser gives as rgb(r, g, b). */
function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}
