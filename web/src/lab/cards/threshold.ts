// The probability from which class 1 is predicted: a slider that moves the line; a step has none.

import * as format from '../../words/format';
import { byId, hide, tell, write } from '../ui/dom';
import type { Lab, Part } from '../ui/part';
import { usual } from './usual';

/** Where it is, in the card of those right and wrong. */
export const thresholdMarkup =
  PRERENDER &&
  `
    <div class="threshold" id="threshold-row">
      <label for="threshold" data-text="threshold"></label>
      <input type="range" id="threshold" min="0.01" max="0.99" step="0.01" value="0.5"
        aria-describedby="threshold-note" data-live disabled>
      <output id="threshold-value" for="threshold">0.50</output>
      <button type="button" class="button" id="threshold-usual" data-text="thresholdUsual" data-live disabled></button>
      <p class="note" id="threshold-note" data-text="thresholdNote"></p>
    </div>`;

export function threshold({ send }: Lab): Part {
  const slider = byId<HTMLInputElement>('threshold');
  const back = byId<HTMLButtonElement>('threshold-usual');
  slider.addEventListener('input', () => send({ type: 'threshold', p: slider.valueAsNumber }));
  back.addEventListener('click', () => {
    send({ type: 'threshold', p: usual });
    slider.focus();
  });
  return {
    show({ threshold: p, output }, t) {
      hide(byId('threshold-row'), p === null);
      if (p === null) return;
      // A step has no p: there the line stays where z is 0.
      const byStep = output === 'step';
      for (const part of [slider, byId('threshold-value')]) hide(part, byStep);
      tell(byId('threshold-note'), byStep ? t.thresholdStep : t.page.thresholdNote);
      const text = format.threshold(p);
      write(byId('threshold-value'), text);
      if (slider.valueAsNumber !== p) slider.value = String(p);
      hide(back, byStep || p === usual);
    },
  };
}
