// The neuron in one line, which stays in sight on a phone: its equation, or for a network its loss and accuracy.

import { singleNeuron } from '../../explain/single';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { byId, hide, write } from '../ui/dom';
import { fit } from '../ui/fit';
import type { Part } from '../ui/part';
import { accuracyOf } from './accuracy';
import { makeEquation } from './neuron';

export function neuronLine(): Part<First> {
  const place = byId('line');
  const equation = makeEquation();
  const refit = fit(place, equation.element);
  let fitted = 0;
  return {
    show(s, t) {
      const weights = singleNeuron(s);
      hide(place, weights === null);
      if (weights) {
        equation.show(weights, s.output === 'step');
        // Not before it has numbers, since these are wider than none.
        if (!equation.element.isConnected) place.append(equation.element);
        const { length } = equation.element.textContent;
        if (length !== fitted) refit();
        fitted = length;
      }
      write(byId('line-loss'), format.loss(s.loss));
      write(byId('line-accuracy'), accuracyOf(s, t));
      hide(byId('line-accuracy').parentElement!, weights !== null);
    },
  };
}
