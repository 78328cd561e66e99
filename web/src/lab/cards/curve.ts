import type { Snapshot } from '../../figure/protocol';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { byId, setAttribute, write } from '../ui/dom';
import type { Card, Lab, Part } from '../ui/part';

export const curve: Card<First> = {
  group: 'always',
  presents: 2,
  markup:
    PRERENDER &&
    `
<section class="card losses" id="curve-card" aria-labelledby="curve-title">
  <div class="heading">
    <h2 id="curve-title" data-text="curve"></h2>
    <div class="scales" role="group" aria-labelledby="log-title">
      <span id="log-title" data-text="logScale"></span>
      <button type="button" class="button toggle" id="log-loss" aria-pressed="false"
        data-text="logLoss" data-live disabled></button>
      <button type="button" class="button toggle" id="log-epochs" aria-pressed="false"
        data-text="logEpochs" data-live disabled></button>
    </div>
    <p class="aside" id="last-loss"></p>
    <p class="note" data-text="curveNote"></p>
    <p class="legend" id="curve-legend" hidden>
      <span><i class="of-run"></i><span data-text="legendRun"></span></span>
      <span id="legend-test"><i class="of-test"></i><span data-text="legendTest"></span></span>
      <span id="legend-pinned"><i class="of-pinned"></i><span data-text="legendPinned"></span></span>
    </p>
  </div>
  <div class="curve" id="curve"></div>
</section>`,
  part,
};

/** The heading of the loss curve, its scales and legend; the curve itself is the figure's. */
function part({ send }: Lab<First>): Part<First> {
  const loss = byId('log-loss');
  const epochs = byId('log-epochs');
  loss.addEventListener('click', () => send({ type: 'curve', log: loss.ariaPressed !== 'true' }));
  epochs.addEventListener('click', () => send({ type: 'curve', logEpochs: epochs.ariaPressed !== 'true' }));
  return {
    show(s, t) {
      const last = s.lastLoss;
      write(byId('last-loss'), last ? t.lastLoss(format.count(last.epoch), format.loss(last.loss)) : '');
      setAttribute(loss, 'aria-pressed', String(s.curve.log));
      setAttribute(epochs, 'aria-pressed', String(s.curve.logEpochs));
      explain(s);
    },
  };
}

/** Says which line is which, where there is more than the run's own. */
function explain({ test, others }: Snapshot): void {
  const pinned = others.find(({ name }) => name === 'pinned');
  byId('curve-legend').hidden = !test && !pinned;
  byId('legend-test').hidden = !test;
  byId('legend-pinned').hidden = !pinned;
  if (pinned) byId('curve-legend').style.setProperty('--pinned', pinned.colour);
}
