// What the page draws again while the program arrives: how much of it has come, and nothing else.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, text, useSharp } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Runs in the page: the program arrives in as many pieces as there are calls of `globalThis.feed`. */
function spoonfeed() {
  const real = globalThis.fetch;
  globalThis.fetch = async (...given) => {
    const response = await real(...given);
    if (!/\.wasm$/.test(response.url)) return response;
    const whole = new Uint8Array(await response.arrayBuffer());
    const fed = new TransformStream();
    const writer = fed.writable.getWriter();
    let at = 0;
    globalThis.feed = () => writer.write(whole.slice(at, (at += 200_000)));
    return new Response(fed.readable);
  };
}

/** The layers that are painted as one more piece of the program arrives: their widths and heights. */
async function painted(page, says) {
  const client = await page.createCDPSession();
  let layers = [];
  client.on('LayerTree.layerTreeDidChange', ({ layers: all }) => (layers = all ?? layers));
  await client.send('LayerTree.enable');
  await page.waitForFunction(() => globalThis.feed);
  await says(/^\D* 0%/);
  const arrive = async (share) => {
    await page.evaluate(() => void globalThis.feed());
    await says(share);
    for (let frame = 0; frame < 3; frame++) await page.evaluate(() => new Promise(requestAnimationFrame));
    return layers;
  };
  const [before, after] = [await arrive(/^\D* 3%/), await arrive(/^\D* 6%/)];
  return after.filter(({ layerId, paintCount }) => before.find((one) => one.layerId === layerId)?.paintCount !== paintCount);
}

const assertSmall = (layers) => {
  assert.ok(layers.length > 0);
  for (const { width, height } of layers) assert.ok(width < 450 && height < 120, `${width} × ${height} pixels painted`);
};

test('as the program arrives, the Lab draws its still picture no second time', () =>
  useSharp(lab, { before: spoonfeed }, async (page) =>
    assertSmall(await painted(page, (share) => text(page, '#loading-text', share))),
  ));

const cover = (page, which, share) =>
  page.waitForFunction(
    (which, wanted) =>
      new RegExp(wanted).test(
        [...document.querySelectorAll('perceptron-lab')].at(which)?.shadowRoot?.querySelector('.cover').textContent,
      ),
    {},
    which,
    share.source,
  );

test('nor does a figure in a page, and one that joins later shows how much is there', () =>
  useSharp(lab, { path: 'frame.html#preset=blog', before: spoonfeed }, async (page) => {
    assertSmall(await painted(page, (share) => cover(page, 0, share)));
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('perceptron-lab'), { loading: 'eager' }));
    });
    await cover(page, 1, /^\D* 6%/);
  }));
