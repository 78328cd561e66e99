// The package that pack.mjs made.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = new URL('../../.cache/npm', import.meta.url).pathname;

export const packed = () => join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')));
