// Browsers allow a page about sixteen WebGL contexts, and a phone has memory for fewer: at most four figures of a page
// are live or loading. The others show their last picture, or the still one.

const maxAwake = 4;

export interface Resident {
  /** Whether the reader sees it. */
  readonly visible: boolean;
  /** Whether its program draws, so that its place can be given to another. */
  readonly live: boolean;
  /** Whether it was live and shows its last picture: it wakes when it comes into view. */
  readonly resting: boolean;
  /** Whether its last picture has other colours than the page has now. */
  readonly stale: boolean;
  /** Whether its run is playing. */
  readonly playing: boolean;
  /** Whether it has something to show without its program. */
  readonly pictured: boolean;
  /** The distance from the middle of the window, in CSS pixels. */
  distance: () => number;
  /** Loads its program, and continues where it was. */
  wake: () => void;
  /** Keeps its last picture and releases its program. */
  rest: () => void;
}

/** All figures that should be live, with when each was last used: 0 is never. */
const residents = new Map<Resident, number>();
const awake = new Set<Resident>();
let uses = 0;
let timer = 0;

/** A figure should be live; if a reader or a script uses it, it comes before others in view. */
export function enter(figure: Resident, used: boolean): void {
  residents.set(figure, used ? ++uses : (residents.get(figure) ?? 0));
  rearrange();
}

/** A figure can't be live, or no longer needs to be. */
export function leave(figure: Resident): void {
  residents.delete(figure);
  awake.delete(figure);
  rearrange();
}

/** Something that the order depends on has changed. Changes that come together, as when a page opens, are handled as one. */
export function rearrange(): void {
  if (timer) return;
  timer = window.setTimeout(() => {
    timer = 0;
    arrange();
  });
}

function arrange(): void {
  const distances = new Map([...residents.keys()].map((figure) => [figure, figure.distance()]));
  /** Who comes first: figures in view before those out of view; of those in view the one used last, else the nearest. */
  const order = (a: Resident, b: Resident): number =>
    Number(b.visible) - Number(a.visible) ||
    (a.visible ? residents.get(b)! - residents.get(a)! : 0) ||
    distances.get(a)! - distances.get(b)!;
  const waiting = [...residents.keys()].filter((figure) => !awake.has(figure) && (figure.visible || !figure.resting)).sort(order);
  for (const figure of waiting) {
    if (awake.size >= maxAwake) {
      const lastFirst = [...awake].sort(order).reverse();
      const last = lastFirst[0]!;
      const leaving = givesWay(last, figure, order) ? last : figure.stale && lastFirst.find(isIdle);
      if (!leaving) continue;
      awake.delete(leaving);
      leaving.rest();
    }
    awake.add(figure);
    figure.wake();
  }
}

/**
 * Whether a figure gives its place to one that waits. Of two that are in view and were not used, the nearer doesn't displace the
 * other: otherwise scrolling would wake one after the other.
 */
function givesWay(last: Resident, waiting: Resident, order: (a: Resident, b: Resident) => number): boolean {
  const bothSeen = last.visible && waiting.visible;
  if (!bothSeen) return order(waiting, last) < 0;
  if (residents.get(waiting)! > residents.get(last)!) return true;
  return !waiting.pictured && last.live;
}

/** Whether it makes room for one whose picture has outdated colours: that one goes live, then rests with new ones. */
function isIdle(figure: Resident): boolean {
  return figure.live && !figure.playing;
}
