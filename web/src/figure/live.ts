// Browsers allow a page some sixteen WebGL contexts, and a phone has memory for fewer: at most four figures of a page
// are live or on the way to it. The others show their last picture, or the still one.

const most = 4;

export interface Resident {
  /** In the reader's sight. */
  readonly visible: boolean;
  /** Its program draws: the place may be another's. */
  readonly live: boolean;
  /** It was live, and has its last picture: it wakes when it is seen. */
  readonly resting: boolean;
  /** Its last picture has other colours than its page now. */
  readonly stale: boolean;
  /** A run goes on in it. */
  readonly playing: boolean;
  /** It has something to show without its program. */
  readonly pictured: boolean;
  /** From the middle of the window, CSS pixels. */
  distance: () => number;
  /** Loads its program, and goes on where it was. */
  wake: () => void;
  /** Keeps its last picture and lets go of its program. */
  rest: () => void;
}

/** All that would be live, with when each was last used: 0 is never. */
const residents = new Map<Resident, number>();
const awake = new Set<Resident>();
let uses = 0;
let timer = 0;

/** A figure would be live; if a reader or a script uses it, before others that are seen. */
export function enter(figure: Resident, used: boolean): void {
  residents.set(figure, used ? ++uses : (residents.get(figure) ?? 0));
  rearrange();
}

/** A figure can't be live, or need not be any more. */
export function leave(figure: Resident): void {
  residents.delete(figure);
  awake.delete(figure);
  rearrange();
}

/** Something changed of what the places go by. All that comes at once, as when a page opens, is arranged as one. */
export function rearrange(): void {
  if (timer) return;
  timer = window.setTimeout(() => {
    timer = 0;
    arrange();
  });
}

function arrange(): void {
  const distances = new Map([...residents.keys()].map((figure) => [figure, figure.distance()]));
  /** Who comes first: the seen before the unseen, of the seen the one used last, else the nearest. */
  const order = (a: Resident, b: Resident): number =>
    Number(b.visible) - Number(a.visible) ||
    (a.visible ? residents.get(b)! - residents.get(a)! : 0) ||
    distances.get(a)! - distances.get(b)!;
  const waiting = [...residents.keys()].filter((figure) => !awake.has(figure) && (figure.visible || !figure.resting)).sort(order);
  for (const figure of waiting) {
    if (awake.size >= most) {
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
 * Whether a figure gives its place to one that waits. Of two that are seen and not used, the nearer doesn't drive the other out:
 * scrolling would wake one after the other.
 */
function givesWay(last: Resident, waiting: Resident, order: (a: Resident, b: Resident) => number): boolean {
  const bothSeen = last.visible && waiting.visible;
  if (!bothSeen) return order(waiting, last) < 0;
  if (residents.get(waiting)! > residents.get(last)!) return true;
  return !waiting.pictured && last.live;
}

/** Whether it makes room for one whose picture has old colours: that comes alive, and rests with new ones. */
function isIdle(figure: Resident): boolean {
  return figure.live && !figure.playing;
}
