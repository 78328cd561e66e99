// A line as large as its container allows: --share is its font size as a measured share of the container's.

import { drawResized } from '../../figure/observers';
import { boxOf, zoomOf } from '../../figure/window';

/** Below this share a line is not legible; it scrolls instead. */
const least = 0.3;

/** Returns a function to call when the line has changed. */
export function fit(place: HTMLElement, line: Element): () => void {
  let width = 0;
  let share = 1;
  const set = (to: number) => {
    share = to;
    place.style.setProperty('--share', share.toFixed(3));
  };
  const measure = () => {
    if (!line.isConnected) return;
    // A container of a new width may allow more. At the same width the line doesn't grow, or it would pulse with its digits.
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      set(1);
    }
    while (share > least) {
      const length = boxOf(line).width / zoomOf(line);
      if (length <= width) return;
      set(share * Math.min(0.99, width / length));
    }
  };
  drawResized(place, measure);
  return measure;
}
