// Figures in narrow columns: the plane keeps a height that can be used, the buttons one row, and nothing moves; the menu.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { measureShift, open, resize, useLaidOut as use, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** A post whose figures are the test's own. */
const post = { path: 'post.html', before: withoutFigures };

const write = (page, html) => page.evaluate((text) => (document.querySelector('article').innerHTML = text), html);
const live = (page) => page.waitForFunction(() => document.querySelector('perceptron-lab').state === 'live');
const within = (page, act) => page.evaluate(`((root) => (${act})(root))(document.querySelector('perceptron-lab').shadowRoot)`);

const sizes = (page) =>
  within(page, (root) => {
    const bar = root.querySelector('.bar');
    const shown = [...bar.children].filter((one) => one.getClientRects().length > 0);
    return {
      plane: root.querySelector('.plane').clientHeight,
      host: root.host.getBoundingClientRect().height,
      rows: new Set(shown.map((one) => Math.round(one.getBoundingClientRect().y + one.getBoundingClientRect().height / 2))).size,
      beyond: shown
        .filter((one) => one.getBoundingClientRect().right > root.host.getBoundingClientRect().right)
        .map((one) => one.className),
      cut: [...shown, ...bar.querySelectorAll('.clock')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.localName !== 'select')
        .map((one) => one.className),
    };
  });

for (const pointer of ['touch', 'mouse']) {
  test(`full controls and the curve, without a picture, at 320 to 760 pixels, by ${pointer}`, () =>
    use(lab, { ...post, width: 320, height: 700, touch: pointer === 'touch' }, async (page) => {
      await write(page, '<perceptron-lab toolbar="full" views="plane curve"></perceptron-lab>');
      await live(page);
      for (const lang of ['en', 'ko']) {
        await page.evaluate((language) => (document.querySelector('perceptron-lab').lang = language), lang);
        for (const width of [320, 360, 390, 412, 560, 660, 690, 730, 760]) {
          await resize(page, width, 700);
          const { plane, rows, beyond, cut } = await sizes(page);
          assert.ok(plane >= 179, `the plane is ${plane} pixels high at ${width}`);
          assert.deepEqual([rows, beyond, cut], [1, [], []], `${lang}, ${width}`);
        }
      }
    }));
}

test('a small figure is as high before its script as after it, with and without the style sheet', () =>
  use(lab, { path: 'post.html', width: 320, height: 900, touch: true, before: measureShift }, async (page) => {
    const places = [
      'toolbar="none"',
      '',
      'toolbar="full"',
      'controls="full" views="plane curve"',
      'toolbar="none" views="plane, curve"',
    ];
    const heights = await page.evaluate((all) => {
      const sheet = [...document.styleSheets].find((one) => one.href?.includes('perceptron-lab'));
      return all.map((attributes) => {
        const measure = (name) => {
          const box = document.createElement('div');
          box.innerHTML = `<${name} ${attributes}><img width="4" height="1" alt="" src="data:,"></${name}>`;
          document.querySelector('article').append(box);
          const { height } = box.firstChild.getBoundingClientRect();
          box.remove();
          return height;
        };
        // The same rules for an element that never gets its script.
        const later = new CSSStyleSheet();
        later.replaceSync(
          [...sheet.cssRules]
            .map((rule) => rule.cssText.replaceAll('perceptron-lab', 'perceptron-later').replaceAll(':not(:defined)', ''))
            .join('\n'),
        );
        document.adoptedStyleSheets = [later];
        const unstyled = () => {
          sheet.disabled = true;
          const height = measure('perceptron-lab');
          sheet.disabled = false;
          return height;
        };
        return [measure('perceptron-later'), measure('perceptron-lab'), unstyled()];
      });
    }, places);
    for (const [i, [early, defined, alone]] of heights.entries()) {
      assert.ok(early >= 182, `${places[i]}: ${early}`);
      assert.deepEqual([defined, alone], [early, early], places[i]);
    }
  }));

