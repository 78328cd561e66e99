// What the output makes of z, and what a mistake costs: the numbers that the two cards show.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, choose, open, planeScale, resize, text, use, useAgain } from './harness.mjs';
import { illegible } from './legible.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const calm = { height: 900, media: [{ name: 'prefers-reduced-motion', value: 'reduce' }] };
const cards = ['sigmoid', 'cost'];
const again = (act, scene) => useAgain(lab, calm, act, scene);

/** Opens both cards, and waits until they are drawn, again if the test before has left a drawing. */
const opened = async (page) => {
  await become(page);
  for (const card of cards)
    await page.$eval(`#${card}-card`, async (details) => {
      const toggled = new Promise((done) => details.addEventListener('toggle', () => done(), { once: true }));
      details.open = true;
      await toggled;
    });
  for (const card of cards) await page.waitForSelector(`#${card}-view > svg > [role='img'][aria-label]`);
};

const spoken = (page, card) => page.$eval(`#${card}-view > svg > [role='img']`, (image) => image.ariaLabel);

/** How many points a picture has in each path of marks. */
const counts = (page, card) =>
  page.$$eval(`#${card}-view .mark[data-count]`, (all) => all.map((path) => Number(path.dataset.count)));

const written = (page, card) => page.$$eval(`#${card}-view text`, (all) => all.map((each) => each.textContent));

const draws = (page, card, selector) => page.$eval(`#${card}-view ${selector}`, (path) => path.getAttribute('d'));

/** Runs in the page: counts what the cards ask of the program. */
function countAsked() {
  globalThis.askedFor = 0;
  const real = JSON.stringify;
  JSON.stringify = (value, ...rest) => {
    if (['cost', 'costs'].includes(value?.type)) globalThis.askedFor++;
    return real(value, ...rest);
  };
}

test('nothing is asked or drawn while the cards are closed', () =>
  use(lab, { ...calm, before: countAsked }, async (page) => {
    await become(page);
    await page.click('#step');
    await text(page, '#clock', /^\D*1\b/);
    assert.equal(await page.$$eval('.view > svg > * > *', (all) => all.length), 0);
    assert.equal(await page.evaluate(() => globalThis.askedFor), 0);
    await opened(page);
    assert.notEqual(await page.evaluate(() => globalThis.askedFor), 0);
  }));

test('every point stands on the curve, and the mean is the loss; nothing moves while a run plays', () =>
  again(async (page) => {
    await opened(page);
    assert.deepEqual(await counts(page, 'sigmoid'), [50, 50]);
    assert.deepEqual(await counts(page, 'cost'), [50, 50, 50, 50]); // what they pay, and how hard they push
    assert.match(await text(page, '#loss'), /^0\.6185/);
    assert.ok((await written(page, 'cost')).includes('mean 0.6185'));
    assert.ok((await written(page, 'sigmoid')).includes('z = 0: the line'));
    assert.match(await spoken(page, 'cost'), /100 points.*the loss, is 0\.6185/);

    const places = () =>
      page.$$eval('.view-hand, #sigmoid-more, #cost-more, #sum-card', (all) => all.map((each) => each.offsetTop));
    const first = await places();
    await page.click('#finish');
    await text(page, '#clock', /1000 \/ 1000/);
    await page.waitForFunction(() => /mean 0\.2560/.test(document.querySelector('#cost-view').textContent));
    assert.deepEqual(await places(), first);
    assert.match(await spoken(page, 'sigmoid'), /predicted right: 100/);
  }));

