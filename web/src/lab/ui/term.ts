// What the page's terms mean.

import { explainTerms } from '../../explain/term';
import type { First } from '../../words/en';
import { type Glossary, glossary } from '../../words/en/glossary';
import { byId, write } from './dom';
import { besides } from './part';

/** Makes every element with data-term, whenever it comes, explain itself. */
export function terms(strings: () => First): void {
  const complete = besides<{ glossary: Glossary }>({ glossary });
  byId('side').after(
    explainTerms(document, '.card', {
      entry: (term) => complete(strings()).glossary[term],
      announce: (text) => write(byId('announcer'), text),
    }),
  );
}
