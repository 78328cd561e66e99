// Lighthouse on the site's pages, phone and desktop: anything below 100 is named, and fails.

import lighthouse, { desktopConfig } from 'lighthouse';
import { open } from '../test/harness.mjs';

const pages = ['', '?lang=ko', 'en/', 'ko/'];
const categories = ['accessibility', 'best-practices', 'seo'];

const lab = await open();
let faults = 0;
try {
  const port = Number(new URL(lab.browser.wsEndpoint()).port);
  for (const [device, config] of [
    ['phone', undefined],
    ['desktop', desktopConfig],
  ]) {
    for (const path of pages) {
      const { lhr } = await lighthouse(lab.address + path, { port, onlyCategories: categories, logLevel: 'error' }, config);
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      const scores = Object.values(lhr.categories);
      console.log(`${device} /${path}: ${scores.map(({ title, score }) => `${title} ${Math.round(100 * score)}`).join(', ')}`);
      const weighty = new Set(
        scores.flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)),
      );
      for (const { id, title, score, details } of Object.values(lhr.audits)) {
        if (!weighty.has(id) || score === null || score === 1) continue;
        faults++;
        console.log(`  ${title}: ${JSON.stringify(details?.items ?? '')}`);
      }
    }
  }
} finally {
  await lab.close();
}
process.exitCode = faults > 0 ? 1 : 0;
