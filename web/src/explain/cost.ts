// What a mistake costs: the loss as a curve with every point on it, and how hard each point pushes.

import type { CostReport, LossName } from '../figure/protocol';
import { amount, drawCost } from '../views/cost';
import type { Glossary } from '../words/en/glossary';
import * as format from '../words/format';
import { marked } from '../words/term';
import { CostsView } from './costs';
import type { Host, View, Words } from './view';

export const costView = (host: Host<Words<'cost' | 'losses' | 'hand'>>): View =>
  new CostsView('cost', host, {
    draw: (drawing, frame, report, hand, said, t) =>
      drawCost(drawing, frame, report, hand, said, {
        ...t.cost,
        ...t.hand.seen,
        beside: (loss) => t.cost.faint(marked(t.losses[loss], terms[loss])),
      }),
    note: ({ curves }, t) => [t.cost.notes[curves.loss][0], `${t.cost.notes[curves.loss][1]} ${t.cost.belongs}`],
    said: ({ output }, { name, z, label, costs }, t) => {
      const pays = ({ p, loss, slope }: CostReport, k: number | null) =>
        t.cost.pays(k, output === 'step' ? '' : format.probability(p), amount(loss), amount(Math.abs(slope)));
      const likely = costs.map((_, k) => k).sort((a, b) => costs[b]!.p - costs[a]!.p);
      const listed = likely.slice(0, maxListed).sort((a, b) => a - b);
      const of = label === null ? listed.map((k) => pays(costs[k]!, k)) : [pays(costs[label]!, null)];
      const some = label === null && listed.length < costs.length;
      const pay = t.cost.said(name, output === 'softmax' ? '' : format.logit(z[0]!), of);
      return some ? `${pay} ${t.cost.likeliest(listed.length, costs.length)}` : pay;
    },
  });

/** The term that each loss is. */
const terms: Record<LossName, keyof Glossary> = {
  bce: 'cross-entropy',
  mse: 'squared-error',
  hinge: 'hinge',
  perceptron: 'loss',
  cross_entropy: 'cross-entropy',
};

/** With more classes than this, the text names only the likeliest; the marks show all. */
const maxListed = 3;
