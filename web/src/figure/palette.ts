// The colours the program draws with, from the style sheet: --plane-grid, --plane-axis, --plane-ink.

import type { Palette } from './protocol';

/** Reads the colours that apply to an element, in whatever theme it is. */
export function paletteOf(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--plane-${name})`;
    return hex(getComputedStyle(probe).color);
  };
  const palette = { grid: colour('grid'), axis: colour('axis'), ink: colour('ink') };
  probe.remove();
  return palette;
}

/** '#rrggbb' of 'rgb(r, g, b)', which is what a colour computes to. */
function hex(rgb: string): string {
  const channels = rgb.match(/\d+/g)?.slice(0, 3) ?? ['0', '0', '0'];
  return `#${channels.map((c) => Number(c).toString(16).padStart(2, '0')).join('')}`;
}
