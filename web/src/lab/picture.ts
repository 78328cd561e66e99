// The plane as a picture for a slide: what the figure drew, over its background, with the axes' numbers and a title.

import type { Snapshot } from '../figure/protocol';
import { byId } from './dom';

/** Of the strip with the title, CSS pixels. */
const titleHeight = 36;

/** `drawn` is a copy of the whole canvas, which lies over the plane and more. */
export function picture(drawn: HTMLCanvasElement, s: Snapshot, title: string): HTMLCanvasElement {
  const plane = byId('plane');
  const box = plane.getBoundingClientRect();
  const over = document.querySelector('.figure-canvas')!.getBoundingClientRect();
  const scale = drawn.width / over.width;
  const style = getComputedStyle(plane);
  const ink = style.getPropertyValue('--plane-ink');

  const canvas = document.createElement('canvas');
  canvas.width = Math.round(box.width * scale);
  canvas.height = Math.round((box.height + titleHeight) * scale);
  const c = canvas.getContext('2d')!;
  c.scale(scale, scale);
  c.fillStyle = style.getPropertyValue('--plane-background');
  c.fillRect(0, 0, box.width, box.height + titleHeight);
  c.drawImage(drawn, (box.left - over.left) * scale, (box.top - over.top) * scale, box.width * scale, box.height * scale, 0, titleHeight, box.width, box.height);

  c.fillStyle = ink;
  c.textBaseline = 'middle';
  c.font = `600 16px ${style.fontFamily}`;
  c.fillText(title, 12, titleHeight / 2);
  c.font = `12px ${style.fontFamily}`;
  for (const tick of s.plane.y) c.fillText(tick.text, 5, titleHeight + tick.at);
  c.textAlign = 'center';
  c.textBaseline = 'bottom';
  for (const tick of s.plane.x) if (tick.at > 24) c.fillText(tick.text, tick.at, titleHeight + box.height - 4);
  return canvas;
}
