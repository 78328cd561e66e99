// Makes the npm package in .cache/npm out of dist/: `make package`.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifest } from './manifest.mjs';
import { declarations } from './types.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const out = join(project, '.cache/npm');
const folder = join(out, 'package');
rmSync(out, { recursive: true, force: true });
mkdirSync(join(folder, 'posters'), { recursive: true });

// What any site gets, with plain names unless another file refers to the hashed ones.
const files = join(out, 'files');
perceptron('embed', '-from', join(project, 'dist'), files);
for (const name of readdirSync(files)) {
  if (/\.(br|gz)$/.test(name)) continue;
  const plain = name.replace(/\.[0-9a-f]{10}\./, '.');
  const place = name.endsWith('.svg') ? join('posters', plain) : /\.wasm$|^perceptron-lab-/.test(name) ? name : plain;
  cpSync(join(files, name), join(folder, place));
}
for (const name of ['README.md', 'server.js', 'attributes.d.ts', 'react.d.ts', 'vue.d.ts'])
  cpSync(join(project, 'web/npm', name), join(folder, name));
const { name, ...rest } = JSON.parse(readFileSync(join(project, 'web/npm/package.json'), 'utf8'));
const [, version] = /^perceptron (\S+)/.exec(perceptron('version'));
writeFileSync(join(folder, 'package.json'), json({ name, version, ...rest }));
cpSync(join(project, 'LICENSE'), join(folder, 'LICENSE'));
writeFileSync(join(folder, 'perceptron-lab.d.ts'), declarations(join(project, 'web/src')));
writeFileSync(join(folder, 'custom-elements.json'), json(manifest(join(folder, 'perceptron-lab.d.ts'), 'perceptron-lab.js')));
console.log(execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { cwd: folder, encoding: 'utf8' }).trim());

function perceptron(...args) {
  return execFileSync(join(project, '.cache/perceptron'), args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
