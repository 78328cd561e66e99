// One step, slowly: who pushes, what it adds up to, and that the step taken is the step announced.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { choose, open, text, useAgain } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab.close());

const opened = (act, scene) =>
  useAgain(
    lab,
    {},
    async (page) => {
      await page.$eval('#step-card', (card) => (card.open = true));
      await page.waitForFunction(() => document.querySelector('#stage-says').textContent !== '');
      await stage(page, 1); // as the test before may not have left it
      await act(page);
    },
    scene,
  );

const stage = (page, n) => page.click(`[data-stage="${n}"]`);
/** How many arrows a path has: each is a line and a head. */
const arrowsIn = (page, path) => page.$eval(`.figure-arrows ${path}`, (one) => one.getAttribute('d').split('M').length >> 1);
const rowOf = (page, name) =>
  page.$$eval(
    '#step-numbers tbody tr',
    (rows, named) => {
      const row = rows.find((one) => one.firstChild.textContent === named);
      return [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent.replace('\u2212', '-')));
    },
    name,
  );
const weights = (page) => page.$$eval('#weights input', (fields) => fields.map((field) => Number(field.value)));

test('a step is announced, and then taken', () =>
  opened(async (page) => {
    // 31 of the 100 points of the post lie on the wrong side of its first line: its accuracy is 69%.
    await text(page, '#stage-says', /each of the 100 points.*red: 31\./);
    await stage(page, 2);
    assert.equal((await arrowsIn(page, '.pushing.wrong')) + (await arrowsIn(page, '.pushing:not(.wrong)')), 100);
    assert.equal(await arrowsIn(page, '.pushing.wrong'), 31);
    const most = await page.$$eval('#pushed-most li', (rows) => rows.map((row) => row.querySelector('.push').textContent));
    assert.equal(most.length, 5);
    const sizes = most.map((push) => Math.abs(Number(push.replace('\u2212', '-'))));
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => b - a),
    );

    await page.click('#weights-button');
    await page.waitForSelector('#weights input');
    const before = await weights(page);
    const gradient = await rowOf(page, '−gradient');
    const step = await rowOf(page, 'the step');
    for (const i of [0, 1, 2]) assert.ok(Math.abs(step[i] - 0.01 * gradient[i]) < 1e-4, `${step} of ${gradient}`);
    await page.$$eval('#rate input', ([field]) => field.focus());
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('#stage-says') && document.querySelector('#lr-slider').value !== '-2',
    );
    const larger = await rowOf(page, 'the step');
    for (const i of [0, 1, 2]) assert.ok(Math.abs(larger[i] - 3 * gradient[i]) < 2e-4, `${larger} of ${gradient}`);

    await stage(page, 4);
    await page.waitForSelector('.figure-arrows .after');
    await page.click('#stage-next');
    await page.waitForSelector('[data-stage="1"][aria-pressed="true"]');
    await page.waitForFunction((old) => document.querySelector('#weights input').value !== old, {}, String(before[0].toFixed(3)));
    const now = await weights(page);
    for (const i of [0, 1, 2]) assert.ok(Math.abs(now[i] - before[i] - larger[i]) < 2e-3, `${before} to ${now}, told ${larger}`);
  }));

test('of more points than are drawn, all are counted', () =>
  opened(async (page) => {
    const said = await text(
      page,
      '#stage-says',
      /Around 400 of the 100\u202f000 points: .*where drawn: [\d\u202f]+ of all 100\u202f000\.$/,
    );
    // More are wrong than there are rings.
    assert.ok(Number(/drawn: ([\d\u202f]+)/.exec(said)[1].replace('\u202f', '')) > 400, said);
    const shares = await page.$$eval('#pushed-most .share', (all) => all.map((one) => one.textContent));
    for (const share of shares) assert.match(share, /^0\.00\d+%$/);
  }, 'kind=blobs&n_samples=100000'));

