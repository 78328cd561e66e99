// The card of what a mistake costs.

import { costView } from '../../explain/cost';
import { fold } from '../ui/fold';
import type { Card } from '../ui/part';
import { explained } from './explained';

export const cost: Card = {
  group: 'why',
  presents: 5,
  markup: PRERENDER && fold('cost', 'cost', null, '', 'costTerms'),
  part: (lab) => explained('cost', lab, costView),
};
