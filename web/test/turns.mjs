// Runs `node --test` with the arguments given, its files taking turns in a few browsers that stay. A file has a browser
// to itself as long as it holds a connection to the port in TURNS, whose first words are the browser's address.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
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

const args = ['--test', '--test-concurrency=3', ...process.argv.slice(2)];
const tests = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TURNS: server.address().port } });
const [status] = await once(tests, 'exit');
server.close();
for (const { close } of started) await close();
process.exitCode = status ?? 1;
