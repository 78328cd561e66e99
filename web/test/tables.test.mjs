// Numbers that are typed: points, asked points and weights in tables, used as a reader would.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibleEverywhere } from './axe.mjs';
import { become, choose, open, pixels, planeScale, text, useAgain, use as useIn } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

// Without smooth scrolling: a click at a position would miss what is still moving.
const calm = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
const use = (options, act) => useIn(lab, { ...options, media: [...calm, ...(options.media ?? [])] }, act);
const again = (act, scene) => useAgain(lab, { media: calm }, act, scene);

/** Opens the table of points, at its beginning: the test before may have left it elsewhere. */
async function openTable(page) {
  await page.click('#points-card > summary');
  await page.waitForSelector('#points .point');
  await page.evaluate(() => {
    const wrong = document.querySelector('#points-wrong');
    if (wrong.checked) wrong.click();
    for (const previous = document.querySelector('#points-previous'); !previous.disabled; ) previous.click();
  });
  await page.waitForSelector(field(1, 1));
}

/** The field of a point's coordinate, by number and column from 1; the new point's has no number. */
const field = (number, i) => `#points [aria-label="x${i} of point ${number}"]`;
const newField = (i) => `#points-add [aria-label="x${i} of a new point"]`;

/** Types into a field in place of what it holds, and presses a key. */
async function enter(page, selector, value, key = 'Enter') {
  await page.focus(selector);
  await page.$eval(selector, (input) => input.select());
  await page.keyboard.type(value);
  await page.keyboard.press(key);
}

const value = (page, selector, want) =>
  page.waitForFunction((css, held) => document.querySelector(css)?.value === held, {}, selector, want);
const valueIn = (page, selector) => page.$eval(selector, (input) => input.value);
const hashLike = (page, pattern) => page.waitForFunction((source) => new RegExp(source).test(location.hash), {}, pattern.source);
const blur = (page) => page.evaluate(() => document.activeElement.blur());
const row = (number) => `#points .point:nth-child(${2 * number - 1})`;

test('a point is moved, given another class, removed and added in the table, and each is undone', () =>
  again(async (page) => {
    await openTable(page);
    await text(page, '#points-page', /^1–25 of 100$/);
    const [x2, x1] = [await valueIn(page, field(3, 2)), await valueIn(page, field(3, 1))];

    await enter(page, field(3, 1), '0,75');
    await hashLike(page, /edits=0:move:2,0\.75,-0\.6194/);
    await blur(page);
    await value(page, field(3, 1), '0.75');
    assert.equal(await valueIn(page, field(3, 2)), x2);
    // A second move at the same step replaces the first, in the address too.
    await enter(page, field(3, 2), '1.5', 'Tab');
    await hashLike(page, /edits=0:move:2,0\.75,1\.5$/);
    await value(page, field(3, 2), '1.5');
    await page.click('#undo');
    await value(page, field(3, 2), x2);
    await page.click('#undo');
    await value(page, field(3, 1), x1);

    assert.equal(await valueIn(page, '#points [aria-label="class of point 3"]'), '0');
    await text(page, `${row(3)} .said`, /class 1, wrong/);
    await page.select('#points [aria-label="class of point 3"]', '1');
    await text(page, '#counts', /^4951$/);
    await value(page, '#points [aria-label="class of point 3"]', '1');
    await text(page, `${row(3)} .said`, /class 1, right/);
    await page.click('#undo');
    await text(page, '#counts', /^5050$/);

    const next = await valueIn(page, field(4, 1));
    await page.focus('#points [aria-label="Remove point 3"]');
    await page.keyboard.press('Enter');
    await value(page, field(3, 1), next);
    await text(page, '#points-page', /^1–25 of 99$/);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'Remove point 3');
    await page.click('#undo');
    await value(page, field(3, 1), x1);

    await page.select('#points-add select', '1');
    await enter(page, newField(1), '2.5', 'Tab');
    await page.keyboard.type('-1');
    await page.keyboard.press('Enter');
    await text(page, '#points-page', /^101–101 of 101$/);
    await text(page, '#counts', /^5051$/);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'x1 of a new point');
    assert.deepEqual(
      [await valueIn(page, field(101, 1)), await valueIn(page, field(101, 2)), await valueIn(page, newField(1))],
      ['2.5', '-1', ''],
    );
    await page.click('#undo');
    await text(page, '#points-page', /^76–100 of 100$/);
  }));

