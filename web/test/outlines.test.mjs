// A drawing's area is what its lines cover.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, use } from './harness.mjs';
import { transpiled } from './transpiled.mjs';

let lab;
before(async () => (lab = await open()));
after(() => lab?.close());

/** Runs in the page: how many of some 25,000 places in a square of 16 × 16 are in a stroke or an area, and not in both. */
function apart(line, area) {
  const made = (d) => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    return path;
  };
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  // A browser finds the edge of a stroke as exactly as it draws it: large.
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', '400');
  const [stroke, fill] = [made(line), made(area)];
  stroke.setAttribute('style', 'fill: none; stroke: #000; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round');
  svg.append(stroke, fill);
  document.documentElement.append(svg);
  let count = 0;
  for (let x = 0.05; x < 16; x += 0.1)
    for (let y = 0.05; y < 16; y += 0.1) {
      const place = new DOMPoint(x, y);
      count += Number(stroke.isPointInStroke(place) !== fill.isPointInFill(place));
    }
  svg.remove();
  return count;
}

test('lines, corners and bows have the area of their stroke', () =>
  transpiled(['lab/page', 'figure'], async (load) => {
    const { outline } = await load('lab/page/outlines');
    const { drawings } = await load('figure/icons');
    const lines = {
      ...drawings,
      'a bow, either way': 'M2.5 6h6.8a4.2 4.2 0 0 1 0 8.4H6M13.5 2H6.7a4.2 4.2 0 0 0 0 8.4',
      'a small and a large part': 'M13.5 9.7A6 6 0 0 1 6.3 2.5a6 6 0 1 0 7.2 7.2z',
      'lines that go on, relative and absolute': 'm9.5 2 4.5 4.5-7 7H4L2 11.5zM4 6.7h.1M1.5 4V3v2',
    };
    await use(lab, { path: 'icon.svg' }, async (page) => {
      for (const [name, line] of Object.entries(lines)) {
        const count = await page.evaluate(`(${apart})(${JSON.stringify(line)}, ${JSON.stringify(outline(line))})`);
        assert.ok(count < 60, `${name}: ${count} of 25,600 places`);
      }
      for (const bad of ['M1 1C2 2 3 3 4 4', 'M1', 'M1 1A2 2 0 0 1 3'])
        assert.throws(() => outline(bad), /want M, L, H, V, A or z/);
    });
  }));
