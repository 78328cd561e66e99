// Whatever is refused is explained in the page's language.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const links = [
  ...[
    'lr=-1',
    'lr=x',
    'momentum=-2',
    'weight_decay=-1',
    'nesterov=true',
    'nesterov=maybe',
    'epochs=-1',
    'batch_size=1.5',
    'loss=l1',
    'optimizer=rms',
  ],
  ...[
    'loss=cross_entropy',
    'layers=2,3',
    'layers=3,1',
    'layers=2,65,1',
    'layers=2,1,x',
    'activation=gelu',
    'init=ones',
    'manual_seed=-1',
    'v=9',
  ],
  ...[
    'kind=rings',
    'n_samples=0',
    'n_samples=2000000',
    'noise=-1',
    'test_size=1',
    'test_size=0.999',
    'random_state=-1',
    'centers=1',
    'centers=',
    'centers=1,1;2,2;3,3',
  ],
  ...[
    'kind=points&x=0,0;1,1&y=0',
    'kind=points&x=0,0&y=3',
    'kind=points&x=1e40,0&y=0',
    'queries=1',
    'preset=nowhere',
    'speed=3',
    'lr=1&lr=2',
    'factor=2',
    'kind=spirals&n_samples=1',
  ],
  ...[
    'edits=0:jump:1',
    'edits=0:add:1',
    'edits=0:add:0,0,7',
    'edits=0:move:1',
    'edits=0:move:999,0,0',
    'edits=5:add:0,0,1;2:add:0,0,1',
    'edits=0:remove:x',
  ],
  ...[
    'edits=0:set:train.lr',
    'edits=0:set:data.kind,moons',
    'edits=0:set:train.lr,-1',
    'edits=0:weights:1,2',
    'edits=0:weights:1/2',
    'edits=0:move_query:9,0,0',
    'edits=0:add_query:1',
  ],
  ...[
    'queries=&edits=0:remove_query:0',
    'step=-1',
    'stop.loss=low',
    'stop.tol=-1',
    'stop.no_mistakes=2',
    'names=x',
    '\u202elr=1',
    'kind=\u2067abc',
    `names=0:${'n'.repeat(41)}`,
  ],
];

const tables = [
  '',
  '1',
  '1,2',
  '1,2,3,4',
  'x,2,1\n1,2,0\n1,y,0',
  '1,2,\n',
  '1,"2,3',
  '1,2"2,3',
  '1,1e40,0',
  Array.from({ length: 70 }, (_, i) => `0,${i},c${i}`).join('\n'),
];

/** Words of the program's own messages; keys and values may be of any language. */
const english = new RegExp(
  '\\b(want|labels|lists|number|numbers|finite|least|most|such|text in|rows?|columns?|whole|each|between|nothing|only|once|' +
    'left|left to|rivals?|quoted|and a)\\b',
);

/** Marks that would turn the page's own words around. */
const turns = /[\u202a-\u202e\u2066-\u2069]/;

/** Runs in the page: opens each link, and returns what the notice says about it. */
async function explain(links) {
  const notice = document.querySelector('#notice');
  const until = async (shown, link) => {
    for (const end = performance.now() + 30_000; notice.classList.contains('shown') !== shown; ) {
      if (performance.now() > end) throw new Error(`${link}: the notice is ${shown ? 'not shown' : 'still shown'}`);
      await new Promise(requestAnimationFrame);
    }
  };
  const answers = [];
  for (const link of links) {
    document.querySelector('#dismiss').click();
    await until(false, link);
    location.hash = link;
    await until(true, link);
    answers.push([link, document.querySelector('#notice-text').textContent]);
  }
  return answers;
}

for (const [language, fits] of [
  ['ko', (said) => /[가-힣]/.test(said) && !english.test(said)],
  ['en', (said) => /enter|such|not JSON|only once/.test(said) && !/[가-힣]/.test(said)],
]) {
  test(`every bad link and every bad table is explained, in ${language}`, () =>
    use(lab, { path: `?lang=${language}` }, async (page) => {
      await become(page);
      const foreign = (await page.evaluate(explain, links)).filter(([, said]) => !fits(said) || turns.test(said));
      await text(page, '#counts', /50/);

      await page.$$eval('#data-card, #csv', (all) => all.forEach((one) => (one.open = true)));
      for (const table of tables) {
        await page.$eval('#csv-text', (area, value) => (area.value = value), table);
        await page.click('#csv-use');
        const said = await text(page, '#csv-problem');
        if (!fits(said)) foreign.push(`${table.slice(0, 30)}: ${said}`);
      }
      assert.deepEqual(foreign, []);
      await text(page, '#counts', /50/);
    }));
}

/** Runs in the page: no notice goes by itself. */
function noticesStay() {
  const later = setTimeout;
  globalThis.setTimeout = (act, ms, ...more) => (ms === 10_000 ? 0 : later(act, ms, ...more));
}

test('a notice goes when another run begins', () =>
  use(lab, { before: noticesStay }, async (page) => {
    await become(page);
    await page.evaluate(() => (location.hash = 'train.lr=-1'));
    await page.waitForSelector('#notice.shown');
    await page.click('#step');
    await text(page, '#clock', /\b1 \//);
    assert.ok(await page.$('#notice.shown'), 'a step is not another run');
    await page.evaluate(() => (location.hash = 'preset=xor'));
    await page.waitForSelector('#notice:not(.shown)');
  }));

test('a refused link leaves the address of what runs, were it never of the gallery', () =>
  use(lab, { path: '#kind=moons&n_samples=42' }, async (page) => {
    await become(page);
    await page.evaluate(() => (location.hash = 'v=2'));
    await page.waitForSelector('#notice.shown');
    await page.click('#step');
    await page.waitForFunction(() => /n_samples=42&.*step=1$/.test(location.hash));
    assert.equal(await page.$('[data-scene][aria-pressed="true"]'), null);
  }));
