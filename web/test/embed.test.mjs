// What `perceptron embed` writes, in somebody's page: served by a server that compresses nothing, under a strict policy.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { embed as embedIn } from './embed.mjs';
import { measureShift, open, resize, useLaidOut as use } from './harness.mjs';
import { plain, policy } from './servers.mjs';

let lab, folder;
before(async () => {
  lab = await open();
  folder = await mkdtemp(join(tmpdir(), 'perceptron-embed-'));
});
after(async () => {
  await lab?.close();
  await rm(folder, { recursive: true, force: true });
});

const embed = (...args) => embedIn(folder, ...args);

const write = (name, body, head = '') =>
  writeFile(
    join(folder, name),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
${head}<p>Before.</p>
${body}
<p id="after">After.</p>`,
  );

/** Serves the folder, and lets a page of it be used. */
async function visit(path, { headers = { 'content-security-policy': policy() }, alter, ...options }, act, allowed) {
  const server = await plain(folder, { headers, alter });
  try {
    await use({ ...lab, address: server.address }, { path, ...options }, (page) => act(page, server), allowed);
  } finally {
    server.close();
  }
}

const until = (page, holds) => page.waitForFunction(`((figure) => ${holds})(document.querySelector('perceptron-lab'))`);

test('the snippet: alive and playing, with its space reserved before the script loads', async () => {
  await write('index.html', embed('-preset', 'xor-mlp', '-width', '800', '-height', '500', 'perceptron-lab'));
  await visit('', { width: 700, before: measureShift }, async (page, server) => {
    await until(page, 'figure.state === "live"');
    await page.evaluate(() => document.querySelector('perceptron-lab').play());
    await until(page, 'figure.snapshot.epoch > 3');
    assert.equal(await page.evaluate(() => globalThis.shift), 0);
    assert.equal(server.seen.filter((name) => name.endsWith('.wasm')).length, 1);
  });
  const top = (page) => page.evaluate(() => document.getElementById('after').getBoundingClientRect().top);
  let without;
  await visit(
    '',
    { width: 700, headers: { 'content-security-policy': policy().replace(/script-src [^;]+/, "script-src 'none'") } },
    async (page) => {
      await page.waitForFunction(() => document.querySelector('img').complete);
      without = await top(page);
    },
    { allowed: [/Content Security Policy|Refused|failed: .*\.js/] },
  );
  await visit('', { width: 700 }, async (page) => {
    await until(page, 'figure.state === "live"');
    assert.equal(await top(page), without);
  });
  assert.ok(Math.abs(without - 450) < 80, `the still picture is not 5 to 8: the text after it is at ${without}`);
});

test('files on another origin than the page', async () => {
  const files = await plain(join(folder), { headers: { 'access-control-allow-origin': '*' } });
  try {
    await write('cross.html', embed('-preset', 'and', '-url', `${files.address}perceptron-lab`, 'perceptron-lab'));
    const origin = files.address.slice(0, -1);
    await visit(
      'cross.html',
      { headers: { 'content-security-policy': policy(origin) } },
      (page) => until(page, 'figure.state === "live"'),
      {
        allowed: [new RegExp(`^elsewhere: ${files.address}`)],
      },
    );
    assert.ok(files.seen.some((name) => name.endsWith('.wasm')));
  } finally {
    files.close();
  }
});

test('a program that was tampered with is refused', async () => {
  await write('tampered.html', embed('-preset', 'and', 'perceptron-lab'));
  const tampered = (data) => {
    const other = Buffer.from(data);
    const text = other.indexOf('perceptron: '); // it still compiles
    assert.ok(text > 0);
    other[text] ^= 1;
    return other;
  };
  const alter = (name, data) => {
    if (name.endsWith('.wasm')) return tampered(data);
    return name.endsWith('.wasm.gz') ? gzipSync(tampered(gunzipSync(data))) : data;
  };
  await visit(
    'tampered.html',
    { alter },
    async (page) => {
      await until(page, 'figure.state === "stopped"');
      assert.match(await page.$eval('perceptron-lab', (figure) => figure.shadowRoot.querySelector('.cover').textContent), /./);
    },
    { allowed: [/<perceptron-lab>.*not the file that this script was built with/] },
  );
});

test('so is what the element fetches besides: what runs the program, a view, and what serves the prose', async () => {
  const snippet = embed('-preset', 'xor-mlp', 'perceptron-lab');
  const prose = '<data data-figure="fig" data-value="loss">0.00</data>';
  await write('besides.html', prose + snippet.replace('<perceptron-lab ', '<perceptron-lab id="fig" views="plane neuron" '));
  for (const [part, holds] of [
    ['running', 'figure.state === "stopped"'],
    ['neuron', 'figure.state === "live" && /This view could not be loaded/.test(figure.shadowRoot.textContent)'],
    ['network', '/diagram could not be loaded/.test(figure.shadowRoot.textContent)'],
    ['prose', 'figure.state === "live"'],
  ]) {
    const alter = (name, data) =>
      name.includes(`perceptron-lab-${part}.`) ? Buffer.concat([Buffer.from('globalThis.foreign = true;\n'), data]) : data;
    await visit(
      'besides.html',
      { alter, before: keepMistakes, height: 1400 },
      async (page) => {
        await until(page, `${holds} && /not the file that/.test(globalThis.mistakes.join())`);
        assert.equal(await page.evaluate(() => globalThis.foreign), undefined);
      },
      { allowed: [/not the file that this script was built with/, /integrity/, /failed: .*perceptron-lab-/] },
    );
  }
});

test('what doesn’t come is asked for once more, and when the connection is back; under a policy of nonces, too', async () => {
  const prose = '<data data-figure="fig" data-value="loss">0.00</data>';
  const snippet = embed('-preset', 'xor-mlp', 'perceptron-lab')
    .replace('<script ', '<script nonce="once" ')
    .replace('<perceptron-lab ', '<perceptron-lab id="fig" views="plane neuron" loading="interaction" ');
  await write('again.html', prose + snippet);
  const asked = new Set();
  const alter = (name, data) => {
    const part = /perceptron-lab-(?:\w+)\.|\.wasm$/.exec(name)?.[0];
    if (part && !asked.has(part)) throw new Error(`${asked.add(part)} are gone`);
    return data;
  };
  const press = (page) => page.$eval('perceptron-lab', (figure) => figure.shadowRoot.querySelector('.cover button').click());
  const whole = async (page) => {
    await until(page, 'figure.state === "live" && figure.shadowRoot.querySelector(".below-neuron .hit")');
    await until(page, '!/could not/.test(figure.shadowRoot.textContent)');
    await page.waitForFunction(() => document.querySelector('data').textContent === '0.69');
  };
  const headers = {
    'content-security-policy': policy().replace("script-src 'self'", "script-src 'nonce-once'"),
    'cache-control': 'no-store',
  };
  const allowed = [/404|not fetched|Failed to fetch|ERR_INTERNET_DISCONNECTED|failed: .*(perceptron-lab-|wasm)/];
  await visit(
    'again.html',
    { headers, alter, height: 1400 },
    async (page) => {
      await press(page);
      await whole(page);
      assert.equal([...asked].length, 6, [...asked].join());
      await page.reload();
      await until(page, 'figure.shadowRoot');
      await page.setOfflineMode(true);
      await press(page);
      await until(page, 'figure.state === "stopped"');
      await page.setOfflineMode(false);
      await whole(page);
    },
    { allowed },
  );
});

/** Runs in the page: keeps what figures report. */
function keepMistakes() {
  globalThis.mistakes = [];
  addEventListener('error', ({ detail }) => detail && globalThis.mistakes.push(detail.message), { capture: true });
}

test('a page’s own rules for pictures don’t reach the still; the poster attribute', async () => {
  const unkind = 'img { height: auto; max-width: 50%; margin: 3em; padding: 9px; border: 5px solid red }';
  await writeFile(join(folder, 'unkind.css'), unkind);
  const html = embed('-preset', 'circles', 'perceptron-lab').replace('<perceptron-lab', '<perceptron-lab loading="interaction"');
  const picture = /src="([^"]+\.svg)"/.exec(html)[1];
  await write('unkind.html', html, '<link rel="stylesheet" href="unkind.css">');
  const fills = (page, image) =>
    page.waitForFunction(
      (source) => {
        const figure = document.querySelector('perceptron-lab');
        const still = source === 'slot' ? figure.querySelector('img') : figure.shadowRoot.querySelector('[part=poster]');
        const [a, b] = [still, figure.shadowRoot.querySelector('.plane')].map((element) => element.getBoundingClientRect());
        return (
          still.complete &&
          still.checkVisibility() &&
          a.width > 100 &&
          [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((d) => Math.abs(d) < 1)
        );
      },
      {},
      image,
    );
  await visit('unkind.html', {}, (page) => fills(page, 'slot'));
  await write('poster.html', html.replace(/>\s*<img.*>/, ` poster="${picture}">`), '<link rel="stylesheet" href="unkind.css">');
  await visit('poster.html', {}, async (page) => {
    await fills(page, 'attribute');
    await page.evaluate(() => document.querySelector('perceptron-lab').play());
    await until(page, 'figure.state === "live"');
    assert.equal(
      await page.$eval(
        'perceptron-lab',
        (figure) => getComputedStyle(figure.shadowRoot.querySelector('[part=poster]')).visibility,
      ),
      'hidden',
    );
  });
});

test('the iframe on a host without CORS headers: its picture, and a link to the live figure', async () => {
  await write('frame-post.html', embed('-format', 'iframe', '-preset', 'or', '-url', '.', '.'));
  await visit(
    'frame-post.html',
    { headers: {} },
    async (page) => {
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame.waitForFunction(() => document.querySelector('.still img')?.naturalWidth > 0);
      const { name, link, box } = await frame.evaluate(() => {
        const still = document.querySelector('.still');
        const { width, height } = still.firstChild.getBoundingClientRect();
        return { name: still.firstChild.src, link: [still.href, still.target], box: [width, height] };
      });
      assert.match(name, /\/or\.[0-9a-f]{10}\.svg$/);
      assert.match(link.join(), /frame\.html#preset=or,_blank$/);
      assert.ok(Math.min(...box) > 200, box.join());
      assert.equal(await frame.evaluate(() => document.querySelector('perceptron-lab')), null);
    },
    { allowed: [/frame\.\w+\.js/, /^console: Failed to load resource: net::ERR_FAILED$/] },
  );
});

test('the iframe: a sandbox, with the right height for its width', async () => {
  await write(
    'frame-post.html',
    embed('-format', 'iframe', '-preset', 'or', '-url', '.', '.'),
    '<style>iframe { border: 0 }</style>',
  );
  await visit(
    'frame-post.html',
    { headers: { 'access-control-allow-origin': '*' } },
    async (page) => {
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
      assert.deepEqual(await frame.evaluate(() => document.querySelector('perceptron-lab').snapshot.counts), [1, 3]);
      const high = (least) =>
        page.waitForFunction(
          (want) =>
            ((box) => Math.abs(box.height - Math.max(want, (box.width * 660) / 800)) < 2)(
              document.querySelector('iframe').getBoundingClientRect(),
            ),
          {},
          least,
        );
      await high(0);
      await resize(page, 250, 600);
      await high(182 + 44);
    },
    { allowed: [/^elsewhere: .*null/] },
  );
});
