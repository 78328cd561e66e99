// The recipes of docs/embedding.md for generators without a template of ours, each built and read as a user would.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embed } from '../embed.mjs';
import { open, use } from '../harness.mjs';
import { answering, freePort, plain } from '../servers.mjs';

const reveal = fileURLToPath(new URL('../../node_modules/reveal.js', import.meta.url));
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
  const lines = embed(folder, ...args, '.')
    .trim()
    .split('\n')
    .filter(Boolean);
  return { head: lines.slice(0, 2), figure: lines.slice(2).join('\n') };
}

/** The snippet of a figure with all its controls, which links drive as #xor. */
const fullFigure = (folder) => snippet(folder, '-preset', 'xor', '-controls', 'full', '-id', 'xor');

/** For generators that take a line of the head in pieces. */
const tagName = (line) => /^<(\w+)/.exec(line)[1];
const attributes = (line) =>
  Object.fromEntries([...line.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

/** A figure for MDX, where a tag without an end tag needs a slash. */
const inMDX = (figure) => figure.replace(/(<img [^>]*)>/, '$1 />');

/** Prose with a link that drives the figure of `fullFigure`. */
const faster = 'Now [faster](#xor?train.lr=0.25&step).';
/** A list in Markdown with another figure in it, which begins where the list's text does. */
const list = (indent) =>
  `1. One\n2. Two, with a figure:\n\n${indent}<perceptron-lab preset="and" loading="interaction"></perceptron-lab>\n\n3. Three\n`;
/** Text for MDX: a figure, prose, and a list with another. */
const pageInMDX = (figure) => {
  const another = '<perceptron-lab preset="and" set="train.lr=0.1" loading="interaction"></perceptron-lab>';
  return `${inMDX(figure)}\n\n${faster}\n\n1. One\n2. ${another}`;
};

/** Serves a built site, and lets its first page be used. */
async function visit(folder, path, act, allowed = []) {
  const server = await plain(folder);
  try {
    await use({ ...lab, address: server.address }, { path }, act, { allowed });
  } finally {
    server.close();
  }
}

/** Runs a program of an npm package in a site, which has them all. */
async function run(site, program, ...args) {
  await symlink(modules, join(site, 'node_modules'));
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_NO_PERSISTENT_CACHE: 'true', NO_UPDATE_NOTIFIER: '1' };
  execFileSync(process.execPath, [join(modules, program), ...args], { cwd: site, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

const lives = (page) => page.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
/** `toolbar="full"` came through whole. */
const hasTools = async (page) =>
  assert.ok(
    await page.evaluate(() => document.querySelector('perceptron-lab').shadowRoot.querySelector('[part~=tools]')),
    'the tools were left out',
  );
/** Presses the link in the prose, and waits until the figure did what `#xor?train.lr=0.25&step` asks for. */
const drives = async (page, within) => {
  await page.click(`${within} a[href*="train.lr"]`);
  await page.waitForFunction(() =>
    ((figure) => figure.snapshot.train.lr === 0.25 && figure.snapshot.step === 1)(document.querySelector('perceptron-lab')),
  );
};

test('MkDocs: the snippet in a page, in a list and alone', async () => {
  const site = join(home, 'mkdocs');
  const { head, figure } = await snippet(join(site, 'docs/perceptron-lab'), '-preset', 'xor');
  await writeFile(join(site, 'mkdocs.yml'), 'site_name: Notes\ntheme:\n  name: mkdocs\n  highlightjs: false\n');
  await writeFile(join(site, 'docs/index.md'), `# Notes\n\n${head.join('\n')}\n\n${figure}\n\n${list('    ')}`);
  execFileSync('mkdocs', ['build', '--quiet', '--site-dir', join(site, 'out')], {
    cwd: site,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await visit(
    join(site, 'out'),
    '',
    async (page) => {
      await lives(page);
      assert.deepEqual(
        await page.evaluate(() => [
          document.querySelectorAll('ol > li').length,
          document.querySelectorAll('li perceptron-lab').length,
        ]),
        [3, 1],
      );
    },
    [/^elsewhere: /, /^failed: https?:\/\/(?!127)/, /^console: Failed to load resource: net::/],
  );
});

test('VitePress: the script in the head, a page reached from one without a figure, a link in the prose', async () => {
  const site = join(home, 'vitepress');
  const { head, figure } = await snippet(join(site, 'public/perceptron-lab'), '-preset', 'xor', '-id', 'xor');
  const config = {
    title: 'Notes',
    head: head.map((line) => [tagName(line), attributes(line)]),
    vue: { template: { compilerOptions: {} } },
  };
  await mkdir(join(site, '.vitepress'), { recursive: true });
  await writeFile(
    join(site, '.vitepress/config.mjs'),
    `const config = ${JSON.stringify(config)};
config.vue.template.compilerOptions.isCustomElement = (tag) => tag === 'perceptron-lab';
export default config;
`,
  );
  await writeFile(join(site, 'package.json'), '{ "type": "module" }');
  await writeFile(join(site, 'index.md'), '# Notes\n\n[The figure](./figure)\n');
  await writeFile(join(site, 'figure.md'), `# The figure\n\n${figure}\n\n${faster}\n`);
  await run(site, 'vitepress/bin/vitepress.js', 'build', site, '--outDir', join(site, 'out'));
  await visit(join(site, 'out'), '', async (page) => {
    await page.waitForSelector('.vp-doc a[href*="figure"]');
    await page.click('.vp-doc a[href*="figure"]');
    await lives(page);
    await drives(page, '.vp-doc');
  });
});

test('Hexo: the snippet in a post, in a list, the frame left as it is, a minifier that knows boolean attributes', async () => {
  const site = join(home, 'hexo');
  const files = join(site, 'source/perceptron-lab');
  const { head, figure } = await fullFigure(files);
  await snippet(files, '-preset', 'xor', '-format', 'iframe');
  for (const folder of ['source/_posts', 'themes/plain/layout']) await mkdir(join(site, folder), { recursive: true });
  const packages = { 'hexo-html-minifier': '', 'hexo-renderer-marked': '' };
  await writeFile(join(site, 'package.json'), JSON.stringify({ hexo: {}, dependencies: packages }));
  await writeFile(
    join(site, '_config.yml'),
    `title: Notes
url: http://127.0.0.1
permalink: :title/
theme: plain
skip_render: perceptron-lab/**
html_minifier:
  removeAttributeQuotes: true
`,
  );
  await writeFile(
    join(site, 'themes/plain/layout/layout.njk'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ page.title }}</title>{{ body | safe }}</html>',
  );
  await writeFile(join(site, 'themes/plain/layout/post.njk'), '<main>{{ page.content | safe }}</main>');
  await writeFile(
    join(site, 'source/_posts/figure.md'),
    `---\ntitle: The figure\n---\n\n${head.join('\n')}\n\n${figure}\n\n${faster}\n\n${list('   ')}`,
  );
  await run(site, 'hexo/bin/hexo', 'generate', '--silent');
  assert.deepEqual(await readFile(join(site, 'public/perceptron-lab/frame.html')), await readFile(join(files, 'frame.html')));
  await visit(join(site, 'public'), 'figure/', async (page) => {
    await lives(page);
    assert.deepEqual(
      await page.evaluate(() => [
        document.querySelectorAll('ol > li').length,
        document.querySelectorAll('li perceptron-lab').length,
      ]),
      [3, 1],
    );
    await hasTools(page);
    await drives(page, 'main');
  });
});

test('Astro: the script in a layout, a figure in MDX, reached through the client router', async () => {
  const site = join(home, 'astro');
  const { head, figure } = await fullFigure(join(site, 'public/perceptron-lab'));
  for (const folder of ['src/layouts', 'src/pages']) await mkdir(join(site, folder), { recursive: true });
  await writeFile(join(site, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(site, 'astro.config.mjs'),
    `import mdx from '@astrojs/mdx';
const vite = { cacheDir: './cache/vite', resolve: { preserveSymlinks: true } };
export default { integrations: [mdx()], cacheDir: './cache', vite };
`,
  );
  await writeFile(
    join(site, 'src/layouts/Page.astro'),
    `---
import { ClientRouter } from 'astro:transitions';
---
<html lang="en"><head><meta charset="utf-8" /><title>Notes</title>
${head.join('\n')}
<ClientRouter /></head><body><main><slot /></main></body></html>
`,
  );
  const mdx = (text) => `---\nlayout: ../layouts/Page.astro\n---\n\n${text}\n`;
  await writeFile(join(site, 'src/pages/index.mdx'), mdx('[The figure](./figure/)'));
  await writeFile(join(site, 'src/pages/figure.mdx'), mdx(pageInMDX(figure)));
  await run(site, 'astro/astro.js', 'build');
  await visit(join(site, 'dist'), '', async (page) => {
    await page.evaluate(() => (globalThis.first = true));
    await page.click('main a');
    await lives(page);
    assert.ok(await page.evaluate(() => globalThis.first), 'the page was loaded again');
    await hasTools(page);
    await drives(page, 'main');
  });
});

test('Docusaurus: the script by headTags, a page reached from one without a figure', async () => {
  const site = join(home, 'docusaurus');
  const { head, figure } = await fullFigure(join(site, 'static/perceptron-lab'));
  await mkdir(join(site, 'docs'), { recursive: true });
  const config = {
    title: 'Notes',
    url: 'http://127.0.0.1',
    baseUrl: '/',
    onBrokenAnchors: 'ignore',
    headTags: head.map((line) => ({ tagName: tagName(line), attributes: attributes(line) })),
    presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
  };
  await writeFile(join(site, 'package.json'), '{}');
  await writeFile(join(site, 'docusaurus.config.js'), `module.exports = ${JSON.stringify(config)};\n`);
  await writeFile(join(site, 'docs/index.md'), '# Notes\n\n[The figure](./figure.md)\n');
  await writeFile(join(site, 'docs/figure.md'), `# The figure\n\n${pageInMDX(figure)}\n`);
  await run(site, '@docusaurus/core/bin/docusaurus.mjs', 'build', '--no-minify'); // a third of the time less
  await visit(join(site, 'build'), '', async (page) => {
    await page.evaluate(() => (globalThis.first = true));
    await page.click('article a[href*="figure"]');
    await lives(page);
    assert.ok(await page.evaluate(() => globalThis.first), 'the page was loaded again');
    await hasTools(page);
    await drives(page, 'article');
  });
});

test('reveal.js: a deck in Markdown, the snippet on its third slide, a link in the prose', async () => {
  const site = join(home, 'reveal');
  const { head, figure } = await fullFigure(join(site, 'perceptron-lab'));
  await symlink(reveal, join(site, 'reveal.js'));
  await writeFile(
    join(site, 'slides.md'),
    `# One\n\n---\n\n# Two\n\n---\n\n${figure}\n\nNow [faster](#xor?train.lr=0.25&step).\n\n---\n\n# Four\n`,
  );
  await writeFile(
    join(site, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A deck</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="reveal.js/dist/reveal.css">
${head.join('\n')}
<div class="reveal"><div class="slides"><section data-markdown="slides.md"></section></div></div>
<script src="reveal.js/dist/reveal.js"></script><script src="reveal.js/plugin/markdown/markdown.js"></script>
<script>Reveal.initialize({ hash: true, plugins: [RevealMarkdown] });</script>`,
  );
  await visit(site, '', async (page) => {
    const slide = (h) => page.waitForFunction((want) => globalThis.Reveal.getIndices().h === want, {}, h);
    await page.waitForFunction(() => globalThis.Reveal?.isReady());
    await page.keyboard.press('ArrowRight');
    await slide(1);
    await page.keyboard.press('ArrowRight');
    await lives(page);
    await drives(page, '.present');
    await slide(2);
    await page.keyboard.press('ArrowRight');
    await slide(3);
  });
});

test("Jupyter: an IFrame of a served site in a notebook's output, run and opened again", async () => {
  const site = join(home, 'jupyter');
  await mkdir(site);
  const cell = {
    cell_type: 'code',
    execution_count: null,
    metadata: {},
    outputs: [],
    source: `from IPython.display import IFrame\nIFrame('${lab.address}frame.html#preset=xor&toolbar=full', 800, 660)`,
  };
  const kernelspec = { name: 'python3', display_name: 'Python 3', language: 'python' };
  await writeFile(
    join(site, 'notes.ipynb'),
    JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 4 }),
  );
  const notebook = await jupyter(site);
  try {
    await use(
      { ...lab, address: notebook.address },
      { path: 'notebooks/notes.ipynb', alone: true }, // a tab would ask whether to leave what isn't saved
      async (page) => {
        await page.waitForSelector('.kernel_idle_icon');
        await page.click('[data-jupyter-action="jupyter-notebook:run-cell-and-select-next"]');
        const frame = async () => (await page.waitForSelector('.output_area iframe')).contentFrame();
        await lives(await frame());
        await page.click('[data-jupyter-action="jupyter-notebook:save-notebook"]');
        await page.waitForFunction(() => globalThis.Jupyter.notebook.dirty === false);
        await page.reload();
        await lives(await frame());
      },
      // Debian's notebook misses its widgets and an action.
      {
        allowed: [
          new RegExp(`^elsewhere: ${lab.address}`),
          /^console: (actions jupyter-notebook:|Failed to load resource|Widgets)/,
          /nbextensions\/widgets/,
        ],
      },
    );
  } finally {
    await notebook.close();
  }
});

/** Serves a folder's notebooks as Jupyter does; close() ends it and its kernels. */
async function jupyter(folder) {
  const port = await freePort();
  const config = ['--no-browser', '--allow-root', '--ip=127.0.0.1', `--port=${port}`, '--port-retries=0', '--NotebookApp.token='];
  const child = spawn('jupyter-notebook', config, {
    cwd: folder,
    env: { ...process.env, HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return answering('jupyter-notebook', child, `http://127.0.0.1:${port}/`, { probe: 'api' });
}
