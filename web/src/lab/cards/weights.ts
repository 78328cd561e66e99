// Weights and biases set by hand: three fields for a single neuron, a table per layer for a network.

import { adopt } from '../../explain/sheets';
import type { Snapshot } from '../../figure/protocol';
import type { ParameterStrings } from '../../words/en';
import * as format from '../../words/format';
import { makeProblem, NumberCell } from '../ui/cell';
import { byId, hide, make, setAttribute, write } from '../ui/dom';
import type { Lab, Part } from '../ui/part';
import { reveal } from '../ui/reveal';
import css from './weights.css';

export function weights({ send, strings }: Lab<ParameterStrings>): Part<ParameterStrings> {
  adopt(document, css);
  const button = byId('weights-button');
  const note = make('p', 'aside');
  note.id = 'weights-note';
  button.after(note);
  const place = make('div', 'weights');
  place.id = 'weights';
  place.setAttribute('role', 'group');
  place.setAttribute('aria-labelledby', button.id);
  place.hidden = true;
  button.parentElement!.append(place);
  let shown: Snapshot | null = null;
  let fields: Fields | null = null;

  const show = (s: Snapshot, t: ParameterStrings) => {
    shown = s;
    const many = s.parameters === null && s.diverged === null;
    hide(note, !many);
    if (many) write(note, t.weights.tooMany);
    const open = s.parameters !== null && button.ariaExpanded === 'true';
    hide(place, !open);
    if (!open) return;
    const key = s.layers.join();
    if (fields?.key !== key) {
      fields = new Fields(s.layers, strings, (parameters) => send({ type: 'weights', parameters }));
      place.replaceChildren(...fields.elements);
      fields.translate(t);
    }
    fields.show(s.parameters!);
  };
  reveal('weights-button', 'weights', () => {
    if (shown) show(shown, strings());
    fields?.focus();
  });
  return { show, translate: (t) => fields?.translate(t) };
}

/** The fields for a network with the given layers. */
class Fields {
  readonly key: string;
  readonly elements: HTMLElement[] = [];
  /** In the order of the parameters: weight, bias, weight, bias …, each by rows. */
  readonly #cells: NumberCell[][] = [];
  readonly #spoken: ((t: ParameterStrings) => void)[] = [];

  constructor(layers: number[], strings: () => ParameterStrings, set: (parameters: number[][]) => void) {
    this.key = layers.join();
    for (const [l, units] of layers.slice(1).entries()) {
      const problem = makeProblem();
      const inputs = layers[l]!;
      const commit = () => set(this.#cells.map((list) => list.map((cell) => cell.latest)));
      const cells = (n: number) =>
        Array.from({ length: n }, () => new NumberCell({ command: 'weights', strings, problem, brief: format.steady, commit }));
      const [w, b] = [cells(units * inputs), cells(units)];
      this.#cells.push(w, b);
      const table = this.key === single ? this.#row([...w, ...b]) : this.#table(layers, l, w, b);
      this.elements.push(table, problem);
    }
  }

  show(parameters: number[][]): void {
    for (const [list, cells] of this.#cells.entries()) for (const [i, cell] of cells.entries()) cell.show(parameters[list]![i]!);
  }

  translate(t: ParameterStrings): void {
    for (const say of this.#spoken) say(t);
  }

  focus(): void {
    this.#cells[0]?.[0]?.field.focus();
  }

  /** w₁, w₂ and b side by side. */
  #row(cells: NumberCell[]): HTMLElement {
    return make(
      'div',
      'place',
      ...cells.map(({ field }, i) => make('label', 'named', make('span', '', ['w₁', 'w₂', 'b'][i]!), field)),
    );
  }

  /** A row for each unit, a column for each of its inputs, and the bias. */
  #table(layers: number[], l: number, w: NumberCell[], b: NumberCell[]): HTMLElement {
    const [inputs, units] = [layers[l]!, layers[l + 1]!];
    const last = l === layers.length - 2;
    const input = (i: number) => (l === 0 ? `x${format.subscript(i)}` : `h${format.subscript(i)}`);
    const unit = (j: number) => (!last ? `h${format.subscript(j)}` : units === 1 ? 'z' : `z${format.subscript(j)}`);
    const caption = make('caption');
    const corner = make('td');
    const head = (text: string, scope: string) => Object.assign(make('th', '', text), { scope });
    const rows = Array.from({ length: units }, (_, j) => {
      const row = [...w.slice(j * inputs, (j + 1) * inputs), b[j]!];
      this.#spoken.push((t) => {
        for (const [i, { field }] of row.entries())
          setAttribute(
            field,
            'aria-label',
            i < inputs ? t.weights.weight(input(i), unit(j), l + 1) : t.weights.bias(unit(j), l + 1),
          );
      });
      return make('tr', '', head(unit(j), 'row'), ...row.map(({ field }) => make('td', 'x', field)));
    });
    this.#spoken.push((t) => write(caption, last ? t.weights.outputLayer : t.weights.layer(l + 1)));
    const names = [...Array.from({ length: inputs }, (_, i) => input(i)), 'b'];
    const thead = make('thead', '', make('tr', '', corner, ...names.map((name) => head(name, 'col'))));
    return make('div', 'scroll', make('table', 'layer', caption, thead, make('tbody', '', ...rows)));
  }
}

/** The layers of a single neuron. */
const single = '2,1';
