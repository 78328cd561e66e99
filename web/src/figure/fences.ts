// How far the screen may be behind: the frames that a GPU was given and may not have drawn yet.

/** With fewer, a GPU has nothing to do at times. With no limit some, above all those that are software, are seconds behind. */
const most = 3;

/** Milliseconds: a GPU that doesn't tell when it has drawn a frame holds up the next no longer. */
const patience = 2000;

export class Fences {
  readonly #gl: WebGL2RenderingContext;
  #waiting: { fence: WebGLSync; time: number }[] = [];

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** A frame was given to the GPU. */
  add(time: number): void {
    const fence = this.#gl.fenceSync(this.#gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (fence) this.#waiting.push({ fence, time });
  }

  /** Whether the next frame should wait. */
  closed(time: number): boolean {
    while (this.#waiting[0] && this.#isDrawn(this.#waiting[0], time)) this.#gl.deleteSync(this.#waiting.shift()!.fence);
    return this.#waiting.length >= most;
  }

  #isDrawn({ fence, time: given }: { fence: WebGLSync; time: number }, time: number): boolean {
    const { UNSIGNALED, SYNC_STATUS } = this.#gl;
    return this.#gl.getSyncParameter(fence, SYNC_STATUS) !== UNSIGNALED || time - given > patience;
  }
}
