// The Lab page's panels and dialogs in a real Chromium, used as a reader would.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, accessibleEverywhere } from './axe.mjs';
import { become, choose, framed, measureShift, open, planeScale, text, useAgain, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

// Without smooth scrolling: a click at a position would miss what is still moving.
const calm = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
const use = (options, act, allowed) => useIn(lab, { ...options, media: [...calm, ...(options.media ?? [])] }, act, allowed);
const again = (act, scene) => useAgain(lab, { media: calm }, act, scene);

/** Opens a card, which is closed at first. */
const unfold = async (page, selector) => {
  await page.click(`${selector} > summary`);
  await page.waitForSelector(`${selector}[open]`);
};

/** Types into a field in place of what it holds, and presses Enter. */
async function enter(page, selector, value) {
  await page.click(selector, { count: 3 });
  await page.keyboard.press('Backspace');
  await page.type(selector, `${value}\n`);
}

const hash = (page, want) => page.waitForFunction((text) => decodeURIComponent(location.hash) === text, {}, want);
const hashLike = (page, pattern) => page.waitForFunction((source) => new RegExp(source).test(location.hash), {}, pattern.source);
const value = (page, selector, want) =>
  page.waitForFunction((css, text) => document.querySelector(css)?.value === text, {}, selector, want);

async function finish(page, epochs) {
  await page.click('#finish');
  await text(page, '#clock', new RegExp(`\\b${epochs} / ${epochs}`));
}

/** What the page saves in place of a download: [name, text]. */
function catchSaves() {
  globalThis.saved = [];
  HTMLAnchorElement.prototype.click = function () {
    const { download, href } = this;
    fetchBlob(href).then((content) => globalThis.saved.push([download, content]));
  };
  const blobs = new Map();
  const real = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = real.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const fetchBlob = (url) =>
    blobs.get(url).type === 'image/png'
      ? blobs
          .get(url)
          .arrayBuffer()
          .then((buffer) => buffer.byteLength)
      : blobs.get(url).text();
}
const saved = async (page, i) => (await page.waitForFunction((n) => globalThis.saved[n], {}, i)).jsonValue();

test('a scene of the gallery loads, is marked until something changes it, and is in the address', () =>
  again(async (page) => {
    await page.waitForSelector('[data-scene="blog"][aria-pressed="true"]');
    await page.click('[data-scene="xor"]');
    await page.waitForSelector('[data-scene="xor"][aria-pressed="true"]');
    await hash(page, '#preset=xor');
    assert.match(await text(page, '#watch'), /ln 2/);
    await finish(page, 500);
    await text(page, '#loss', /^0\.693/);
    await hash(page, '#preset=xor&step=500');
    await enter(page, '#lr', '0.25');
    await page.waitForSelector('[data-scene="xor"][aria-pressed="false"]');
    await hashLike(page, /^#v=1&kind=xor.*train\.lr,0\.25/);
    // Another training may end elsewhere.
    await text(page, '#watch', /run of your own/);
    await page.click('#undo');
    await page.waitForSelector('[data-scene="xor"][aria-pressed="true"]');
    assert.match(await text(page, '#watch'), /ln 2/);
    // What to watch stays, whatever is asked.
    const at = await page.$eval('#plane', (plane) => plane.getBoundingClientRect().toJSON());
    const press = () => page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await press();
    await page.waitForSelector('[data-scene="xor"][aria-pressed="false"]');
    await hashLike(page, /add_query/);
    assert.match(await text(page, '#watch'), /ln 2/);
    await page.click('[data-tool="add1"]');
    await page.waitForSelector('[data-tool="add1"][aria-checked="true"]');
    await press();
    await text(page, '#watch', /run of your own/);
    await page.click('#undo');
    await text(page, '#watch', /ln 2/);
  }));

test('every scene of the gallery loads', () =>
  again(async (page) => {
    const names = await page.$$eval('[data-scene]', (cards) => cards.map((card) => card.dataset.scene));
    assert.equal(names.length, 13);
    for (const name of names.reverse()) {
      await page.$eval(`[data-scene="${name}"]`, (card) => card.click());
      await page.waitForSelector(`[data-scene="${name}"][aria-pressed="true"]`);
      assert.notEqual(await text(page, '#watch'), '');
    }
    // Each picture comes as it is seen.
    for (const name of names) {
      await page.$eval(`[data-scene="${name}"]`, (card) => card.scrollIntoView({ behavior: 'instant' }));
      await page.waitForFunction((css) => document.querySelector(css).naturalWidth > 0, {}, `[data-scene="${name}"] img`);
    }
  }));

test('a change of data or model restarts the run; undo takes it back', () =>
  again(async (page) => {
    await page.click('#epoch');
    await text(page, '#clock', /\b1 \/ 1000/);
    await unfold(page, '#data-card');
    await page.select('#data-kind', 'moons');
    await text(page, '#data-digest', /moons/);
    await text(page, '#clock', /\b0 \/ 1000/);
    await enter(page, '#data-n_samples', '60');
    await text(page, '#counts', /^3030$/);
    await enter(page, '#data-test_size', '0.25');
    await text(page, '#counts', /^(?!3030)\d{4}$/);
    await unfold(page, '#confusion-card');
    await text(page, '#test-points', /^15$/);
    await text(page, '#test-loss', /^\d\.\d/);

    await unfold(page, '#model-card');
    await page.click('#layer-add');
    await text(page, '#model-digest', /2 → 4 → 1/);
    await enter(page, '#units-1', '7');
    await text(page, '#model-digest', /2 → 7 → 1/);
    await page.select('#model-activation', 'relu');
    await text(page, '#model-digest', /ReLU/);
    await page.select('#model-outputs', '3');
    await page.waitForSelector('[data-tool="add2"]');
    await value(page, '#train-loss', 'cross_entropy');
    await page.click('#layer-remove');
    await text(page, '#model-digest', /^2 → 3$/);
    await page.click('#undo');
    await text(page, '#model-digest', /2 → 7 → 3/);
    await page.click('#redo');
    await text(page, '#model-digest', /^2 → 3$/);
  }));

test('a refused value is explained at its field, in the page’s language, and changes nothing; seeds beyond 2^53 stay exact', () =>
  again(async (page) => {
    await unfold(page, '#data-card');
    await enter(page, '#data-n_samples', '0');
    assert.match(await text(page, '#data-n_samples-problem'), /0: enter a whole number from 1/);
    await choose(page, 'ko');
    await enter(page, '#data-n_samples', '-5');
    assert.match(await text(page, '#data-n_samples-problem', /정수/), /-5/);
    await page.keyboard.press('Escape');
    await value(page, '#data-n_samples', '100');
    await enter(page, '#lr', '-1');
    assert.match(await text(page, '#lr-problem', /유한한/), /-1/);
    await hash(page, '');

    await unfold(page, '#model-card');
    await enter(page, '#model-manual_seed', '18446744073709551615');
    await hashLike(page, /manual_seed=18446744073709551615/);
    await value(page, '#model-manual_seed', '18446744073709551615');
  }));

test('training values apply while it runs', () =>
  again(async (page) => {
    await page.click('.training .more > summary');
    await page.select('#train-optimizer', 'adam');
    await text(page, '#training-digest', /Adam/);
    await page.select('#train-loss', 'mse');
    await text(page, '#training-digest', /squared/);
    await page.select('#train-optimizer', 'sgd');
    await page.waitForSelector('#train-momentum', { visible: true });
    await enter(page, '#train-momentum', '0.9');
    await page.click('#train-nesterov');
    await hashLike(page, /train\.nesterov,true/);
    await enter(page, '#train-batch_size', '10');
    await text(page, '#training-digest', /batches of 10/);
    await page.focus('#lr-slider');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => Number(document.querySelector('#lr').value) > 0.01);
  }));

test('stop conditions pause the run', () =>
  again(async (page) => {
    await page.click('.training .more > summary');
    await enter(page, '#stop-loss', '0.5');
    await page.select('#speed', '20');
    await page.click('#play');
    await page.waitForFunction(() => Number(document.querySelector('#loss').textContent) <= 0.5);
    await text(page, '#play', /Play/);
    assert.match(await text(page, '#loss'), /^0\.(50|49)/);

    // The link holds them, too.
    await hashLike(page, /^#stop\.loss=0\.5&step=\d+$/);
    await page.reload();
    await become(page);
    await value(page, '#stop-loss', '0.5');
    await page.click('.training .more > summary');
    // Two at once.
    await page.evaluate(() => {
      for (const [css, value] of Object.entries({ '#stop-loss': '', '#stop-tol': '0.002' })) {
        const field = document.querySelector(css);
        field.value = value;
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      }
    });
    await hashLike(page, /^#stop\.tol=0\.002&step=\d+$/);
    await page.click('#finish');
    const paused = await page.waitForFunction(() => {
      const epoch = Number(/\d+/.exec(document.querySelector('#clock').textContent)[0]);
      return /Play/.test(document.querySelector('#play').textContent) && epoch > 400 && epoch;
    });
    assert.ok((await paused.jsonValue()) < 1000, 'it paused at the end only');
    await enter(page, '#stop-tol', '-1');
    await text(page, '#stop-tol-problem', /-1.*above 0/);
  }));

test('at full speed a run plays to its end in a few frames; the time line leads back to a step, and forward again', () =>
  again(async (page) => {
    await page.select('#speed', '100000');
    await text(page, '#speed', /full speed/);
    await page.click('#play');
    await text(page, '#clock', /1000 \/ 1000/);
    const end = await text(page, '#loss');
    await page.focus('#timeline');
    await page.keyboard.press('Home');
    await text(page, '#clock', /\b0 \/ 1000/);
    assert.match(await text(page, '#loss'), /^0\.6185/);
    await page.keyboard.press('End');
    await text(page, '#clock', /1000 \/ 1000/);
    assert.equal(await text(page, '#loss'), end);
    const box = await (await page.$('#timeline')).boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await text(page, '#clock', /\b(49\d|50\d) \/ 1000/);
    // Not past what was trained.
    await page.click('#reset');
    await page.click('#step');
    await text(page, '#clock', /\b1 \/ 1000/);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await value(page, '#timeline', '1');
    // Undone, the reset leaves the run where it was, with all that was trained.
    await page.click('#undo');
    await text(page, '#clock', /\b(49\d|50\d) \/ 1000/);
    await page.focus('#timeline');
    await page.keyboard.press('End');
    await text(page, '#clock', /1000 \/ 1000/);
    assert.equal(await text(page, '#loss'), end);
  }));

test('keys: Space, brackets, tools, undo; none of them while a field is typed into', () =>
  again(async (page) => {
    await page.keyboard.press('[');
    await text(page, '#clock', /\b1 \/ 1000/);
    await page.keyboard.press(']');
    await text(page, '#clock', /\b2 \/ 1000/);
    await page.keyboard.press('2');
    await page.waitForSelector('[data-tool="add1"][aria-checked="true"]');
    await page.keyboard.press('3');
    await page.keyboard.press('Delete');
    await page.waitForSelector('[data-tool="erase"][aria-checked="true"]');
    await page.keyboard.press('a');
    await page.waitForSelector('[data-tool="ask"][aria-checked="true"]');
    await page.focus('#plane');
    await page.keyboard.press(' ');
    await text(page, '#play', /Pause/);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.keyboard.press(' ');
    await text(page, '#play', /Play/);

    const at = await planeScale(page);
    await page.mouse.click(at.x(0.9), at.y(1.2));
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 3);
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 2);
    await page.keyboard.press('y');
    await page.waitForFunction(() => document.querySelectorAll('#queries tr').length === 3);
    await page.keyboard.up('Control');

    await page.keyboard.press('?');
    await page.waitForSelector('#keys[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#keys:not([open])');

    const clock = await text(page, '#clock');
    await page.focus('#lr');
    await page.keyboard.type('[2 ]');
    await page.keyboard.press('Escape');
    await value(page, '#lr', '0.01');
    assert.equal(await text(page, '#clock'), clock);
    await page.waitForSelector('[data-tool="ask"][aria-checked="true"]');
  }));

test('a key’s letter counts, whatever alphabet it types; tooltips name what a button does, and its key', () =>
  again(async (page) => {
    await choose(page, 'ko');
    await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅡ', code: 'KeyM', bubbles: true })));
    await page.waitForSelector('[data-tool="move"][aria-checked="true"]');
    assert.equal(await page.$eval('[data-tool="move"]', (button) => button.title), '옮기기 (M)');
    const bare = await page.$$eval('button.icon-only', (all) =>
      all.filter((button) => button.title === '').map((button) => button.id || button.className),
    );
    assert.deepEqual(bare, [], 'buttons without words and without a tooltip');
  }));

test('a diverged run offers a smaller learning rate, and continues with it', () =>
  again(async (page) => {
    await page.waitForSelector('[data-scene="diverging"][aria-pressed="true"]');
    await page.click('#finish');
    await page.waitForSelector('#smaller:not([hidden])');
    assert.match(await text(page, '#smaller'), /0\.5/);
    await text(page, '#clock', /diverged/);
    assert.doesNotMatch(await text(page, '#equation', /\?.*\?.*\?/), /[–−]/);
    await page.waitForSelector('#play[aria-disabled="true"]');
    await page.click('#smaller');
    await page.waitForSelector('#smaller[hidden]');
    await value(page, '#lr', '0.5');
    await text(page, '#clock', /[1-9]\d* \/ 1000$/);
    await page.waitForSelector('#play[aria-disabled="false"]');
  }, 'preset=diverging'));

test('points are pasted and dropped; a bad table is explained', () =>
  again(async (page) => {
    await unfold(page, '#data-card');
    await page.click('#csv > summary');
    await page.type('#csv-text', 'x1,x2,y\n0,0,0\nfar,1,1\n');
    await page.click('#csv-use');
    await text(page, '#csv-problem');
    await page.$eval('#csv-text', (field) => (field.value = 'x1,x2,y\n0,0,0\n1,1,1\n0.5,0.25,1\n'));
    await page.click('#csv-use');
    await text(page, '#counts', /^12$/);
    assert.equal(await page.$eval('#csv-problem', (problem) => problem.textContent), '');
    await text(page, '#data-digest', /by hand, 3/);

    const drop = (name, content) =>
      page.evaluate(
        (fileName, fileText) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([fileText], fileName));
          for (const type of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        },
        name,
        content,
      );
    await drop('points.tsv', '0\t0\t0\n1\t0\t0\n0\t1\t1\n2\t2\t2\n');
    await text(page, '#csv-preview', /4 rows, separated by tabs/);
    await text(page, '#data-digest', /by hand, 3/);
    await page.click('#csv-use');
    await text(page, '#counts', /^211$/);
    await page.waitForSelector('[data-tool="add2"]');
    await drop('session.json', '{"model": {"manual_seed": 18446744073709551615}}');
    await text(page, '#counts', /^5050$/);
    await value(page, '#model-manual_seed', '18446744073709551615');
    await drop('broken.json', '{"model": ');
    assert.match(await text(page, '#notice-text', /broken/), /JSON/);
    await drop('evil.json', '{"<img src=x onerror=alert(1)>": 1}');
    await text(page, '#notice-text', /<img/);
    assert.equal(await page.$('#notice img'), null);
  }));

