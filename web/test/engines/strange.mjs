// Figures in strange pages, in Firefox, one that resists fingerprints, and WebKit: they fill their place, and a click asks about
// the point that lies under it; a file in UTF-16 is read. In Chromium guest.test.mjs and others see to that. Run by `make
// engines`.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { plain } from '../servers.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

let server, head, html;
before(async () => {
  const script = (await readdir(dist)).find((name) => /^perceptron-lab\.\w+\.js$/.test(name));
  head = `<title>A post</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script>
    <script>wrongs = []; addEventListener('error', ({ message }) => wrongs.push(message));</script>`;
  server = await plain(dist, { instead: () => html });
});
after(() => server?.close());

const figure = (attributes = '') => `<perceptron-lab loading="eager" ${attributes}></perceptron-lab>`;
const words = 'text '.repeat(200);

/** Pages, which have a doctype unless told otherwise. */
const pages = {
  'without a doctype': { doctype: '', body: `<table width="600"><tr><td>${figure()}</table>` },
  'between two columns': { body: `<div style="columns: 2">${words}${figure('views="plane curve"')}${words}</div>` },
  'with a least height': { body: figure('style="width: 500px; min-height: 600px"') },
  'with a greatest height': { body: figure('style="width: 500px; max-height: 300px"') },
  'with a height': { body: figure('style="width: 500px; height: 450px"') },
  'a row': { body: `<div style="width: 600px">${figure('style="display: flex"')}</div>` },
  'from right to left': { body: `<div dir="rtl" style="width: 600px">${figure('views="plane curve"')}</div>` },
  downwards: { body: `<div style="writing-mode: vertical-rl; height: 800px">${figure('style="width: 600px"')}</div>` },
  scaled: { body: `<div style="transform: scale(0.6); transform-origin: 10% 0; width: 800px">${figure()}</div>` },
  'in an open shadow tree': {
    body: `<div style="width: 600px"><template shadowrootmode="open">${figure()}</template></div>`,
    find: `document.querySelector('div').shadowRoot.querySelector('perceptron-lab')`,
  },
  'in details opened later': {
    body: `<details style="width: 600px"><summary>More</summary>${figure()}</details>`,
    act: `(document.querySelector('details').open = true)`,
  },
  'in a link and a label': {
    body: `<script>onhashchange = onchange = ({ type }) => wrongs.push(type);</script>
      <a href="#gone" style="display: block; width: 600px"><label><input type="checkbox">${figure()}</label></a>`,
  },
  'of an old library': {
    body: `<script>Array.prototype.extend = Array.prototype.clone = Function.prototype.delay = () => {};
      console.error = undefined;
      Array.prototype.entries = function () { return this.slice(); };
      Array.from = ((from) => (list) => from.call(Array, list))(Array.from);</script>
      <div style="width: 600px">${figure('preset="xor-mlp" views="plane neuron cost hidden"')}</div>`,
  },
};

const live = `document.querySelector('main.lab')?.dataset.figure === 'live'`;

