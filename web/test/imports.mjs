// The rooms of web/src: what imports what is what the table of docs/architecture.md says, and goes one way. In that table
// a room is below those it imports. Files don't import each other in circles, not even for types.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The table's rows from top to bottom: a folder of web/src, and for each room it imports whether only types. */
function roomsOf(markdown) {
  const rows = markdown.matchAll(/^\| `web\/src\/([^`]+)` \| .* \| (.*) \|$/gm);
  return [...rows].map(([, folder, said]) => {
    const names = said === '–' ? [] : said.split(', ');
    return { folder, imports: new Map(names.map((name) => [name.replace(/'s types$/, ''), name.endsWith("'s types")])) };
  });
}

/** What a source imports of ours: each file's name without its ending, and whether only types. */
function importsOf(name, text) {
  const found = [];
  const add = (literal, types) => {
    const path = literal && ts.isStringLiteral(literal) ? literal.text : '';
    if (/^\.\.?\//.test(path) && !path.endsWith('.css')) found.push({ to: join(dirname(name), path), types });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(`${name}.ts`, text, ts.ScriptTarget.ES2022));
  return found;
}

function onlyTypes(clause) {
  if (!clause || clause.isTypeOnly || clause.name) return clause?.isTypeOnly ?? false;
  return ts.isNamedImports(clause.namedBindings) && clause.namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** What is wrong with sources, a Map from names without endings to texts, in rooms. */
function faultsOf(sources, rooms) {
  const deepest = rooms.toSorted((a, b) => b.folder.length - a.folder.length);
  const roomOf = (name) => deepest.find(({ folder }) => name.startsWith(`${folder}/`));
  const fileOf = (to) => (sources.has(`${to}/index`) ? `${to}/index` : to);
  const arrows = new Map(
    [...sources].map(([name, text]) => [name, importsOf(name, text).map(({ to, types }) => ({ to: fileOf(to), types }))]),
  );
  const faults = [];
  const used = new Set();
  for (const [name, imports] of arrows) {
    const from = roomOf(name);
    if (!from) faults.push(`${name} is in no room`);
    for (const { to, types } of imports) {
      const room = roomOf(to);
      if (!sources.has(to)) faults.push(`${name} imports ${to}, which isn't there`);
      if (!from || !room || from === room) continue;
      const said = from.imports.get(basename(room.folder));
      if (said === undefined) faults.push(`${name} imports ${to}: ${from.folder} may not import ${room.folder}`);
      else if (said && !types) faults.push(`${name} imports ${to}: ${from.folder} may import only types of ${room.folder}`);
      used.add(`${from.folder} ${basename(room.folder)}${types ? '' : ' code'}`);
    }
  }
  for (const [i, { folder, imports }] of rooms.entries()) {
    for (const [name, types] of imports) {
      if (!rooms.slice(0, i).some((other) => basename(other.folder) === name))
        faults.push(`${folder} imports upwards: ${name} doesn't stand above it`);
      if (!used.has(`${folder} ${name} code`) && !(types && used.has(`${folder} ${name}`)))
        faults.push(`${folder} doesn't import ${types ? 'types' : 'code'} of ${name}`);
    }
  }
  return [...faults, ...circlesOf(arrows)];
}

/** The rooms in rows, each in the lowest one that is above all that it imports. */
function drawn(rooms) {
  const below = new Set();
  const rows = [];
  while (below.size < rooms.length) {
    const row = rooms.filter(({ folder, imports }) => {
      const others = [...imports.keys()].map((name) => rooms.find((other) => basename(other.folder) === name)?.folder);
      return !below.has(folder) && others.every((other) => below.has(other));
    });
    assert.ok(row.length > 0, `a circle among rooms: all but ${[...below]}`);
    for (const { folder } of row) below.add(folder);
    rows.unshift(row.map(({ folder }) => folder).join('   '));
  }
  return rows.join('\n');
}

/** Each file that leads back to one it was reached from, with the path. */
function circlesOf(arrows) {
  const found = [];
  const done = new Set();
  const walk = (name, way) => {
    if (way.includes(name)) found.push(`circle: ${[...way.slice(way.indexOf(name)), name].join(' -> ')}`);
    if (way.includes(name) || done.has(name)) return;
    for (const { to } of arrows.get(name) ?? []) walk(to, [...way, name]);
    done.add(name);
  };
  for (const name of arrows.keys()) walk(name, []);
  return found;
}

/** Names and texts of the files in a folder of web/ whose names end so. */
function readAll(folder, endings) {
  const files = readdirSync(join(root, 'web', folder), { recursive: true }).filter(
    (name) => endings.test(name) && !/node_modules/.test(name),
  );
  return files.map((name) => [name, readFileSync(join(root, 'web', folder, name), 'utf8')]);
}

test('imports go one way, as docs/architecture.md says, and in no circle', () => {
  const sources = new Map(readAll('src', /(?<!\.d)\.ts$/).map(([name, text]) => [name.replace(/\.ts$/, ''), text]));
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const rooms = roomsOf(text);
  assert.deepEqual(faultsOf(sources, rooms), []);
  assert.ok(
    text.includes(`\n\`\`\`\n${drawn(rooms)}\n\`\`\`\n`),
    `docs/architecture.md draws something else than\n${drawn(rooms)}`,
  );
});

test('scripts import each other in no circle', () => {
  for (const folder of ['bench', 'npm', 'test']) {
    const arrows = readAll(folder, /\.m?js$/).map(([name, text]) => [name, importsOf(name, text)]);
    assert.ok(
      arrows.some(([, imports]) => imports.length > 0),
      folder,
    );
    assert.deepEqual(circlesOf(new Map(arrows)), [], folder);
  }
});

test('imports that go up or in a circle, or that the table has wrong, are reported', () => {
  const table = ['| `web/src/low` | … | – |', "| `web/src/low/inner` | … | low's types |", '| `web/src/high` | … | low, inner |'];
  const faults = (files, rows = table) => faultsOf(new Map(Object.entries(files)), roomsOf(rows.join('\n')));
  const sound = {
    'low/a': "import { b } from './b';\nimport './a.css';",
    'low/b': "import { readFile } from 'node:fs';",
    'low/inner/c': "import { type A } from '../a';",
    'low/folder/index': 'export const e = 1;',
    'high/d': "import { a } from '../low/a';\nimport { e } from '../low/folder';\nconst c = await import('../low/inner/c');",
  };
  assert.deepEqual(faults(sound), []);
  assert.deepEqual(faults({ ...sound, 'low/b': "export * from '../high/d';" }), [
    'low/b imports high/d: low may not import high',
    'circle: low/a -> low/b -> high/d -> low/a',
    'circle: low/a -> low/b -> high/d -> low/inner/c -> low/a',
  ]);
  assert.deepEqual(faults({ ...sound, 'low/b': "import type { A } from './a';" }), ['circle: low/a -> low/b -> low/a']);
  assert.deepEqual(faults({ ...sound, 'low/inner/c': "import { a } from '../a';" }), [
    'low/inner/c imports low/a: low/inner may import only types of low',
  ]);
  assert.deepEqual(faults({ ...sound, 'high/d': "import { a } from '../low/a';", e: '', 'low/b': "import './f';" }), [
    "low/b imports low/f, which isn't there",
    'e is in no room',
    "high doesn't import code of inner",
  ]);
  assert.deepEqual(faults(sound, table.toReversed()), [
    "high imports upwards: low doesn't stand above it",
    "high imports upwards: inner doesn't stand above it",
    "low/inner imports upwards: low doesn't stand above it",
  ]);
});
