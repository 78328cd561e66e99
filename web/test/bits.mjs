// The same bytes everywhere: `node web/test/bits.mjs wasm arm64` builds the command line for those platforms (arm64 runs
// in qemu) and compares what `perceptron train -json -data` prints there, for every scene below, with this machine's own.

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from './wasm.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const built = join(project, '.cache/bits');
const go = (args, env = {}) =>
  execFileSync('go', args, { cwd: project, env: { ...process.env, CGO_ENABLED: '0', ...env }, encoding: 'utf8' });

const platforms = {
  wasm: {
    env: { GOOS: 'js', GOARCH: 'wasm' },
    load: (file) => program(file, join(go(['env', 'GOROOT']).trim(), 'lib/wasm/wasm_exec.js')),
  },
  arm64: { env: { GOOS: 'linux', GOARCH: 'arm64' }, load: (file) => native('qemu-aarch64-static', file) },
};

// What the fixtures leave out: edits, and networks that learn in batches.
const moons = { kind: 'moons', n_samples: 120, noise: 0.15, random_state: 5 };
const more = [
  {
    name: 'edits, full batch',
    scene: {
      train: { lr: 0.1, epochs: 300 },
      edits: [
        { step: 0, add: { x: [0.3, 0.2], y: 1 } },
        { step: 20, set: { 'train.lr': 0.5, 'train.momentum': 0.9 } },
        { step: 40, move: { index: 3, x: [1.25, -0.75], y: 0 } },
        { step: 60, remove: { index: 7 } },
        { step: 80, set: { 'train.optimizer': 'adam', 'train.lr': 0.03 } },
        { step: 100, weights: [[0.25, -0.5], [0.125]] },
        { step: 120, set: { 'train.loss': 'mse' } },
        { step: 130, add_query: { x: [0.1, 0.1] } },
      ],
    },
  },
  {
    name: 'edits, batch 1',
    scene: {
      data: { n_samples: 60, test_size: 0.25 },
      train: { lr: 0.05, batch_size: 1, epochs: 12, weight_decay: 0.001 },
      edits: [
        { step: 17, remove: { index: 4 } },
        { step: 33, add: { x: [-2, 0.5], y: 1 } },
        { step: 101, set: { 'train.loss': 'hinge' } },
        { step: 151, set: { 'train.loss': 'bce', 'train.batch_size': 7 } },
      ],
    },
  },
  {
    name: '2-8-8-1, batch 10',
    scene: { data: moons, model: { layers: [2, 8, 8, 1] }, train: { lr: 0.1, batch_size: 10, epochs: 60 } },
  },
  {
    name: '2-5-11-1, batch 7, momentum',
    scene: {
      data: moons,
      model: { layers: [2, 5, 11, 1] },
      train: { lr: 0.05, batch_size: 7, epochs: 30, momentum: 0.9, nesterov: true, weight_decay: 0.01 },
    },
  },
  {
    name: '2-9-3 sigmoid, cross-entropy, adam',
    scene: {
      data: {
        kind: 'blobs',
        n_samples: 90,
        centers: [
          [0, 1],
          [1, -1],
          [-1, -1],
        ],
        cluster_std: 0.5,
        random_state: 4294967295,
      },
      model: { layers: [2, 9, 3], activation: 'sigmoid' },
      train: { loss: 'cross_entropy', optimizer: 'adam', lr: 0.01, batch_size: 16, epochs: 40 },
    },
  },
];

// Every loss with every optimizer and batch size, one after the other in one run: what one of them changes shows in all later
// numbers.
const optimizers = [
  { 'train.optimizer': 'sgd', 'train.lr': 0.1, 'train.momentum': 0, 'train.nesterov': false, 'train.weight_decay': 0 },
  { 'train.weight_decay': 0.01 },
  { 'train.momentum': 0.9 },
  { 'train.nesterov': true },
  { 'train.optimizer': 'adam', 'train.lr': 0.01 },
];
for (const [losses, outputs] of [
  [['bce', 'mse', 'hinge', 'perceptron'], 1],
  [['cross_entropy'], 3],
]) {
  for (const hidden of [[], [5], [8, 8]]) {
    const changes = losses.flatMap((loss) =>
      optimizers.flatMap((o) => [0, 1, 10].map((batch) => ({ 'train.loss': loss, ...o, 'train.batch_size': batch }))),
    );
    const edits = changes.map((set, i) => ({ step: 103 * i, set }));
    const scene = {
      data: { ...moons, n_samples: 103 },
      model: { layers: [2, ...hidden, outputs] },
      train: { loss: losses[0], epochs: 0 },
    };
    more.push({
      name: `${losses} by 2-${[...hidden, outputs].join('-')}, every optimizer and batch size`,
      scene: { ...scene, edits: [...edits, { step: 103 * changes.length, set: { 'train.epochs': 1 } }] },
    });
  }
}

/** Every run: its name, the arguments after "train -json -data", the standard input. */
function runs(help) {
  const fixtures = JSON.parse(readFileSync(join(project, 'perceptron/testdata/oracle/scenes.json'), 'utf8'));
  const presets = /a scene by name: (.*)/.exec(help)[1].split(', ');
  return [
    ...fixtures.map(({ name, ...scene }) => ({ name: `fixture ${name}`, args: ['-scene', '-'], input: JSON.stringify(scene) })),
    ...presets.map((name) => ({ name: `preset ${name}`, args: ['-preset', name], input: '' })),
    ...more.map(({ name, scene }) => ({ name, args: ['-scene', '-'], input: JSON.stringify(scene) })),
  ];
}

/** A program of the system: its run takes arguments and standard input, and returns what came of it. */
const native =
  (...command) =>
  (args, input) =>
    new Promise((resolve) => {
      const child = execFile(command[0], [...command.slice(1), ...args], { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
        resolve({ status: error ? (error.code ?? error.signal) : 0, stdout, stderr }),
      );
      child.stdin.on('error', () => {}); // a preset's run reads none
      child.stdin.end(input);
    });

mkdirSync(built, { recursive: true });
const here = join(built, 'here');
go(['build', '-o', here, './cmd/perceptron']);
const programs = { here: native(here) };
for (const name of process.argv.slice(2)) {
  const file = join(built, name);
  go(['build', '-o', file, './cmd/perceptron'], platforms[name].env);
  programs[name] = await platforms[name].load(file);
}

const queue = runs((await programs.here(['train', '-h'], '')).stderr);
const count = queue.length;
let bytes = 0;
async function work() {
  for (let run; (run = queue.shift()); ) {
    const outcomes = {};
    await Promise.all(
      Object.entries(programs).map(
        async ([name, act]) => (outcomes[name] = await act(['train', '-json', '-data', ...run.args], run.input)),
      ),
    );
    const { status, stdout, stderr } = outcomes.here;
    // The empty preset has no points to train on.
    if (status !== 0 && run.name !== 'preset empty') throw new Error(`${run.name}: status ${status}: ${stderr}`);
    for (const [name, other] of Object.entries(outcomes)) {
      if (other.status !== status || other.stdout !== stdout)
        throw new Error(
          `${run.name}: ${name} differs: status ${other.status} ${other.stderr}\n${difference(stdout, other.stdout)}`,
        );
    }
    bytes += stdout.length;
  }
}

function difference(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `after ${at} bytes: ${a.slice(Math.max(0, at - 40), at + 40)}\nand: ${b.slice(Math.max(0, at - 40), at + 40)}`;
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(
  `${count} scenes, ${bytes} bytes, the same on ${['this machine', ...process.argv.slice(2)].join(', ')} (${process.arch})`,
);
