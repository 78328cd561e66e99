// Training compared with other programs, in one run: `node web/bench/bench.mjs [ROUNDS]`. Builds every contestant, lets each warm
// up, then goes round all of them again and again, so that a slow spell of the machine affects all, and prints medians in ns per
// sample.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = join(here, '../..');
const built = join(project, '.cache/bench');
const rounds = Number(process.argv[2] ?? 11);
const warmUp = 300; // ms, for each contestant and workload
const least = 60; // ms a round

const titles = { full: '2→1, full batch of 100', single: '2→1, batch 1 of 100', mlp: '2→8→8→1 tanh, batch 10 of 200' };
const names = {
  ours: 'Perceptron Lab, wasm',
  'ours-steps': '… step by step',
  limit: 'C, wasm (clang -O3)',
  convnet: 'ConvNetJS',
  'convnet-running': '… its running loss',
  'tensorflow-cpu': 'TensorFlow.js, cpu',
  'tensorflow-wasm': 'TensorFlow.js, wasm',
};

// Where these differ from the row above them.
const only = { '… step by step': ['single'], '… its running loss': ['single', 'mlp'] };

const go = (args, env = {}) => execFileSync('go', args, { cwd: project, env: { ...process.env, ...env }, encoding: 'utf8' });

async function build() {
  await mkdir(built, { recursive: true });
  go(['build', '-o', join(built, 'bench'), './cmd/bench']);
  go(['build', '-o', join(built, 'bench.wasm'), './cmd/bench'], { GOOS: 'js', GOARCH: 'wasm' });
  for (const name of ['wasm_exec.js', 'wasm_exec.cjs'])
    await copyFile(join(go(['env', 'GOROOT']).trim(), 'lib/wasm/wasm_exec.js'), join(built, name));
  const json = execFileSync(join(built, 'bench'), ['workloads'], { encoding: 'utf8' });
  await writeFile(join(built, 'workloads.json'), json);
  await writeFile(join(built, 'data.h'), header(JSON.parse(json)));
  const exact = ['-O3', '-ffp-contract=off', '-I', built];
  execFileSync('gcc', [...exact, '-o', join(built, 'limit'), join(here, 'limit.c')]);
  const clang = existsSync('/usr/bin/clang') && existsSync('/usr/bin/wasm-ld');
  if (clang) {
    const wasm = ['--target=wasm32', '-nostdlib', '-mbulk-memory', '-fvisibility=hidden', '-Wl,--no-entry', '-Wl,--export=train'];
    execFileSync('clang', [...exact, ...wasm, '-o', join(built, 'limit.wasm'), join(here, 'limit.c')]);
  }
  return { workloads: JSON.parse(json), clang };
}

function header(workloads) {
  const list = (values) => `{${values.map((value) => (Array.isArray(value) ? list(value) : value)).join(', ')}}`;
  const each = workloads.map((w) => {
    const parameters = w.parameters.flat();
    const numbers = [w.y.length, w.batch, w.seed, w.drawn, parameters.length, w.lr];
    return `{"${w.name}", ${[...numbers, list(parameters), list(w.x), list(w.y)].join(', ')}}`;
  });
  return `static const struct workload {
	const char *name;
	int n, batch;
	uint32_t seed;
	int drawn, count;
	double lr, parameters[120], x[200][2];
	int y[200];
} workloads[] = {\n\t${each.join(',\n\t')},\n};\n`;
}

/** A process that answers lines. */
function program(file, args = []) {
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(workload, epochs) {
      child.stdin.write(`${workload} ${epochs}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file} ${args.join(' ')} ended`);
      return value.split(' ').map(Number);
    },
    close: () => child.kill(),
  };
}