test('a bad number is refused beside its field, names what was typed, and changes nothing', () =>
  again(async (page) => {
    await openTable(page);
    const before = await valueIn(page, field(1, 1));
    const problem = `${row(1)} + .problem-row .problem`;
    for (const [typed, want] of [
      ['far', /^“far”: enter a number\.$/],
      ['1e39', /^1e39: enter a number from -1e30 to 1e30\.$/],
      ['1e999', /^1e999: enter a finite number\.$/],
    ]) {
      await enter(page, field(1, 1), typed);
      await text(page, problem, want);
      assert.equal(await page.$eval(field(1, 1), (input) => input.ariaInvalid), 'true');
      assert.equal(await valueIn(page, field(1, 1)), typed);
    }
    await page.keyboard.press('Escape');
    await page.waitForFunction((css) => document.querySelector(css).textContent === '', {}, problem);
    await enter(page, field(1, 1), '1e39', 'Tab');
    await text(page, problem, /1e39/);
    await value(page, field(1, 1), before);
    await enter(page, newField(1), '1');
    await text(page, '#points-add .problem', /^“”: enter a number\.$/);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'x2 of a new point');
    await page.keyboard.type('4e33');
    await page.keyboard.press('Enter');
    await text(page, '#points-add .problem', /^\(1, 4e33\): enter a number from -1e30 to 1e30\.$/);
    assert.equal(await page.evaluate(() => location.hash), '');
    await text(page, '#points-page', /of 100$/);
    await choose(page, 'ko');
    await enter(page, '#points [aria-label="1번 점의 x1"]', '멀리');
    await text(page, problem, /숫자/);
    await enter(page, '#points [aria-label="1번 점의 x1"]', '1e39');
    await text(page, problem, /^1e39: -1e30에서 1e30 사이의 수를 입력하세요\.$/);
  }));

test('a thousand points are shown by pages', () =>
  again(async (page) => {
    await openTable(page);
    await text(page, '#points-page', /^1–25 of 1000$/);
    assert.equal(await page.$eval('#points-previous', (button) => button.disabled), true);
    await page.click('#points-next');
    await text(page, '#points-page', /^26–50 of 1000$/);
    assert.equal(await page.$eval('#points .point th', (head) => head.textContent), '26');
    await enter(page, '#points-go', '987');
    await text(page, '#points-page', /^976–1000 of 1000$/);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'x1 of point 987');
    assert.equal(await page.$eval('#points-next', (button) => button.disabled), true);
    await enter(page, '#points-go', '1001');
    await text(page, '#points-go-problem', /^1001: enter a whole number from 1 to 1000\.$/);
    await page.click('#points-previous');
    await text(page, '#points-page', /^951–975 of 1000$/);
    // Fewer points than the page begins at: the last page there is.
    await page.click('[data-scene="blog"]');
    await text(page, '#points-page', /^76–100 of 100$/);
    assert.equal(await page.$$eval('#points .point', (rows) => rows.length), 25);
  }, 'preset=blog&n_samples=1000'));

test('only the wrong points are listed on demand, and disappear when they are corrected', () =>
  again(async (page) => {
    await page.click('#finish');
    await text(page, '#clock', /\b(\d+) \/ \1\b/);
    await openTable(page);
    await page.click('#points-wrong');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#points .verdict')].every((mark) => mark.textContent === '✗'),
    );
    const count = async () => Number(/of (\d+)/.exec(await text(page, '#points-page'))[1]);
    const wrong = await count();
    assert.ok(wrong > 1, `${wrong} wrong points`);
    const name = await page.$eval('#points .point select', (list) => list.ariaLabel);
    const label = await page.$eval('#points .point select', (list) => list.value);
    await page.select(`#points [aria-label="${name}"]`, String(1 - label));
    await text(page, '#points-page', new RegExp(`of ${wrong - 1}$`));
    assert.equal(await page.$(`#points [aria-label="${name}"]`), null);
  }, 'preset=overlap'));

test('wrong ones are listed of 100,000 points, and of a large network’s among the first, which is said', () =>
  again(async (page) => {
    await openTable(page);
    await page.click('#points-wrong');
    await text(page, '#points-page', /^1–25 of \d+$|^1–25 of \d\d\u202f\d{3}$/);
    await page.evaluate(() => (location.hash = 'n_samples=100000&layers=2,64,64,1'));
    await text(page, '#points-page', /^1–25 of [\d\u202f]+ among the first \d[\d\u202f]+ points$/);
    await page.click('#points-wrong');
    await text(page, '#points-page', /^1–25 of 100\u202f000$/);
  }, 'n_samples=100000'));