test('the menu of a narrow figure: back, the speed, the picture, the code, the run in the Lab', () =>
  use(lab, { ...post, width: 340, height: 700, touch: true }, async (page) => {
    await write(page, '<perceptron-lab toolbar="full" lab="./" preset="and"></perceptron-lab>');
    await live(page);
    await page.evaluate(() => {
      globalThis.copied = [];
      globalThis.saved = [];
      navigator.clipboard.writeText = async (text) => void globalThis.copied.push(text);
      HTMLAnchorElement.prototype.click = function () {
        globalThis.saved.push(this.download);
      };
      document.querySelector('perceptron-lab').step(3);
    });
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.step === 3);
    const button = await within(page, (root) => {
      const { x, y, width, height } = root.querySelector('[part~="button-menu"]').getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
    await page.touchscreen.tap(...button);
    await page.waitForFunction(() =>
      document.querySelector('perceptron-lab').shadowRoot.querySelector('.menu').matches(':popover-open'),
    );
    const { texts, low, inside, link } = await within(page, (root) => {
      const menu = root.querySelector('.menu');
      const box = menu.getBoundingClientRect();
      const shown = [...menu.children].filter((one) => one.getClientRects().length > 0);
      return {
        texts: shown.map((one) => (one.localName === 'select' ? 'speed' : one.textContent)),
        low: shown.filter((one) => one.getBoundingClientRect().height < 43.5).length,
        inside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
        link: menu.querySelector('a').href,
      };
    });
    assert.deepEqual(texts, [
      'Reset to the first weights',
      'speed',
      'Save the picture (PNG)',
      'Copy the PyTorch code',
      'Open in the Lab',
    ]);
    assert.deepEqual([low, inside], [0, true]);
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#.*step=3/);

    const press = (text) =>
      within(
        page,
        `(root) => [...root.querySelectorAll('.menu > button')]
          .find((one) => one.textContent === ${JSON.stringify(text)}).click()`,
      );
    await press('Copy the PyTorch code');
    await page.waitForFunction(() => globalThis.copied.length === 1);
    assert.match(await page.evaluate(() => globalThis.copied[0]), /import torch/);
    await press('Save the picture (PNG)');
    await page.waitForFunction(() => globalThis.saved.includes('perceptron.png'));
    await press('Reset to the first weights');
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.step === 0);
  }));

test('before a figure is live its menu has nothing to save or copy, and afterwards it has', () =>
  use(lab, post, async (page) => {
    await write(page, '<perceptron-lab loading="interaction"></perceptron-lab>');
    const disabled = () =>
      within(page, (root) => {
        const menu = root.querySelector('.menu');
        menu.showPopover();
        const all = [...menu.querySelectorAll('button')].map((item) => item.disabled);
        menu.hidePopover();
        return all;
      });
    assert.deepEqual(await disabled(), [true, true]);
    await page.evaluate(() => document.querySelector('perceptron-lab').play());
    await live(page);
    assert.deepEqual(await disabled(), [false, false]);
  }));

test('the address of a Lab is one of the web, or the mistake is reported', () =>
  use(
    lab,
    post,
    async (page) => {
      await write(page, '<perceptron-lab></perceptron-lab>');
      await live(page);
      const shown = async (address) => {
        await page.evaluate((to) => (document.querySelector('perceptron-lab').lab = to), address);
        return within(page, (root) => {
          const menu = root.querySelector('.menu');
          menu.showPopover();
          const { hidden } = menu.querySelector('a');
          menu.hidePopover();
          return !hidden;
        });
      };
      assert.equal(await shown(null), false);
      assert.equal(await shown('javascript:alert(1)'), false);
      assert.equal(await shown('https://example.org/lab/'), true);
    },
    { allowed: [/^console: <perceptron-lab>: lab javascript:alert\(1\): want/] },
  ));

test('with more than two classes the one to add is chosen from a list, even in a wide figure', () =>
  use(lab, { ...post, width: 1000, height: 800 }, async (page) => {
    await write(page, '<perceptron-lab toolbar="full" preset="three-classes"></perceptron-lab>');
    await live(page);
    await page.waitForFunction(
      () => document.querySelector('perceptron-lab').shadowRoot.querySelector('.tool-list').length === 6,
    );
    await within(page, (root) => {
      const list = root.querySelector('.tool-list');
      list.value = 'add2';
      list.dispatchEvent(new Event('change'));
    });
    await page.waitForFunction(() => document.querySelector('perceptron-lab').snapshot.tool === 'add2');
    const [before, place] = await page.evaluate(() => {
      const figure = document.querySelector('perceptron-lab');
      const { x, y, width } = figure.shadowRoot.querySelector('.plane').getBoundingClientRect();
      return [figure.snapshot.counts, [x + width / 2, y + 30]];
    });
    await page.mouse.click(...place);
    await page.waitForFunction(
      (count) => document.querySelector('perceptron-lab').snapshot.counts[2] === count + 1,
      {},
      before[2],
    );
  }));
