// A school day on one page of the Lab: LESSONS (9) times each scene is opened, played, asked, edited, undone, scrubbed and
// looked at in cards, groups, dialogs, a lesson, languages and themes. What the page holds after a third of them it holds at
// their end.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { act, unsaid, watch } from './fuzz/lab.mjs';
import { become, open, openPage } from './harness.mjs';

const lessons = Number(process.env.LESSONS ?? 9);
const drag = (from, ...to) => ['pointer', '#plane', 0, [['move', ...from], ['down', 0, 0], ...to.map((at) => ['move', ...at])]];
const click = (x, y) => drag([x, y]);
const press = (css) => ['press', css];
const opened = (open) => Array.from({ length: 30 }, (_, i) => ['open', i / 30, open]);
const groups = ['watch', 'why', 'change', 'compare'];
const lesson = readFileSync(new URL('../lines.json', import.meta.url), 'utf8');
const kept = { version: 1, data: { kind: 'moons', n_samples: 50 }, edits: [{ step: 3, set: { 'train.lr': 0.5 } }] };

/** What is done with a scene, as acts of the fuzzer. */
const acts = (scene) => [
  press(`[data-scene="${scene}"]`),
  ['ping'],
  press('#play'),
  ['ping'],
  click(0.3, 0.3),
  click(0.7, 0.4),
  press('[data-tool="add1"]'),
  click(0.5, 0.5),
  press('[data-tool="move"]'),
  drag([0.5, 0.5], [0.55, 0.45], [0.6, 0.4]),
  press('[data-tool="erase"]'),
  click(0.6, 0.4),
  press('[data-tool="ask"]'),
  press('#play'),
  ['storm', ['undo', 'undo', 'redo', 'undo', 'redo', 'redo']],
  press('#epoch'),
  press('#finish'),
  ['seek', [0.9, 0.2, 0.5, 0]],
  press('#pin'),
  press('#race'),
  press('#step'),
  ...groups.flatMap((group) => [
    press(`#group-${group}`),
    ...opened(true),
    ['ping'],
    [
      'pointer',
      '#panels svg:not(.icon)',
      0.3,
      [
        ['move', 0.4, 0.4],
        ['move', 0.6, 0.5],
      ],
    ],
    press('#step'),
    ...opened(false),
  ]),
  press('#race'),
  ['key', 'Control+z', true],
  press('#zoom-in'),
  [
    'pointer',
    '#curve',
    0,
    [
      ['move', 0.4, 0.4],
      ['move', 0.6, 0.5],
    ],
  ],
  press('#fit'),
  press('#log-loss'),
  press('#log-loss'),
  press('#weights-button'),
  ['control', '#training-card', 0.2, '0.3', 0.1],
  ['control', '#data-card', 0.2, '7', 0.1],
  ['control', '#points-card', 0.5, '0.4', 0.2],
  press('#weights-button'),
  ...['share', 'code', 'embed', 'keys'].flatMap((name) => [['dialog', name], ['ping']]),
  press('#present-button'),
  ['ping'],
  press('#present-button'),
  press('#language [lang="ko"]'),
  ['ping'],
  press('#theme'),
  press('#theme'),
  press('#language [lang="en"]'),
  press('#theme'),
  ['table', '1,2,0\n2,1,1\n0,1,1\n', true],
  ['file', 'drop', 'run.json', JSON.stringify(kept)],
  ['file', 'drop', 'lesson.json', lesson],
  ['ping'],
  press('.lesson-ways .button:nth-of-type(2)'),
  ['ping'],
  press('.lesson-head .button'),
  ['link', `preset=${scene}&step=20`],
  ['ping'],
  press('#group-all'),
];

/** Bytes and numbers of what the page holds, after what nobody holds is collected. */
async function held(page, client) {
  const count = async (name) => {
    const prototype = await page.evaluateHandle(`${name}.prototype`);
    const list = await page.queryObjects(prototype);
    const told = await list.evaluate((all) => all.map((one) => one.buffer?.byteLength ?? 1));
    await Promise.all([prototype.dispose(), list.dispose()]);
    return told.reduce((sum, one) => sum + one, 0);
  };
  const wasm = await count('WebAssembly.Memory');
  const contexts = await count('WebGL2RenderingContext');
  for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners, documents } = await client.send('Memory.getDOMCounters');
  const { usedSize: heap } = await client.send('Runtime.getHeapUsage');
  return { heap, wasm, contexts, documents, nodes, listeners };
}

test('a school day on one page leaves nothing behind', async (t) => {
  const lab = await open();
  const { page, wrongs, close } = await openPage(lab, { before: watch });
  t.after(async () => {
    await close();
    await lab.close();
  });
  const client = await page.createCDPSession();
  await become(page);
  const scenes = await page.$$eval('[data-scene]', (cards) => cards.map(({ dataset }) => dataset.scene));
  const seen = [];
  let done = 0;
  const begun = Date.now();
  for (let lesson = 1; lesson <= lessons; lesson++) {
    for (const scene of scenes)
      for (const one of acts(scene)) {
        await act(page, one).catch((error) => assert.fail(`lesson ${lesson}, ${scene}: ${JSON.stringify(one)}: ${error}`));
        done++;
      }
    await act(page, ['link', 'preset=blog']);
    await page.waitForSelector('[data-scene="blog"][aria-pressed="true"]');
    const now = await held(page, client);
    seen.push(now);
    t.diagnostic(`after ${done} acts in ${Math.round((Date.now() - begun) / 1000)} s: ${JSON.stringify(now)}`);
  }
  assert.deepEqual(unsaid(wrongs, ['embed']), []);
  const [third, end] = [seen[Math.ceil(lessons / 3) - 1], seen.at(-1)];
  // WebAssembly's memory never shrinks: it is what the program has ever needed at once.
  const more = { wasm: 1.25 };
  for (const [what, then] of Object.entries(third))
    assert.ok(end[what] <= (more[what] ?? 1.05) * then, `${what}: ${then} after a third, ${end[what]} at the end`);
});