test('predictions follow a playing run, a field keeps what is typed and the focus, and a row that has it shows its point', () =>
  again(async (page) => {
    await openTable(page);
    const first = await text(page, `${row(2)} .p`);
    await page.focus(field(2, 1));
    await page.keyboard.type('0.1');
    await page.$eval('#play', (button) => button.click());
    await page.waitForFunction((css, p) => document.querySelector(css).textContent !== p, {}, `${row(2)} .p`, first);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'x1 of point 2');
    assert.match(await valueIn(page, field(2, 1)), /^0\.1$/);
    await page.keyboard.press('Escape');
    assert.match(await valueIn(page, field(2, 1)), /^0\.80437976$/);
    await page.$eval('#play', (button) => button.click());
    await text(page, '#play', /Play/);

    await page.mouse.move(5, 5);
    await blur(page);
    await page.waitForFunction(() => document.querySelector('.figure-tip.hover').hidden);
    const at = await planeScale(page);
    const near = (x, y) =>
      page.waitForFunction(
        (px, py) => {
          const tip = document.querySelector('.figure-tip.hover');
          const box = tip.getBoundingClientRect();
          return !tip.hidden && Math.abs(box.y + box.height / 2 - py) < 120 && Math.abs(box.x + box.width / 2 - px) < 300;
        },
        {},
        at.x(x),
        at.y(y),
      );
    await page.focus(field(2, 1));
    await near(0.8044, -0.3706);
    assert.match(await text(page, '.figure-tip.hover'), /point of class 1/);
    await page.mouse.move(5, 5);
    await blur(page);
    await page.waitForFunction(() => document.querySelector('.figure-tip.hover').hidden);
  }));

test('a network’s weights are set by layers, up to 200; more are not', () =>
  again(async (page) => {
    await page.click('#weights-button');
    await page.waitForSelector('#weights input');
    const cell = '#weights [aria-label="layer 1, unit h₂: weight of x₁"]';
    await page.waitForSelector(cell);
    assert.equal(await page.$$eval('#weights input', (all) => all.length), 17);
    await enter(page, cell, '3.25');
    await hashLike(page, /weights:[^,]+,[^,]+,3\.25,/);
    await page.click('#model-card > summary');
    await page.click('#units-1', { count: 3 });
    await page.keyboard.type('60\n');
    await text(page, '#weights-note', /too many/);
    await page.waitForSelector('#weights[hidden]');
    assert.equal(await page.$eval('#weights-button', (button) => button.hidden), true);
  }, 'preset=xor-mlp&layers=2,4,1&manual_seed=1'));

/** Opens all that has numbers to type, each with a problem. */
async function openAll(page) {
  for (const name of ['#points-card > summary', '#weights-button', '#query-type', '#queries .who'])
    await page.$eval(name, (button) => button.click());
  await page.waitForSelector('#weights input');
  await page.waitForSelector('#points .point');
  for (const place of ['#points .x .field', '#weights .field', '#queries .edit .place .field']) {
    await enter(page, place, 'far');
    await page.waitForFunction((css) => document.querySelector(css).ariaInvalid === 'true', {}, place);
  }
}

