// Typed numbers: read the same way in every field, and refused if they could mean two things.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import ts from 'typescript';
import { become, open, text, use } from './harness.mjs';

const source = await readFile(new URL('../src/words/number.ts', import.meta.url), 'utf8');
const { outputText } = ts.transpileModule(source, {
  compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
});
const { readNumber, readWhole } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);

/** Texts by which the table below recognises a refusal. */
const words = {
  numberWanted: () => 'none',
  eitherNumber: (_, a, b) => `${a} or ${b}`,
  finiteWanted: () => 'a finite number',
  wholeWanted: () => 'a whole number',
};
const said = (reading) => reading.problem ?? reading.plain;

const none = 'none';
const table = [
  // typed, as a number, as a whole number
  ['0.5', '0.5', 'a whole number'],
  ['0,5', '0.5', 'a whole number'],
  ['.5', '0.5', 'a whole number'],
  [',5', '0.5', 'a whole number'],
  ['5.', '5.0', '5'],
  ['-1', '-1', '-1'],
  ['\u22121', '-1', '-1'],
  ['\u2212 1,5', '-1.5', 'a whole number'],
  ['+3', '3', '3'],
  [' 7 ', '7', '7'],
  ['007', '7', '7'],
  ['00.5', '0.5', 'a whole number'],
  ['1e-3', '1e-3', 'a whole number'],
  ['1e\u22123', '1e-3', 'a whole number'],
  ['1.5e3', '1.5e3', '1500'],
  ['1E3', '1e3', '1000'],
  ['1,5e3', '1.5e3', '1500'],
  ['1,000e3', '1.000e3', '1000'],
  ['1 000', '1000', '1000'],
  ['1\u00a0000', '1000', '1000'],
  ['1\u2009000', '1000', '1000'],
  ['1\u202f000\u202f000', '1000000', '1000000'],
  ['12 345,6', '12345.6', 'a whole number'],
  ['1 000,000', '1000.000', '1000'],
  ['1 00', none, none],
  ['1  000', none, none],
  ['1 0000', none, none],
  ['1 2', none, none],
  ['0,5 0,5', none, none],
  ['1,000', '1000 or 1', '1000 or 1'],
  ['\u22121,500', '-1500 or -1.5', '-1500 or -1.5'],
  ['12,345', '12345 or 12.345', '12345 or 12.345'],
  ['100,000', '100000 or 100', '100000 or 100'],
  ['0,500', '0.500', 'a whole number'],
  ['1234,567', '1234.567', 'a whole number'],
  ['1,0000', '1.0000', '1'],
  ['1,00', '1.00', '1'],
  ['1.000', '1.000', '1000 or 1'],
  ['1.436', '1.436', '1436 or 1.436'],
  ['1.00', '1.00', '1'],
  ['0.000', '0.000', '0'],
  ['1,234,567', '1234567', '1234567'],
  ['1.234.567', '1234567', '1234567'],
  ['1,234.5', '1234.5', 'a whole number'],
  ['1.234,5', '1234.5', 'a whole number'],
  ['1,234.000', '1234.000', '1234'],
  ['۰٫۵', '0.5', 'a whole number'],
  ['٠٫٥', '0.5', 'a whole number'],
  ['١٬٢٣٤٬٥٦٧', '1234567', '1234567'],
  ['\u200f۷', '7', '7'],
  ['０．５', '0.5', 'a whole number'],
  ['－１', '-1', '-1'],
  ['1,2,3', none, none],
  ['1,23.4', none, none],
  ['1.2.3', none, none],
  ['1,234.567,8', none, none],
  ['1,234,56', none, none],
  ['0,000,1', none, none],
  ['', none, none],
  ['-', none, none],
  ['.', none, none],
  ['e3', none, none],
  ['1e', none, none],
  ['fast', none, none],
  ['0x10', none, none],
  ['Infinity', none, none],
  ['NaN', none, none],
  ['--1', none, none],
  ['1-', none, none],
  ['1e999', 'a finite number', 'a finite number'],
  ['18446744073709551615', '18446744073709551615', '18446744073709551615'],
];

test('the table of what is typed and what it means', () => {
  for (const [typed, number, whole] of table) {
    assert.equal(said(readNumber(typed, words)), number, `“${typed}” as a number`);
    assert.equal(said(readWhole(typed, words)), whole, `“${typed}” as a whole number`);
  }
});

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

async function type(page, id, value) {
  await page.$eval(id, (field) => {
    field.focus();
    field.select();
  });
  await page.type(id, `${value}\n`);
}

for (const [language, both] of [
  ['en', /1000 or 1\b/],
  ['ko', /1000일 수도 1일 수도/],
]) {
  test(`“1,000” epochs, batch size and samples are refused with both readings, in ${language}`, () =>
    use(lab, { path: `?lang=${language}` }, async (page) => {
      await become(page);
      await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
      for (const id of ['train-epochs', 'train-batch_size', 'data-n_samples']) {
        await type(page, `#${id}`, '1,000');
        assert.match(await text(page, `#${id}-problem`), both, id);
      }
      await text(page, '#clock', /0 \/ 1000/);
      await type(page, '#train-epochs', '1 200');
      await text(page, '#clock', /0 \/ 1200/);
      await type(page, '#train-epochs', '2.5');
      assert.match(await text(page, '#train-epochs-problem'), language === 'en' ? /a whole number/ : /정수/);
      await type(page, '#lr', '0,5');
      await page.waitForFunction(
        () =>
          document.querySelector('#lr-problem').textContent === '' &&
          document.querySelector('#lr-slider').getAttribute('aria-valuetext') === '0.5',
      );
      await type(page, '#data-n_samples', '1\u202f000');
      await text(page, '#counts', /500/);
    }));
}

test('for an odd number of samples, spirals say how many points there are', () =>
  use(lab, { path: '#kind=spirals&n_samples=7' }, async (page) => {
    await become(page);
    await page.$eval('#data-card', (card) => (card.open = true));
    await text(page, '#odd-samples:not([hidden])', /7 samples give 6 points/);
    assert.match(await text(page, '#data-digest'), /\b6\b/);
    await type(page, '#data-n_samples', '1');
    await text(page, '#data-n_samples-problem', /1: enter at least 2 for spirals/);
    await type(page, '#data-n_samples', '8');
    await page.waitForFunction(() => document.querySelector('#odd-samples').hidden);
  }));
