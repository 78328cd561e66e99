// A figure as a guest in somebody's page: how the page's rules affect it, and how it affects the page.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { framed, open, pixels, useSharp as useIn } from './harness.mjs';
import { plain } from './servers.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

let lab, server, head, html, picture;
before(async () => {
  const script = (await readdir(dist)).find((name) => /^perceptron-lab\.\w+\.js$/.test(name));
  head = `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="data:,">
<script type="module" src="${script}"></script>`;
  server = await plain(dist, { alter: (name, data) => (name === '/post.html' ? Buffer.from(head + html) : data) });
  picture = (await readdir(dist)).find((name) => /^xor\.\w+\.svg$/.test(name));
  lab = { ...(await open()), address: server.address };
});
after(async () => {
  await lab?.close();
  server?.close();
});

/** A page of the author's own around figures; the first becomes live. */
const use = (body, act, options = {}) => {
  html = body;
  return useIn(lab, { path: 'post.html', width: 900, height: 700, ...options }, async (page) => {
    await page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'live');
    await act(page);
  });
};

const figure = '<perceptron-lab loading="eager"></perceptron-lab>';

/**
 * How bright an empty plane's ground is along a row, and by how much its grid lines differ at most. What has a colour is the
 * boundary.
 */
async function gridRow(page) {
  const box = await page.$eval('perceptron-lab', (element) =>
    element.shadowRoot.querySelector('.plane').getBoundingClientRect().toJSON(),
  );
  const at = await pixels(page, { x: box.x, y: box.y, width: box.width, height: box.height });
  const row = [];
  for (let x = box.x + 2; x < box.x + box.width - 2; x++) {
    const rgb = at(x, box.y + 6);
    if (Math.max(...rgb) - Math.min(...rgb) < 30) row.push(rgb.reduce((sum, channel) => sum + channel, 0) / 3);
  }
  const usual = row.toSorted((a, b) => a - b)[row.length >> 1];
  return { usual, off: Math.max(...row.map((value) => Math.abs(value - usual))) };
}

test('colours follow a class, the system and a parent’s color-scheme at once', () =>
  use(
    `<style>.dark { color-scheme: dark; background: #111 }</style>
    <div id="around"><perceptron-lab preset="empty" loading="eager"></perceptron-lab></div>`,
    async (page) => {
      const becomes = (dark) =>
        page.waitForFunction(
          async (want) => {
            const { shadowRoot } = document.querySelector('perceptron-lab');
            const [, r] = /rgb\((\d+)/.exec(getComputedStyle(shadowRoot.querySelector('.plane')).backgroundColor);
            return Number(r) < 100 === want;
          },
          {},
          dark,
        );
      // Grid lines are lighter than a dark ground, by little: white ones on it would be off by 200.
      const subtle = async (dark) => {
        await becomes(dark);
        for (let tries = 0; ; tries++) {
          const { usual, off } = await gridRow(page);
          if (usual < 128 === dark && off > 5 && off < 90) return;
          assert.ok(tries < 40, `${dark ? 'dark' : 'light'}: the ground is ${usual}, lines differ by ${off}`);
        }
      };
      await subtle(false);
      await page.evaluate(() => document.documentElement.classList.add('dark'));
      await subtle(true);
      await page.evaluate(() => document.documentElement.classList.remove('dark'));
      await subtle(false);
      await page.evaluate(() => (document.getElementById('around').style.colorScheme = 'dark'));
      await subtle(true);
      await page.evaluate(() => (document.getElementById('around').style.colorScheme = 'light dark'));
      await subtle(false);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await subtle(true);
      await page.evaluate(() => document.querySelector('perceptron-lab').setAttribute('theme', 'light'));
      await subtle(false);
    },
  ));

test('a page’s text styles don’t reach the figure: labels look the same without them', () =>
  use(
    `<div>${figure}</div><div id="odd" style="text-indent: 2em; letter-spacing: 0.3em; word-spacing: 1em;
      text-transform: uppercase; font-style: italic; text-align: right; white-space: pre; line-height: 3;
      direction: rtl">${figure}</div>`,
    async (page) => {
      await page.waitForFunction(() => document.querySelector('#odd perceptron-lab').state === 'live');
      const labels = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('perceptron-lab')].map((element) => {
            const origin = element.getBoundingClientRect();
            return [...element.shadowRoot.querySelectorAll('.plane :is(.tick-x, .tick-y, .figure-tip)')]
              .filter((label) => !label.hidden)
              .map((label) => {
                const { x, y, width } = label.getBoundingClientRect();
                return `${label.textContent} ${Math.round(x - origin.x)} ${Math.round(y - origin.y)} ${Math.round(width)}`;
              });
          }),
        );
      await page.waitForFunction(() =>
        [...document.querySelectorAll('perceptron-lab')].every(
          (element) => element.shadowRoot.querySelectorAll('.figure-tip:not([hidden])').length > 1,
        ),
      );
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const [plain, odd] = await labels();
      assert.ok(plain.length > 5, plain.join());
      assert.deepEqual(odd, plain);
    },
    { height: 1500 },
  ));

