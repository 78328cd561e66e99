// Words that the page's texts must not come back to, in each language, and sentences that must stay true.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ts from 'typescript';

const folder = new URL('../src/words/', import.meta.url);

/** By language: what must not be written, and what to write. */
const forbidden = {
  en: [
    [/\bparts\b/i, 'separates'],
    [/\bborders?\b/i, 'boundary'],
    [/\bways?\b/i, 'path, direction'],
    [/\bwants?\b/i, 'enter'],
    [/coin(’s|'s)? guess/i, 'no better than a coin flip'],
    [/\btest points?\b/i, 'asked point, or test data'],
    [/[a-z]'[a-z]/i, '’'],
  ],
  ko: [
    [/실행(?!할 수 없)/, '학습; 스크립트는 실행할 수 없다고 한다'],
    [/(?<!평균 )제곱 오차/, '평균 제곱 오차(MSE)'],
    [/여백/, '마진'],
    [/꼭지점|모서리/, '꼭짓점'],
    [/실행 취소|다시 실행/, '되돌리기, 다시 하기'],
    [/(처음|첫) 가중치/, '초기 가중치'],
    [/표준 편차/, '표준편차'],
    [/네트워크|신경 망/, '신경망'],
    [/걸음/, '스텝'],
    [/아다라인|애덜라인/, '아달린'],
    [/초점/, '포커스'],
    [/시험|테스트 점/, '물어본 점, 테스트 데이터'],
    [/(?<!선형 )분리(가|는)? (불)?가능/, '선형 분리 가능/불가능'],
    [/입력하십시오|넣으세요|바랍니다/, '입력하세요'],
  ],
};

/** A particle that goes by the sound before it; behind a number nobody knows that sound. */
const particle = /^(은|는|이|가|을|를|과|와|로|으로|라|이라|나|이나)(?=$|[\s,.)(:;])/;
/** A percentage is read 퍼센트. */
const percentages = ['yours', 'models'];

/** The texts of a script: what stands in quotes, and the pieces between the holes of a template. */
function textsOf(source, name) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const texts = [];
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push({ text: node.text, after: '' });
    if (ts.isTemplateExpression(node)) {
      texts.push({ text: node.head.text, after: '' });
      for (const { expression, literal } of node.templateSpans) texts.push({ text: literal.text, after: expression.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

async function textsIn(language) {
  const texts = [];
  for (const name of await readdir(new URL(language, folder))) {
    const source = await readFile(new URL(`${language}/${name}`, folder), 'utf8');
    const own = name.endsWith('.json')
      ? Object.values(JSON.parse(source)).map((text) => ({ text, after: '' }))
      : textsOf(source, name);
    texts.push(...own.map((text) => ({ ...text, name: `${language}/${name}` })));
  }
  return texts;
}

const languages = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name);

for (const language of languages)
  test(`no text in ${language} has a word that another one is said by`, async () => {
    const texts = await textsIn(language);
    assert.ok(texts.length > 300, `${texts.length} texts`);
    const found = texts.flatMap(({ name, text }) =>
      (forbidden[language] ?? []).filter(([word]) => word.test(text)).map(([, better]) => `${name}: “${text}”: say ${better}`),
    );
    assert.deepEqual(found, []);
  });

test('no Korean particle depends on the sound of what is put before it', async () => {
  const found = (await textsIn('ko')).filter(({ text, after }) => after && !percentages.includes(after) && particle.test(text));
  assert.deepEqual(
    found.map(({ name, text, after }) => `${name}: \${${after}}${text}`),
    [],
  );
});

test('three classes are three regions that meet, not half-planes', async () => {
  for (const [language, wanted] of [
    ['en', /three regions.*meet in one point/i],
    ['ko', /세 영역이.*한 점에서 만납니다/],
  ]) {
    const page = await readFile(new URL(`${language}/page.ts`, folder), 'utf8');
    const caption = /watch_three_classes: '(.*)'/.exec(page)[1];
    assert.match(caption, wanted, language);
    assert.doesNotMatch(caption, /half|반평면/, language);
  }
});
