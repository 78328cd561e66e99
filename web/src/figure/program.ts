// The Go program: fetched and compiled once per page, however many figures run it.

import { integrityOf } from './integrity';
import { small } from './small';

/** Defined by the build: the wasm file's name beside this script, its unpacked size, and its hash. */
declare const WASM_NAME: string;
declare const WASM_BYTES: number;
declare const WASM_INTEGRITY: string;

/** Whether a .gz lies beside the program. The npm package has none, and no hash in its script's name, as what bundlers make. */
const packed = /\/(lab|frame|perceptron-lab)\.\w+\.js$/.test(new URL(import.meta.url).pathname);

/** Whether this browser compiles a program as it arrives. */
export const compiles = globalThis.WebAssembly?.compileStreaming !== undefined;

let compiled: Promise<WebAssembly.Module> | null = null;
let share = 0;
let listeners: ((fraction: number) => void)[] = [];

/** The compiled module; `progress` gets the share that has arrived, 0..1, now and as it grows. What failed can be tried again. */
export function load(progress: (fraction: number) => void): Promise<WebAssembly.Module> {
  listeners.push(progress);
  const file = new URL(WASM_NAME, import.meta.url).href;
  compiled ??= compile(file, 'default').catch(() => compile(unbundled(file), 'no-store'));
  compiled.catch(() => (compiled = null));
  progress(share);
  return compiled.finally(() => (listeners = []));
}

/** Vite before 8 moves a package's script into a folder beside the package, but not the files that it names. */
const unbundled = (file: string) => file.replace('/.vite/deps/', '/perceptron-lab/');

/**
 * Compiles the file as it arrives, and rejects one that is not what this script was built with. fetch's own integrity check would
 * hold everything back until the last byte is there, so it is used only on pages without crypto.subtle (plain http).
 */
async function compile(file: string, cache: RequestCache): Promise<WebAssembly.Module> {
  share = 0;
  const streams = globalThis.crypto?.subtle !== undefined;
  const request: RequestInit = { cache, credentials: 'same-origin', integrity: streams ? '' : WASM_INTEGRITY };
  // The second time it is fetched as it is.
  const response = await (packed && streams && cache === 'default' ? small(file, WASM_BYTES, request) : fetch(file, request));
  if (!response.ok || !response.body) throw new Error(`${WASM_NAME}: HTTP ${response.status}`);
  const arrived = new Uint8Array(WASM_BYTES);
  let bytes = 0;
  let integrity: Promise<string> | undefined;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (bytes + chunk.byteLength > WASM_BYTES) throw new Error(`${WASM_NAME}: want ${WASM_BYTES} bytes`);
        arrived.set(chunk, bytes);
        bytes += chunk.byteLength;
        share = bytes / WASM_BYTES;
        for (const listener of listeners) listener(share);
        controller.enqueue(chunk);
      },
      // What has arrived is hashed while the last of it is compiled.
      flush() {
        if (streams) integrity = integrityOf(arrived);
      },
    }),
  );
  const module = await WebAssembly.compileStreaming(new Response(counted, { headers: { 'content-type': 'application/wasm' } }));
  if (streams && (await integrity) !== WASM_INTEGRITY)
    throw new Error(`${WASM_NAME}: not the file that this script was built with`);
  return module;
}