test('in any layout a figure is as wide as there is room', () =>
  use(
    `<style>.case { width: 500px; margin: 4px }</style>${figure}
    <div class="case" style="display: flex">${figure}</div>
    <div class="case" style="display: flex; flex-direction: column; align-items: center">${figure}</div>
    <div class="case" style="display: grid; place-items: center">${figure}</div>
    <div class="case"><div style="float: left">${figure}</div></div>
    <div class="case" style="clear: both"><span style="display: inline-block">${figure}</span></div>
    <div class="case"><table><tr><td>${figure}</td></tr></table></div>
    <div class="case"><perceptron-lab style="display: flex"></perceptron-lab></div>
    <div class="case" id="high"><perceptron-lab style="height: 300px"></perceptron-lab></div>
    <div class="case" id="margin"><perceptron-lab style="margin: 0 20px"></perceptron-lab></div>`,
    async (page) => {
      const widths = await page.$$eval('.case perceptron-lab', (all) =>
        all.map((element) => Math.round(element.getBoundingClientRect().width)),
      );
      for (const width of widths.slice(0, -1)) assert.ok(width >= 480 && width <= 500, widths.join());
      assert.equal(widths.at(-1), 460, widths.join());
      assert.equal(await page.$eval('#high perceptron-lab', (element) => element.getBoundingClientRect().height), 300);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 900);
      const unfilled = await page.$$eval('perceptron-lab', (all) =>
        all
          .map((element) => [element, element.shadowRoot.querySelector('.views')])
          .filter(
            ([host, { offsetWidth, offsetHeight }]) => offsetWidth !== host.clientWidth || offsetHeight !== host.clientHeight,
          )
          .map(([host]) => host.parentElement.outerHTML),
      );
      assert.deepEqual(unfilled, []);
    },
  ));

test('a sticky header stays above the figure that scrolls below it', () =>
  use(
    `<header style="position: sticky; top: 0; z-index: 1; height: 60px;
      background: rgb(0, 128, 0)"></header>${figure}<div style="height: 2000px"></div>`,
    async (page) => {
      await page.evaluate(() => scrollTo(0, 200));
      await page.waitForFunction(() => scrollY === 200);
      const at = await pixels(page, { x: 0, y: 200, width: 900, height: 60 });
      for (let x = 20; x < 880; x += 20) for (const y of [205, 230, 255]) assert.deepEqual(at(x, y), [0, 128, 0], `${x}, ${y}`);
    },
  ));

