// What the terms of a figure's views and of its loss curve mean.

import css from '../../../css/views/terms.css';
import { make, write } from '../../explain/dom';
import { adopt } from '../../explain/sheets';
import { explainTerms } from '../../explain/term';
import { glossaries } from '../../words/glossaries';
import type { Given } from './given';

/** Makes each term of a figure's tree, whenever it comes, explain itself. */
export function terms({ plane, language }: Given): void {
  const tree = plane.getRootNode() as ShadowRoot;
  if (tree.querySelector('.term-tip')) return;
  adopt(tree, css);
  const said = make('span', 'figure-said');
  said.ariaLive = 'polite';
  const tip = explainTerms(tree, '.below-view', {
    entry: (term) => glossaries[language()][term],
    announce: (text) => write(said, text),
  });
  tip.popover = 'manual';
  tree.append(tip, said);
}
