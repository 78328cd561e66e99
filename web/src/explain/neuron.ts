// The point in hand on its way through the neuron, whose weights can be turned there.

import { drawResized } from '../figure/observers';
import type { Snapshot } from '../figure/protocol';
import { Neuron, type Turn } from '../views/neuron';
import { says } from '../words/answer';
import * as format from '../words/format';
import { explain, hide, make, tell } from './dom';
import { inHand } from './inhand';
import { singleNeuron } from './single';
import type { Host, View, Words } from './view';

export class NeuronView implements View {
  readonly element = make('div', 'explained');
  readonly #note = make('p', 'note');
  readonly #flow = make('div', 'flow');
  readonly #host: Host<Words<'flow'>>;
  readonly #says: () => string;
  readonly #picture: Neuron;
  #shown: Snapshot | null = null;

  /** `says` is the sentence that it shows, where the page around it doesn't. */
  constructor(host: Host<Words<'flow'>>, says = () => '') {
    this.#host = host;
    this.#says = says;
    const { send } = host;
    const turn: Turn = {
      begin: () => send({ type: 'hold' }),
      to: ([w1, w2, b]) => send({ type: 'weights', parameters: [[w1, w2], [b]] }),
      end: () => send({ type: 'cancel' }),
    };
    this.#picture = new Neuron(turn, explain);
    this.#flow.append(this.#picture.element);
    this.element.append(this.#note, this.#flow);
    drawResized(this.#flow, () => {
      this.#picture.resize();
      if (this.#shown) this.show(this.#shown);
    });
  }

  show(s: Snapshot): void {
    this.#shown = s;
    const t = this.#host.strings();
    const weights = singleNeuron(s);
    hide(this.#flow, weights === null);
    this.#picture.turns = this.#host.changes();
    const note = this.#says();
    hide(this.#note, !note);
    tell(this.#note, note);
    if (!weights) return;
    const { w1, w2, b } = weights;
    const point = inHand(s, t);
    const [z = null, p = null] = [point?.z?.[0], point?.p?.[0]];
    const said = point?.class ?? null;
    const wrong = said !== null && point?.label !== null && point?.label !== said;
    const verdict = z === null ? format.none : says(said, t);
    const is = point?.label ?? null;
    this.#picture.show(
      { x: point?.x ?? null, z, p, wrong, parameters: [w1, w2, b], step: s.output === 'step' },
      {
        name: t.flow.name(point ? format.point(point.x) : format.none, z === null ? format.none : format.logit(z), verdict),
        knobs: t.flow.knobs,
        says: verdict,
        is: is === null ? '' : t.flow.is(is),
        called: point?.name ?? '',
        number: (v) => format.fixed(v, 3),
        coordinate: (v) => format.fixed(v, 2),
      },
    );
  }
}