test('pictures that tools wrap are complete before the figure is live, and what is not a picture stays', () =>
  use(
    `${figure}
    <perceptron-lab id="markdown" loading="interaction"><p><img src="${picture}"
      width="800" height="400" alt="XOR"></p></perceptron-lab>
    <perceptron-lab id="lightbox" loading="interaction"><a href="${picture}"><img src="${picture}"
      width="800px" height="400px" alt="XOR"></a></perceptron-lab>
    <perceptron-lab id="plugin" loading="interaction"><picture><source srcset="${picture}"><img src="${picture}"
      width="800" height="400" alt="XOR"></picture></perceptron-lab>
    <perceptron-lab id="open" loading="interaction"><img src="${picture}"
      width="800" height="400" alt="XOR"> words <p id="swallowed">The rest of the post.</p>`,
    async (page) => {
      for (const id of ['markdown', 'lightbox', 'plugin', 'open']) {
        const { ratio, pictures } = await page.evaluate((name) => {
          const element = document.getElementById(name);
          const plane = element.shadowRoot.querySelector('.plane').getBoundingClientRect();
          const all = [
            ...element.shadowRoot.querySelectorAll('.poster'),
            ...element.shadowRoot.querySelector('.plane slot').assignedElements(),
          ];
          return {
            ratio:
              element.shadowRoot.querySelector('.views').offsetWidth / element.shadowRoot.querySelector('.views').offsetHeight,
            pictures: all.map((one) => one.getBoundingClientRect().width / plane.width),
          };
        }, id);
        assert.ok(Math.abs(ratio - 2) < 0.02, `${id}: ${ratio}`);
        assert.deepEqual(pictures, [1], id);
      }
      const seen = () =>
        page.evaluate(() => {
          const [swallowed, views] = [
            document.getElementById('swallowed'),
            document.getElementById('open').shadowRoot.querySelector('.views'),
          ].map((one) => one.getBoundingClientRect());
          return (
            swallowed.height > 0 &&
            swallowed.top >= views.bottom &&
            document.getElementById('open').getBoundingClientRect().bottom >= swallowed.bottom
          );
        });
      assert.ok(await seen());
      await page.evaluate(() => document.getElementById('open').play());
      await page.waitForFunction(() => document.getElementById('open').state === 'live');
      assert.ok(await seen());
    },
    { height: 3200 },
  ));

test('in text from right to left, or downwards, and in forced colours, views are whole and legible', () =>
  use(
    `<div dir="rtl"><perceptron-lab loading="eager" views="plane neuron"></perceptron-lab></div>
    <div style="writing-mode: vertical-rl"><perceptron-lab loading="eager" views="plane cost"></perceptron-lab></div>`,
    async (page) => {
      await page.waitForFunction(() =>
        document.querySelector('perceptron-lab').shadowRoot.querySelector('.neuron-view .value')?.textContent.includes('z ='),
      );
      const drawn = () =>
        page.evaluate(() => {
          const drawing = document.querySelector('perceptron-lab').shadowRoot.querySelector('.neuron-view');
          const { left, right } = drawing.getBoundingClientRect();
          const texts = [...drawing.querySelectorAll('text')].filter((text) => text.textContent);
          const outside = texts.filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < left - 1 || box.right > right + 1;
          });
          return {
            outside: outside.map((text) => text.textContent),
            fills: [...new Set(texts.map((text) => getComputedStyle(text).fill))],
            primary: getComputedStyle(document.querySelector('perceptron-lab').shadowRoot.querySelector('.primary'))
              .backgroundColor,
          };
        });
      assert.deepEqual((await drawn()).outside, []);
      await page.waitForFunction(() => document.querySelectorAll('perceptron-lab')[1].state === 'live');
      const [width, views, below] = await page.evaluate(() => {
        const [, host] = document.querySelectorAll('perceptron-lab');
        const boxes = ['.views', '.below'].map((css) => host.shadowRoot.querySelector(css).getBoundingClientRect());
        return [host.clientWidth, ...boxes.map((box) => box.toJSON())];
      });
      assert.ok(views.width === width && below.width === width && below.y >= views.bottom, JSON.stringify([width, views, below]));

      // No text lies over another, however large the reader's own font.
      for (const size of ['40px', '']) {
        await page.evaluate((own) => (document.documentElement.style.fontSize = own), size);
        await page.waitForFunction(() => {
          const drawing = document.querySelector('perceptron-lab').shadowRoot.querySelector('.neuron-view');
          const boxes = [...drawing.querySelectorAll('text')]
            .filter((text) => text.textContent && getComputedStyle(text).visibility === 'visible')
            .map((text) => text.getBoundingClientRect());
          const ink = ({ top, bottom }) => [top + (bottom - top) / 4, bottom - (bottom - top) / 4];
          return boxes.every((a, i) =>
            boxes.slice(0, i).every((b) => {
              const [[aTop, aBottom], [bTop, bBottom]] = [ink(a), ink(b)];
              return a.right <= b.left || b.right <= a.left || aBottom <= bTop || bBottom <= aTop;
            }),
          );
        });
      }

      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-color-scheme', value: 'dark' },
        ],
      });
      await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
      const system = (name) =>
        page.evaluate((colour) => {
          document.body.style.cssText = `forced-color-adjust: none; background: ${colour}`;
          return getComputedStyle(document.body).backgroundColor;
        }, name);
      const { fills, primary } = await drawn();
      assert.deepEqual(fills, [await system('CanvasText')]);
      assert.equal(primary, await system('Highlight'));
      await client.detach();
    },
  ));