// The preview is rebuilt with each choice, even while its program is loading.
const broken = [/^failed: .*\.wasm$/];

test('numbers: the sum term by term, the confusion matrix, the margin', () =>
  again(async (page) => {
    await finish(page, 1000);
    await unfold(page, '#sum-card');
    assert.match(await text(page, '#sum', /−2\.933/), /−1\.436.*−1\.428.*−0\.069.*−2\.933.*0\.0506/);
    await unfold(page, '#confusion-card');
    await text(page, '#confusion-digest', /100 of 100/);
    await page.waitForSelector('#confusion table');
    assert.deepEqual(await page.$$eval('#confusion td:not(.note)', (cells) => cells.map((cell) => cell.textContent)), [
      '50',
      '0',
      '0',
      '50',
    ]);
    await text(page, '#rates', /100%.*100%/);
    await unfold(page, '#margin-card');
    assert.match(await text(page, '#margin-digest'), /yes/);
    const margin = await text(page, '#margin', /Learning rate’s limit/);
    assert.match(margin, /γ, the margin.*Novikoff’s bound.*Learning rate’s limit.*Angle/);
    // Of a sample under the pointer, its loss too.
    await page.evaluate(() => scrollTo(0, 0));
    const svg = await page.$eval('#plane', (plane) => plane.getBoundingClientRect().toJSON());
    for (let y = 0.3; y < 0.9; y += 0.02) {
      await page.mouse.move(svg.x + 0.68 * svg.width, svg.y + y * svg.height);
      await framed(page);
      if (await page.$eval('#sum-point', (place) => /class/.test(place.textContent))) break;
    }
    await text(page, '#sum', /loss, of class 1/);
  }));

