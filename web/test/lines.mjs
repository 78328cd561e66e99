// Lines of at most 130 characters in the scripts of web/: the formatter leaves comments, strings and templates as they are. Files
// that are generated may have longer ones, and so may web/src/words, where a text for the reader is one line, and lines that hold
// nothing but an address.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const most = 130;
const generated = /^\/\/ Code generated .* DO NOT EDIT\.\n/;
const address = /^\W*https?:\S+$/;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const faults = scripts('web').flatMap((path) => {
  const text = readFileSync(path, 'utf8');
  if (generated.test(text)) return [];
  return text.split('\n').flatMap((line, i) => {
    const { length } = [...line];
    return length <= most || address.test(line) ? [] : `${path}:${i + 1}: ${length} characters, want at most ${most}`;
  });
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

/** The paths of the scripts below a folder. */
function scripts(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules' || path === 'web/src/words') return [];
    if (entry.isDirectory()) return scripts(path);
    return /\.(ts|tsx|js|mjs)$/.test(path) ? [path] : [];
  });
}
