// Accessibility as axe-core finds it, in every language and theme.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { choose } from './harness.mjs';

const source = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Fails where axe finds anything in what matches the selector, by the rules that its options choose. */
export async function accessible(page, state, within = 'html', options = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const found = await page.evaluate(
    async (css, chosen) => {
      const { violations } = await globalThis.axe.run(css, {
        iframes: false,
        resultTypes: ['violations'],
        ...chosen,
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
      );
    },
    within,
    options,
  );
  assert.deepEqual(found, [], state);
}

/** The same in both languages and themes. Only contrast depends on colours, and colours not on the language. */
export async function accessibleEverywhere(page, state, within) {
  for (const [language, scheme, options] of [
    ['en', 'light'],
    ['ko', 'light', { rules: { 'color-contrast': { enabled: false } } }],
    ['ko', 'dark', { runOnly: ['color-contrast'] }],
  ]) {
    await choose(page, language);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await accessible(page, `${language} ${scheme}, ${state}`, within, options);
  }
}
