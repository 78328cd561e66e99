import { byId, write } from './dom';
import * as format from '../words/format';
import type { Part } from './part';

/** The heading of the loss curve; the curve itself is the figure's. */
export function losses(): Part {
  return {
    show(s, t) {
      const last = s.lastLoss;
      write(byId('last-loss'), last ? t.lastLoss(format.count(last.epoch), format.loss(last.loss)) : '');
    },
  };
}
