// What the program refuses, in every language: the inputs of game/figure/refusals_test.go, one or more for each code.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { transpiled } from './transpiled.mjs';

const refusals = JSON.parse(await readFile(new URL('../../game/figure/testdata/refusals.json', import.meta.url), 'utf8'));

const { explain, wantOf, en, others } = await transpiled(['words'], async (load) => {
  const { explain, wantOf } = await load('words/refusal');
  const { labs } = await load('words/labs');
  const { en, ...others } = Object.fromEntries(
    await Promise.all(Object.entries(labs).map(async ([code, texts]) => [code, await texts()])),
  );
  return { explain, wantOf, en, others };
});
const { ko } = others;

test('the English of a refusal is what the program itself says, asked of a reader', () => {
  for (const { message, fault } of refusals) {
    const said = message.replace(/^set\./, '');
    const asked = `${said.replace(/: want (?!.*: want )/s, fault.want.code.startsWith('noSuch') ? ': ' : ': enter ')}.`;
    assert.equal(explain(fault, en, true), fault.want.alone ? said : asked);
    assert.ok(message.endsWith(wantOf(fault, en)));
  }
});

/** An argument's texts: what it is made of, as any language says it. */
const textsOf = (arg) => (typeof arg === 'object' && !Array.isArray(arg) ? arg.args.flatMap(textsOf) : [arg].flat().map(String));

/** Words of English that no argument has. */
const english = /\b(want|a|an|the|of|or|and|at least|at most|number|undefined|null|object Object)\b/;

for (const [language, t] of Object.entries(others)) {
  test(`every code has its words in ${language}, with its arguments in them`, () => {
    for (const { message, fault } of refusals) {
      const said = explain(fault, t, true);
      const texts = [fault.value, ...fault.want.args.flatMap(textsOf)].toSorted((a, b) => b.length - a.length);
      for (const text of texts) assert.ok(said.includes(text), `${said}: want ${text} of ${message}`);
      const own = texts.reduce((rest, text) => (text === '' ? rest : rest.replaceAll(text, '')), wantOf(fault, t));
      assert.match(own, language === 'ko' ? /[가-힣]/ : /\p{Letter}/u, message);
      assert.doesNotMatch(own, english, message);
    }
  });
}

test('counts are written with their units, and an empty value as “nothing”', () => {
  const saidOf = (code, t) => explain(refusals.find(({ fault }) => fault.want.code === code).fault, t);
  assert.equal(saidOf('labelsOf', en), '1 label: enter one for each point of data.x, 2 in all.');
  assert.equal(saidOf('labelsOf', ko), '1개: data.x의 점 2개마다 하나씩 필요합니다.');
  assert.match(saidOf('anyRow', en), /^line 1, column 1: nothing: enter/);
  assert.match(saidOf('anyRow', ko), /^1행 1열: 빈 값: /);
  assert.equal(saidOf('notJSON', en), 'scene: not JSON: unexpected end of JSON input');
});
