// When one instance may run: its animation frames and timers, held back while it sleeps, is out of sight, or is gone.

export class Frames {
  #callback: FrameRequestCallback | null = null;
  #request = 0;
  #awake = true;
  #visible = true;
  #over = false;
  #held = new Map<number, () => void>();
  /** How many frames were run: tests and the curious read it. */
  count = 0;

  request(callback: FrameRequestCallback): number {
    if (this.#over) return 0;
    this.#callback = callback;
    this.#schedule();
    return 1;
  }

  wake(): void {
    this.#awake = true;
    this.#schedule();
  }

  sleep(): void {
    this.#awake = false;
  }

  /** Out of sight nothing runs, however much awake. */
  set visible(visible: boolean) {
    this.#visible = visible;
    this.#schedule();
  }

  /** The Go runtime's timers: Ebitengine's ten ticks a second would else go on for ever. */
  setTimeout = (callback: () => void, ms: number): number => {
    const id = window.setTimeout(() => {
      if (this.#over) return;
      if (this.#running) callback();
      else this.#held.set(id, callback);
    }, ms);
    return id;
  };

  clearTimeout = (id: number): void => {
    window.clearTimeout(id);
    this.#held.delete(id);
  };

  /** Runs one frame now, even asleep or out of sight, and says whether there was one: what it drew can still be read. */
  now(): boolean {
    this.#release();
    const callback = this.#callback;
    if (this.#over || !callback) return false;
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#callback = null;
    callback(performance.now());
    return true;
  }

  /** Lets go of everything: a held callback would keep the whole instance in memory. */
  end(): void {
    this.#over = true;
    cancelAnimationFrame(this.#request);
    this.#callback = null;
    this.#held.clear();
  }

  get #running(): boolean {
    return this.#awake && this.#visible;
  }

  #release(): void {
    const held = [...this.#held.values()];
    this.#held.clear();
    for (const callback of held) callback();
  }

  #schedule(): void {
    if (this.#over || !this.#running) return;
    this.#release();
    if (this.#request || !this.#callback) return;
    this.#request = requestAnimationFrame((time) => {
      this.#request = 0;
      const callback = this.#callback;
      if (!callback || !this.#running) return;
      this.#callback = null;
      this.count++;
      callback(time);
    });
  }
}
