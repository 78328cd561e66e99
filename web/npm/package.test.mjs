// The npm package, as a user who installed it has it: unpacked, linted, compiled against, and used in Chromium.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open, use } from '../test/harness.mjs';
import { plain, policy } from '../test/servers.mjs';
import { install } from './install.mjs';

const require = createRequire(import.meta.url);
const ts = require('typescript');
const project = fileURLToPath(new URL('../..', import.meta.url));

let home, folder, manifest;
before(() => {
  home = mkdtempSync(join(tmpdir(), 'perceptron-npm-'));
  folder = install(home);
  manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')).modules[0].declarations[0];
});
after(() => rmSync(home, { recursive: true, force: true }));

test('publint has nothing to say', async () => {
  const { publint } = await import('publint');
  const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
  assert.deepEqual(messages, []);
});

test('everything is in it, and no compressed copies', () => {
  const names = readdirSync(folder);
  for (const name of [
    'perceptron-lab.js',
    'perceptron-lab.css',
    'perceptron-lab.d.ts',
    'custom-elements.json',
    'LICENSE',
    'licenses.txt',
    'README.md',
    'package.json',
  ]) {
    assert.ok(names.includes(name), `no ${name}`);
  }
  assert.equal(names.filter((name) => name.endsWith('.wasm')).length, 1);
  assert.ok(existsSync(join(folder, 'posters/xor.svg')));
  assert.deepEqual(
    names.filter((name) => /\.(br|gz)$/.test(name)),
    [],
  );
});

test('a consumer compiles against the types, and its mistakes don’t', () => {
  const consumers = ['consumer.ts', 'consumer-react.tsx', 'consumer-vue.ts'];
  for (const name of consumers) cpSync(join(project, 'web/npm', name), join(home, name));
  mkdirSync(join(home, 'node_modules/@types'));
  for (const name of ['@types/react', 'vue'])
    symlinkSync(join(project, 'web/node_modules', name), join(home, 'node_modules', name));
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
  for (const [module, moduleResolution] of [
    [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    [ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ]) {
    const options = {
      module,
      moduleResolution,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      jsx: ts.JsxEmit.ReactJSX,
      strict: true,
      noEmit: true,
      exactOptionalPropertyTypes: true,
    };
    const program = ts.createProgram(
      consumers.map((name) => join(home, name)),
      options,
    );
    // What React, Vue and TypeScript declare is not checked, only what is ours.
    const ours = program.getSourceFiles().filter(({ fileName }) => /consumer|\/perceptron-lab\//.test(fileName));
    assert.ok(ours.length > consumers.length, 'the package has no types');
    const diagnostics = [...program.getGlobalDiagnostics(), ...ours.flatMap((file) => ts.getPreEmitDiagnostics(program, file))];
    assert.equal(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => home,
        getNewLine: () => '\n',
      }),
      '',
    );
  }
});

test('a server that renders a page can import it', () => {
  writeFileSync(
    join(home, 'server.mjs'),
    "import { PerceptronLab } from 'perceptron-lab';\nconsole.log(typeof PerceptronLab);\n",
  );
  assert.equal(execFileSync(process.execPath, [join(home, 'server.mjs')], { encoding: 'utf8' }), 'function\n');
});

test('the element comes alive, and matches the manifest', async () => {
  const lab = await open();
  const server = await plain(home, { headers: { 'content-security-policy': policy() } });
  writeFileSync(
    join(home, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="node_modules/perceptron-lab/perceptron-lab.css">
<script type="module" src="node_modules/perceptron-lab/perceptron-lab.js"></script>
<perceptron-lab preset="xor" controls="full" poster="node_modules/perceptron-lab/posters/xor.svg"><img
  src="node_modules/perceptron-lab/posters/xor.svg" width="800" height="660" alt="XOR"></perceptron-lab>`,
  );
  try {
    await use({ ...lab, address: server.address }, {}, async (page) => {
      await page.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
      const there = await page.evaluate(({ tagName, members, cssParts }) => {
        const { prototype } = customElements.get(tagName);
        const { shadowRoot } = document.querySelector(tagName);
        return {
          members: Object.getOwnPropertyNames(prototype)
            .filter((name) => name !== 'constructor' && !name.endsWith('Callback'))
            .sort(),
          kinds: members.every(
            ({ name, kind }) =>
              (kind === 'method') === (typeof Object.getOwnPropertyDescriptor(prototype, name).value === 'function'),
          ),
          parts: cssParts.filter(({ name }) => !shadowRoot.querySelector(`[part~="${name}"]`)),
        };
      }, manifest);
      assert.deepEqual(there.members, manifest.members.map(({ name }) => name).sort());
      assert.ok(there.kinds, 'a method is not a function');
      assert.deepEqual(there.parts, []);
    });
  } finally {
    server.close();
    await lab.close();
  }
});

test('the manifest names the attributes, events and properties that the sources use', () => {
  const files = readdirSync(join(project, 'web/src/element'), { recursive: true })
    .filter((name) => /\.(ts|css)$/.test(name))
    .map((name) => `web/src/element/${name}`);
  const source = [...files, 'web/css/palette.css'].map((file) => readFileSync(join(project, file), 'utf8')).join('\n');
  const names = (list) => list.map(({ name }) => name).sort();
  const found = (pattern) => [...new Set([...source.matchAll(pattern)].map(([, name]) => name))].sort();
  assert.deepEqual(names(manifest.events), found(/\bemit\('(\w+)'/g));
  assert.deepEqual(names(manifest.cssProperties), found(/var\((--perceptron-[a-z-]+)/g));
  for (const attribute of found(/(?:get|has)Attribute\('([\w-]+)'\)/g)) {
    if (!['width', 'height', 'href', 'class'].includes(attribute))
      assert.ok(names(manifest.attributes).includes(attribute), `no ${attribute}`);
  }
});

test('docs/embedding.md names all that the manifest does', () => {
  const text = readFileSync(join(project, 'docs/embedding.md'), 'utf8');
  const { attributes, events, members, cssProperties, cssParts } = manifest;
  const missing = [...attributes, ...events, ...members, ...cssProperties, ...cssParts].filter(
    ({ name }) => !new RegExp(`(^|[^\\w-])${name}(?![\\w-])`).test(text),
  );
  assert.deepEqual(missing, []);
});
