// From z to a probability: σ, with every point at its z, and the step function that it replaces.

import { drawSigmoid } from '../views/sigmoid';
import * as format from '../words/format';
import { CostsView } from './costs';
import type { Host, View, Words } from './view';

export const sigmoidView = (host: Host<Words<'sigmoid' | 'hand'>>): View =>
  new CostsView('sigmoid', host, {
    draw: (svg, frame, report, hand, said, t) =>
      drawSigmoid(svg, frame, report, hand, said, { ...t.sigmoid, ...t.hand.seen, none: t.hand.none }),
    note: ({ output }, t) => t.sigmoid.notes[output],
    said: ({ output, threshold }, { name, z, p }, t) => {
      const [z0, top] = [z[0]!, Math.max(...p)];
      if (output === 'softmax') return t.sigmoid.likeliest(name, p.indexOf(top), format.probability(top));
      if (output === 'step') return t.sigmoid.stepped(name, format.logit(z0), Number(z0 >= threshold));
      return t.sigmoid.squeezed(name, format.logit(z0), format.probability(p[0]!));
    },
  });
