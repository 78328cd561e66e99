// A unit of a network's diagram: a small picture of the plane as it sees it, and what it gives for the point in hand.

import type { UnitReport } from '../figure/protocol';
import * as format from '../words/format';
import { make, setAttribute, write } from './dom';
import type { Words } from './view';

/** One unit. */
export class Unit {
  readonly element = make('button', 'unit');
  readonly #canvas = make('canvas');
  readonly #value = make('span', 'value');
  #name = '';
  #gives = '';

  constructor() {
    this.element.type = 'button';
    this.element.append(this.#canvas, this.#value);
  }

  mark(shown: boolean): void {
    setAttribute(this.element, 'aria-pressed', String(shown));
  }

  name(name: string, sum: string): void {
    this.#name = name;
    setAttribute(this.element, 'title', `${name}: ${sum}`);
    this.#label();
  }

  /** What it gives for the point in hand; null: there is none. */
  give(value: number | null, brief: boolean, t: Words<'diagram'>): void {
    write(this.#value, value === null ? '' : brief ? tight(value) : format.fixed(value, 2));
    this.#gives = value === null ? '' : t.diagram.gives(format.fixed(value, 2));
    this.#label();
  }

  #label(): void {
    setAttribute(this.element, 'aria-label', [this.#name, this.#gives].filter(Boolean).join(', '));
  }

  draw({ values }: UnitReport, columns: number, rows: number, colours: readonly [string, string]): void {
    const canvas = this.#canvas;
    if (canvas.width !== columns) [canvas.width, canvas.height] = [columns, rows];
    const c = canvas.getContext('2d')!;
    c.clearRect(0, 0, columns, rows);
    values.forEach((v, i) => {
      c.globalAlpha = Math.min(1, Math.abs(v) / 100);
      c.fillStyle = colours[v < 0 ? 0 : 1];
      c.fillRect(i % columns, Math.floor(i / columns), 1, 1);
    });
  }
}

/** At most four characters where there is little room: .92, −.92, −1.0, 12.3, 123. */
function tight(v: number): string {
  const tries = [2, 1, 0].map((digits) => format.fixed(v, digits).replace(/^(\u2212?)0\./, '$1.'));
  return tries.find((text) => text.length <= 4) ?? tries[2]!;
}
