// A network as its diagram, with what is said about the unit or the line in hand below it.

import { drawResized } from '../figure/observers';
import type { Snapshot } from '../figure/protocol';
import { Diagram } from './diagram';
import { hide, make, tell } from './dom';
import { hasDiagram } from './layers';
import type { Host, View, Words } from './view';

export class NetworkView implements View {
  readonly element: HTMLElement;
  readonly #note = make('p', 'note');
  readonly #said = make('p', 'view-hand');
  readonly #diagram: Diagram;
  readonly #place: HTMLElement;
  readonly #host: Host<Words<'diagram'>>;
  #shown: Snapshot | null = null;

  /** `looksAhead`: whether a view beside it looks at the next step. */
  constructor(host: Host<Words<'diagram'>>, looksAhead: () => boolean) {
    this.#host = host;
    this.#diagram = new Diagram(host, looksAhead, () => this.#shown && this.show(this.#shown));
    this.#place = make('div', 'diagram-view', this.#diagram.element);
    this.element = make('div', 'explained network', this.#note, this.#place, this.#said);
    drawResized(this.#place, () => {
      const rem = Number.parseFloat(getComputedStyle(this.#place).fontSize);
      const { clientWidth: width, clientHeight: height } = this.#place;
      if (width > 0) this.#diagram.room = { width: (16 * width) / rem, height: (16 * height) / rem };
    });
  }

  show(s: Snapshot): void {
    this.#shown = s;
    const t = this.#host.strings();
    const drawn = hasDiagram(s.layers);
    for (const part of [this.#place, this.#said]) hide(part, !drawn);
    tell(this.#note, drawn ? t.diagram.note : t.diagram.tooLarge(s.layers.join(' → ')));
    if (!drawn) return;
    this.#diagram.show(s, t);
    tell(this.#said, this.#diagram.says(t) || t.diagram.more);
  }

  remove(): void {
    this.#diagram.remove();
  }
}
