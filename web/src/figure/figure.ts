// A live figure: mounts the Go program into a page of its own, passes commands in and snapshots out, and mounts
// it again, with the run where it was, when its WebGL context was lost or the pixel ratio changed.

import { now } from './clock';
import { watchColours } from './colours';
import type { Frames } from './frames';
import { json } from './json';
import type { FigureText } from './labels';
import { enter, leave, type Resident, rearrange } from './live';
import { IntersectionObserver, observes, ResizeObserver } from './observers';
import type { Bridge, Page } from './page';
import { painted } from './paint';
import { paletteOf } from './palette';
import { neighbours, placementOf } from './placement';
import { compiles, load } from './program';
import type { Answers, Command, Refusal, Request, Snapshot } from './protocol';
import type * as running from './running';
import type { FigureState } from './state';
import { boxOf, zoomOf } from './window';
import type { Zoom } from './zoom';

export type { FigureText } from './labels';
export type { FigureState } from './state';

export interface FigureOptions {
  /** Holds the views, and gets the canvas over them. Must be positioned. */
  root: HTMLElement;
  /** While any of it is seen, the figure is; the root, where nothing else is said. */
  whole?: HTMLElement;
  plane: HTMLElement;
  curve: HTMLElement | null;
  text: FigureText;
  /** Whether the plane has a still picture. */
  hasStill: () => boolean;
  /** Fetches what it needs once it runs; called as it starts. */
  running: () => Promise<typeof running>;
}

interface Events {
  /** The program starts what it was sent. */
  begin: () => void;
  snapshot: (snapshot: Snapshot) => void;
  state: (state: FigureState, detail: string) => void;
  progress: (fraction: number) => void;
  refusal: (refusal: Refusal) => void;
  /** The program ended, for this reason, over another scene or a table, and goes on without it. */
  dropped: (why: string) => void;
}

