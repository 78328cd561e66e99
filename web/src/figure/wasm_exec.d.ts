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
  export function goClass(globals: object, setTimeout: Timers['setTimeout'], clearTimeout: Timers['clearTimeout']): new () => Go;
}
