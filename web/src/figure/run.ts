// An instance of the Go program.

import { goClass, type Timers } from 'wasm_exec';

/** One run of the program. */
export interface Running {
  /** Resolves when the program ends: by a panic, since it never ends by itself. */
  over: Promise<void>;
  /** Drops what keeps the instance's memory alive. */
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
