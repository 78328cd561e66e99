// The card of what two hidden units make of the plane.

import { HiddenView } from '../../explain/hidden';
import { fold } from '../ui/fold';
import type { Card } from '../ui/part';
import { explained } from './explained';

export const hidden: Card = {
  group: 'why',
  presents: 7,
  markup: PRERENDER && fold('hidden', 'hidden', null, ''),
  part: (lab) => explained('hidden', lab, (host) => new HiddenView(host)),
};
