// An instance of the Go program.

import { goClass, type Timers } from 'wasm_exec';

/** One run of the program. */
export interface Running {
  /** Resolves when the program ends, which it never does by itself: with what its runtime says of it, such as "out of memory". */
  over: Promise<string>;
  /** Drops what keeps the instance's memory alive. */
  release: () => void;
}

/** Characters: the reason of an end comes before the stacks. */
const enough = 1000;

/** Starts the program with the given globals for its own. */
export async function run(module: WebAssembly.Module, globals: object, timers: Timers): Promise<Running> {
  let said = '';
  const decoder = new TextDecoder();
  const Go = goClass(globals, timers.setTimeout, timers.clearTimeout, (bytes) => {
    if (said.length < enough) said += decoder.decode(bytes);
  });
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  return {
    over: go.run(instance).then(() => /(?:fatal error|panic): (.+)/.exec(said)?.[1] ?? ''),
    release: () => {
      for (const id of go._scheduledTimeouts.values()) timers.clearTimeout(id);
      go._scheduledTimeouts.clear();
    },
  };
}
