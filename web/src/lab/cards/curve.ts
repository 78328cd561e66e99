import * as format from '../../words/format';
import { byId, setAttribute, write } from '../ui/dom';
import type { Part, Send } from '../ui/part';

/** The heading of the loss curve; the curve itself is the figure's. */
export function curve(send: Send): Part {
  const log = byId('log-scale');
  log.addEventListener('click', () => send({ type: 'curve', log: log.ariaPressed !== 'true' }));
  return {
    show(s, t) {
      const last = s.lastLoss;
      write(byId('last-loss'), last ? t.lastLoss(format.count(last.epoch), format.loss(last.loss)) : '');
      setAttribute(log, 'aria-pressed', String(s.curve.log));
    },
  };
}
