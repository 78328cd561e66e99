// When one instance may run: its animation frames and timers, which are held back while it sleeps, is out of view, or is gone.

import { Fences } from './fences';

/** In how many frames the program does at most what others do in one: of a million points it draws some in each. */
const mostParts = 100;

export class Frames {
  readonly #fences: Fences;
  #callback: FrameRequestCallback | null = null;
  #request = 0;
  #awake = true;
  #visible = true;
  /** Whether something was sent that no frame has taken. */
  #owed = false;
  readonly #over = new AbortController();
  #held = new Map<number, () => void>();
  /** How many frames have run, for tests and the curious. */
  count = 0;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('webgl2')!;
    this.#fences = new Fences(context);
    // Firefox never tells a page that it kept for Back of a context that was lost meanwhile.
    const tell = () => {
      if (context.isContextLost()) canvas.dispatchEvent(new Event('webglcontextlost'));
    };
    addEventListener('pageshow', tell, this.#over);
  }

  request(callback: FrameRequestCallback): number {
    if (this.#gone) return 0;
    this.#callback = callback;
    this.#schedule();
    return 1;
  }

  /** Something was sent: a frame takes it, out of view too, since words and numbers that are in view may tell of it. */
  wake(): void {
    this.#awake = true;
    this.#owed = true;
    this.#schedule();
  }

  sleep(): void {
    this.#awake = false;
  }

  /** Nothing goes on out of view, even if awake. */
  set visible(visible: boolean) {
    this.#visible = visible;
    this.#schedule();
  }

  /** The Go runtime's timers: otherwise Ebitengine's ten ticks a second would go on forever. */
  setTimeout = (callback: () => void, ms: number): number => {
    const id = window.setTimeout(() => {
      if (this.#gone) return;
      if (this.#running) callback();
      else this.#held.set(id, callback);
    }, ms);
    return id;
  };

  clearTimeout = (id: number): void => {
    window.clearTimeout(id);
    this.#held.delete(id);
  };

  /**
   * Runs a frame now, and those that it leaves something to, even if asleep or out of view. Returns whether there was one: what
   * it drew can still be read.
   */
  now(): boolean {
    for (let parts = 0; parts < mostParts; parts++) {
      this.#release();
      const callback = this.#callback;
      if (this.#gone || !callback) return parts > 0;
      cancelAnimationFrame(this.#request);
      this.#request = 0;
      this.#callback = null;
      this.#owed = false;
      callback(performance.now());
      if (!this.#owed) break;
    }
    return true;
  }

  /** Releases everything: a callback held back would keep the whole instance in memory. */
  end(): void {
    this.#over.abort();
    cancelAnimationFrame(this.#request);
    this.#callback = null;
    this.#held.clear();
  }

  get #gone(): boolean {
    return this.#over.signal.aborted;
  }

  get #running(): boolean {
    return this.#awake && (this.#visible || this.#owed);
  }

  #release(): void {
    const held = [...this.#held.values()];
    this.#held.clear();
    for (const callback of held) callback();
  }

  #schedule(): void {
    if (this.#gone || !this.#running) return;
    this.#release();
    if (this.#request || !this.#callback) return;
    this.#request = requestAnimationFrame((time) => {
      this.#request = 0;
      const callback = this.#callback;
      if (!callback || !this.#running) return;
      if (this.#fences.closed(time)) {
        this.#schedule();
        return;
      }
      this.#callback = null;
      this.#owed = false;
      this.count++;
      callback(time);
      this.#fences.add(time);
    });
  }
}