test('the point in hand has its numbers; one under the pointer pays for its own class', () =>
  again(async (page) => {
    await opened(page);
    const { x, y, width, height } = await (await page.$('#plane')).boundingBox();
    const before = await page.$$eval('#queries tr', (rows) => rows.length);
    await page.mouse.click(x + 0.3 * width, y + 0.85 * height);
    await page.waitForFunction((n) => document.querySelectorAll('#queries tr').length === n + 1, {}, before);
    await page.mouse.move(0, 0);
    const said = await text(page, '#sigmoid-hand', /^ask 3: z = .* p = σ\(z\) = /);
    const numbers = /z = (\S+), p = σ\(z\) = ([\d.]+), so class [01]\./.exec(said);
    const [z, p] = [...numbers].slice(1).map((number) => Number(number.replace('−', '-')));
    assert.ok(Math.abs(p - 1 / (1 + Math.exp(-z))) < 2e-4, said);
    const cost = await text(page, '#cost-hand', /^ask 3: z = /);
    const [cost0, push0, cost1, push1] = [...cost.matchAll(/cost ([\d.]+), push ([\d.]+\d)/g)].flatMap(([, c, push]) => [
      +c,
      +push,
    ]);
    for (const [got, want] of [
      [cost0, -Math.log(1 - p)],
      [push0, p],
      [cost1, -Math.log(p)],
      [push1, 1 - p],
    ])
      assert.ok(Math.abs(got - want) < 3e-4, `${cost}: want ${want}`);
    assert.equal(await page.$$eval('#cost-view .in-hand', (all) => all.length), 4); // as either class, twice
    assert.equal(await page.$$eval('#sigmoid-view .in-hand', (all) => all.length), 1);
    assert.ok((await spoken(page, 'cost')).includes(cost));

    await page.evaluate(() => (location.hash = 'preset=empty&edits=0:add:0.5,0.5,1'));
    await text(page, '#counts', /^01$/);
    const scale = await planeScale(page);
    await page.mouse.move(scale.x(0.5), scale.y(0.5));
    const own = await text(page, '#cost-hand', /^point of class 1: z = /);
    const [ownZ, ownP, ownCost, ownPush] = /z = (\S+); p ([\d.]+), cost ([\d.]+), push ([\d.]+\d)\.$/
      .exec(own.replace('−', '-'))
      .slice(1)
      .map(Number);
    for (const [got, want] of [
      [ownP, 1 / (1 + Math.exp(-ownZ))],
      [ownCost, -Math.log(ownP)],
      [ownPush, 1 - ownP],
    ])
      assert.ok(Math.abs(got - want) < 3e-4, `${own}: want ${want}`);
    assert.equal(await page.$$eval('#cost-view .in-hand.mark-1', (all) => all.length), 2);
    // With a single point the mean is what that point pays.
    assert.ok((await written(page, 'cost')).includes(`mean ${ownCost.toFixed(4)}`));
  }));

test('another loss is another picture', () =>
  again(async (page) => {
    await opened(page);
    const [bce, sigma] = [await draws(page, 'cost', '.curve:not(.beside)'), await draws(page, 'sigmoid', '.line')];
    await page.evaluate(() => (location.hash = 'train.loss=mse'));
    await page.waitForFunction(() => /\(p − y\)²/.test(document.querySelector('#cost-view').textContent));
    assert.notEqual(await draws(page, 'cost', '.curve:not(.beside)'), bce);
    assert.equal(await draws(page, 'sigmoid', '.line'), sigma);
    assert.ok((await written(page, 'cost')).includes('faint: cross-entropy'));

    await page.click('[data-scene="rosenblatt"]');
    await text(page, '#cost-note', /Rosenblatt/);
    // Its output is the step: four corners.
    assert.equal((await draws(page, 'sigmoid', '.line')).split(/[ML]/).length - 1, 4);
    await text(page, '#sigmoid-hand', /so it can’t tell\.$/); // at w = 0

    await page.click('[data-scene="three-classes"]');
    await text(page, '#sigmoid-note', /softmax/);
    assert.deepEqual(await page.$$eval('#sigmoid-view rect', (all) => all.map((bar) => getComputedStyle(bar).fill)), [
      'rgb(31, 119, 180)',
      'rgb(255, 127, 14)',
      'rgb(44, 160, 44)',
    ]);
    assert.match(await spoken(page, 'sigmoid'), /0: [\d.]+, 1: [\d.]+, 2: [\d.]+\./);
    await page.click('#finish');
    await text(page, '#clock', /200 \/ 200/);
    await page.waitForFunction(() =>
      document
        .querySelector('#cost-view')
        .textContent.includes(`mean ${Number(document.querySelector('#loss').textContent).toFixed(4)}`),
    );

    // An asked point pays for each class that it might be of, as its marks show.
    await text(page, '#cost-hand', /: as class 0: .*; as class 1: .*; as class 2: [^;]*\.$/);
    assert.equal(await page.$$eval('#cost-view .in-hand', (all) => all.length), 6);

    await page.click('[data-scene="diverging"]');
    await page.click('#finish');
    await text(page, '#cost-note', /diverged/);
    await page.click('[data-scene="empty"]');
    await page.waitForFunction(() =>
      /^What each of 0 points/.test(document.querySelector('#cost-view > svg > [role="img"]').ariaLabel),
    );
    await page.waitForSelector('#cost-view:not([hidden])');
    assert.deepEqual(await counts(page, 'cost'), []);
  }));

