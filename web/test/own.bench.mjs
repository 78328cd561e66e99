// How soon the Lab answers with very many points in it, `node own.bench.mjs [ROWS | eEDITS | LINK …]`: a table of so many rows,
// a session with so many points added by hand, or a scene, which is played and looked at in other widths. For each, the longest
// task of the page's main thread while a table is looked at and then used, or a session opened, and after each of the things
// that a reader does with it; in brackets all tasks together. It is the processor's time: what other programs take of the
// machine isn't in it, nor what a GPU does, or stands in for one. At the end, what the program's memory has grown to and what
// JavaScript holds.

import { flags, launch } from './browser.mjs';
import { become, countDraws, keepMemory, labIn, openPage, planeScale, serve, text } from './harness.mjs';

const kinds = process.argv.slice(2);
if (kinds.length === 0) {
  kinds.push('1000', '100000', '1000000', 'e100000');
  for (const model of ['', '&layers=2,8,8,1', '&layers=2,64,64,64,64,64,64,1']) kinds.push(`n_samples=1000000${model}`);
}
/** How long a scene is played, in ms. */
const playing = 4000;

/** Makes a file of n points in two classes: a table, or a session in which they were added. */
function make(n, edits) {
  const points = Array.from({ length: n }, (_, i) => {
    const [angle, radius] = [i * 2.399963229728653, Math.sqrt((i % 1000) / 1000)];
    return [(radius * Math.cos(angle) + (i % 2)).toFixed(6), (radius * Math.sin(angle)).toFixed(6), i % 2];
  });
  const add = ([x1, x2, y]) => ({ step: 0, add: { x: [Number(x1), Number(x2)], y } });
  globalThis.own = edits
    ? new File([JSON.stringify({ version: 1, edits: points.map(add) })], 'own.json')
    : new File([`x1,x2,class\n${points.map((point) => point.join()).join('\n')}\n`], 'own.csv');
}

/** Drops it on the page. */
function drop() {
  const transfer = new DataTransfer();
  transfer.items.add(globalThis.own);
  dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }));
}

/** Waits until the page has nothing more to do: no frame to draw, also after the pause in which it writes its address. */
const rest = (page) =>
  page.evaluate(async () => {
    for (let quiet = 0; quiet < 15; quiet = globalThis.asked.size > 0 ? 0 : quiet + 1)
      await new Promise((done) => setTimeout(done, 50));
  });

/** Bytes that the program holds. */
const held = (page) => page.evaluate(() => globalThis.memory.buffer.byteLength);

/** What the tasks of the busiest page's main thread took of the processor, in ms. */
function tasksIn(events) {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const all = mains.map((main) =>
    events
      .filter((e) => e.pid === main.pid && e.tid === main.tid && e.tdur > 0 && /RunTask/.test(e.name))
      .map((e) => e.tdur / 1000),
  );
  const sum = (tasks) => tasks.reduce((a, b) => a + b, 0);
  return all.sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

const server = await serve();
const chromium = await launch(undefined, {}, flags);
const lab = await labIn(chromium, server);
try {
  for (const kind of kinds) {
    const link = kind.includes('=');
    const edits = kind.startsWith('e');
    const n = Number(kind.replace('e', ''));
    const { page, close } = await openPage(lab, { dpr: 1, coarse: false, before: [keepMemory, countDraws] });
    await become(page);
    const said = [];
    const measure = async (name, act) => {
      await rest(page);
      await page.tracing.start({ categories: ['toplevel'] });
      await act();
      await rest(page);
      const tasks = tasksIn(JSON.parse(Buffer.from(await page.tracing.stop()).toString()).traceEvents);
      said.push(`${name} ${Math.max(0, ...tasks).toFixed(0)} (${tasks.reduce((a, b) => a + b, 0).toFixed(0)})`);
    };
    const click = async (dx, dy) => {
      const at = await planeScale(page);
      await page.mouse.click(at.x(dx), at.y(dy));
    };
    if (link) {
      await measure('open', () => page.evaluate((hash) => (location.hash = hash), kind));
      await measure('play', async () => {
        await page.click('#play');
        await new Promise((done) => setTimeout(done, playing));
        for (const width of [1100, 900, 1280]) await page.setViewport({ width, height: 720 });
        await page.click('#play');
      });
      console.log(`${kind}, ms: ${said.join(', ')}; program ${((await held(page)) / 1e6).toFixed(0)} MB`);
      await close();
      continue;
    }
    await page.evaluate(make, n, edits);
    await measure(edits ? 'open' : 'look', async () => {
      await page.evaluate(drop);
      if (edits) await page.waitForSelector('#undo:enabled');
      else await text(page, '#csv-preview', /rows,/);
    });
    if (!edits)
      await measure('use', async () => {
        await page.click('#csv-use');
        await page.waitForSelector('#csv-preview[hidden]');
      });
    await page.click('[data-tool="add0"]');
    await measure('add', () => click(0.1, 0.2));
    await measure('undo', () => page.click('#undo'));
    await measure('redo', () => page.click('#redo'));
    await page.click('[data-tool="ask"]');
    await measure('ask', () => click(0.3, 0.1));
    await measure('undo', () => page.click('#undo'));
    await page.click('[data-tool="move"]');
    await measure('drag', async () => {
      const at = await planeScale(page);
      await page.mouse.move(at.x(0.5), at.y(0.1));
      await page.mouse.down();
      for (let i = 1; i <= 5; i++) {
        await page.mouse.move(at.x(0.5 + i / 20), at.y(0.1));
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      await page.mouse.up();
    });
    await page.$$eval('.panels details', (all) => all.forEach((one) => (one.open = one.querySelector('#lr') !== null)));
    await measure('type', async () => {
      await page.click('#lr', { count: 3 });
      await page.keyboard.type('0.25\n');
    });
    await measure('step', () => page.click('#step'));
    const client = await page.createCDPSession();
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const memory = `program ${((await held(page)) / 1e6).toFixed(0)} MB, JavaScript ${(usedSize / 1e6).toFixed(0)} MB`;
    console.log(`${n} ${edits ? 'edits' : 'rows'}, ms: ${said.join(', ')}; ${memory}`);
    await close();
  }
} finally {
  await lab.close();
  server.close();
}
