// What tells of sizes and of what is seen. A browser without it has still pictures (figure.ts): there no size changes, and all is
// seen.

const { ResizeObserver: sizes, IntersectionObserver: sights } = globalThis as Partial<typeof globalThis>;

/** Whether this browser has both. */
export const observes = Boolean(sizes && sights);

class Unchanging {
  observe(_: Element): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class Seen extends Unchanging {
  constructor(told: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    super();
    this.observe = (target) => told([{ target, isIntersecting: true }]);
  }
}

export const ResizeObserver = sizes ?? (Unchanging as unknown as typeof globalThis.ResizeObserver);
export const IntersectionObserver = sights ?? (Seen as unknown as typeof globalThis.IntersectionObserver);

/**
 * Draws anew where an element's size changed, in the next frame: what is drawn may change its height, and of that an observer's
 * own turn makes an error of the page's.
 */
export const drawResized = (element: Element, draw: () => void): void =>
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(element);
