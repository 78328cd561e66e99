import css from '../../../css/views/neuron.css';
import { hide, make, write } from '../../explain/dom';
import { NeuronView } from '../../explain/neuron';
import { adopt } from '../../explain/sheets';
import { singleNeuron } from '../../explain/single';
import type { Snapshot } from '../../figure/protocol';
import { flow, flowNote } from '../../words/views';
import { pinned } from '../pinned';
import { fileOf, type Given, hostOf, type Shown } from './given';

export const file = fileOf({
  css,
  title: (language, s) => (s && !singleNeuron(s) ? flow[language].network : flow[language].title),
  make: (given) => new Model(given),
});

/** A single neuron with the point in hand on its way through it, or any other network as its diagram, whose file comes then. */
class Model implements Shown {
  readonly element: HTMLElement;
  readonly #given: Given;
  readonly #neuron: NeuronView;
  #network: Shown | null = null;
  /** Why there is no diagram. */
  readonly #missing = make('p', 'note');
  #failed = false;
  /** The layers for which the file of the diagram was asked for. */
  #asked = '';
  #shown: Snapshot | null = null;

  constructor(given: Given) {
    this.#given = given;
    this.#neuron = new NeuronView(hostOf(given, { flow }), () => flowNote[given.language()]);
    this.element = make('div', 'explained', this.#neuron.element, this.#missing);
  }

  show(s: Snapshot): void {
    this.#shown = s;
    const single = singleNeuron(s) !== null;
    hide(this.#neuron.element, !single);
    write(this.#missing, this.#failed && !single ? flow[this.#given.language()].missing : '');
    hide(this.#missing, this.#missing.textContent === '');
    if (this.#network) hide(this.#network.element, single);
    if (single) this.#neuron.show(s);
    else if (this.#network) this.#network.show(s);
    else if (this.#asked !== s.layers.join()) void this.#fetch(s.layers.join());
  }

  remove(): void {
    removeEventListener('online', this.#again);
    this.#network?.remove?.();
  }

  readonly #again = (): void => {
    this.#asked = '';
    if (this.#shown) this.show(this.#shown);
  };

  async #fetch(layers: string): Promise<void> {
    this.#asked = layers;
    try {
      const { css, network } = await pinned('./network', () => import('./network'));
      this.#failed = false;
      if (this.#network) return;
      adopt(this.element.getRootNode() as ShadowRoot, css);
      // What looks at the next step draws the gradient, and so does the diagram beside it.
      const looksAhead = () => this.element.closest('.below-list')?.querySelector('.below-pushes') != null;
      this.#network = network(this.#given, looksAhead);
      this.element.append(this.#network.element);
      if (this.#shown) this.show(this.#shown);
    } catch (error) {
      // Another model's layers try again, and so do these once the connection is back.
      addEventListener('online', this.#again, { once: true });
      this.#failed = true;
      if (this.#shown) this.show(this.#shown);
      this.#given.failed(`views neuron: ${String(error)}`);
    }
  }
}
