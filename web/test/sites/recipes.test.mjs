// The recipes of docs/embedding.md for generators without a template of ours, each built and read as somebody would.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embed } from '../embed.mjs';
import { open, use } from '../harness.mjs';
import { plain } from '../servers.mjs';

const modules = fileURLToPath(new URL('npm/node_modules', import.meta.url));

let lab, home;
before(async () => {
  lab = await open();
  home = await mkdtemp(join(tmpdir(), 'perceptron-recipes-'));
});
after(async () => {
  await lab?.close();
  await rm(home, { recursive: true, force: true });
});

/** Writes the figure's files into a folder of a site, and returns the lines for the head and for the page. */
async function snippet(folder, ...args) {
  await mkdir(folder, { recursive: true });
  const lines = embed(folder, ...args, '.').trim().split('\n').filter(Boolean);
  return { head: lines.slice(0, 2), figure: lines.slice(2).join('\n') };
}

/** Serves a built site, and lets its first page be used. */
async function visit(folder, path, act, allowed = []) {
  const server = await plain(folder);
  try {
    await use({ ...lab, address: server.address }, { path }, act, { allowed });
  } finally {
    server.close();
  }
}

const lives = (page) => page.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');

test('MkDocs: the snippet in a page, in a list and alone', async () => {
  const site = join(home, 'mkdocs');
  const { head, figure } = await snippet(join(site, 'docs/perceptron-lab'), '-preset', 'xor');
  await writeFile(join(site, 'mkdocs.yml'), 'site_name: Notes\ntheme:\n  name: mkdocs\n  highlightjs: false\n');
  await writeFile(join(site, 'docs/index.md'), `# Notes\n\n${head.join('\n')}\n\n${figure}\n\n1. One\n2. Two, with a figure:\n\n    <perceptron-lab preset="and" loading="interaction"></perceptron-lab>\n\n3. Three\n`);
  execFileSync('mkdocs', ['build', '--quiet', '--site-dir', join(site, 'out')], { cwd: site, stdio: ['ignore', 'ignore', 'inherit'] });
  await visit(
    join(site, 'out'),
    '',
    async (page) => {
      await lives(page);
      assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('ol > li').length, document.querySelectorAll('li perceptron-lab').length]), [3, 1]);
    },
    [/^elsewhere: /, /^failed: https?:\/\/(?!127)/, /^console: Failed to load resource: net::/],
  );
});

test('VitePress: the script in the head, a page reached from one without a figure, a link in the prose', async () => {
  const site = join(home, 'vitepress');
  const { head, figure } = await snippet(join(site, 'public/perceptron-lab'), '-preset', 'xor', '-id', 'xor');
  const attributes = (line) => Object.fromEntries([...line.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const config = {
    title: 'Notes',
    head: head.map((line) => [/^<(\w+)/.exec(line)[1], attributes(line)]),
    vue: { template: { compilerOptions: {} } },
  };
  await mkdir(join(site, '.vitepress'), { recursive: true });
  await writeFile(
    join(site, '.vitepress/config.mjs'),
    `const config = ${JSON.stringify(config)};\nconfig.vue.template.compilerOptions.isCustomElement = (tag) => tag === 'perceptron-lab';\nexport default config;\n`,
  );
  await writeFile(join(site, 'package.json'), '{ "type": "module" }');
  await writeFile(join(site, 'index.md'), '# Notes\n\n[The figure](./figure)\n');
  await writeFile(join(site, 'figure.md'), `# The figure\n\n${figure}\n\nNow [faster](#xor?train.lr=0.25&step).\n`);
  await symlink(modules, join(site, 'node_modules'));
  execFileSync(process.execPath, [join(modules, 'vitepress/bin/vitepress.js'), 'build', site, '--outDir', join(site, 'out')], { cwd: site, stdio: ['ignore', 'ignore', 'inherit'] });
  await visit(join(site, 'out'), '', async (page) => {
    await page.waitForSelector('.vp-doc a[href*="figure"]');
    await page.click('.vp-doc a[href*="figure"]');
    await lives(page);
    await page.click('.vp-doc a[href*="train.lr"]');
    await page.waitForFunction(() => ((figure) => figure.snapshot.train.lr === 0.25 && figure.snapshot.step === 1)(document.querySelector('perceptron-lab')));
  });
});
