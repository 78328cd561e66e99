// The neuron: it shows the point in hand passing through in numbers, and turning a weight there turns the line.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { become, open, text, use, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab.close());

const again = (act, scene) => useAgain(lab, {}, act, scene);

const texts = (page) => page.$$eval('.neuron-view text', (all) => all.map((one) => one.textContent).filter(Boolean));
const says = (page, pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector('.neuron-view').textContent),
    {},
    pattern.source,
  );
const knob = async (page, i) => (await page.$$('.neuron-view .knob'))[i];

test('the point in hand goes through the neuron', () =>
  again(async (page) => {
    // The black point of the post, (−1, 1): 0.1622·(−1) − 0.1683·1 + 0.1939.
    await says(page, /z = −0\.137/);
    const shown = await texts(page);
    for (const want of ['−1.00', '1.00', 'z = −0.137', 'p = 0.4659', 'class 0', 'black', 'b 0.194'])
      assert.ok(shown.includes(want), `${want} in ${shown}`);
    assert.ok(shown.some((one) => /^× 0\.162/.test(one)) && shown.some((one) => /^× −0\.168/.test(one)), String(shown));
    // A point that the untrained neuron is wrong about: of class 0, on the other side.
    const at = await page.$eval('#plane', (plane) => {
      const { left, top, width, height } = plane.getBoundingClientRect();
      return { left, top, width, height };
    });
    for (let i = 0, found = false; !found; i++) {
      assert.ok(i < 400, 'no wrong point was met');
      await page.mouse.move(at.left + at.width * (0.3 + 0.02 * (i % 20)), at.top + at.height * (0.2 + 0.03 * Math.floor(i / 20)));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      found = (await page.$('.neuron-view .is.wrong')) !== null;
    }
    await says(page, /class 1it is class 0|class 0it is class 1/);
  }));

test('if the run diverged there are dashes, and no NaN', () =>
  again(async (page) => {
    await says(page, /z = /);
    await page.evaluate(() => (location.hash = 'preset=diverging&step=510'));
    await text(page, '#clock', /^epoch 510/);
    await page.click('#step');
    await says(page, /b –$/);
    assert.doesNotMatch(await page.$eval('.neuron-view', (view) => view.outerHTML), /NaN|Infinity/);
  }));

/** The first lines of the tips beside the asked points. */
const tips = (page) => page.$$eval('.figure-tip.query strong', (all) => all.map((one) => one.textContent));
/** What the table of asked points says of them, below its head. */
const asked = (page) => page.$$eval('#query-p, #queries td.p', (all) => all.map((one) => one.textContent));