test('a place without a class is marked, and shows how it would push as each class', () =>
  opened(async (page) => {
    await stage(page, 2);
    const said = await text(page, '#step-card .view-hand', /has no class/);
    const [as0, as1] = said
      .match(/as class 0 it would push with −(0\.\d+), as class 1 with (0\.\d+)\.$/)
      .slice(1)
      .map(Number);
    // y − p: for the two classes they are one apart.
    assert.ok(Math.abs(as0 + as1 - 1) < 0.0015, said);
    const arrow = (css) =>
      page.$eval(css, (one) => {
        const [, x0, y0, x1, y1] = one
          .getAttribute('d')
          .match(/^M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)/)
          .map(Number);
        return [x1 - x0, y1 - y0];
      });
    for (const drawing of ['.figure-arrows', '.pushes']) {
      const [[x, y], [u, v]] = [await arrow(`${drawing} .supposed.push-0`), await arrow(`${drawing} .supposed.push-1`)];
      const [size, other] = [Math.hypot(x, y), Math.hypot(u, v)];
      assert.ok(Math.abs((x * u + y * v) / (size * other) + 1) < 1e-3, `${drawing}: ${[x, y]} and ${[u, v]}`);
      assert.ok(Math.abs(size / other - as0 / as1) < 0.02 * (as0 / as1), `${drawing}: ${size} and ${other}`);
    }
    await stage(page, 1);
    assert.equal(await page.$('.figure-arrows .supposed'), null);
  }));

test('with several classes, too: how it would push as each, and a point of one how it pushes', () =>
  opened(async (page) => {
    await stage(page, 2);
    const said = await text(page, '#step-card .view-hand', /has no class/);
    const pushes = said.match(/up by (0\.\d+), as class 1 by (0\.\d+), as class 2 by (0\.\d+)\.$/).slice(1);
    // 1 − p of each class: all but one of three.
    const sum = pushes.map(Number).reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 2) < 0.002, said);
    for (const k of [0, 1, 2]) assert.equal(await arrowsIn(page, `.supposed.push-${k}`), 1);
    const high = () => page.$eval('#step-card .view-hand', (hand) => hand.offsetHeight);
    const before = await high();
    await page.hover('#pushed-most li:first-child button');
    await text(page, '#step-card .view-hand', /^point of class \d .* pushes the z of its class up by 0\.\d{3}, /);
    assert.equal(await page.$('.figure-arrows .supposed'), null);
    assert.equal(await high(), before);
  }, 'preset=three-classes&step=20'));

test('a stage draws nothing that comes later; in XOR the asked points are the data’s own, and push', () =>
  opened(async (page) => {
    const seen = () =>
      page.evaluate(() =>
        ['.push', '.bar', '.step', 'text.next', '#step-numbers'].filter((css) =>
          document.querySelector(`#step-card ${css}`)?.checkVisibility({ visibilityProperty: true }),
        ),
      );
    const first = ['.push', '.bar'];
    for (const [number, want] of [[], first, [...first, '.step', 'text.next', '#step-numbers']].entries()) {
      await stage(page, number + 1);
      assert.deepEqual(await seen(), want, `stage ${number + 1}`);
    }
    await page.$eval('[data-scene="xor"]', (button) => button.click());
    await text(page, '#step-card .view-hand', /^ask 4 \(1, 1\) pushes with −0\.\d{3}\.$/);
    await text(page, '#pushed-most .held', /no\. 4/);
    await text(page, '#flow .is', /^it is class 0$/);
  }));

test('Next leads through the stages by keys, and nothing is drawn once the card is closed', () =>
  opened(async (page) => {
    await page.focus('#stage-next');
    for (const n of [2, 3, 4]) {
      await page.keyboard.press('Enter');
      await page.waitForSelector(`[data-stage="${n}"][aria-pressed="true"]`);
    }
    await choose(page, 'ko');
    await text(page, '#stage-says', /^직선이 여기\(실선\)에서 저기\(점선\)로 갑니다/);
    await text(page, '#stage-next', /^이 스텝 밟기$/);
    await page.$eval('#step-card', (card) => (card.open = false));
    await page.waitForFunction(() => document.querySelector('.figure-arrows').childElementCount === 0);
  }));

