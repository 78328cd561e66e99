// The Go program: fetched once and compiled once a page, however many figures run it.

import { goClass, type Timers } from 'wasm_exec';

/** Put in by the build: the wasm file's name beside this script, and its size when unpacked. */
declare const WASM_NAME: string;
declare const WASM_BYTES: number;

let compiled: Promise<WebAssembly.Module> | null = null;
const listeners = new Set<(fraction: number) => void>();

/** The compiled module; `progress` hears how much of it has arrived, 0..1. A failed load may be tried again. */
export function load(progress: (fraction: number) => void): Promise<WebAssembly.Module> {
  listeners.add(progress);
  compiled ??= fetchModule('default').catch(() => fetchModule('no-store'));
  compiled.catch(() => (compiled = null));
  return compiled.finally(() => listeners.delete(progress));
}

async function fetchModule(cache: RequestCache): Promise<WebAssembly.Module> {
  const response = await fetch(new URL(WASM_NAME, import.meta.url), { cache, credentials: 'same-origin' });
  if (!response.ok || !response.body) throw new Error(`${WASM_NAME}: HTTP ${response.status}`);
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        for (const listener of listeners) listener(Math.min(1, bytes / WASM_BYTES));
        controller.enqueue(chunk);
      },
    }),
  );
  return WebAssembly.compileStreaming(new Response(counted, { headers: { 'content-type': 'application/wasm' } }));
}

/** One run of the program. */
export interface Running {
  /** Resolves when the program ends: by a panic, since it never ends of itself. */
  over: Promise<void>;
  /** Drops what would keep the instance's memory alive. */
  release: () => void;
}

/** Starts the program with the given globals for its own. */
export async function run(module: WebAssembly.Module, globals: object, timers: Timers): Promise<Running> {
  const Go = goClass(globals, timers.setTimeout, timers.clearTimeout);
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  return {
    over: go.run(instance),
    release: () => {
      for (const id of go._scheduledTimeouts.values()) timers.clearTimeout(id);
      go._scheduledTimeouts.clear();
    },
  };
}
