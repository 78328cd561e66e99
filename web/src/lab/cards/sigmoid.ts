// The card of what the output makes of z.

import { sigmoidView } from '../../explain/sigmoid';
import { fold } from '../ui/fold';
import type { Card } from '../ui/part';
import { explained } from './explained';

export const sigmoid: Card = {
  group: 'why',
  markup: PRERENDER && fold('sigmoid', 'sigmoid', null, '', 'sigmoidTerms'),
  part: (lab) => explained('sigmoid', lab, sigmoidView),
};