test('Rosenblatt’s rule visits one point, and a network passes the pushes back', () =>
  opened(async (page) => {
    await text(page, '#stage-says', /^This step visits one point of 100\./);
    // Some of the first points are right, so that nothing moves, and some are wrong.
    const told = new Set();
    while (told.size < 2) {
      const right = await page.$eval('#pushed-most', (list) => list.childElementCount === 0);
      // Either way it says which point is visited, its class and what the model says, and the plane rings it.
      const says = await page.$eval('#stage-says', (all) => all.textContent);
      const [, own, said] = /Point no\. \d+ is of class (\d); the model says: (?:class (\d)|can’t tell) \(z = /.exec(says);
      assert.equal(own === said, right, says); // at w = 0 it can't tell, which moves the weights, too
      assert.match(says, right ? /That is right\. Nobody pushes: the weights stay/ : /\)\. Around the point: which class/);
      for (const n of [1, 4]) {
        await stage(page, n);
        const ring = own === said || said === undefined ? 'visited' : 'wrong:not(.pushing)';
        assert.ok(await page.$eval(`.figure-arrows .${ring}`, (one) => one.getAttribute('d')));
      }
      await stage(page, 1);
      told.add(right);
      const clock = await page.$eval('#timeline', (line) => line.value);
      await page.click('#step');
      await page.waitForFunction((old) => document.querySelector('#timeline').value !== old, {}, clock);
    }
    await page.$eval('[data-scene="xor-mlp"]', (button) => button.click());
    await page.waitForFunction(() => document.querySelector('#pushed-most').childElementCount === 4);
    await stage(page, 2);
    await text(page, '#stage-says', /No arrows are drawn: a network/);
    assert.equal(await arrowsIn(page, '.pushing.wrong'), 0);
    await stage(page, 3);
    await text(page, '#stage-says', /passed back through the layers/);
    assert.ok(await page.$eval('#stage-view', (view) => view.hidden));
  }, 'preset=rosenblatt'));