test('an asked point keeps its name and its colour when another is removed, after a reset, and by link', () =>
  again(async (page) => {
    const first = '#queries tr:first-child';
    const colour = () => page.$eval(`${first} .dot`, (dot) => getComputedStyle(dot).backgroundColor);
    await text(page, `${first} b`, /^red$/);
    await page.click(`${first} .remove button`);
    await text(page, `${first} b`, /^black$/);
    assert.equal(await colour(), 'rgb(0, 0, 0)');
    await page.click('#step');
    await text(page, '#clock', /\b1 \//);
    await page.click('#reset');
    await text(page, '#clock', /\b0 \//);
    await text(page, `${first} b`, /^black$/);
    await page.waitForFunction(() => location.hash.includes('remove_query:0'));
    await page.reload();
    await become(page);
    await text(page, `${first} b`, /^black$/);
    assert.equal(await colour(), 'rgb(0, 0, 0)');
    await choose(page, 'ko');
    await text(page, `${first} b`, /^검정$/);
  }));

test('an asked point is given a name, which the link keeps and which is never HTML', () =>
  again(async (page) => {
    await page.click('#queries tr:first-child .who');
    await page.type('#queries .edit input[maxlength]', '<img src=x onerror=alert(1)> 하나\n');
    await text(page, '#queries tr:first-child b', /^\u2068<img src=x onerror=alert\(1\)> 하나\u2069$/);
    await text(page, '.figure-tip.query', /\u2068<img src=x.*하나\u2069 \(1, −1\)/);
    await page.waitForFunction(() => /^#names=0:%3Cimg/.test(location.hash));
    await page.reload();
    await become(page);
    await text(page, '#queries tr:first-child b', /^\u2068<img src=x onerror=alert\(1\)> 하나\u2069$/);
    await text(page, '#queries tr:nth-child(2) b', /^black$/);
    await page.click('#queries tr:first-child .who');
    await page.click('#queries .edit input[maxlength]', { count: 3 });
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await text(page, '#queries tr:first-child b', /^red$/);
    await page.click('#undo');
    await text(page, '#queries tr:first-child b', /<img/);
    // While a letter is composed, Enter and Escape are the input method's.
    const method = await page.createCDPSession();
    await page.click('#queries .edit input[maxlength]', { count: 3 });
    await method.send('Input.imeSetComposition', { text: '하', selectionStart: 1, selectionEnd: 1 });
    for (const key of ['Enter', 'Escape']) await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key });
    await method.send('Input.insertText', { text: '하나' });
    await page.keyboard.press('Enter');
    await text(page, '#queries tr:first-child b', /^\u2068하나\u2069$/);
    await page.click('#undo');
    await text(page, '#queries tr:first-child b', /<img/);
  }));

test('an asked point is moved by typing, and one more asked about', () =>
  use({ width: 360, height: 740, touch: true }, async (page) => {
    await become(page);
    const who = '#queries tr:first-child .who';
    await page.tap(who);
    await page.waitForSelector(`${who}[aria-expanded="true"]`);
    assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), 'x1 of the asked point red');
    await page.keyboard.type('0.25');
    await page.keyboard.press('Tab');
    await text(page, `${who} .at`, /^\(0\.25, −1\)$/);
    await page.keyboard.type('up');
    await page.keyboard.press('Enter');
    await text(page, '#queries .edit .problem', /“up”/);
    await page.keyboard.press('Escape');
    await page.waitForSelector(`${who}[aria-expanded="false"]`);
    assert.equal(await page.$('#queries .edit'), null);
    await hashLike(page, /move_query:0,0\.25,-1$/);

    await page.tap('#query-type');
    await page.waitForSelector('#query-form:not([hidden])');
    await page.keyboard.type('-0.5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2');
    await page.tap('#query-ask');
    assert.match(await text(page, '#queries tr:nth-child(3)', /ask 3/), /\(−0\.5, 2\)/);
    assert.equal(await page.$eval('#query-fields input', (input) => input.value), '');
  }));

test('typed weights move the line; the run goes on from them', () =>
  use({ dpr: 1, coarse: false }, async (page) => {
    await become(page);
    await page.click('#weights-button');
    await page.waitForSelector('#weights input');
    const weight = (i) => `#weights .named:nth-child(${i}) input`;
    await page.waitForSelector(weight(3));
    await enter(page, weight(1), '1');
    await text(page, '#equation .w1', /1\.000/);
    await enter(page, weight(2), '0', 'Tab');
    await enter(page, weight(3), '0.5');
    await text(page, '#equation', /1\.000.*0\.000.*0\.500/);
    const at = await planeScale(page);
    const plane = await page.$eval('#plane', (box) => box.getBoundingClientRect().toJSON());
    const color = await pixels(page, plane);
    const isRed = ([r, g, b]) => r > 180 && g < 90 && b < 90;
    const ys = [-1.4, -1.2, -0.8, -0.7, 1.4, 1.5, 1.6];
    assert.ok(ys.filter((y) => isRed(color(at.x(-0.5), at.y(y)))).length >= 4, 'the line is not at x₁ = −0.5');
    await enter(page, weight(3), 'none');
    await text(page, '#weights .problem', /“none”: enter a number/);
    await page.keyboard.press('Escape');
    await page.click('#step');
    await text(page, '#clock', /\b1 \//);
    await page.waitForFunction((css) => !['0.500', '0.5'].includes(document.querySelector(css).value), {}, weight(3));
    await page.click('#undo');
    await page.click('#undo');
    await page.click('#undo');
    await text(page, '#equation', /0\.164/);
  }));

test('what a finger presses in the tables is large enough, and the page no wider', () =>
  use({ width: 360, height: 740, dpr: 2, touch: true }, async (page) => {
    await become(page);
    await openAll(page);
    const small = await page.$$eval(
      ':is(.neuron, .queries, .points-card) :is(button, select, summary, input:not([type=checkbox]))',
      (all) =>
        all
          .filter((one) => one.offsetParent)
          .map((one) => [one.ariaLabel || one.id || one.textContent, one.getBoundingClientRect().height])
          .filter(([, height]) => height < 43.5),
    );
    assert.deepEqual(small, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  }));

test('axe finds nothing in the open tables, in both languages and themes', async () => {
  for (const preset of ['blog', 'xor-mlp']) {
    await use({ path: `#preset=${preset}` }, async (page) => {
      await become(page);
      await openAll(page);
      await accessibleEverywhere(page, preset, '.side');
    });
  }
});
