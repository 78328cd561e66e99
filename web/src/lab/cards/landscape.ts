// The card of the loss over two weights.

import { LandscapeView } from '../../explain/landscape';
import { fold } from '../ui/fold';
import type { Card } from '../ui/part';
import { explained } from './explained';

export const landscape: Card = {
  group: 'why',
  presents: 8,
  markup: PRERENDER && fold('landscape', 'landscape', null, ''),
  part: (lab) => explained('landscape', lab, (host) => new LandscapeView(host)),
};
