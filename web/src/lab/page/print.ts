// On paper: a live canvas can't be laid out again while the page is printed, so a drawing stands in for the plane, and a copy
// of the canvas for the curve and for a zoomed plane.

import { paletteOf } from '../../figure/palette';
import type { Snapshot } from '../../figure/protocol';
import { byId } from '../ui/dom';
import type { Ask, Send } from '../ui/part';
import { pieceOver } from '../ui/piece';

/** A width that both A4 and Letter have between their margins, in CSS pixels. */
const paperWidth = 680;

interface Source {
  readonly snapshot: Snapshot | null;
  draw(): HTMLCanvasElement | null;
}

export function printing(source: Source, send: Send, ask: Ask): void {
  const plane = byId('plane');
  const curve = byId('curve');
  const { style } = document.documentElement;
  const colour = (scheme: string) => {
    style.colorScheme = scheme;
    send({ type: 'palette', palette: paletteOf(plane) });
  };
  let copies: HTMLElement[] = [];
  addEventListener('beforeprint', () => {
    for (const view of [plane, curve]) {
      const { offsetWidth, offsetHeight } = view;
      view.style.setProperty('--screen-width', `${offsetWidth}px`);
      view.style.setProperty('--screen-height', `${offsetHeight}px`);
      view.style.setProperty('--to-paper', String(Math.min(1, paperWidth / Math.max(1, offsetWidth))));
    }
    const svg = ask({ type: 'export', format: 'svg' });
    if (svg === undefined) return;
    colour('light');
    const drawn = source.draw();
    colour('');
    const zoomed = (source.snapshot?.view ?? null) !== null;
    copies = (zoomed ? [plane, curve] : [curve]).flatMap((view) => cut(drawn, view) ?? []);
    if (!zoomed) draw(plane, svg);
  });
  addEventListener('afterprint', () => copies.forEach((copy) => copy.remove()));
}

/** Puts a drawing in the poster's place: both have the same ids. */
function draw(plane: HTMLElement, svg: string): void {
  const still = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  still.setAttribute('class', 'poster');
  for (const poster of plane.querySelectorAll('.poster')) poster.remove();
  plane.prepend(document.importNode(still, true));
}

/** Puts into an element the part of the figure's canvas that lies over it. */
function cut(drawn: HTMLCanvasElement | null, element: HTMLElement): HTMLElement | null {
  const piece = drawn && pieceOver(element, drawn);
  if (!piece) return null;
  const { x, y, width, height } = piece;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d')!;
  const truthful = saysWhatItHolds(context);
  context.drawImage(drawn, x, y, width, height, 0, 0, width, height);
  const part = truthful ? imageOf(canvas) : canvas;
  part.className = 'paper';
  element.prepend(part);
  return part;
}

/** WebKitGTK prints canvases black. */
function imageOf(canvas: HTMLCanvasElement): HTMLImageElement {
  const image = new Image();
  image.src = canvas.toDataURL();
  return image;
}

/** A Firefox that resists fingerprints gives noise in place of what a canvas holds. */
function saysWhatItHolds(context: CanvasRenderingContext2D): boolean {
  context.fillRect(0, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 1, 1);
  context.clearRect(0, 0, 1, 1);
  return String(data) === '0,0,0,255';
}