test('between two columns the picture is where the plane is', () =>
  use(`<div style="columns: 2">${'text '.repeat(300)}${figure}${'text '.repeat(300)}</div>`, async (page) => {
    await framed(page);
    const { x, y, width, height } = await page.$eval('perceptron-lab', (element) =>
      element.shadowRoot.querySelector('.plane').getBoundingClientRect().toJSON(),
    );
    const at = await pixels(page, { x, y, width, height });
    const [[red, , blue], [red1, , blue1]] = [at(x + 20, y + 5), at(x + width - 5, y + height - 40)];
    assert.ok(blue > red + 5 && red1 > blue1 + 5, `${[red, blue, red1, blue1]}`);
  }));

test('in <details> that were closed as it came alive, it has its labels when they are opened', () =>
  use(`<details><summary>More</summary>${figure}</details>`, async (page) => {
    await framed(page);
    await page.click('summary');
    await page.waitForFunction(() => {
      const ticks = [...document.querySelector('perceptron-lab').shadowRoot.querySelectorAll('.plane .tick-x')];
      return ticks.filter((tick) => tick.offsetWidth > 0).length > 3;
    });
  }));

test('shown alone on the screen by the page, a figure with views scrolls', () =>
  use('<perceptron-lab loading="eager" views="plane cost"></perceptron-lab>', async (page) => {
    await page.evaluate(() => document.querySelector('perceptron-lab').requestFullscreen());
    await page.waitForFunction(() => {
      const figure = document.querySelector('perceptron-lab');
      figure.scrollTop = 1000;
      return figure.matches(':fullscreen') && figure.scrollTop > 0;
    });
    await page.evaluate(() => document.exitFullscreen());
  }));

