// `perceptron serve` beside nginx, `node serving.bench.mjs [ROUNDS]`: in each round each of them, in turn, answers 10,000
// requests of ab (ApacheBench), 50 at a time, for five files of dist/ with brotli, as browsers ask for them. It prints medians of
// the rounds: the time, and what the server took of the processor; and the memory after the first round and after the last. It
// fails where an answer is wrong, where ours takes more than twice nginx's time, or where its memory grows.

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from './harness.mjs';
import { freePort, nginx } from './servers.mjs';

const run = promisify(execFile);
const site = fileURLToPath(new URL('../../dist', import.meta.url));
const rounds = Number(process.argv[2] ?? 7);
const requests = 10_000;
const atATime = 50;

/** The page, its script, its program, a picture, and one that isn't compressed. */
const files = [/^index\.html$/, /^lab\.\w+\.js$/, /^lab\.\w+\.wasm$/, /^blog\.\w+\.svg$/, /^post\.\w+\.png$/].map((wanted) =>
  readdirSync(site).find((name) => wanted.test(name)),
);

/** The bytes that a file is sent as. */
const sent = (name) => statSync(join(site, `${name}.br`), { throwIfNoEntry: false })?.size ?? statSync(join(site, name)).size;

/** A process and its children, by number. */
const family = (pid) => [
  pid,
  ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).flatMap(Number),
];

/** What a server has taken of the processor, in s. Linux counts hundredths. */
const processor = (server) =>
  family(server.pid)
    .map((pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '))
    .reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) / 100, 0);

/** What a server holds of the memory, in MB. */
const held = (server) =>
  family(server.pid)
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]))
    .reduce((sum, kB) => sum + kB / 1000, 0);

/** Asks for a file, and returns how many s the answers took. Throws unless each of them is the file as it should be sent. */
async function ask(server, name) {
  const n = requests / files.length;
  const { stdout } = await run('/usr/bin/ab', [
    ...['-q', '-k', '-n', n, '-c', atATime, '-H', 'Accept-Encoding: gzip, deflate, br'],
    server.address + name,
  ]);
  const said = (what) => Number(new RegExp(`${what}:\\s+([\\d.]+)`).exec(stdout)?.[1] ?? 0);
  const right =
    said('Complete requests') === n && said('Failed requests') + said('Non-2xx responses') + said('Write errors') === 0;
  if (!right || said('Document Length') !== sent(name)) throw new Error(`${server.name}, ${name}:\n${stdout}`);
  return said('Time taken for tests');
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const home = await mkdtemp(join(tmpdir(), 'perceptron-serving-'));
const servers = [
  { name: 'perceptron serve', ...(await serve()) },
  { name: 'nginx', ...(await nginx(home, [{ port: await freePort(), root: site }], { workers: 'auto' })) },
];
try {
  for (const server of servers) Object.assign(server, { times: files.map(() => []), totals: [], processor: [] });
  for (let round = 0; round < rounds; round++) {
    for (const server of round % 2 ? servers.toReversed() : servers) {
      const before = processor(server);
      const times = [];
      for (const name of files) times.push(await ask(server, name));
      times.forEach((s, i) => server.times[i].push(s));
      server.totals.push(times.reduce((a, b) => a + b));
      server.processor.push(processor(server) - before);
      server.first ??= held(server);
    }
  }
  for (const { name, times, totals, processor, first, ...server } of servers) {
    console.log(
      `${name}: ${median(totals).toFixed(2)} s, processor ${median(processor).toFixed(2)} s, ` +
        `memory ${first.toFixed(1)} MB after a round, ${held(server).toFixed(1)} MB after ${rounds}`,
    );
    console.log(files.map((file, i) => `  ${file} ${median(times[i]).toFixed(3)} s`).join('\n'));
  }
  const [ours, other] = servers;
  const ratio = median(ours.totals.map((s, i) => s / other.totals[i]));
  console.log(`ours takes ${ratio.toFixed(2)} of nginx's time`);
  const grown = held(ours) - ours.first;
  if (ratio > 2 || grown > 10) {
    console.error('want at most 2, and no more than 10 MB more memory than after the first round');
    process.exitCode = 1;
  }
} finally {
  for (const server of servers) await server.close();
  await rm(home, { recursive: true });
}
