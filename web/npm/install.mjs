// The package that pack.mjs made, as a user who installed it has it.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../.cache/npm', import.meta.url));

/** Unpacks it into home's node_modules, and returns its folder. */
export function install(home) {
  const folder = join(home, 'node_modules/perceptron-lab');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', [
    '-xzf',
    join(
      built,
      readdirSync(built).find((name) => name.endsWith('.tgz')),
    ),
    '-C',
    folder,
    '--strip-components=1',
  ]);
  return folder;
}
