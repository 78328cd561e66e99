// A host that compresses nothing, and may call the program any type: what its readers fetch is small all the same. Nor do they
// see it where it says that pages are Latin-1, as some Apaches do.

import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { become, open, text, use } from './harness.mjs';
import { plain } from './servers.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

let lab, program, packed;
before(async () => {
  lab = await open();
  program = (await readdir(dist)).find((name) => /^lab\.\w+\.wasm$/.test(name));
  packed = (await stat(`${dist}/${program}.gz`)).size;
});
after(() => lab?.close());

/** Opens the Lab at such a host; returns how many bytes came of the program and of its .gz. */
async function visit(host = {}, bytesPerSecond = -1) {
  const server = await plain(dist, host);
  const bytes = { [`/${program}`]: 0, [`/${program}.gz`]: 0 };
  const act = async (page) => {
    const client = await page.createCDPSession();
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: -1,
    });
    const names = new Map();
    client.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, new URL(request.url).pathname));
    client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      const name = names.get(requestId);
      if (name in bytes) bytes[name] += encodedDataLength;
    });
    await page.goto(`${server.address}#preset=blog&step=1000`);
    await become(page);
    await text(page, '#queries', /0\.9424/);
    await client.detach();
  };
  try {
    const allowed = [/status of 404/, /preload/];
    await use({ ...lab, address: server.address }, { path: 'icon.svg' }, act, { allowed });
  } finally {
    server.close();
  }
  return { whole: bytes[`/${program}`], packed: bytes[`/${program}.gz`], seen: server.seen };
}

// At this speed 6.5 MB take 22 seconds, and what is packed 4.
const slow = 300_000;

// At this one all of it takes more than a second: by then a busy page, too, has seen that it isn't packed.
const fair = 5_000_000;

test('on a slow line the program comes packed, though the page had asked for all of it', async () => {
  const came = await visit({ types: { '.wasm': 'text/plain', '.html': 'text/html; charset=iso-8859-1' } }, slow);
  assert.ok(came.packed >= packed && came.packed < 1.02 * packed, `${came.packed} of ${packed} bytes`);
  assert.ok(came.whole < packed, `and ${came.whole} bytes of it as they are`);
});

test('without a .gz, or with another file in its place, it comes as it is', async () => {
  const size = (await stat(`${dist}/${program}`)).size;
  for (const instead of [
    () => assert.fail('no such file'),
    () => Buffer.from('<!doctype html><title>An app of one page</title>'),
  ]) {
    const alter = (name, data) => {
      if (name.endsWith('.gz')) return instead();
      return name === '/index.html' ? Buffer.from(String(data).replace(/<link rel="preload"[^>]*>/, '')) : data;
    };
    const came = await visit({ alter }, fair);
    assert.ok(came.seen.includes(`/${program}.gz`), 'the .gz is not asked for');
    assert.ok(came.whole >= size, `${came.whole} of ${size} bytes`);
  }
});
