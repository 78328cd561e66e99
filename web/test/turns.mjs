// Runs browser tests, those of the files given or all, which take turns in a few browsers that stay. A file has a browser to
// itself as long as it holds a connection to the port in TURNS, whose first words are the browser's address.

import { once } from 'node:events';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { tap } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

const started = [];
const free = [];

const server = createServer(async (turn) => {
  let mine = free.pop();
  if (!mine?.browser.connected) started.push((mine = await launch()));
  turn
    .on('error', () => {})
    .on('close', () => free.push(mine))
    .resume();
  turn.write(mine.browser.wsEndpoint());
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.env.TURNS = server.address().port;

const given = process.argv.slice(2).map((name) => resolve(name));
const files = given.length > 0 ? given : await allFiles();
// What takes long comes first, as far as its length tells: otherwise one browser would have work left when the others have none.
files.sort((a, b) => statSync(b).size - statSync(a).size);

const ended = [];
const tests = run({ files, concurrency: 3 });
tests.on('test:pass', (test) => ended.push(test));
tests.on('test:fail', (test) => {
  ended.push(test);
  process.exitCode = 1;
});
const told = tests.compose(tap);
told.pipe(process.stdout);
await finished(told);
if (ended.length === 0) throw new Error('no test was run');
server.close();
for (const { close } of started) await close();

console.log('\nThe slowest tests, in seconds:');
ended.sort((a, b) => b.details.duration_ms - a.details.duration_ms);
for (const { name, file, details } of ended.slice(0, 10))
  console.log(`${(details.duration_ms / 1000).toFixed(1).padStart(6)}  ${name} (${basename(file ?? '')})`);

async function allFiles() {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).map((name) => resolve(here, name));
}