test('Rosenblatt’s rule has a step where others have σ, and a network is drawn as its diagram', () =>
  again(async (page) => {
    // At w = 0 no class is named for any point, and none is on the wrong side.
    await says(page, /can’t tell/);
    assert.match(await text(page, '#equation'), /^ŷ=step\(/);
    assert.equal(await text(page, '#loss'), '0.00000');
    assert.equal(await text(page, '#accuracy'), 'can’t tell');
    await text(
      page,
      '#wrong-side:not([hidden])',
      /answers by a step, the side of the line; the shading says how far z is from 0/,
    );
    // Nowhere a probability: the step's answer, and z.
    assert.deepEqual(await tips(page), ['z = 0.000 · can’t tell', 'z = 0.000 · can’t tell']);
    assert.deepEqual(await asked(page), ['ŷ', '?', '?']);
    await page.$eval('#sum-card', (card) => (card.open = true));
    await text(page, '#sum', /ŷ = step\(z\).*can’t tell/);
    await page.click('#finish');
    await says(page, /class/);
    await text(page, '#sum', /ŷ = step\(z\).*class [01]/);
    await text(page, '#accuracy', /^100%$/);
    for (const tip of await tips(page)) assert.match(tip, /^z = −?[\d.]+ · class [01]$/);
    assert.deepEqual(await asked(page), ['ŷ', '1', '0']);
    assert.match(await page.$eval('.neuron-view .bend', (bend) => bend.getAttribute('d')), /V/);
    assert.ok(!(await texts(page)).some((one) => one.startsWith('p =')));
    await page.$eval('[data-scene="xor-mlp"]', (button) => button.click());
    await page.waitForFunction(() => document.querySelector('#flow').hidden);
    assert.equal(await page.$eval('#wrong-side', (note) => note.hidden), true);
    await page.$eval('[data-scene="blog"]', (button) => button.click());
    await text(page, '#equation', /^p=σ\(/);
    assert.deepEqual(await asked(page), ['p', '0.6282', '0.4659']);
    for (const tip of await tips(page)) assert.match(tip, /^p = 0\.\d{4} · class [01]$/);
    // The hinge needs no probability, either.
    await page.evaluate(() => (location.hash = 'preset=blog&train.loss=hinge'));
    await text(page, '#equation', /^ŷ=step\(/);
    assert.deepEqual(await asked(page), ['ŷ', '1', '0']);
  }, 'preset=rosenblatt'));

test('if p equals the threshold, nothing on the page names a class', () =>
  again(async (page) => {
    await text(page, '#clock', /500 \/ 500/);
    // The last point asked about, then a sample, in the neuron's box.
    await says(page, /p = 0\.5000can’t tell/);
    assert.equal(await text(page, '#accuracy'), 'can’t tell');
    assert.deepEqual(await page.$$eval('#queries .class span', (all) => all.map((one) => one.textContent)), ['?', '?', '?', '?']);
    for (const tip of await page.$$eval('#plane .figure-tip.query:not([hidden]) strong', (all) =>
      all.map((one) => one.textContent),
    ))
      assert.equal(tip, 'p = 0.5000 · can’t tell');
    for (const id of ['confusion', 'points']) await page.$eval(`#${id}-card`, (card) => (card.open = true));
    assert.match(await text(page, '#confusion-digest'), /^0 of 4 right, can’t tell 4$/);
    assert.equal(await text(page, '#confusion thead th:last-child'), 'can’t tell');
    await page.waitForFunction(
      () => [...document.querySelectorAll('tr.point .verdict')].map((one) => one.textContent).join('') === '????',
    );
    await page.evaluate(() => document.querySelector('#reset').click());
    assert.match(await text(page, '#accuracy', /%$/), /^(25|50|75)%$/);
  }, 'preset=xor&step=500'));

test('how close is too close to tell is said where the accuracy stands', () =>
  again(async (page) => {
    await text(page, '#clock', /^epoch 3 /);
    await text(page, '#accuracy', /^33%, can’t tell 67$/);
    await page.hover('[data-term=accuracy]');
    await text(page, '#term-tip:not([hidden])', /to four digits, .* it can’t tell: .* doesn’t count as right/);
    await page.$eval('#confusion-card', (card) => (card.open = true));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#confusion [title]')].some(({ title }) =>
        /can’t tell: too close in four digits$/.test(title),
      ),
    );
  }, 'init=zeros&lr=0.0002&step=3'));

test('a weight is turned by hand and by keys, and a drag is undone as one', () =>
  use(lab, {}, async (page) => {
    await become(page);
    const first = await knob(page, 0);
    const value = () => first.evaluate((one) => Number(one.getAttribute('aria-valuenow')));
    const box = await first.boundingBox();
    const start = await value();
    assert.equal(start, 0.162);
    await page.mouse.move(box.x + 10, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 5 });
    await page.mouse.move(box.x + 110, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('.neuron-view .knob').getAttribute('aria-valuenow') === '1.162');
    await text(page, '#equation', /1\.162/);
    await page.click('#undo');
    await page.waitForFunction(() => document.querySelector('.neuron-view .knob').getAttribute('aria-valuenow') === '0.162');
    assert.ok(await page.$eval('#undo', (button) => button.disabled), 'one undo takes back the whole drag');

    const bias = await knob(page, 2);
    await bias.evaluate((one) => one.focus());
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(
      () => document.querySelectorAll('.neuron-view .knob')[2].getAttribute('aria-valuenow') === '0.244',
    );
    await text(page, '#equation', /0\.244/);
  }));

test('a long name of the point in hand keeps to its box', () =>
  again(
    async (page) => {
      await says(page, /가나다라.*…/);
      const [name, box] = await page.$$eval('.neuron-view :is(.is, .box)', (both) =>
        ['is', 'box'].map((part) =>
          both
            .find((one) => one.classList.contains(part))
            .getBoundingClientRect()
            .toJSON(),
        ),
      );
      assert.ok(name.left >= box.left && name.right <= box.right, JSON.stringify({ name, box }));
    },
    `names=1:${encodeURIComponent('가나다라 마바사 아자차카 타파하')}`,
  ));
