// A reader's own points: how a table is understood is shown before anything is replaced, and the view then fits the points.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { choose, loseContext, open, planeScale, text, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const iris = `sepal_length,sepal_width,petal_length,petal_width,species
5.1,3.5,1.4,0.2,setosa
4.9,3.0,1.4,0.2,setosa
7.0,3.2,4.7,1.4,versicolor
6.3,3.3,6.0,2.5,virginica
`;

async function paste(page, table) {
  await page.$$eval('#data-card, #csv', (all) => all.forEach((one) => (one.open = true)));
  await page.$eval(
    '#csv-text',
    (area, value) => {
      area.value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    table,
  );
}

test('a reader chooses two of five columns and the class, by their names', () =>
  useAgain(lab, {}, async (page) => {
    await paste(page, iris);
    await text(page, '#csv-preview', /5 columns.*Choose/);
    assert.deepEqual(
      await page.$$eval('#csv-preview select', (lists) => lists.map((list) => list.selectedOptions[0].textContent)),
      ['–', '–', 'species'],
    );
    await page.select('#csv-column-0', '3');
    await page.select('#csv-column-1', '4');
    await text(page, '#csv-preview', /4 rows, separated by commas, with a header/);
    await text(page, '#csv-preview .counted', /0 “setosa”: 2.*1 “versicolor”: 1.*2 “virginica”: 1/);
    assert.match(await text(page, '#data-digest'), /100/, 'something was replaced before it was asked for');
    await page.click('#csv-use');
    await text(page, '#counts', /^211$/);
    await page.waitForSelector('#csv-preview[hidden]');
    await page.click('#undo');
    await text(page, '#counts', /^5050$/);
  }));

test('names in a table keep to their place, whatever is in them', () =>
  useAgain(lab, {}, async (page) => {
    const names = ['\u202eabc', `a${'\u0489'.repeat(300)}`, 'x'.repeat(100_000)];
    await paste(page, `\u202ex1,x2,kind\n${names.map((name, i) => `${i},${i},${name}\n`).join('')}`);
    await text(page, '#csv-preview .counted', /2 “x+”: 1/);
    const { out, turned } = await page.$eval('#csv-preview', (preview) => {
      const { right, bottom } = preview.getBoundingClientRect();
      const counts = [...preview.querySelectorAll('.counted .count')];
      const range = document.createRange();
      const edge = (node) => {
        range.selectNodeContents(node);
        return range.getBoundingClientRect().left;
      };
      return {
        out: counts.filter(
          (one) => one.getBoundingClientRect().right > right + 1 || one.getBoundingClientRect().bottom > bottom + 1,
        ).length,
        // The count stands behind its name.
        turned: counts.filter((one) => edge(one.lastChild.lastChild) < edge(one.querySelector('bdi'))).length,
      };
    });
    assert.deepEqual({ out, turned }, { out: 0, turned: 0 });
  }));

test('a preview says the separator, the order of the columns and the index, in both languages', () =>
  useAgain(lab, {}, async (page) => {
    for (const [lang, said] of [
      ['en', [/3 rows, separated by semicolons, with a header/, /Column 1 only numbers/]],
      ['ko', [/3행, 구분 기호는 쌍반점, 머리글 있음/, /1열은 행 번호/]],
    ]) {
      await choose(page, lang);
      await paste(page, 'sep=;\n;label;x1;x2\n0;True;1,5;\u22122\n1;False;0;1\n2;True;1;1\n');
      for (const pattern of said) await text(page, '#csv-preview', pattern);
      assert.deepEqual(
        await page.$$eval('#csv-preview select', (lists) => lists.map((list) => list.selectedOptions[0].textContent)),
        ['x1', 'x2', 'label'],
      );
      await page.click('#csv-use');
      await text(page, '#counts', /^12$/);
      await page.click('#undo');
      await text(page, '#counts', /^5050$/);
    }
  }));

test('a file of a spreadsheet in UTF-16 is read, and of an old Mac, and one without a row is refused in words', () =>
  useAgain(lab, {}, async (page) => {
    const drop = (...parts) =>
      page.evaluate((all) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(all)], 'a.csv'));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      }, parts.flat());
    await drop(0xff, 0xfe, [...Buffer.from('x1\tx2\tlabel\r\n1\t2\tä\r\n3\t4\tö\r\n', 'utf16le')]);
    await text(page, '#csv-preview', /2 rows, separated by tabs, with a header.*“ä”: 1.*“ö”: 1/);
    await drop([...Buffer.from('x1;x2;label\r1;2;0\r')]);
    await text(page, '#csv-preview', /1 row, separated by semicolons, with a header/);
    await drop();
    await text(page, '#csv-problem', /at least one row/);
  }));

/** More than a part of what is sent at once, and several times what is read at once. */
const manyRows = 60_000;

/** Drops a long table on the page, and notes what its bar of progress shows. `act` is done once that is there. */
const dropMany = (page, act) =>
  page.evaluate(
    (n, then) => {
      const rows = Array.from({ length: n }, (_, i) => `${Math.cos(i).toFixed(15)},${Math.sin(i).toFixed(15)},${i % 2}`);
      const data = new DataTransfer();
      data.items.add(new File([`x1,x2,class\n${rows.join('\n')}\n`], 'many.csv'));
      const place = document.querySelector('#csv-preview');
      globalThis.shares = [];
      globalThis.bars?.disconnect();
      globalThis.bars = new MutationObserver(() => {
        const bar = place.querySelector('progress');
        if (!bar) return;
        if (globalThis.shares.push(bar.value) === 1) document.querySelector(then)?.click();
      });
      globalThis.bars.observe(place, { subtree: true, childList: true, attributes: true });
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    manyRows,
    act,
  );

test('a long table is read while the page goes on: it can be cancelled, is used once read, and outlives a lost context', () =>
  useAgain(lab, {}, async (page) => {
    await dropMany(page, '#csv-preview button');
    await page.waitForFunction(() => globalThis.shares.length > 0);
    await page.waitForSelector('#csv-preview[hidden]');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'csv-use');
    await page.click('#csv-use');
    await text(page, '#csv-problem', /at least one row/);

    await dropMany(page, 'none');
    await text(page, '#csv-preview', /60.000 rows/);
    const shares = await page.evaluate(() => globalThis.shares);
    assert.ok(shares.length > 3 && shares.every((share, i) => share < 1 && share >= (shares[i - 1] ?? 0)), `progress: ${shares}`);
    assert.match(await text(page, '#data-digest'), /100/, 'something was replaced before it was asked for');
    await loseContext(page);
    await page.click('#csv-use');
    await text(page, '#counts', /^30.00030.000$/);
    await page.click('#undo');
    await text(page, '#counts', /^5050$/);

    await dropMany(page, '#csv-use');
    await text(page, '#counts', /^30.00030.000$/);
    await page.waitForSelector('#csv-preview[hidden]');
    await page.click('#undo');
    await text(page, '#counts', /^5050$/);
  }));

const far = Array.from({ length: 30 }, (_, i) => [127 + 4 * Math.sin(i), 37.5 + 3 * Math.cos(2 * i), i % 2]);

for (const [how, bring] of [
  [
    'from a table',
    async (page) => {
      await paste(page, far.map((row) => row.join()).join('\n'));
      await page.click('#csv-use');
    },
  ],
  [
    'in a link',
    (page) =>
      page.evaluate(
        (hash) => (location.hash = hash),
        `kind=points&x=${far.map(([x, y]) => `${x},${y}`).join(';')}&y=${far.map(([, , k]) => k).join()}`,
      ),
  ],
]) {
  test(`points far from the origin, ${how}, fill the plane`, () =>
    useAgain(lab, {}, async (page) => {
      await bring(page);
      await text(page, '#counts', /^1515$/);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('#plane .tick-x')].some((tick) => !tick.hidden && Number(tick.textContent) > 100),
      );
      const at = await planeScale(page);
      const box = await (await page.$('#plane')).boundingBox();
      assert.ok(at.x(131) - at.x(123) > box.width / 2, `the points are ${at.x(131) - at.x(123)} of ${box.width} pixels wide`);
      // An asked point typed farther away is still shown.
      await page.click('#query-type');
      const fields = await page.$$('#query-fields input');
      await fields[0].type('150');
      await fields[1].type('37\n');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('#plane .tick-x')].some((tick) => !tick.hidden && Number(tick.textContent) >= 140),
      );
    }));
}
