// A page of its own for one Ebitengine instance: the objects it takes for `window`, `document` and `navigator`.
// Ebitengine owns document.body, listens to every wheel, touch and key, and reloads the page when its context is
// lost; here all of that reaches a stand-in, and the reader's page stays as it was. docs/architecture.md lists what it asks for.

import { now } from './clock';
import type { Frames } from './frames';

export interface PageHost {
  canvas: HTMLCanvasElement;
  /** Size of the canvas in CSS pixels. */
  size: () => { width: number; height: number };
  /** Pixels of the screen in one of them. */
  ratio: () => number;
  frames: Frames;
  contextLost: () => void;
  /** What the Go program finds as js.Global().Get("lab"). */
  bridge: Bridge;
}

/** The calls between the page and cmd/lab. All texts are JSON. */
export interface Bridge {
  scene: string;
  /** Set by the program once it accepts commands. */
  send?: (command: string) => void;
  /**
   * Set by the program: the `load` command that restores the run as it is, as far as it differs from what was given last: its
   * beginning, or '', and of the rest how much stays, and what follows.
   */
  save?: () => [head: string, keep: number, more: string] | null;
  /** Set by the program: the `keep` command that takes over what is kept besides the run: what can be undone, a pinned run. */
  kept?: () => string | null;
  /** Set by the program: answers a Request; null if it refuses, and it then reports why. */
  request?: (request: string) => string | null;
  /** All that the program sets is set. */
  listening: () => void;
  snapshot: (snapshot: string) => void;
  refusal: (refusal: string) => void;
  /** The first frame is drawn. */
  ready: () => void;
  /** The program needs no frame until something is sent. */
  sleep: () => void;
  /** The program goes on with what this frame hasn't come to in the next one, wherever the figure is. */
  more: () => void;
  /** The program can't go on. */
  fail: (message: string) => void;
}

export interface Page {
  globals: object;
  resized: () => void;
}

/** How much a figure may grow until it has to be mounted again, where its pixels are as many as the browser allows. */
const growth = 1.25;

export function pageOfItsOwn(host: PageHost): Page {
  const { canvas, frames } = host;
  let onResize: (() => void) | null = null;
  // Ebitengine has the screen in an image with an edge. Firefox that resists fingerprints allows 2048 pixels, and calls every
  // screen twice as dense.
  const context = canvas.getContext('webgl2')!;
  const most = context.getParameter(context.MAX_TEXTURE_SIZE) - 2;
  /** The pixel ratio with which the longer side has no more pixels than that; the program asks for one once. */
  const allowed = () => most / Math.max(host.size().width, host.size().height);
  let ratio = 0;

  // The real canvas without its events, except for a lost context. Its own properties shadow those of the element.
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    host.contextLost();
  });
  Object.assign(canvas, { addEventListener: () => {}, focus: () => {}, setAttribute: () => {} });

  const style = {};
  const inert = { style, appendChild: () => {}, addEventListener: () => {} };
  const body = {
    ...inert,
    get clientWidth() {
      return host.size().width;
    },
    get clientHeight() {
      return host.size().height;
    },
  };
  const document = {
    ...inert,
    body,
    head: inert,
    documentElement: inert,
    createElement: (name: string) => (name === 'canvas' ? canvas : {}),
    hasFocus: () => true,
  };
  class Document {
    get hidden() {
      return false;
    }
  }
  const window = {
    addEventListener: (type: string, listener: () => void) => {
      if (type === 'resize') onResize = listener;
    },
    get devicePixelRatio() {
      return (ratio = host.ratio() <= allowed() ? host.ratio() : allowed() / growth);
    },
    location: { reload: host.contextLost },
    // Unlike its parent's location: Ebitengine then doesn't take the focus.
    parent: { location: {} },
  };
  const globals = {
    window,
    document,
    Document,
    navigator: { userAgent: '', getGamepads: () => null },
    screen: globalThis.screen,
    requestAnimationFrame: (callback: FrameRequestCallback) => frames.request(callback),
    setTimeout: frames.setTimeout,
    console: globalThis.console,
    crypto: globalThis.crypto,
    performance: { now },
    TextEncoder,
    TextDecoder,
    Object,
    Array,
    ArrayBuffer,
    Uint8Array,
    Float32Array,
    Int32Array,
    Error,
    Date,
    lab: host.bridge,
  };
  return { globals, resized: () => (ratio > allowed() ? host.contextLost() : onResize?.()) };
}
