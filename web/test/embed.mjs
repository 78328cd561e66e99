// `perceptron embed` as an author runs it, with the site that was built.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Runs it in a folder, and returns what it prints. */
export function embed(cwd, ...args) {
  return execFileSync(join(project, '.cache/perceptron'), ['embed', '-from', join(project, 'dist'), ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
