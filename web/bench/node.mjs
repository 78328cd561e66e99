// A contestant under node, alone in its process: `node node.mjs NAME DIR`, with what was built in DIR. Answers lines.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { make } from './contestants.mjs';

const [name, dir] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const run = await make(name, JSON.parse(await readFile(join(dir, 'workloads.json'), 'utf8')), {
  read: (file) => readFile(join(dir, file)),
  script: async (file) => require(join(dir, file.replace(/js$/, 'cjs'))),
  load: async (module) => require(module),
  wasmPath: `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`,
});
for await (const line of createInterface({ input: process.stdin })) {
  const [workload, epochs] = line.split(' ');
  console.log((await run(workload, Number(epochs))).join(' '));
}