test('what is added to w shows as vectors, broken where w is far longer than the step', () =>
  opened(async (page) => {
    await stage(page, 3);
    /** The arrows of a kind, each from where to where. */
    const arrows = (kind) =>
      page.$$eval(`.pushes .${kind}`, (all) =>
        all.map((one) =>
          one
            .getAttribute('d')
            .match(/^M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)/)
            .slice(1)
            .map(Number),
        ),
      );
    const near = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]) < 0.05;
    // By Rosenblatt's rule one point pushes: w, and its push tip to tail, make the next w, from the same place.
    await page.waitForSelector('.pushes .step.sole');
    const names = await page.$$eval('.pushes .side', (all) => all.map((one) => one.textContent));
    const [added, ...ends] = names;
    assert.deepEqual(ends, ['w now', 'w next']);
    const sum = await text(page, '#stage-says', /0\.01 · −?1 · \(.*\) = \(.*\)\. Tip to tail/);
    assert.equal(added, `+ ${/= (\(.*?\))/.exec(sum)[1]}`);
    // Nothing else starts at the tip of w: no dashed arrow, though a point is asked about.
    assert.equal(await page.$('.pushes .supposed'), null);
    const [[now, next], [step]] = [await arrows('weights'), await arrows('step')];
    assert.ok(
      near(now.slice(0, 2), next.slice(0, 2)) && near(now.slice(2), step.slice(0, 2)) && near(next.slice(2), step.slice(2)),
    );
    await page.click('#weights-button');
    await page.waitForSelector('#weights input');
    const [w1, w2] = await weights(page);
    const [x, y] = [now[2] - now[0], now[1] - now[3]];
    const drawn = Math.hypot(x, y);
    assert.ok(Math.abs((x * w1 + y * w2) / (drawn * Math.hypot(w1, w2)) - 1) < 1e-3, `${[x, y]} is not along ${[w1, w2]}`);
    // Each is broken, as the step would be a few pixels beside it: the label says how long w is.
    const push = Math.hypot(step[2] - step[0], step[3] - step[1]);
    assert.ok(drawn > push && drawn < 1.3 * push && push > 40, `w ${drawn} px, the step ${push} px`);
    assert.equal(await page.$$eval('.pushes .break', (all) => all.length), 2);
    const said = await page.$eval('.pushes', (svg) => /‖w‖ = ([\d.]+)/.exec(svg.textContent)[1]);
    assert.ok(Math.abs(Number(said) - Math.hypot(w1, w2)) < 1e-3, said);
    // A larger step needs no break, and both are to scale.
    await page.$$eval('#rate input', ([field]) => field.focus());
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.pushes .break').length === 0);
    const [[whole]] = [await arrows('weights')];
    const [taken] = await arrows('step');
    const [add1, add2] = await rowOf(page, 'the step');
    const scale = Math.hypot(whole[2] - whole[0], whole[3] - whole[1]) / Math.hypot(w1, w2);
    assert.ok(Math.abs(Math.hypot(taken[2] - taken[0], taken[3] - taken[1]) / Math.hypot(add1, add2) / scale - 1) < 0.01);
  }, 'train.loss=perceptron&batch_size=1&lr=0.01'));

for (const [with_, name] of [
  ['train.momentum=0.9', 'momentum adds'],
  ['train.optimizer=adam', 'Adam adds'],
])
  test(`what ${name.split(' ')[0]} adds is an arrow beside the step, and named`, () =>
    opened(async (page) => {
      await page.click('[data-stage="3"]');
      await page.waitForFunction(
        (want) => [...document.querySelectorAll('.pushes text')].some((one) => one.textContent === want),
        {},
        name,
      );
      const [step, added] = await page.$$eval('.pushes .step, .pushes .added', (all) =>
        [all.find((one) => one.matches('.step')), all.find((one) => one.matches('.added'))].map((one) =>
          one
            .getAttribute('d')
            .match(/-?[\d.]+/g)
            .slice(0, 4)
            .map(Number),
        ),
      );
      const [x0, y0, x1, y1] = step;
      const far = ((x1 - x0) * (added[3] - y0) - (y1 - y0) * (added[2] - x0)) / Math.hypot(x1 - x0, y1 - y0);
      assert.ok(Math.abs(far) > 5, `it ends ${far} px beside the step`);
    }, `preset=blog&${with_}&step=20`));

test('w next lies beside w and what is added where all have one direction', () =>
  opened(async (page) => {
    await stage(page, 3);
    // From w = 0 on, w next is what is added.
    await page.waitForSelector('.pushes .weights.next');
    const [next, added] = await page.$$eval('.pushes .next, .pushes .sole', (all) =>
      all.map((one) => /^M([\d.-]+) ([\d.-]+)L/.exec(one.getAttribute('d')).slice(1).map(Number)),
    );
    const apart = Math.hypot(next[0] - added[0], next[1] - added[1]);
    assert.ok(Math.abs(apart - 8) < 0.1, `${apart} px`);
  }, 'preset=rosenblatt'));

/** How hard a point pushes, as each loss says it. */
const pushes = {
  bce: /pushes with y − p, .*The more wrong it is, the harder.*Its arrow/,
  mse: /2\(y − p\) · p\(1 − p\).*a confident mistake hardly pushes.*Its arrow/,
  hinge: /with 1 while s·z ≤ 1.*all push equally hard.*Its arrow/,
  perceptron: /with 1 where it is wrong, s·z ≤ 0.*makes no difference.*Its arrow/,
};

