import * as format from '../../words/format';
import { byId, setAttribute, write } from '../ui/dom';
import type { Card, Lab, Part } from '../ui/part';

export const curve: Card = {
  group: 'always',
  markup:
    PRERENDER &&
    `
<section class="card losses" aria-labelledby="curve-title">
  <h2 id="curve-title" data-text="curve"></h2>
  <button type="button" class="button toggle" id="log-scale" aria-pressed="false" data-text="logScale" data-live disabled></button>
  <p class="aside" id="last-loss"></p>
  <div class="curve" id="curve"></div>
</section>`,
  part,
};

/** The heading of the loss curve; the curve itself is the figure's. */
function part({ send }: Lab): Part {
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
