// The model in one line, which stays in sight on a phone, and in a presentation beside every view: the point in hand on its way
// through it. What a network's hidden units give comes with its diagram (parameters.ts).

import { inHand } from '../../explain/inhand';
import { singleNeuron } from '../../explain/single';
import { drawResized } from '../../figure/observers';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { classMark, setClassMark } from '../ui/classes';
import { byId, hide, make, setAttribute, spelled, tell, write } from '../ui/dom';
import { fit } from '../ui/fit';
import type { Part } from '../ui/part';
import { accuracyOf } from './accuracy';

export function neuronLine(): Part<First> {
  const place = byId('line');
  const value = () => make('b');
  const [first, second, b, z, p] = [value(), value(), value(), value(), value()];
  const named = (className: string, label: string, number: Element) => make('span', className, ...spelled(label), number);
  const [bias, logit, said] = [named('of-b', '[b](bias)', b), named('of-z', '[z](z)', z), named('of-p', '[p](p)', p)];
  /** What leads from z to p. */
  const by = make('span', 'by');
  said.prepend(by);
  const hidden = make('span', 'of-h');
  hidden.id = 'line-hidden';
  const mark = classMark(0);
  const number = make('b');
  const chain = make('span', 'chain', make('span', 'of-x', first, second), bias, hidden, logit, said, mark, number);
  const refit = fit(place, chain);
  drawResized(chain, refit);
  const two = (v: number | undefined) => format.fixed(v ?? Number.NaN, 2);

  return {
    show(s, t) {
      const weights = singleNeuron(s);
      const point = inHand(s, t);
      const k = point?.class ?? null;
      // Of several outputs, that of the class predicted.
      const [zs, ps] = [point?.z ?? [], point?.p ?? []];
      const i = zs.length > 1 ? (k ?? 0) : 0;
      for (const [at, term] of [first, second].entries())
        write(term, two(point?.x[at]) + (weights ? ` × ${two(at === 0 ? weights.w1 : weights.w2)}` : ''));
      write(b, two(weights?.b));
      write(z, two(zs[i]));
      write(p, format.fixed(ps[i] ?? Number.NaN, 3));
      setClassMark(mark, k);
      write(number, k === null ? '?' : String(k));
      tell(by, s.output === 'softmax' ? '[softmax](softmax)' : '[σ](sigma)');
      hide(bias, weights === null);
      hide(hidden, s.layers.length < 3);
      hide(said, s.output === 'step');
      // Not before it has numbers, since these are wider than none.
      if (!chain.isConnected) {
        place.append(chain);
        refit();
      }
      setAttribute(place, 'aria-label', point ? `${point.name} ${format.point(point.x)}` : t.page.neuron);
      write(byId('line-loss'), format.loss(s.loss));
      write(byId('line-accuracy'), accuracyOf(s, t));
    },
  };
}
