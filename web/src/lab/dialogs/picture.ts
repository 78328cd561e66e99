// The plane as a picture for a slide: what the figure drew, over its background, with the axes' numbers and a title.

import type { Snapshot } from '../../figure/protocol';
import { byId } from '../ui/dom';
import { pieceOver } from '../ui/piece';

/** The height of the strip with the title, in CSS pixels. */
const titleHeight = 36;

/** `drawn` is a copy of the whole canvas. Null if there is no figure. */
export function picture(drawn: HTMLCanvasElement, s: Snapshot, title: string): HTMLCanvasElement | null {
  const plane = byId('plane');
  const piece = pieceOver(plane, drawn);
  if (!piece) return null;
  const { x, y, scale } = piece;
  const [width, height] = [piece.width / scale, piece.height / scale];
  const style = getComputedStyle(plane);
  const ink = style.getPropertyValue('--plane-ink');

  const canvas = document.createElement('canvas');
  canvas.width = Math.round(piece.width);
  canvas.height = Math.round(piece.height + titleHeight * scale);
  const c = canvas.getContext('2d')!;
  c.scale(scale, scale);
  c.fillStyle = style.getPropertyValue('--plane-background');
  c.fillRect(0, 0, width, height + titleHeight);
  c.drawImage(drawn, x, y, piece.width, piece.height, 0, titleHeight, width, height);

  c.fillStyle = ink;
  c.textBaseline = 'middle';
  c.font = `600 16px ${style.fontFamily}`;
  c.fillText(title, 12, titleHeight / 2);
  c.font = `12px ${style.fontFamily}`;
  for (const tick of s.plane.y) c.fillText(tick.text, 5, titleHeight + tick.at);
  c.textAlign = 'center';
  c.textBaseline = 'bottom';
  for (const tick of s.plane.x) if (tick.at > 24) c.fillText(tick.text, tick.at, titleHeight + height - 4);
  return canvas;
}