/** Waits until an expression is true in the page. */
async function until(page, expression) {
  for (let i = 0; i < 300; i++) {
    if (await page.evaluate(`Boolean(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`never true: ${expression}`);
}

/** Asks by a click on the plane, and compares what was asked with what the ticks beside it say. */
async function asks(page, { find = `document.querySelector('perceptron-lab')`, act = 'true' }) {
  await until(page, `${find}?.state === 'live'`);
  await page.evaluate(`(${act}, ${find}.shadowRoot.querySelector('.plane').scrollIntoView({ block: 'center' }), undefined)`);
  const ticks = `['x', 'y'].map((axis) => [...${find}.shadowRoot.querySelectorAll('.plane .tick-' + axis)]
    .filter((tick) => !tick.hidden && tick.offsetWidth > 0)
    .map((tick) => [Number(tick.textContent.replace('−', '-')), tick.getBoundingClientRect()])
    .map(([value, { x, y, width, height }]) => [value, axis === 'x' ? x + width / 2 : y + height / 2]))`;
  await until(page, `${ticks}.every((list) => list.length > 1)`);
  const unfilled = await page.evaluate(`(() => {
    const { offsetWidth, offsetHeight, classList } = ${find}.shadowRoot.querySelector('.views');
    const { clientWidth, clientHeight } = ${find};
    const [own, place] = [[offsetWidth, offsetHeight], [clientWidth, clientHeight]].map(String);
    return own === place || classList.contains('stacked') ? '' : own + ' in ' + place;
  })()`);
  assert.equal(unfilled, '');
  const at = await page.evaluate(`(({ x, y, width, height }) => [x + 0.62 * width, y + 0.3 * height])(
    ${find}.shadowRoot.querySelector('.plane').getBoundingClientRect())`);
  const clicked = at.map(Math.round);
  const before = await page.evaluate(`${find}.snapshot.queries.length`);
  await page.click(...clicked);
  await until(page, `${find}.snapshot.queries.length === ${before + 1}`);
  const asked = await page.evaluate(`${find}.snapshot.queries.at(-1).x`);
  const want = (await page.evaluate(ticks)).map((list, i) => {
    const [[v0, p0], [v1, p1]] = [list[0], list.at(-1)];
    return v0 + ((clicked[i] - p0) * (v1 - v0)) / (p1 - p0);
  });
  assert.equal(await page.evaluate('String(globalThis.wrongs)'), '');
  assert.ok(Math.hypot(asked[0] - want[0], asked[1] - want[1]) < 0.06, `a click on (${want}) asked about (${asked})`);
}

/** The Lab takes a file as spreadsheets save it. */
async function reads(page) {
  await page.open(server.address);
  await until(page, `document.querySelector('main.lab')?.dataset.figure === 'live'`);
  const bytes = [0xff, 0xfe, ...Buffer.from('x1\tx2\tlabel\r\n1\t2\tä\r\n3\t4\tö\r\n', 'utf16le')];
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array([${bytes}])], 'a.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  })()`);
  await until(page, `/2 rows, separated by tabs.*“ä”: 1.*“ö”: 1/s.test(document.querySelector('#csv-preview')?.textContent)`);
}

const resists = () => firefox({ 'privacy.resistFingerprinting': true });

for (const [name, launch] of [
  ['Firefox', firefox],
  ['a Firefox that resists fingerprints', resists],
  ['WebKit', webkit],
])
  test(`strange pages in ${name}`, async (t) => {
    const page = await launch();
    try {
      for (const [kind, written] of Object.entries(pages))
        await t.test(kind, async () => {
          html = `${written.doctype ?? '<!doctype html>'}<html lang="en">${head}${written.body}`;
          await page.open(`${server.address}${encodeURIComponent(kind)}`);
          await asks(page, written);
        });
      await t.test('a file in UTF-16', () => reads(page));
    } finally {
      await page.close();
    }
  });

test('in a Firefox with a least font size the names and numbers of a curve, and the clock below, lie whole', async () => {
  const page = await firefox({ 'font.minimum-size.x-western': 24 });
  try {
    html = `<!doctype html><html lang="en">${head}<div style="width: 600px">${figure('views="plane curve" toolbar="full"')}`;
    for (const [path, tree, whole] of [
      ['', 'document', `document.querySelector('.losses')`],
      ['post', `document.querySelector('perceptron-lab').shadowRoot`, `document.querySelector('perceptron-lab')`],
    ]) {
      await page.open(server.address + path);
      const boxes = (css) =>
        `[...${tree}.querySelectorAll('.curve ${css}')].filter((e) => !e.hidden).map((e) => e.getBoundingClientRect())`;
      await until(page, `${boxes('.tick-y')}.length > 0`);
      await until(
        page,
        `${boxes('.axis-y')}.every(({ left, right }) => left >= ${whole}.getBoundingClientRect().left &&
        ${boxes('.tick-y')}.every((tick) => tick.left >= right))`,
      );
      await until(page, `${boxes('.axis-x')}.every(({ left }) => left >= ${whole}.getBoundingClientRect().left)`);
      if (!path) continue;
      const bar = `${tree}.querySelector(".bar").getBoundingClientRect()`;
      await until(page, `${boxes('.tick-x')}.every(({ bottom }) => bottom <= ${bar}.top)`);
      const clock = `${tree}.querySelector('.clock')`;
      await until(page, `${clock}.clientWidth > 100 && ${clock}.scrollWidth - ${clock}.clientWidth < 3`);
    }
  } finally {
    await page.close();
  }
});

test('a Lab that Firefox loads again offers nothing before it can be used', async () => {
  const browser = await firefox();
  const { page } = browser;
  try {
    // As the page's script has begun, before the program is there.
    await page.evaluateOnNewDocument(() =>
      addEventListener('DOMContentLoaded', () => {
        const early = document.querySelectorAll(':is([data-live], #undo, #redo):enabled');
        globalThis.early = String(Array.from(early, ({ id, dataset }) => id || dataset.tool || dataset.scene));
      }),
    );
    await browser.open(server.address);
    await until(browser, live);
    await page.reload();
    await until(browser, live);
    assert.equal(await page.evaluate(() => globalThis.early), '');
  } finally {
    await browser.close();
  }
});