test('a link brings points and edits back to the same digits; a bad one says so', () =>
  use({}, async (page) => {
    await become(page);
    await page.click('#epoch');
    await text(page, '#clock', /\b1 \//);
    await page.click('[data-tool="add0"]');
    await page.waitForSelector('[data-tool="add0"][aria-checked="true"]');
    const at = await planeScale(page);
    await page.mouse.click(at.x(1.5), at.y(1.2));
    await text(page, '#counts', /^5150$/);
    await page.click('#epoch');
    await text(page, '#clock', /\b2 \//);
    await page.click('#share-button');
    await page.waitForSelector('#share[open]');
    const link = await page.$eval('#share-link', (field) => field.value);
    assert.match(link, /edits=1:add:1\.\d.*&step=2$/);
    const loss = await text(page, '#loss');
    await page.goto('about:blank');
    await page.goto(link);
    await become(page);
    await text(page, '#clock', /\b2 \//);
    assert.equal(await text(page, '#loss'), loss);
    assert.ok(await page.$eval('#undo', (button) => button.disabled), 'what the page began with can be undone');

    await page.evaluate(() => (location.hash = 'preset=nothing'));
    assert.match(await text(page, '#notice-text', /enter one of/), /blog/);
    await text(page, '#clock', /\b2 \//);
    await page.evaluate(() => (location.hash = 'preset=or'));
    await page.waitForSelector('[data-scene="or"][aria-pressed="true"]');
  }));

test('a bad link at the start shows the usual scene', () =>
  use({ path: '#train.lr=-3' }, async (page) => {
    await become(page);
    assert.match(await text(page, '#notice-text', /enter/), /-3/);
    await text(page, '#loss', /^0\.6185/);
    await page.waitForSelector('[data-scene="blog"][aria-pressed="true"]');
    await hash(page, '');
  }));

test('the run is written as code, copied, and saved: script, table, picture, session', () =>
  use({ coarse: false, before: catchSaves }, async (page) => {
    await become(page);
    await finish(page, 1000);
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (copied) => void (globalThis.copied = copied);
    });
    await page.click('#code-button');
    await text(page, '#code-text', /import torch/);
    await page.click('#code-copy');
    await text(page, '#code-copy', /Copied/);
    assert.match(await page.evaluate(() => globalThis.copied), /import torch.*nn\.Linear/s);
    // Where it is refused the text is selected.
    await page.evaluate(() => {
      getSelection().empty();
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await page.click('#code-copy');
    await page.waitForFunction(() => /import torch/.test(getSelection()));
    await page.click('#code-save');
    assert.match((await saved(page, 0))[1], /import torch/);
    await page.click('[data-format="python-numpy"]');
    await text(page, '#code-text', /import numpy/);
    await page.keyboard.press('ArrowRight');
    await text(page, '#code-text', /^x1,x2,label/);
    await page.click('#code-save');
    assert.equal((await saved(page, 1))[1].trim().split('\n').length, 101);
    await page.click('[data-format="svg"]');
    await text(page, '#code-text', /^<svg/);
    await page.click('#png-save');
    const [name, bytes] = await saved(page, 2);
    assert.equal(name, 'perceptron.png');
    assert.ok(bytes > 20_000, `a picture of ${bytes} bytes`);
    await page.click('#code [data-close]');

    await page.click('#share-button');
    await page.waitForSelector('#share[open]');
    await page.click('#session-save');
    assert.equal(JSON.parse((await saved(page, 3))[1]).version, 1);
  }));

test('the embed dialog previews the figure and writes what to paste', () =>
  use(
    {},
    async (page) => {
      await become(page);
      await page.$eval('[data-scene="moons"]', (card) => card.click());
      await page.waitForSelector('[data-scene="moons"][aria-pressed="true"]');
      await page.click('#embed-button');
      await text(page, '#embed-text', /<perceptron-lab preset="moons">/);
      await page.select('#embed-controls', 'full');
      await page.select('#embed-theme', 'dark');
      await text(page, '#embed-text', /<perceptron-lab preset="moons" toolbar="full" theme="dark">/);
      await page.click('#tab-iframe');
      await text(page, '#embed-text', /<iframe src="[^"]*frame\.html#preset=moons&amp;toolbar=full&amp;theme=dark"/);
      await page.click('#tab-jekyll');
      await text(page, '#embed-text', /^\{% include perceptron-lab\.html preset="moons" toolbar="full" theme="dark"/);
      await page.click('#tab-hugo');
      await text(page, '#embed-text', /^\{\{< perceptron-lab preset="moons"/);
      const frame = await page.waitForFrame((found) => found.url().includes('frame.html#preset=moons&toolbar=full'));
      await frame.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
      await page.click('#embed [data-close]');
      await page.waitForFunction(() => document.querySelector('#preview').childElementCount === 0);

      await page.click('[data-tool="add1"]');
      await page.waitForSelector('[data-tool="add1"][aria-checked="true"]');
      const at = await planeScale(page);
      await page.mouse.click(at.x(1.8), at.y(0.9));
      await page.waitForSelector('[data-scene="moons"][aria-pressed="false"]');
      await page.click('#embed-button');
      await page.waitForSelector('#embed[open]');
      await page.click('#tab-element');
      await text(page, '#embed-text', /<perceptron-lab src="#v=1&amp;kind=moons.*edits=0:add:/);
    },
    { allowed: broken },
  ));

test('the page moves nothing by itself, at any size', async () => {
  for (const size of [
    { width: 360, height: 740, dpr: 2, touch: true, path: '?lang=en' },
    { width: 360, height: 740, dpr: 2, touch: true },
    { width: 820, height: 1180 },
    { width: 1440, height: 900 },
  ]) {
    await use({ path: '?lang=ko', dpr: 1, ...size, before: measureShift }, async (page) => {
      await become(page);
      await hash(page, '');
      const shift = await page.evaluate(() => globalThis.shift);
      assert.ok(shift < 0.005, `${size.width}: a shift of ${shift}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), size.width);
      const beyond = await page.$$eval('.stage button, .stage select, .masthead button', (all) =>
        all.filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.id),
      );
      assert.deepEqual(beyond, []);
      // Nor do pictures of the gallery, which come as they are seen.
      const heights = () => page.$$eval('[data-scene]', (cards) => cards.map((card) => card.offsetHeight));
      const before = await heights();
      await page.$eval('#scenes', (scenes) => scenes.scrollIntoView({ behavior: 'instant' }));
      await page.waitForFunction(() => document.querySelector('[data-scene] img').naturalWidth > 0);
      assert.deepEqual(await heights(), before);
    });
  }
});

test('what a finger presses is large enough', () =>
  use({ width: 360, height: 740, dpr: 2, touch: true }, async (page) => {
    await become(page);
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    const small = await page.$$eval('button, select, summary, input:not([type=checkbox])', (all) =>
      all
        .filter((one) => one.offsetParent && !one.closest('dialog'))
        .map((one) => [one.id || one.textContent, one.getBoundingClientRect().height])
        .filter(([, height]) => height < 43.5),
    );
    assert.deepEqual(small, []);
  }));

test('axe finds nothing in the main states, in both languages and themes', async () => {
  await use({ path: 'post.html', before: 'window.module = undefined' }, async (page) => {
    await page.waitForSelector('perceptron-lab:last-of-type');
    await accessible(page, 'a post whose last figure is not near yet');
  });
  await use({ before: 'window.module = undefined', firstVisit: true }, async (page) => {
    await become(page);
    await page.waitForSelector('.coach');
    await accessibleEverywhere(page, 'first visit', '.coach');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.coach'));
    await accessible(page, 'at first, as it was left: in Korean, dark');
    await page.click('#group-all');
    await page.waitForSelector('#lr:enabled', { visible: true });
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    await enter(page, '#lr', '-1');
    await text(page, '#lr-problem');
    await text(page, '#confusion');
    await accessibleEverywhere(page, 'all open');
    for (const name of ['share', 'code', 'embed', 'keys']) {
      await page.$eval(`#${name}-button`, (button) => button.click());
      await page.waitForSelector(`#${name}[open]`);
      await accessibleEverywhere(page, name, `#${name}`);
      await page.click(`#${name} [data-close]`);
    }
  });
});