test('in a link, a label and a summary, a press, a click and a drag within the figure are its own', () => {
  html = `<a href="#gone" style="display: block; width: 600px"><label>
    <input type="checkbox"><perceptron-lab id="inner" loading="interaction"></perceptron-lab></label></a>`;
  return useIn(lab, { path: 'post.html', width: 900, height: 700, coarse: true }, async (page) => {
    const press = (part) => page.locator(`#inner >>> ${part}`).click();
    const becomes = (act, ...given) => page.waitForFunction(act, {}, ...given);
    await press('.cover button');
    await becomes(() => document.querySelector('#inner').state === 'live');
    const at = await page.$eval('#inner', (inner) => {
      const { x, y, width, height } = inner.shadowRoot.querySelector('.plane').getBoundingClientRect();
      return [x + width * 0.62, y + height * 0.3];
    });
    const asked = () => page.$eval('#inner', ({ snapshot }) => snapshot.queries.at(-1).x);
    await page.mouse.click(...at);
    await becomes(() => document.querySelector('#inner').snapshot.queries.length === 3);
    const from = await asked();
    await page.mouse.move(...at);
    await page.mouse.down();
    for (let i = 1; i < 9; i++) await page.mouse.move(at[0] + 10 * i, at[1]);
    await page.mouse.up();
    await becomes((x) => document.querySelector('#inner').snapshot.queries.at(-1).x[0] > x + 0.4, from[0]);
    await press('[part~="button-step"]');
    await becomes(() => document.querySelector('#inner').snapshot.step === 1);
    await press('[part~="button-menu"]');
    await becomes(() => document.querySelector('#inner').shadowRoot.querySelector('.menu:popover-open'));
    await press('[part~="button-menu"]');
    await becomes(() => !document.querySelector('#inner').shadowRoot.querySelector('.menu:popover-open'));
    assert.deepEqual(await page.evaluate(() => [location.hash, document.querySelector('input').checked]), ['', false]);
    await page.evaluate(() => {
      const [inner, summary] = [document.querySelector('#inner'), document.createElement('summary')];
      document.querySelector('a').replaceWith(document.createElement('details'));
      document.querySelector('details').append(summary);
      summary.append(inner);
    });
    await press('[part~="button-step"]');
    await becomes(() => document.querySelector('#inner').snapshot.step === 2);
    await press('.plane');
    await becomes(() => document.querySelector('#inner').snapshot.queries.length === 4);
    assert.equal(await page.$eval('details', (details) => details.open), false);
  });
});

test('where an old library gives arrays and objects a toJSON and other entries, and the console no error, a figure goes on', () =>
  use(
    `<script>
      console.error = undefined;
      Array.prototype.entries = function () { return this.slice(); };
      Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
      Object.prototype.toJSON = () => '{}';
    </script><perceptron-lab loading="eager" views="plane neuron sigmoid cost pushes weights hidden"></perceptron-lab>`,
    async (page) => {
      const box = await (await page.$('perceptron-lab >>> .plane')).boundingBox();
      await page.mouse.click(box.x + box.width * 0.62, box.y + box.height * 0.3);
      await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.queries.length === 3);
      await page.$eval('perceptron-lab', (element) => {
        element.setScene({ data: { kind: 'xor' }, model: { layers: [2, 3, 1] } });
        element.addPoint([1, 1], 0);
        element.setAttribute('zoom', 'never');
      });
      await page.waitForFunction(() => {
        const { snapshot } = document.querySelector('perceptron-lab');
        return String(snapshot.layers) === '2,3,1' && snapshot.edits === 1;
      });
      await page.waitForSelector('perceptron-lab >>> .below-neuron .hit');
      await page.waitForSelector('perceptron-lab >>> .below-hidden option');
    },
    { coarse: true, height: 3500 },
  ));