async function chromium() {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.json': 'application/json',
    '.wasm': 'application/wasm',
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://bench').pathname;
    try {
      const body = await readFile(path.startsWith('/built/') ? join(built, path.slice(7)) : join(here, path));
      // Isolated from other origins, a page gets a clock of 5 µs, and TensorFlow.js threads.
      response.writeHead(200, {
        'content-type': types[extname(path)],
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const profile = await mkdtemp(join(tmpdir(), 'perceptron-bench-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    userDataDir: profile,
    protocolTimeout: 300_000,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
    ],
  });
  return {
    version: await browser.version(),
    async open(name) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(`${name}: ${error}`));
      await page.goto(`http://127.0.0.1:${server.address().port}/page.html?${name}`);
      await page.waitForFunction('globalThis.run', { polling: 50 });
      return {
        run: (workload, epochs) => page.evaluate((w, e) => globalThis.run(w, e), workload, epochs),
        close: () => page.close(),
      };
    },
    async close() {
      await browser.close();
      server.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** How many epochs take as long as a round should, after the warm-up. */
async function calibrate(contestant, workload) {
  const until = performance.now() + warmUp;
  for (let epochs = 1; ; ) {
    const [ns] = await contestant.run(workload, epochs);
    const ms = ns / 1e6;
    if (ms >= least && performance.now() >= until) return epochs;
    if (ms < 1.2 * least) epochs = Math.ceil(epochs * Math.min(10, Math.max(1.1, (1.3 * least) / ms)));
  }
}

const quartiles = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((share) => sorted[Math.round(share * (sorted.length - 1))]);
};
const shown = (ns) => (ns < 100 ? ns.toFixed(1) : ns.toFixed(0));

const { workloads, clang } = await build();
const browser = await chromium();
const contestants = [
  { name: 'Perceptron Lab, Go', place: 'native', ...program(join(built, 'bench')) },
  { name: '… step by step', place: 'native', ...program(join(built, 'bench'), ['steps']) },
  { name: 'C (gcc -O3)', place: 'native', ...program(join(built, 'limit')) },
];
try {
  const wanted = Object.keys(names).filter((name) => clang || name !== 'limit');
  for (const name of wanted)
    contestants.push({ name: names[name], place: 'node', ...program(process.execPath, [join(here, 'node.mjs'), name, built]) });
  for (const name of wanted) contestants.push({ name: names[name], place: 'Chromium', ...(await browser.open(name)) });

  const machine = `${cpus()[0].model}, ${cpus().length} processors`;
  console.log(`${machine}; ${go(['version']).split(' ')[2]}, node ${process.version}, ${browser.version}`);
  console.log(`${rounds} rounds of ≥ ${least} ms each, alternating; ns a sample: median (quartiles); the median of the
   rounds' ratios to ours in the same place; the loss after 20 epochs`);
  for (const { name: workload, y } of workloads) {
    const runs = contestants
      .filter(({ name }) => !(name in only) || only[name].includes(workload))
      .map((contestant) => ({ ...contestant, times: [] }));
    for (const run of runs) {
      run.loss = (await run.run(workload, 20))[1];
      run.epochs = await calibrate(run, workload);
    }
    for (let round = 0; round < rounds; round++) {
      for (const run of runs) run.times.push((await run.run(workload, run.epochs))[0] / run.epochs / y.length);
    }
    const exact = runs.filter(({ name }) => /Perceptron|step by step|^C\b/.test(name));
    if (exact.some(({ loss }) => loss !== exact[0].loss))
      throw new Error(`${workload}: not the same loss: ${exact.map(({ loss }) => loss)}`);
    console.log(`\n${titles[workload]}`);
    for (const { name, place, times, loss } of runs) {
      const ours = runs.find((run) => run.place === place && /^Perceptron/.test(run.name));
      const [low, mid, high] = quartiles(times);
      const ratio = quartiles(times.map((time, round) => time / ours.times[round]))[1];
      const who = `${place.padEnd(9)} ${name.padEnd(22)}`;
      const time = `${shown(mid).padStart(8)} ${`(${shown(low)}–${shown(high)})`.padEnd(17)}`;
      console.log(`  ${who} ${time} ${ratio.toFixed(2).padStart(8)} ×  ${loss}`);
    }
  }
} finally {
  for (const contestant of contestants) await contestant.close();
  await browser.close();
}