test('what is too close to call is said to be, and stands for no class', () =>
  again(async (page) => {
    await opened(page);
    await page.click('#finish');
    await text(page, '#sigmoid-hand', /z = −?0\.000, p = σ\(z\) = 0\.5000, so it can’t tell\.$/);
    assert.match(await spoken(page, 'sigmoid'), /predicted right: 0, can’t tell: 4\./);
    assert.match(await spoken(page, 'cost'), /predicted wrong: 0, can’t tell: 4\./);
    await choose(page, 'ko');
    await text(page, '#sigmoid-hand', /따라서 판별 불가/);
    await choose(page, 'en');
    await page.evaluate(() => (location.hash = 'preset=xor&train.loss=perceptron&init=zeros'));
    await text(page, '#sigmoid-hand', /z = 0\.000, so it can’t tell\.$/);
  }, 'preset=xor'));

test('only some of many points are drawn, in few elements, and the card says so', () =>
  again(async (page) => {
    await opened(page);
    const all = await counts(page, 'sigmoid');
    assert.deepEqual([all.length, all[0] + all[1]], [2, 2000]);
    assert.ok((await written(page, 'sigmoid')).includes('2000 of 5000 points'));
    assert.ok((await page.$$eval('.view *', (all) => all.length)) < 150);
  }, 'n_samples=5000'));

test('in either language, on any width, everything is legible', () =>
  use(lab, { ...calm, dpr: 1, path: '#threshold=0.7' }, async (page) => {
    await opened(page);
    for (const [width, language] of [
      [1440, 'en'],
      [320, 'en'],
      [320, 'ko'],
      [1280, 'ko'],
    ]) {
      await resize(page, width, 900);
      await choose(page, language);
      await page.waitForFunction(
        (want) => document.querySelector('#cost-view').textContent.includes(want),
        {},
        language === 'ko' ? '평균 0.6185' : 'mean 0.6185',
      );
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.view > svg')].every((svg) => svg.viewBox.baseVal.width === svg.parentElement.clientWidth),
      );
      const sizes = await page.$$eval('.view text', (all) => all.map((each) => parseFloat(getComputedStyle(each).fontSize)));
      assert.ok(Math.min(...sizes) >= 11, `${width} px: type of ${Math.min(...sizes)} px`);
      const faults = (await page.evaluate(illegible)).filter((fault) => /-view|-hand|-note|-more/.test(fault));
      assert.deepEqual(faults, [], `${width} px, ${language}`);
    }
    assert.match(await text(page, '#sigmoid-more'), /시그모이드/);
    assert.match(await text(page, '#cost-more'), /교차 엔트로피.*평균 제곱 오차\(MSE\)/);
  }));
