// Chromium as readers have it, which keeps the pages that they leave.

import { flags, launch } from '../browser.mjs';

/** A page with the few actions that a test of what is kept needs. */
export async function chromium() {
  const { browser, close } = await launch(undefined, undefined, flags);
  const [page] = await browser.pages();
  await page.setViewport({ width: 1280, height: 900 });
  return { open: (url) => page.goto(url), evaluate: (script) => page.evaluate(script), close };
}
