// Whose question is answered next while a run plays: one a frame, in the order in which they fell due, so that no frame waits for
// several.

export class Turns {
  #time: unknown;
  /** Counts the frames in which anything was due. */
  #frame = 0;
  #taken = false;
  #waiting: { who: object; seen: number }[] = [];

  /** Whether it is this one's turn; if not, it keeps its place as long as it asks again in every frame. */
  take(who: object): boolean {
    // This is the same during a frame.
    const { currentTime } = document.timeline;
    if (currentTime !== this.#time) {
      [this.#time, this.#taken] = [currentTime, false];
      this.#frame++;
      this.#waiting = this.#waiting.filter(({ seen }) => seen >= this.#frame - 1);
    }
    const first = this.#waiting[0];
    if (!this.#taken && (!first || first.who === who)) {
      if (first) this.#waiting.shift();
      this.#taken = true;
      return true;
    }
    const place = this.#waiting.find((one) => one.who === who);
    if (place) place.seen = this.#frame;
    else this.#waiting.push({ who, seen: this.#frame });
    return false;
  }
}
