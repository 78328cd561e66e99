// From z to a probability: σ, with every point at its z, and the step function that it replaces.

import { drawSigmoid } from '../views/sigmoid';
import * as format from '../words/format';
import { CostsView } from './costs';
import type { Host, View, Words } from './view';

export const sigmoidView = (host: Host<Words<'sigmoid' | 'hand'>>): View =>
  new CostsView('sigmoid', host, {
    draw: (drawing, frame, report, hand, said, t) =>
      drawSigmoid(drawing, frame, report, hand, said, { ...t.sigmoid, ...t.hand.seen, none: t.hand.none }),
    note: ({ output }, t) => t.sigmoid.notes[output],
    said: ({ output }, { name, z, p, class: k }, t) => {
      const [z0, top] = [format.logit(z[0]!), format.probability(Math.max(...p))];
      if (output === 'softmax') return t.sigmoid.likeliest(name, k, top);
      if (output === 'step') return t.sigmoid.stepped(name, z0, k);
      return t.sigmoid.squeezed(name, z0, format.probability(p[0]!), k);
    },
  });
