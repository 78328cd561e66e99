// Another version of the site: the same, but each file's name has another hash, as if all of them had changed.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const hashed = /^(.+\.)(\w{8,10})(\.\w+)$/;
const integrityOf = (data) => `sha256-${createHash('sha256').update(data).digest('base64')}`;

/** Writes it into a folder. */
export async function nextVersion(site, folder) {
  const files = (await readdir(site, { withFileTypes: true })).filter((file) => file.isFile() && !/\.(br|gz)$/.test(file.name));
  const texts = files.map(({ name }) => name).filter((name) => /\.(js|html|webmanifest)$/.test(name));
  const changes = files.flatMap(({ name }) => {
    const next = name.replace(hashed, (_all, stem, hash, ending) => stem + [...hash].reverse().join('') + ending);
    return next === name ? [] : [[name, next]];
  });
  const renamed = new Map(changes);
  const rename = (text) => changes.reduce((all, [name, next]) => all.replaceAll(name, next), text);
  await mkdir(folder);
  const integrities = [];
  // The worker comes last: it holds the others' hashes.
  for (const { name } of files.sort((a, b) => (a.name === 'sw.js') - (b.name === 'sw.js'))) {
    const was = await readFile(join(site, name));
    let data = texts.includes(name) ? Buffer.from(rename(String(was))) : was;
    if (name === 'sw.js') {
      const text = integrities.reduce((all, [old, next]) => all.replaceAll(old, next), String(data));
      data = Buffer.from(text.replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"'));
    } else if (!data.equals(was)) integrities.push([integrityOf(was), integrityOf(data)]);
    await writeFile(join(folder, renamed.get(name) ?? name), data);
  }
}