const changesScene = /^{"type":"(load|change|csv)"/;

/** How many times in a row the figure is mounted again, after lost contexts or crashes, before it gives up. */
const maxRemounts = 5;
/** After a life as long as this the row begins anew, however long the program takes to come. */
const longMs = 10_000;

export class Figure implements Resident {
  snapshot: Snapshot | null = null;
  state: FigureState = 'waiting';
  visible = false;
  /** Whether the program itself ended, if the state is stopped. */
  crashed = false;
  zoom: Zoom = 'on';
  readonly #options: FigureOptions;
  #senses: running.Senses | null = null;
  readonly #listeners: [event: keyof Events, listener: Events[keyof Events]][] = [];
  #mount: Mount | null = null;
  /** The start in progress: one that is no longer the latest gives up. */
  #starting: symbol | null = null;
  /** With the context that the program draws into; it is made while the program is fetched. */
  #canvas: HTMLCanvasElement | null = null;
  #waiting: string[] = [];
  /** Commands sent that no snapshot reflects yet. If the program ends first, they are sent again to the next one. */
  #unanswered: string[] = [];
  /** Whether one of those that the program was sent since brings another scene. */
  #changing = false;
  /** Where the canvas and the views were last placed. */
  #place = '';
  #remounts = 0;
  /** When the state last changed. */
  #since = 0;
  /** Whether it should be live. */
  #wanted = false;
  /** The pending frame that checks where the views are. */
  #looking = 0;
  /** The load command that restores the run as it last was, in case the program ends: its beginning, and what edits change. */
  #saved = ['', ''];
  #savedAt = '';
  /** The keep command for the next program, where the last one could still be asked for it. */
  #kept: string | null = null;
  /** The picture in the canvas's place while the figure rests, and the colours it was drawn with. */
  #picture: HTMLCanvasElement | null = null;
  #pictured = '';
  /** Whether the picture has other colours than the page has now. */
  stale = false;
  /** Ends what listens for it. */
  readonly over = new AbortController();
  readonly #resized = new ResizeObserver(() => this.#layout());
  readonly #seen = new IntersectionObserver((entries) => this.#see(entries[entries.length - 1]!.isIntersecting));

  constructor(options: FigureOptions) {
    this.#options = options;
    const { plane, curve, root } = options;
    plane.classList.add('figure-plane');
    plane.tabIndex = 0;
    // An application, since arrows and Enter are its own keys; Tab and all others are the page's.
    plane.setAttribute('role', 'application');
    plane.ariaLabel = options.text.plane;
    const { signal } = this.over;
    for (const use of ['pointerdown', 'pointerenter', 'focus']) plane.addEventListener(use, () => this.use(), { signal });
    for (const view of [plane, curve]) for (const element of neighbours(view, root)) this.#resized.observe(element);
    this.#seen.observe(options.whole ?? root);
    watchColours(plane, signal, () => {
      if (this.live) this.#colour();
      else this.#compareColours();
    });
    this.#watchPixelRatio();
  }

  /** Goes live as soon as there is a place for it, continuing from where it rested or stopped if it did. */
  start(): void {
    this.#remounts = 0;
    this.#wanted = true;
    enter(this, false);
  }

  /** A reader or a script uses it: it goes live before others. */
  use(): void {
    if (this.#wanted) enter(this, true);
  }

  get live(): boolean {
    return this.state === 'live';
  }

  get resting(): boolean {
    return this.state === 'resting';
  }

  get playing(): boolean {
    return this.snapshot?.playing === true;
  }

  get pictured(): boolean {
    return this.#picture !== null || this.#options.hasStill();
  }

  distance(): number {
    const { x, y, width, height } = boxOf(this.#options.root);
    return Math.hypot(x + width / 2 - innerWidth / 2, y + height / 2 - innerHeight / 2);
  }

  wake(): void {
    void this.#start();
  }

  /** Ends for good: releases observers, listeners and the program's memory. */
  dispose(): void {
    this.over.abort();
    this.#resized.disconnect();
    this.#seen.disconnect();
    this.#unmount();
    this.#senses?.remove();
    this.#wanted = false;
    leave(this);
  }

  rest(): void {
    if (this.live) {
      this.#keep(this.draw());
      this.#saveAll();
      this.#pictured = this.#colours();
    }
    this.#unmount();
    this.#become(this.#picture ? 'resting' : 'waiting');
  }

  /** A copy of the canvas as it is now, after all that was sent; null if there is none. */
  draw(): HTMLCanvasElement | null {
    this.#save(); // for which nothing that was sent is left to a later frame
    const mount = this.#mount;
    if (!mount?.frames.now()) return null;
    const copy = document.createElement('canvas');
    copy.width = mount.canvas.width;
    copy.height = mount.canvas.height;
    copy.getContext('2d')?.drawImage(mount.canvas, 0, 0);
    return copy;
  }

  /** The `load` command that restores the run as it is, or as it was when the program ended. */
  get session(): string | null {
    this.#save();
    return this.#saved.join('') || null;
  }

  /** What makes another figure go on as this one would: commands, in their order. */
  get owed(): string[] {
    this.#saveAll();
    return [...this.#restoring(), ...this.#asked()];
  }

  on<E extends keyof Events>(event: E, listener: Events[E]): void {
    this.#listeners.push([event, listener]);
  }

  /** Sends a command; before the program listens, it waits. */
  send(command: Command): void {
    this.post(json(command));
  }

  /** Sends a command that is JSON already. */
  post(command: string): void {
    const { send } = this.#mount?.bridge ?? {};
    if (!send) {
      this.#waiting.push(command);
      return;
    }
    this.#changing ||= changesScene.test(command);
    send(command);
    this.#mount!.frames.wake();
  }

  /** The program's immediate answer; undefined if it refuses or isn't running. */
  request<R extends Request>(request: R): Answers[R['type']] | undefined {
    const answer = this.#mount?.bridge.request?.(json(request)) ?? undefined;
    return answer === undefined ? undefined : (JSON.parse(answer) as Answers[R['type']]);
  }

  /** The language, the font or the page's zoom changed. */
  refresh(): void {
    this.#sharpen();
    this.#layout();
    this.#senses?.forget();
    this.#options.plane.ariaLabel = this.#options.text.plane;
    if (this.snapshot) this.#say(this.snapshot);
  }

  #colour(): void {
    this.send({ type: 'palette', palette: paletteOf(this.#options.plane) });
  }

  #colours(): string {
    return json(paletteOf(this.#options.plane));
  }

  /** A picture with outdated colours is taken again when there is a place for its figure. */
  #compareColours(): void {
    this.stale = this.resting && this.#colours() !== this.#pictured;
    if (this.stale) rearrange();
  }

  /** How many frames the program has drawn since it was mounted. */
  get frames(): number {
    return this.#mount?.frames.count ?? 0;
  }

  async #start(): Promise<void> {
    this.#unmount();
    if (!observes || !compiles) {
      this.#give('unsupported');
      return;
    }
    this.#become('loading');
    const starting = (this.#starting = Symbol('start'));
    const arriving = Promise.all([load((fraction) => this.#emit('progress', fraction)), this.#options.running()]);
    try {
      // Making a context keeps the page and the GPU busy: sooner, the page's first picture would wait for it.
      await Promise.race([painted, arriving]);
      if (this.#starting === starting && !this.#makeCanvas()) {
        this.#starting = null;
        this.#give('unsupported');
      }
      const [module, parts] = await arriving;
      if (this.#starting !== starting) return;
      if (this.#canvas!.getContext('webgl2')!.isContextLost()) this.#makeCanvas();
      await this.#run(this.#canvas!, module, parts);
    } catch (error) {
      if (this.#starting === starting) this.#stop(String(error));
    }
  }

  /** Makes the canvas of the next mount, and returns whether it has a context. */
  #makeCanvas(): boolean {
    const canvas = document.createElement('canvas');
    canvas.className = 'figure-canvas';
    canvas.ariaHidden = 'true';
    const context = canvas.getContext('webgl2', contextAttributes) as WebGL2RenderingContext | null;
    const uniforms = context?.getParameter(MAX_FRAGMENT_UNIFORM_VECTORS);
    if (uniforms === undefined || (uniforms && uniforms < leastUniforms)) return false;
    this.#canvas = canvas;
    return true;
  }

  async #run(
    canvas: HTMLCanvasElement,
    module: WebAssembly.Module,
    { Frames, Senses, pageOfItsOwn, run }: typeof running,
  ): Promise<void> {
    this.#senses ??= this.#sense(Senses);
    const frames = new Frames(canvas);
    frames.visible = this.visible;
    const bridge: Bridge = {
      scene: '{}',
      listening: () => this.#listening(),
      snapshot: (text) => this.#receive(JSON.parse(text) as Snapshot),
      refusal: (text) => this.#emit('refusal', JSON.parse(text) as Refusal),
      ready: async () => {
        await null; // the frame is drawn then
        this.#ready(mount);
      },
      sleep: () => frames.sleep(),
      more: () => frames.wake(),
      fail: (message) => this.#stop(message, true),
    };
    const size = { width: 0, height: 0 };
    const page = pageOfItsOwn({
      canvas,
      size: () => size,
      ratio: () => this.#ratio(),
      frames,
      contextLost: () => this.#lost(mount),
      bridge,
    });
    const mount: Mount = { canvas, frames, bridge, page, size, ratio: this.#ratio(), running: null };
    this.#mount = mount;
    this.#place = '';
    this.#options.root.append(canvas);
    this.#layout();
    mount.running = await run(module, page.globals, frames);
    if (this.#mount !== mount) mount.running.release();
    const why = (await mount.running.over) || 'the program ended';
    if (this.#mount !== mount) return;
    // If there is a run to go on with, it is not asked again for what may have ended it.
    if (this.#changing && this.#saved.join('')) this.#emit('dropped', why);
    this.#remount(why);
  }

  /** By itself: what outlives a mount must not be made where the mount is, for it would keep its memory. */
  #sense(Senses: typeof running.Senses): running.Senses {
    const { plane, curve } = this.#options;
    return new Senses(plane, curve, this.over.signal, this, () => this.#letGo());
  }

  #ready(mount: Mount): void {
    if (this.#mount !== mount) return;
    this.#keep(null);
    this.stale = false;
    this.#become('live');
    rearrange();
  }

  /** Puts a picture in the canvas's place, or removes it. */
  #keep(picture: HTMLCanvasElement | null): void {
    this.#picture?.remove();
    this.#picture = picture;
    if (!picture) return;
    picture.className = 'figure-canvas';
    picture.ariaHidden = 'true';
    this.#options.root.append(picture);
    this.#place = '';
    this.#layout();
  }

  /** The program now accepts commands: first come the settings it needs, then the commands that waited. */
  #listening(): void {
    for (const command of this.#restoring()) this.#mount!.bridge.send!(command);
    this.#layout();
    this.#colour();
    if (this.snapshot) {
      const { tool, curve, threshold, view } = this.snapshot;
      this.send({ type: 'tool', tool });
      this.send({ type: 'curve', log: curve.log, logEpochs: curve.logEpochs });
      if (threshold !== null) this.send({ type: 'threshold', p: threshold });
      if (view) this.send({ type: 'look', ...view });
    }
    this.#unanswered = this.#asked();
    this.#waiting = [];
    this.#emit('begin');
    for (const command of this.#unanswered) this.post(command);
  }

  /** What brings the run back, and what can be undone. */
  #restoring(): string[] {
    return [this.#saved.join(''), this.#kept ?? ''].filter(Boolean);
  }

  /** What the next program is asked besides: all that the run it brings back doesn't have yet. */
  #asked(): string[] {
    return [...(this.#saved.join('') ? [] : this.#unanswered), ...this.#waiting];
  }

  #receive(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    this.#unanswered = [];
    this.#changing = false;
    this.#options.root.toggleAttribute('data-zoomed', snapshot.view !== null);
    this.#say(snapshot);
    this.#saveChange(snapshot);
    this.#emit('snapshot', snapshot);
    // Something above a view may have moved it, which no observer reports. By the next frame the layout is done.
    this.#looking ||= requestAnimationFrame(() => {
      this.#looking = 0;
      this.#layout();
    });
  }

  /** A gesture is over. No new report comes for that, so what is left to do uses the last one. */
  #letGo(): void {
    if (this.state !== 'live' || !this.snapshot) return;
    this.#say(this.snapshot);
    this.#saveChange(this.snapshot);
  }

  /** Saves what a replay of the saved run would not reproduce: changes made by hand, and where it was paused. */
  #saveChange({ generation, changes, playing, step }: Snapshot): void {
    const at = `${generation}/${changes}/${playing ? '' : step}`;
    if (at === this.#savedAt || this.#senses?.pressed) return;
    this.#savedAt = at;
    this.#save();
  }

  #say(snapshot: Snapshot): void {
    this.#senses?.say(snapshot, this.#options.text);
  }

  #save(): void {
    const [head, keep, more] = this.#mount?.bridge.save?.() ?? [];
    if (more === undefined) return;
    this.#saved = [head || this.#saved[0]!, this.#saved[1]!.slice(0, keep) + more];
    this.#kept = null;
  }

  /** Saves all of the program that is about to be replaced, where it listens already. */
  #saveAll(): void {
    this.#save();
    this.#kept = this.#mount?.bridge.kept?.() ?? this.#kept;
  }

  #lost(mount: Mount): void {
    if (this.#mount !== mount) return;
    this.#saveAll();
    this.#remount('the WebGL context was lost again and again');
  }

  /** Mounts the program again, with the run where it was; gives up if that happens too often. */
  #remount(whyNot: string): void {
    if (this.live && now() > this.#since + longMs) this.#remounts = 0;
    else this.#remounts++;
    if (this.#remounts > maxRemounts) this.#stop(whyNot, true);
    else void this.#start();
  }

  /** Gives up, with the still picture in its place. */
  halt(reason: string): void {
    this.#stop(reason);
  }

  #stop(detail: string, crashed = false): void {
    this.crashed = crashed;
    this.#unmount();
    this.#give('stopped', detail);
  }

  /** Gives its place to others. */
  #give(state: FigureState, detail = ''): void {
    this.#wanted = false;
    leave(this);
    this.#become(state, detail);
  }

  #unmount(): void {
    this.#starting = null;
    const [mount, canvas] = [this.#mount, this.#canvas];
    this.#mount = this.#canvas = null;
    mount?.frames.end();
    mount?.running?.release();
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    canvas?.remove();
  }

  #see(visible: boolean): void {
    this.visible = visible;
    if (this.#mount) this.#mount.frames.visible = visible;
    // In a closed <details> nothing had a size.
    if (visible) this.refresh();
    rearrange();
  }

  /** Puts the canvas, or the picture in its place, over the views, and tells the program where on it they are. */
  #layout(): void {
    const mount = this.#mount;
    const { root, plane, curve } = this.#options;
    const canvases = [mount?.canvas, this.#picture].filter((canvas) => canvas?.parentElement === root);
    if (canvases.length === 0) return;
    const { left, top, width, height, views } = placementOf(root, [plane, curve]);
    const place = json([left, top, width, height, views, Boolean(mount?.bridge.send)]);
    // Hidden since it was placed, it stays as it is.
    if (place === this.#place || (width < 0 && mount && mount.size.width > 0)) return;
    this.#place = place;
    for (const canvas of canvases)
      Object.assign(canvas!.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    if (!mount) return;
    const changed = mount.size.width !== width || mount.size.height !== height;
    Object.assign(mount.size, { width, height });
    if (!mount.bridge.send) return;
    this.send({ type: 'layout', plane: views[0] ?? null, curve: views[1] ?? null });
    if (changed) mount.page.resized();
  }

  /** Pixels of the screen in one of the root's, by the CSS zoom of all around it, too. */
  #ratio(): number {
    return devicePixelRatio * zoomOf(this.#options.root);
  }

  /** Mounts the program again if the pixel ratio is no longer the one that it draws for. */
  #sharpen(): void {
    // While printing, the ratio is the paper's for a moment.
    if (this.state !== 'live' || matchMedia('print').matches || this.#ratio() === this.#mount?.ratio) return;
    this.#saveAll();
    void this.#start();
  }

  #watchPixelRatio(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        this.#watchPixelRatio();
        this.#sharpen();
      },
      { once: true, signal: this.over.signal },
    );
  }

  #become(state: FigureState, detail = ''): void {
    this.#since = now();
    this.state = state;
    this.#options.root.dataset.figure = state;
    this.#emit('state', state, detail);
  }

  #emit<E extends keyof Events>(event: E, ...args: Parameters<Events[E]>): void {
    for (const [heard, listener] of this.#listeners) if (heard === event) (listener as (...args: unknown[]) => void)(...args);
  }
}

/** One instance of the program. */
interface Mount {
  canvas: HTMLCanvasElement;
  frames: Frames;
  bridge: Bridge;
  page: Page;
  size: { width: number; height: number };
  /** The pixel ratio that it was mounted with. */
  ratio: number;
  running: running.Running | null;
}

const MAX_FRAGMENT_UNIFORM_VECTORS = 0x8dfd;
/** As WebGL 2 wants them. Firefox can be told to have fewer (webgl.min_capability_mode), too few for our shaders. */
const leastUniforms = 224;

// What Ebitengine asks of its context where that isn't the default, and neither antialiasing nor depth, which are: it draws into
// images of its own, and only copies one of them to the screen.
const contextAttributes = { stencil: true, antialias: false, depth: false };