test('a drag in a figure is the figure’s alone, by mouse, too: nothing around it follows or takes the pointer, and it ends', () =>
  use(
    `<div id="card" style="width: 700px"><perceptron-lab loading="eager" views="plane neuron weights"></perceptron-lab></div>
    <script>
      globalThis.followed = 0;
      const follow = ({ buttons }) => (followed += buttons);
      card.addEventListener('pointerdown', (event) => card.setPointerCapture(event.pointerId));
      for (const [type, act] of [['mousedown', 'addEventListener'], ['mouseup', 'removeEventListener']])
        addEventListener(type, () => {
          for (const move of ['pointermove', 'mousemove'])
            for (const place of [card, document, window]) for (const capture of [false, true]) place[act](move, follow, capture);
        });
    </script>`,
    async (page) => {
      const boxOf = async (css) => (await page.waitForSelector(`perceptron-lab >>> ${css}`, { visible: true })).boundingBox();
      const becomes = (holds, ...given) =>
        page.waitForFunction(`(${holds})(document.querySelector('perceptron-lab').snapshot, ...${JSON.stringify(given)})`);
      const shown = (name) => page.$eval('perceptron-lab', ({ snapshot }, key) => snapshot[key], name);
      const drag = async (x, y, far) => {
        await page.mouse.move(x, y);
        await page.mouse.down();
        for (let i = 1; i < 9; i++) await page.mouse.move(x + (far * i) / 8, y);
      };
      const { x: left, y: top, width, height } = await boxOf('.plane');
      const [x, y] = [left + width * 0.62, top + height * 0.3];
      await drag(x, y, 80);
      await page.mouse.up();
      await becomes(({ queries }) => queries.length === 3 && queries[2].x[0] > 1);

      // The page, or a dialog of the browser, has had the release.
      const [from] = (await shown('queries'))[2].x;
      await drag(x + 80, y, -40);
      await becomes(({ queries }, was) => queries[2].x[0] < was - 0.2, from);
      const client = await page.createCDPSession();
      for (const far of [-150, -160]) await client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + far, y });
      await page.mouse.up();
      await page.mouse.move(x - 150, y);
      await becomes(({ queries, hover }) => hover && hover.x[0] < queries[2].x[0] - 0.5);

      // A browser takes over what a pen begins, too, where it scrolls.
      await page.mouse.move(left + width * 0.9, top + height * 0.5);
      await page.mouse.down();
      await becomes(({ queries }) => queries.length === 4);
      await page.evaluate(() => dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1 })));
      await becomes(({ queries }) => queries.length === 3);
      await page.mouse.up();

      for (const css of ['.knob', '.below-weights canvas', '.below-weights [type="range"]']) {
        const box = await boxOf(css);
        const before = String(await shown('parameters'));
        await drag(box.x + box.width / 2, box.y + box.height / 2, 30);
        await page.mouse.up();
        await becomes(({ parameters }, was) => String(parameters) !== was, before);
      }
      assert.equal(await page.evaluate(() => globalThis.followed), 0);
    },
    { coarse: true, height: 2000 },
  ));

test('hidden again and again it is the same figure; what it is set to while it is out of the page, it has when it is back', () =>
  use(
    `<div id="tab"><perceptron-lab loading="eager"></perceptron-lab></div>
    <div hidden><perceptron-lab id="unseen" loading="eager"></perceptron-lab></div>`,
    async (page) => {
      const becomes = (holds) => page.waitForFunction(`(${holds})(globalThis.one)`);
      await page.evaluate(() => {
        globalThis.one = document.querySelector('perceptron-lab');
        globalThis.canvas = globalThis.one.shadowRoot.querySelector('.figure-canvas');
        globalThis.one.play();
      });
      await becomes(({ snapshot }) => snapshot.playing);
      // Which steps are taken is seen, and not told aloud.
      assert.equal(await page.$eval('perceptron-lab', ({ shadowRoot }) => shadowRoot.querySelector('.clock').ariaLive), 'off');
      for (const display of ['none', '', 'none', '']) {
        await page.evaluate((how) => (document.querySelector('#tab').style.display = how), display);
        await framed(page);
      }
      assert.ok(
        await page.evaluate(() => {
          const { shadowRoot, state } = globalThis.one;
          return state === 'live' && shadowRoot.querySelector('.figure-canvas') === globalThis.canvas;
        }),
      );

      await page.$eval('#unseen', (unseen) => unseen.step());
      await page.waitForFunction(() => document.querySelector('#unseen').snapshot?.step === 1);

      const remove = () => page.evaluate(() => globalThis.one.remove());
      await remove();
      await becomes(({ state }) => state === 'waiting');
      await page.evaluate(() => {
        globalThis.one.setAttribute('preset', 'xor');
        document.body.append(globalThis.one);
      });
      await becomes(({ state, snapshot }) => state === 'live' && String(snapshot.counts) === '2,2');
      await remove();
      await becomes(({ state }) => state === 'waiting');
      await page.evaluate(() => {
        globalThis.one.scene = { data: { kind: 'and' } };
        document.body.append(globalThis.one);
      });
      await becomes(({ state, snapshot }) => state === 'live' && String(snapshot.counts) === '75,25');
    },
    { coarse: true },
  ));

