// Runs a Go command for WebAssembly in this process, again and again: compiled once, where Go's own runner compiles all of
// it for each run.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A program from its file and Go's wasm_exec.js: its run takes arguments and standard input, and returns what came of it. */
export async function program(file, exec) {
  createRequire(import.meta.url)(exec);
  const module = await WebAssembly.compile(await readFile(file));
  let input;
  const printed = {};
  Object.assign(globalThis.fs, {
    writeSync: (fd, bytes) => {
      printed[fd].push(Buffer.from(bytes));
      return bytes.length;
    },
    read: (fd, buffer, offset, length, position, done) => {
      const piece = input.subarray(0, length);
      buffer.set(piece, offset);
      input = input.subarray(piece.length);
      done(null, piece.length);
    },
  });
  const run = async (args, text) => {
    input = Buffer.from(text);
    Object.assign(printed, { 1: [], 2: [] });
    const go = new globalThis.Go();
    let status = 0;
    Object.assign(go, { argv: [file, ...args], env: {}, exit: (code) => (status = code) });
    await go.run(await WebAssembly.instantiate(module, go.importObject));
    const [stdout, stderr] = [1, 2].map((fd) => Buffer.concat(printed[fd]).toString());
    return { status, stdout, stderr };
  };
  // One after the other: they share standard input and output.
  let last = Promise.resolve();
  return (args, text) => (last = last.then(() => run(args, text)));
}
