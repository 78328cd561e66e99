// The card of what the output makes of z.

import { sigmoidView } from '../../explain/sigmoid';
import { plain } from '../../words/term';
import { byId, write } from '../ui/dom';
import { fold } from '../ui/fold';
import { type Card, type Part, together } from '../ui/part';
import { explained } from './explained';

const title: Part = {
  show({ output }, t) {
    write(byId('sigmoid-card-title'), plain(output === 'step' ? t.sigmoid.titleStep : t.sigmoid.title));
  },
};

export const sigmoid: Card = {
  group: 'why',
  presents: 4,
  markup: PRERENDER && fold('sigmoid', 'sigmoid', null, '', 'sigmoidTerms'),
  part: (lab) => together(explained('sigmoid', lab, sigmoidView), title),
};
