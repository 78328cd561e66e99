// The npm package in a page that a bundler made, out of the box.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as vite from 'vite';
import * as vite7 from 'vite7';
import webpack from 'webpack';
import { open, use } from '../../test/harness.mjs';
import { plain } from '../../test/servers.mjs';
import { install } from '../install.mjs';

const page = (
  script,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<perceptron-lab preset="xor" loading="eager" views="plane neuron"></perceptron-lab>
<script type="module" src="${script}"></script>`;

let root, lab;
before(async () => {
  root = mkdtempSync(join(tmpdir(), 'perceptron-bundlers-'));
  install(root);
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'index.html'), page('/main.js'));
  writeFileSync(join(root, 'main.js'), "import 'perceptron-lab';\nimport 'perceptron-lab/perceptron-lab.css';\n");
  writeFileSync(join(root, 'script.js'), "import 'perceptron-lab';\n");
  lab = await open();
});
after(async () => {
  await lab?.close();
  rmSync(root, { recursive: true, force: true });
});

const lives = (address) =>
  use({ ...lab, address }, {}, (opened) =>
    // The program is found, and so is a view's own file.
    opened.waitForFunction(() => {
      const figure = document.querySelector('perceptron-lab');
      return figure?.state === 'live' && figure.shadowRoot.querySelector('.neuron-view .knob');
    }),
  );

const built = async (folder) => {
  const server = await plain(folder);
  try {
    await lives(server.address);
  } finally {
    server.close();
  }
};

for (const { build, createServer, version } of [vite, vite7]) {
  const major = version.split('.')[0];
  test(`Vite ${major}, built`, async () => {
    const outDir = join(root, `vite${major}`);
    await build({ root, logLevel: 'error', build: { outDir } });
    await built(outDir);
  });

  test(`Vite ${major}, its development server`, async () => {
    const server = await createServer({
      root,
      logLevel: 'error',
      optimizeDeps: { force: true },
      server: { host: '127.0.0.1', port: 0 },
    });
    try {
      await server.listen();
      await lives(`http://127.0.0.1:${server.httpServer.address().port}/`);
    } finally {
      await server.close();
    }
  });
}

test('webpack', async () => {
  const path = join(root, 'webpack');
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry: './script.js',
    output: { path, publicPath: '' },
    performance: { hints: false },
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  writeFileSync(join(path, 'index.html'), page('main.js'));
  await built(path);
});
