// Modules of web/src as they are, for tests that need no page: as JavaScript, in a folder of their own.

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** Calls `use` with what imports a module by its path in web/src, of these folders. */
export async function transpiled(folders, use) {
  const to = await mkdtemp(join(tmpdir(), 'modules-'));
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  for (const folder of folders)
    for (const name of (await readdir(join(src, folder), { recursive: true })).filter((name) => name.endsWith('.ts'))) {
      const from = join(src, folder, name);
      const { outputText } = ts.transpileModule(await readFile(from, 'utf8'), { compilerOptions });
      const fileOf = (path) => (existsSync(join(dirname(from), `${path}.ts`)) ? `${path}.mjs` : `${path}/index.mjs`);
      const file = join(to, folder, name.replace(/ts$/, 'mjs'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, outputText.replace(/(?<=from '|import\(')\.[^']*(?=')/g, fileOf));
    }
  try {
    return await use((name) => import(pathToFileURL(join(to, `${name}.mjs`))));
  } finally {
    await rm(to, { recursive: true });
  }
}
