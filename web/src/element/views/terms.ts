// What the terms of a figure's views and of its loss curve mean.

import css from '../../../css/views/terms.css';
import { explain, make, write } from '../../explain/dom';
import { adopt } from '../../explain/sheets';
import { explainTerms } from '../../explain/term';
import { glossaries } from '../../words/glossaries';
import type { Given } from './given';

/** Makes each term of a figure's tree, whenever it comes, explain itself. */
export function terms({ plane, language }: Given): void {
  const tree = plane.getRootNode() as ShadowRoot;
  adopt(tree, css);
  if (tree.querySelector('.term-tip')) return;
  const said = make('span', 'figure-said');
  said.ariaLive = 'polite';
  const tip = explainTerms(tree, '.below-view', {
    entry: (term) => glossaries[language()][term],
    announce: (text) => write(said, text),
  });
  tip.popover = 'manual';
  tree.append(tip, said);
  tree.querySelector('.curve')?.after(axisTerms(language));
}

/** The names of the curve's axes for keys and screen readers: the curve is a slider, which has no other parts for them. */
function axisTerms(language: Given['language']): HTMLElement {
  const terms = (['loss', 'epoch'] as const).map((term) => [make('span'), term] as const);
  const place = make('p', 'axis-terms', ...terms.map(([name]) => name));
  const translate = () => {
    for (const [name, term] of terms) write(name, glossaries[language()][term][0]);
  };
  for (const [name, term] of terms) explain(name, term);
  translate();
  place.addEventListener('focusin', translate);
  return place;
}
