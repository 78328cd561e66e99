// A line that is as large as its place lets it be: --share says how much of the place's type it takes, by measure.

/** Below this much of its type a line is not legible; it is scrolled to instead. */
const least = 0.3;

/** Returns what is to be called when the line is another. */
export function fit(place: HTMLElement, line: Element): () => void {
  let width = 0;
  let share = 1;
  const set = (to: number) => {
    share = to;
    place.style.setProperty('--share', share.toFixed(3));
  };
  const measure = () => {
    if (!line.isConnected) return;
    // A new place may give more. In the same one the line doesn't grow again, or it would pulse with its digits.
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      set(1);
    }
    while (share > least) {
      const length = line.getBoundingClientRect().width;
      if (length <= width) return;
      set(share * Math.min(0.99, width / length));
    }
  };
  new ResizeObserver(measure).observe(place);
  return measure;
}
