// What a mistake costs: the loss as a curve with every point on it, and how hard each point pushes.

import type { CostReport } from '../figure/protocol';
import { amount, drawCost } from '../views/cost';
import * as format from '../words/format';
import { CostsView } from './costs';
import type { Host, View, Words } from './view';

export const costView = (host: Host<Words<'cost' | 'losses' | 'hand'>>): View =>
  new CostsView('cost', host, {
    draw: (svg, frame, report, hand, said, t) =>
      drawCost(svg, frame, report, hand, said, { ...t.cost, ...t.hand.seen, beside: (loss) => t.cost.faint(t.losses[loss]) }),
    note: ({ curves }, t) => [t.cost.notes[curves.loss][0], `${t.cost.notes[curves.loss][1]} ${t.cost.belongs}`],
    said: ({ output }, { name, z, label, costs }, t) => {
      const pays = ({ p, loss, slope }: CostReport, k: number | null) =>
        t.cost.pays(k, output === 'step' ? '' : format.probability(p), amount(loss), amount(Math.abs(slope)));
      const likely = costs.map((_, k) => k).sort((a, b) => costs[b]!.p - costs[a]!.p);
      const listed = likely.slice(0, maxListed).sort((a, b) => a - b);
      const of = label === null ? listed.map((k) => pays(costs[k]!, k)) : [pays(costs[label]!, null)];
      return t.cost.said(name, output === 'softmax' ? '' : format.logit(z[0]!), of);
    },
  });

/** With more classes than this, the text names only the likeliest; the marks show all. */
const maxListed = 2;
