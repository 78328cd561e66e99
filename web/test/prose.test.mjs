// Links and buttons in the prose that drive a figure, whatever the page around them does with clicks.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, use, withoutFigures } from './harness.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

const until = (page, holds) => page.waitForFunction(`((figure) => ${holds})(document.querySelector('perceptron-lab'))`);

test('links of every form and buttons drive the figure, despite routers', () =>
  use(
    lab,
    {
      path: 'post.html',
      before: () => {
        // A router and a smooth-scroll script, both earlier than ours.
        window.addEventListener(
          'click',
          (event) => event.composedPath().some((node) => node.localName === 'a') && event.preventDefault(),
          { capture: true },
        );
        document.addEventListener('click', (event) => event.target.closest('a, button') && (globalThis.routed = true));
      },
    },
    async (page) => {
      await page.evaluate(() => {
        const here = location.href.split('#')[0];
        document.querySelector('article').innerHTML =
          `<h2 id="fig">A heading with the same id</h2><perceptron-lab id="fig" loading="eager"></perceptron-lab>
          <p><a href="#fig?step"><b>plain</b></a> <a href="/post.html#fig?step">path</a>
          <a href="${here}#fig?step">full</a> <a href="/ko/post.html#fig?step">language</a>
          <button data-figure="fig" data-command="train.lr=0.5&step"><i>button</i></button> <span id="host"></span>
          <a id="other" href="/index.html#fig?step">another page</a> <a id="new" href="#fig?step">new tab</a></p>`;
        const shadow = document.getElementById('host').attachShadow({ mode: 'open' });
        shadow.innerHTML = '<a href="#fig?step">inside</a>';
      });
      await until(page, 'figure.state === "live"');
      const links = [
        'a[href="#fig?step"] b',
        'a[href="/post.html#fig?step"]',
        'a[href^="http"]',
        'a[href^="/ko"]',
        'button i',
        '#host >>> a',
      ];
      for (const [i, link] of links.entries()) {
        await page.$eval(link, (element) => element.click());
        await until(page, `figure.snapshot.step === ${i + 1}`);
      }
      await until(page, 'figure.snapshot.train.lr === 0.5');
      assert.equal(await page.evaluate(() => globalThis.routed), undefined);
      assert.equal(await page.evaluate(() => location.hash), '');
      // Links that are not for the figure work as usual: to another page, and to a new tab.
      await page.$eval('#other', (element) => element.click());
      assert.equal(await page.evaluate(() => globalThis.routed), true);
      await page.$eval('#new', (element) =>
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })),
      );
      await page.$eval('button i', (element) => element.click());
      await until(page, `figure.snapshot.step === ${links.length + 1}`);
    },
  ));

test('a frame follows its fragment', () =>
  use(lab, { path: 'frame.html#preset=xor&lang=ko' }, async (page) => {
    await until(page, 'figure.snapshot?.counts.join() === "2,2"');
    await page.evaluate(() => (location.hash = '#preset=and&theme=dark'));
    await until(page, 'figure.snapshot.counts.join() === "3,1"');
    assert.deepEqual(await page.$eval('perceptron-lab', (figure) => [figure.lang, figure.getAttribute('theme')]), ['', 'dark']);
  }));

test('what is asked of a figure that has not started comes after its scene', () =>
  use(lab, { path: 'post.html', before: withoutFigures }, async (page) => {
    await page.evaluate(() => {
      document.querySelector('article').innerHTML = '<perceptron-lab loading="interaction" preset="xor"></perceptron-lab>';
      const figure = document.querySelector('perceptron-lab');
      figure.obey(['ask=0.25,0.75', 'train.lr=0.5', 'step']);
    });
    await until(
      page,
      'figure.snapshot?.step === 1 && figure.snapshot.counts.join() === "2,2" && figure.snapshot.train.lr === 0.5',
    );
    assert.deepEqual(await page.$eval('perceptron-lab', (figure) => figure.snapshot.queries.at(-1).x), [0.25, 0.75]);
  }));
