// Browsers allow a page some sixteen WebGL contexts, and a phone has memory for fewer: at most four figures of a page
// are live at once. The others show their last picture.

const most = 4;

export interface Resting {
  /** In the reader's sight. */
  readonly visible: boolean;
  /** Keeps its last picture and lets go of its program. */
  rest: () => void;
}

/** The live figures, the one used last at the end. */
const live: Resting[] = [];

/** Makes room for a figure that goes live or is used: the one out of sight, or not used, for longest rests. */
export function claim(figure: Resting): void {
  release(figure);
  while (live.length >= most) {
    const first = live.find(({ visible }) => !visible) ?? live[0]!;
    release(first);
    first.rest();
  }
  live.push(figure);
}

export function release(figure: Resting): void {
  const i = live.indexOf(figure);
  if (i >= 0) live.splice(i, 1);
}
