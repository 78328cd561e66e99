// The Lab and the post in Firefox and WebKit: greets a first visit, plays the post to its end, asks by a click; what is typed and
// pressed beside the plane works; wheel and Tab stay the page's; a lost context comes back. Run by `make engines`, which
// gives it an X display. SHOTS=DIR keeps a picture of each chapter.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PNG } from 'pngjs';
import { serve } from '../harness.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

let server;
before(async () => (server = await serve()));
after(() => server?.close());

/** Waits until an expression is true in the page. */
async function until(page, expression) {
  for (let i = 0; i < 600; i++) {
    if (await page.evaluate(`Boolean(${expression})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never true: ${expression}`);
}

const live = `document.querySelector('main.lab')?.dataset.figure === 'live'`;
/** Whether the program runs in another canvas than in the one that was kept as `old`. */
const isAnew = `![null, globalThis.old].includes(document.querySelector('.figure-canvas'))`;
const clock = (pattern) => `${pattern}.test(document.querySelector('#clock').textContent)`;

/** Where a point of the plane lies in the window, from the places of two ticks. */
async function place(page, x1, x2) {
  const ticks = await page.evaluate(`['.tick-x', '.tick-y'].map((css) =>
    [...document.querySelectorAll('#plane ' + css)].filter((tick) => !tick.hidden).map((tick) => {
      const box = tick.getBoundingClientRect();
      return [Number(tick.textContent.replace('−', '-')), css === '.tick-x' ? box.x + box.width / 2 : box.y + box.height / 2];
    }))`);
  const [x, y] = ticks.map((list, i) => {
    const [[v0, p0], [v1, p1]] = [list[0], list.at(-1)];
    return p0 + (([x1, x2][i] - v0) * (p1 - p0)) / (v1 - v0);
  });
  return [x, y];
}

/** Waits until there are so many asked points, the last of them where it should be. */
async function asks(page, count, x1, x2) {
  await until(page, `document.querySelectorAll('#queries tr').length === ${count}`);
  const asked = await content(page, '#queries tr:last-child');
  const at = /\((.+), (.+)\)/
    .exec(asked)
    .slice(1)
    .map((x) => Number(x.replace('−', '-')));
  assert.ok(Math.hypot(at[0] - x1, at[1] - x2) < 0.01, `a click on (${x1}, ${x2}) asked ${asked}`);
}

/** A real click on an element's middle, once it rests: what comes above it moves it. */
async function click(page, css) {
  const middle = () =>
    page.evaluate(`(() => {
      const element = document.querySelector(${JSON.stringify(css)});
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    })()`);
  let place = await middle();
  for (let before; String(before) !== String(place); place = await middle()) {
    before = place;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await page.click(...place);
}

async function focus(page, css) {
  await page.evaluate(`document.querySelector(${JSON.stringify(css)}).focus()`);
  await until(page, `document.activeElement === document.querySelector(${JSON.stringify(css)})`);
}

const content = (page, css) => page.evaluate(`document.querySelector(${JSON.stringify(css)})?.textContent ?? ''`);
const says = (page, css, pattern) =>
  until(page, `${pattern}.test(document.querySelector(${JSON.stringify(css)})?.textContent ?? '')`);

/** Types into a field in place of what it holds, and presses Enter. */
async function enter(page, css, text) {
  await focus(page, css);
  await page.evaluate(`document.querySelector(${JSON.stringify(css)}).select()`);
  await page.type(text);
  await page.press('Enter');
}

/** A chapter for browsers that are driven with an action which not all have. */
const needs = (action, act) => Object.assign(act, { needs: action });

/** What a reader does, in this order, on one page. */
const chapters = {
  async hints(page) {
    await says(page, '.coach p', /Pick any place/);
    await click(page, '.coach .primary');
    await says(page, '.coach p', /Press Play/);
    await page.press('Escape');
    await until(page, `!document.querySelector('.coach')`);
  },

  async run(page) {
    await page.evaluate(
      `(document.querySelector('#speed').value = '100', document.querySelector('#speed').dispatchEvent(new Event('change')))`,
    );
    await click(page, '#play');
    await until(page, clock('/1000 \\/ 1000/'));
    await until(
      page,
      `/0\\.9424/.test(document.querySelector('#queries').textContent) &&
        /0\\.0506/.test(document.querySelector('#queries').textContent)`,
    );
    await page.click(...(await place(page, 0.9, 1.2)));
    await asks(page, 3, 0.9, 1.2);
    const [letter, index] = await page.evaluate(
      `['msub mi', 'msub mn'].map((css) => parseFloat(getComputedStyle(document.querySelector('#equation ' + css)).fontSize))`,
    );
    assert.ok(index < 0.8 * letter, `x₁ is written in ${letter} px, its index in ${index} px`);
  },

  async zoom(page) {
    const scale = async () => (await place(page, 1, 0))[0] - (await place(page, 0, 0))[0];
    const fitted = await scale();
    await click(page, '#zoom-in');
    await until(page, `document.querySelector('main.lab').hasAttribute('data-zoomed')`);
    await until(page, `getComputedStyle(document.querySelector('#fit')).visibility === 'visible'`);
    const nearer = await scale();
    assert.ok(Math.abs(nearer / fitted - 1.5) < 0.01, `one press zooms by ${nearer / fitted}`);
    await click(page, '#fit');
    await until(page, `!document.querySelector('main.lab').hasAttribute('data-zoomed')`);
    assert.ok(Math.abs((await scale()) / fitted - 1) < 0.003, 'fit does not come back');
  },

  async curve(page) {
    await focus(page, '#curve');
    await page.press('Home');
    await says(page, '.figure-tip.probe:not([hidden])', /epoch 0: ?0\.61851/);
    await page.press('PageUp');
    await says(page, '.figure-tip.probe:not([hidden])', /epoch 100:/);
    await page.press('ArrowLeft');
    await says(page, '.figure-tip.probe:not([hidden])', /epoch 90:/);
    await page.press('Escape');
    await until(page, `document.querySelector('.figure-tip.probe').hidden`);
  },

  async threshold(page) {
    await click(page, '#confusion-card > summary');
    const usual = await content(page, '#confusion-digest');
    await until(page, `(document.querySelector('#threshold').focus(), document.activeElement.id === 'threshold')`);
    for (let i = 0; i < 40; i++) await page.press('ArrowRight');
    await says(page, '#confusion-digest', /at p ≥ 0\.90/);
    await says(page, '#cutoff', /0\.90/);
    await click(page, '#threshold-usual');
    await until(page, `document.querySelector('#confusion-digest').textContent === ${JSON.stringify(usual)}`);
  },

  async points(page) {
    await click(page, '#points-card > summary');
    const field = '#points [aria-label="x1 of point 3"]';
    await until(page, `document.querySelector('${field}')`);
    await enter(page, field, '0.75');
    await until(page, `/:move:2,0\\.75,/.test(location.hash)`);
    await page.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.ariaLabel'), 'x2 of point 3');
    await click(page, '#undo');
    await until(page, `document.querySelector('${field}').value !== '0.75'`);
  },

  async weights(page) {
    await click(page, '#weights-button');
    const weight = '#weights .named:nth-child(1) input';
    await until(page, `document.querySelector('${weight}')`);
    await enter(page, weight, '1.25');
    await says(page, '#equation .w1', /1\.250/);
    await click(page, '#undo');
    await until(page, `!/1\\.250/.test(document.querySelector('#equation .w1').textContent)`);
  },

  async wheelAndTab(page) {
    await page.evaluate(`(document.body.style.paddingBottom = '2000px', scrollTo(0, 0))`);
    const [x, y] = await place(page, 0, 0);
    await page.wheel(x, y, 200);
    await until(page, 'scrollY > 50');
    await page.evaluate(`(scrollTo(0, 0), document.querySelector('#plane').focus())`);
    await page.press('Tab');
    await until(page, `document.activeElement !== document.querySelector('#plane')`);
  },

  async lostContext(page) {
    await page.evaluate(
      `(globalThis.old = document.querySelector('.figure-canvas'))
        .getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`,
    );
    await until(page, `${isAnew} && ${live}`);
    await page.evaluate(`document.querySelector('#step').click()`);
    await until(page, clock('/1001 \\//'));
  },

  async diagram(page) {
    await click(page, '[data-scene="xor-mlp"]');
    await until(page, `document.querySelectorAll('.diagram button').length === 3`);
    await click(page, '.diagram button:nth-of-type(2)');
    await says(page, '#unit-note', /unit 2 of hidden layer 1/);
    assert.equal(await page.evaluate(`document.querySelector('.diagram button:nth-of-type(2)').ariaPressed`), 'true');
    const colours = await page.evaluate(`(() => {
      const { width, height } = document.querySelector('.diagram canvas');
      const { data } = document.querySelector('.diagram canvas').getContext('2d').getImageData(0, 0, width, height);
      return new Set(new Uint32Array(data.buffer)).size;
    })()`);
    assert.ok(colours > 4, `a unit's picture has ${colours} colours`);
    // A unit under the pointer is shown again as soon as the browser notices where the pointer is.
    await page.move(2, 2);
    await focus(page, '.diagram button:nth-of-type(2)');
    await page.press('Enter');
    await until(page, `document.querySelector('.diagram button:nth-of-type(2)').ariaPressed === 'false'`);
  },

  async why(page) {
    await page.evaluate(watchErrors);
    await click(page, '#group-why');
    await page.evaluate(`document.querySelectorAll('.in-why').forEach((card) => (card.open = true))`);
    await says(page, '#hidden-view', /h₁/);
    await says(page, '#landscape-lowest', /lowest/);
    await click(page, '[data-scene="blog"]');
    await says(page, '#stage-says', /each of the 100 points/);
    await says(page, '#landscape-ticks', /\d/);
    await until(page, `document.querySelector('#landscape').ariaLabel`);
    await until(page, `document.querySelector('#stage-view svg .step')`);
    for (const view of ['#sigmoid-view', '#cost-view']) await drawn(page, `document.querySelector('${view}')`);
    await click(page, '#step');
    await says(page, '#step-numbers', /0\.\d{4}/);
    await noErrors(page);
  },

  /** What is added, dragged, undone and redone is in the link, and the link is the run. */
  async edits(page) {
    await page.open(`${server.address}/#preset=blog`);
    await page.evaluate(watchErrors);
    await until(page, live);
    const counts = (pattern) => says(page, '#counts', pattern);
    await counts(/50.*50/);
    await click(page, '[data-tool="add1"]');
    await page.click(...(await place(page, 1, 1.2)));
    await counts(/50.*51/);
    await until(page, `/:add:(1|0\\.99|1\\.00)\\d*,/.test(location.hash)`);
    await click(page, '[data-tool="move"]');
    const [from, to] = [await place(page, 1, 1.2), await place(page, 1.2, 0.8)];
    await page.drag(from, [(from[0] + to[0]) / 2, from[1] + 5], to);
    await until(page, `/move:100,/.test(location.hash)`);
    await click(page, '#undo');
    await until(page, `!/move:/.test(location.hash)`);
    await click(page, '#undo');
    await counts(/50.*50/);
    await click(page, '#redo');
    await counts(/50.*51/);
    await click(page, '#redo');
    await until(page, `/move:100,/.test(location.hash)`);
    for (let i = 1; i <= 3; i++) {
      await click(page, '#epoch');
      await until(page, clock(`/epoch ${i} /`));
    }
    await until(page, `/step=3\\b/.test(location.hash)`);
    const [link, loss] = [await page.evaluate('location.href'), await content(page, '#loss')];
    await page.open('about:blank');
    await page.open(link);
    await page.evaluate(watchErrors);
    await until(page, live);
    await until(page, clock('/epoch 3 /'));
    assert.equal(await content(page, '#loss'), loss);
    await counts(/50.*51/);
    await noErrors(page);
  },

  async scrub(page) {
    await page.open(`${server.address}/#preset=blog&step=1000`);
    await page.evaluate(watchErrors);
    await until(page, clock('/1000 \\/ 1000/'));
    const line = await page.evaluate(`document.querySelector('#timeline').getBoundingClientRect().toJSON()`);
    const at = (share) => [line.x + line.width * share, line.y + line.height / 2];
    await page.drag(at(0.99), at(0.7), at(0.5));
    await until(page, clock('/epoch (4[89]|5[01])\\d /'));
    await focus(page, '#timeline');
    await page.press('Home');
    await until(page, clock('/epoch 0 /'));
    await says(page, '#loss', /^0\.6185/);
    await page.press('End');
    await until(page, clock('/1000 \\/ 1000/'));
    await says(page, '#queries', /0\.9424/);
    await noErrors(page);
  },

  /** By the button: light, then dark; and what is drawn is of the theme. */
  async dark(page) {
    await page.evaluate(watchErrors);
    await click(page, '#theme');
    await until(page, `getComputedStyle(document.documentElement).colorScheme === 'light'`);
    const corner = await page.evaluate(`(() => {
      const { x, y } = document.querySelector('#plane').getBoundingClientRect();
      return [(x + 6) / innerWidth, (y + 6) / innerWidth];
    })()`);
    const light = async () => {
      const { data, width } = PNG.sync.read(await page.picture());
      const at = 4 * (Math.round(corner[1] * width) * width + Math.round(corner[0] * width));
      return (data[at] + data[at + 1] + data[at + 2]) / 3;
    };
    const becomes = async (holds) => {
      for (let i = 0; i < 100; i++) if (holds(await light())) return;
      assert.fail(`the plane's corner is ${await light()}`);
    };
    await becomes((value) => value > 180);
    await click(page, '#theme');
    await until(page, `getComputedStyle(document.documentElement).colorScheme === 'dark'`);
    await becomes((value) => value < 90);
    await click(page, '#theme');
    await noErrors(page);
  },

  async korean(page) {
    await page.evaluate(watchErrors);
    await click(page, '#language [lang="ko"]');
    await until(page, `document.documentElement.lang === 'ko'`);
    await says(page, '#neuron-title', /뉴런/);
    await says(page, '#clock', /에포크/);
    await click(page, '#language [lang="en"]');
    await until(page, `document.documentElement.lang === 'en'`);
    await says(page, '#clock', /epoch/);
    await noErrors(page);
  },

  /** Figures in somebody's page are each their own; a link in its text drives one of them. */
  async embeds(page) {
    await page.open(`${server.address}/post.html`);
    await page.evaluate(watchErrors);
    const figure = (id) => `document.getElementById('${id}')`;
    const see = async (id) => {
      await page.evaluate(`${figure(id)}.scrollIntoView({ block: 'center', behavior: 'instant' })`);
      await until(page, `${figure(id)}.state === 'live'`);
    };
    await see('xor');
    await until(page, `${figure('xor')}.snapshot.step > 0`);
    await see('blog');
    await page.click(
      ...(await page.evaluate(`(() => {
        const { x, y, width, height } = ${figure('blog')}.shadowRoot.querySelector('.plane').getBoundingClientRect();
        return [x + width * 0.8, y + height * 0.8];
      })()`)),
    );
    await until(page, `${figure('blog')}.snapshot.queries.length === 3`);
    await click(page, '[href^="#blog?train.lr=1&"]');
    await until(page, `${figure('blog')}.snapshot.train.lr === 1 && ${figure('blog')}.snapshot.step > 10`);
    assert.equal(await page.evaluate(`${figure('xor')}.snapshot.queries.length`), 4);
    assert.notEqual(await page.evaluate(`${figure('xor')}.snapshot.train.lr`), 1);
    await noErrors(page);
  },

  /** The pixels of another screen, or of the page's own zoom: a click asks where it is. */
  pageZoom: needs('scale', async (page) => {
    await page.open(`${server.address}/#preset=blog`);
    await page.evaluate(watchErrors);
    await until(page, live);
    let count = await page.evaluate(`document.querySelectorAll('#queries tr').length`);
    for (const scale of [2, 0.8, 1]) {
      await page.evaluate(`(globalThis.old = document.querySelector('.figure-canvas'), undefined)`);
      await page.scale(scale);
      await until(page, `Math.abs(devicePixelRatio - ${scale}) < 0.01 && ${isAnew} && ${live}`);
      await until(page, `document.querySelectorAll('#queries tr').length === ${count}`);
      const at = [1.5 * scale - 1.8, -1.1];
      await page.click(...(await place(page, ...at)));
      await asks(page, ++count, ...at);
    }
    await noErrors(page);
  }),

  /** A finger that goes up over a figure is the page's; one that taps asks; one that goes sideways on a point takes it along. */
  swipe: needs('swipe', async (page) => {
    await page.open(`${server.address}/#preset=blog`);
    await page.evaluate(watchErrors);
    await until(page, live);
    await page.evaluate(`(globalThis.kept = 0,
      addEventListener('touchmove', (event) => { globalThis.kept += event.defaultPrevented; }, { passive: true }), undefined)`);
    const [x, y] = await place(page, 0.9, -1.1);
    await page.swipe([x, y], [x, y - 40], [x + 2, y - 120]);
    assert.equal(await page.evaluate('globalThis.kept'), 0, 'a swipe upwards is kept from the page');
    await page.swipe([x, y]);
    await asks(page, 3, 0.9, -1.1);
    const [to, between] = [await place(page, 1.5, -1.1), await place(page, 1.2, -1.1)];
    await page.swipe([x, y], between, to);
    await asks(page, 3, 1.5, -1.1);
    await noErrors(page);
  }),

  /** The post: links drive its figures, numbers in sentences follow, a task is checked, a guess is answered. */
  async post(page) {
    await page.open(`${server.address}/ko/`);
    await page.evaluate(watchErrors);
    const figure = (id) => `document.getElementById('${id}')`;
    const see = async (id) => {
      await page.evaluate(`${figure(id)}.scrollIntoView({ block: 'center', behavior: 'instant' })`);
      await until(page, `${figure(id)}.state === 'live'`);
    };
    const number = (id, name) => `[data-figure="${id}"][data-value="${name}"]:not([data-step])`;
    await see('knobs');
    await says(page, number('knobs', 'class1'), /^1$/);
    await click(page, '[href="#knobs?weights=0.1622,-0.1683,0.05"]');
    await says(page, number('knobs', 'z1'), /^0\.3805$/);
    const { x, y } = await page.evaluate(
      `document.querySelector('#knobs').shadowRoot.querySelector('.neuron-view').getBoundingClientRect().toJSON()`,
    );
    assert.ok(x > 0 && y > 0, 'the neuron is not in the window');
    await see('one');
    await click(page, '[href="#one?reset&train.lr=1&step"]');
    await until(page, `${figure('one')}.snapshot.step === 1`);
    await says(page, number('one', 'w1'), /^0\.3847$/);
    await see('blog');
    const guess = '[data-guess="p1"]';
    await click(page, `${guess} input`);
    await page.type('0.9');
    await page.press('Enter');
    await says(page, guess, /0\.9424/);
    await see('corners');
    assert.equal(await page.evaluate(`${figure('corners')}.snapshot.step`), 0);
    await noErrors(page);
  },

  async present(page) {
    await page.resize(1920, 1080);
    await page.open(`${server.address}/?present#preset=blog`);
    await page.evaluate(watchErrors);
    await until(page, live);
    // All of it is zoomed. Where boxes are in an element's own pixels, the body's is less high than the window, which it fills.
    const [inner, body, plane] = await page.evaluate(
      `[innerHeight, ...['body', '#plane'].map((css) => document.querySelector(css).getBoundingClientRect().height)]`,
    );
    assert.ok(plane / body > 0.9, `the plane is ${plane} of ${body} pixels high`);
    await page.click(...(await place(page, 0.9, 1.2)).map((at) => (at * inner) / body));
    await asks(page, 3, 0.9, 1.2);
    await page.resize(1280, 960);
    await noErrors(page);
  },

  async network(page) {
    await page.open(`${server.address}/#preset=xor-mlp`);
    await page.evaluate(watchErrors);
    await until(page, live);
    await until(page, `document.querySelectorAll('.diagram line').length > 0`);
    // Each line goes from the middle of one unit to that of another.
    const off = await page.evaluate(`(() => {
      const boxes = (css) => [...document.querySelectorAll('.diagram ' + css)].map((element) => element.getBoundingClientRect());
      const middles = boxes('.unit').map(({ y, height }) => y + height / 2);
      const ends = boxes('line:not(.hit)').flatMap(({ top, bottom }) => [top, bottom]);
      return Math.max(...ends.map((y) => Math.min(...middles.map((middle) => Math.abs(y - middle)))));
    })()`);
    assert.ok(off < 4, `a line ends ${off} pixels from any unit`);
    await noErrors(page);
  },

  async views(page) {
    const names = ['neuron', 'sigmoid', 'cost', 'pushes', 'weights', 'hidden'];
    await page.open(`${server.address}/frame.html#preset=xor-mlp&views=plane%20curve%20${names.join('%20')}`);
    await page.evaluate(watchErrors);
    const figure = `document.querySelector('perceptron-lab')`;
    await until(page, `${figure}?.state === 'live'`);
    const view = (name) => `${figure}.shadowRoot.querySelector('.below-${name}')`;
    await until(page, view(names.at(-1)));
    const bottoms = [figure, view(names.at(-1))].map((place) => `${place}.getBoundingClientRect().bottom`);
    await until(page, bottoms.join(' >= '));
    for (const name of names) {
      await until(page, view(name));
      // What is above may not have its height yet.
      await until(
        page,
        `(${view(name)}.scrollIntoView({ block: 'center', behavior: 'instant' }),
          [...${view(name)}.querySelectorAll('.note, p')].some(({ textContent }) => textContent !== ''))`,
      );
    }
    await drawn(page, `${view('hidden')}.querySelector('#hidden-view')`);
    await drawn(page, `${view('cost')}.querySelector('#cost-view')`);
    await until(page, `${view('weights')}.querySelector('#landscape').ariaLabel`);
    // Of a network the neuron is its diagram; a term in a drawing explains itself, by a press and by keys.
    await until(page, `${view('neuron')}.querySelectorAll('.diagram .value').length === 3`);
    const term = (name) => `${view('cost')}.querySelector('.names [data-term=${name}]')`;
    const told = (pattern) =>
      until(
        page,
        `(({ hidden, textContent }) => !hidden && ${pattern}.test(textContent))(
        ${figure}.shadowRoot.querySelector('.term-tip'))`,
      );
    await page.click(
      ...(await page.evaluate(`(() => {
        ${term('push')}.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = ${term('push')}.getClientRects()[0];
        return [x + width / 2, y + height / 2];
      })()`)),
    );
    await told('/^push/');
    await page.press('Escape');
    await page.evaluate(`${term('p')}.focus()`);
    await page.press('ArrowRight');
    await page.press('Enter');
    await told('/^class/');
    await noErrors(page);
  },
};

/** Runs in the page. */
const watchErrors = `(globalThis.wrongs = [],
  ['error', 'unhandledrejection'].forEach((type) => addEventListener(type, (event) => {
    globalThis.wrongs.push(event.message ?? String(event.reason));
  })), undefined)`;

const noErrors = async (page) => assert.equal(await page.evaluate('globalThis.wrongs.join()'), '');

/** Waits until a view, an expression, has a drawing with numbers, or numbered axes, in it, and shapes that all have places. */
async function drawn(page, view) {
  await until(page, `/[\\d₁]/.test(${view}?.querySelector('svg')?.textContent) && ${view}.querySelector('svg path')`);
  assert.equal(await page.evaluate(`/NaN|undefined/.test(${view}.innerHTML)`), false);
}

for (const [name, launch] of [
  ['Firefox', firefox],
  ['WebKit', webkit],
]) {
  test(`the Lab in ${name}`, async (t) => {
    const page = await launch();
    try {
      await page.open(server.address);
      await until(page, live);
      for (const [chapter, act] of Object.entries(chapters)) {
        await t.test(chapter, { skip: act.needs && !page[act.needs] && `${name} is driven without it` }, () => act(page));
        if (process.env.SHOTS) await writeFile(join(process.env.SHOTS, `${name}-${chapter}.png`), await page.picture());
      }
    } finally {
      await page.close();
    }
  });
}
