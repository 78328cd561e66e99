// limit.c as WebAssembly: a module that needs nothing.

import { timed } from './shared.mjs';

export async function limit(workloads, { read }) {
  const { instance } = await WebAssembly.instantiate(await read('limit.wasm'), {});
  return (name, epochs) =>
    timed(() =>
      instance.exports.train(
        workloads.findIndex((workload) => workload.name === name),
        epochs,
      ),
    );
}
