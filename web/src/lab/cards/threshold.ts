// The probability from which class 1 is predicted: a slider that moves the line.

import * as format from '../../words/format';
import { byId, hide, write } from '../ui/dom';
import type { Lab, Part } from '../ui/part';
import { usual } from './usual';

export function threshold({ send }: Lab): Part {
  const slider = byId<HTMLInputElement>('threshold');
  const back = byId<HTMLButtonElement>('threshold-usual');
  slider.addEventListener('input', () => send({ type: 'threshold', p: slider.valueAsNumber }));
  back.addEventListener('click', () => {
    send({ type: 'threshold', p: usual });
    slider.focus();
  });
  return {
    show({ threshold: p }) {
      hide(byId('threshold-row'), p === null);
      if (p === null) return;
      const text = format.threshold(p);
      write(byId('threshold-value'), text);
      if (slider.valueAsNumber !== p) slider.value = String(p);
      hide(back, p === usual);
    },
  };
}