test('each loss says how it pushes, and what its arrows are', () =>
  opened(async (page) => {
    await stage(page, 2);
    for (const [loss, said] of Object.entries(pushes)) {
      await page.evaluate((name) => (location.hash = `preset=overlap&train.loss=${name}`), loss);
      const says = await text(page, '#stage-says', said);
      assert.equal(/the more wrong/i.test(says), loss === 'bce', says);
    }
    // From w = 0 no push has a direction, and a single point is spoken of as one.
    await page.evaluate(() => (location.hash = 'preset=rosenblatt&batch_size=0'));
    await text(page, '#stage-says', /At w = 0 there is no line yet/);
    await page.evaluate(() => (location.hash = 'preset=overlap&momentum=0.9'));
    await stage(page, 3);
    await text(page, '#stage-says', /with what the table adds, it is the step/);
    await text(page, '#step-numbers', /momentum adds/);
    await page.evaluate(() => (location.hash = 'preset=overlap&momentum=0.9&nesterov=true'));
    await text(page, '#step-numbers', /Nesterov momentum adds/);
    await page.evaluate(() => (location.hash = 'preset=overlap&optimizer=adam'));
    await text(page, '#step-numbers', /Adam adds/);

    await page.$eval('[data-scene="three-classes"]', (button) => button.click());
    await text(page, '#stage-says', /Each class adds up its own pushes/);
    await stage(page, 2);
    await text(page, '#stage-says', /pushes the z of each class .*boundary between its class and the likeliest other/);
    const points = await page.$eval('#counts', (counts) =>
      [...counts.querySelectorAll('.count')].reduce((sum, one) => sum + Number(one.lastChild.textContent), 0),
    );
    const drawn = (await arrowsIn(page, '.pushing.wrong')) + (await arrowsIn(page, '.pushing:not(.wrong)'));
    assert.ok(drawn > 0.9 * points && drawn <= points, `${drawn} arrows of ${points} points`);
    await stage(page, 4);
    await text(
      page,
      '#stage-says',
      /straight boundaries between the classes turn and shift\. On the plane: from here \(solid\) to/,
    );
    const lines = () =>
      page.$$eval('.figure-arrows :is(.now, .after)', (paths) =>
        paths.map((path) => (path.getAttribute('d').match(/M/g) ?? []).length),
      );
    assert.ok((await lines()).length === 2 && (await lines()).every((n) => n > 0), `${await lines()} lines`);
    await stage(page, 3);
    assert.deepEqual(await lines(), []);
    await page.$eval('[data-scene="xor-mlp"]', (button) => button.click());
    await stage(page, 4);
    await text(page, '#stage-says', /boundary bends\. On the plane: .*One step is too small to see: this is 10+ times as far\.$/);
    assert.equal((await lines()).length, 2);
    await page.evaluate(() => (location.hash = 'kind=moons&layers=2,64,64,64,1&n_samples=50'));
    await text(page, '#stage-says', /isn’t drawn for so large a network/);
    assert.deepEqual(await lines(), []);
    await page.$eval('[data-scene="or"]', (button) => button.click());
    await text(page, '#stage-says', /^The line goes from here/);
    assert.equal((await lines()).length, 2);
    await page.evaluate(() => (location.hash = 'preset=three-classes&step=20'));
    await page.waitForFunction(() => document.querySelector('#timeline').value === '20');
    // Who pushes most is in order of the number that it shows, and of its share.
    await text(page, '#pushed-by', /^By the length of each point’s push over the z of all classes together\.$/);
    for (const css of ['.push', '.share']) {
      const shown = await page.$$eval(`#pushed-most ${css}`, (all) => all.map((one) => Number.parseFloat(one.textContent)));
      assert.equal(shown.length, 5);
      assert.deepEqual(
        shown,
        shown.toSorted((a, b) => b - a),
      );
    }
  }));
