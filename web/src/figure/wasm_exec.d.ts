// Go's own wasm_exec.js, wrapped by the build so that it takes its globals as an argument and doesn't touch the page's.
declare module 'wasm_exec' {
  export interface Timers {
    setTimeout: (callback: () => void, ms: number) => number;
    clearTimeout: (id: number) => void;
  }
  interface Go {
    importObject: WebAssembly.Imports;
    run(instance: WebAssembly.Instance): Promise<void>;
    _scheduledTimeouts: Map<number, number>;
  }
  /** `printed` gets what the program, or its runtime, writes to either of its outputs. */
  export function goClass(
    globals: object,
    setTimeout: Timers['setTimeout'],
    clearTimeout: Timers['clearTimeout'],
    printed: (bytes: Uint8Array) => void,
  ): new () => Go;
}