test('a link drives a figure in the srcdoc of a frame, as editors preview a post', () => {
  const post = `${head}${figure.replace('>', ' id="blog">')}<a href="#blog?step">Take a step</a>`;
  return use(
    `${figure}<iframe srcdoc="${post.replaceAll('"', '&quot;')}" width="600" height="600"></iframe>`,
    async (page) => {
      const frame = page.frames().find((one) => one.parentFrame());
      await frame.waitForFunction(() => document.querySelector('perceptron-lab')?.state === 'live');
      await frame.click('a');
      await frame.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.step === 1);
    },
    { coarse: true, height: 1400 },
  );
});

test('links drive figures in a document that is written again and again', () =>
  use(
    `${figure}<iframe width="600" height="600"></iframe>`,
    async (page) => {
      const script = await page.$eval('script', ({ src }) => src);
      for (const id of ['first', 'second']) {
        await page.$eval(
          'iframe',
          ({ contentDocument: preview }, html) => {
            preview.open();
            preview.write(html);
            preview.close();
          },
          `<script type="module" src="${script}"></script>${figure.replace('>', ` id="${id}">`)}<a href="#${id}?step">Step</a>`,
        );
        const frame = page.frames().find((one) => one.parentFrame());
        await frame.waitForFunction((css) => document.querySelector(css)?.state === 'live', {}, `#${id}`);
        await frame.evaluate(() => document.querySelector('a').click());
        await frame.waitForFunction((css) => document.querySelector(css).snapshot.step === 1, {}, `#${id}`);
      }
    },
    { coarse: true, height: 1400 },
  ));

test('a figure that was put into a frame’s document has its looks and its run when it is back', () =>
  use(
    `${figure.replace('>', ' id="fig" views="plane neuron" loading="eager">')}<iframe></iframe>`,
    async (page) => {
      const live = () =>
        page.waitForFunction(() => {
          const drawn = document.querySelector('#fig')?.shadowRoot.querySelector('.explained');
          return drawn && document.querySelector('#fig').snapshot && getComputedStyle(drawn).display === 'flex';
        });
      await live();
      await page.evaluate(async () => {
        const fig = document.querySelector('#fig');
        fig.step(3);
        const place = fig.parentElement;
        document.querySelector('iframe').contentDocument.body.append(fig);
        await new Promise((done) => setTimeout(done));
        place.append(fig);
      });
      await live();
      await page.waitForFunction(() => document.querySelector('#fig').snapshot.step === 3);
      assert.equal(await page.$eval('#fig', (fig) => getComputedStyle(fig).display), 'block');
    },
    { coarse: true, height: 1400 },
  ));

test('on paper a live figure without a still picture is its plane, and one with a poster is that', () =>
  use(
    `${figure}<perceptron-lab loading="eager" poster="${picture}"></perceptron-lab>
    <perceptron-lab loading="eager"><img src="${picture}" width="800" height="400" alt="XOR"></perceptron-lab>`,
    async (page) => {
      await page.waitForFunction(() => [...document.querySelectorAll('perceptron-lab')].every(({ state }) => state === 'live'));
      const seen = () =>
        page.$$eval('perceptron-lab', (all) =>
          all.map(({ shadowRoot }) =>
            [...shadowRoot.querySelectorAll('.poster')]
              .filter((one) => one.checkVisibility({ visibilityProperty: true }))
              .map((one) => `${one.localName} ${one.offsetHeight === one.parentElement.clientHeight}`)
              .join(),
          ),
        );
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMediaType('print');
      assert.deepEqual(await seen(), ['canvas true', 'img true', '']);
      const colours = await page.$eval('perceptron-lab >>> canvas.poster', (copy) => {
        const { data } = copy.getContext('2d').getImageData(0, 0, copy.width, copy.height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
      assert.ok(colours > 50, `${colours} colours`);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMediaType();
      assert.deepEqual(await seen(), ['', '', '']);
    },
    { height: 1500 },
  ));
