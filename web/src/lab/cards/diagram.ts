// The network as a diagram: what each unit makes of the plane, and the weights between them. Pointing at a unit
// shows it on the plane.

import type { Snapshot, UnitRef, UnitReport, UnitsReport } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { make, setAttribute } from '../ui/dom';
import type { Ask, Send } from '../ui/part';
import { type Inquiry, inquiry, momentOf } from './inquiry';

/** The least time between two requests while the run plays. */
const pauseMs = 200;

const svgNamespace = 'http://www.w3.org/2000/svg';
/** At a font size of 16 px, with which it scales: the diagram's preferred height, and a unit's side, which a finger must hit. */
const usualHeight = 260;
const [mostSide, leastSide] = [36, 24];
const rem = (px: number) => `${px / 16}rem`;
/** The widths of the lines, by weight. */
const [widest, thinnest] = [4.5, 0.4];

export class Diagram {
  readonly element = make('div', 'diagram');
  readonly #edges = document.createElementNS(svgNamespace, 'svg');
  readonly #send: Send;
  #layers: number[] = [];
  /** The units by layer, after the inputs. */
  #units: Unit[][] = [];
  #lines: SVGLineElement[][] = [];
  readonly #inquire: Inquiry<'units'>;
  /** The unit that was pressed; another is shown only while it is pointed at. */
  #pressed: UnitRef | null = null;

  constructor(ask: Ask, send: Send) {
    this.#inquire = inquiry(ask, { type: 'units' }, pauseMs);
    this.#send = send;
    this.element.setAttribute('role', 'group');
    this.#edges.setAttribute('aria-hidden', 'true');
  }

  /** False if the network is too large for a diagram. */
  static fits(layers: number[]): boolean {
    return Math.max(...layers) <= 16;
  }

  show(s: Snapshot, t: Strings): void {
    if (s.layers.join() !== this.#layers.join()) this.#build(s.layers);
    if (s.unit === null) this.#pressed = null;
    setAttribute(this.element, 'aria-label', t.diagram.name);
    for (const [i, units] of this.#units.entries()) {
      for (const [u, unit] of units.entries()) unit.mark(s.unit?.layer === i + 1 && s.unit.unit === u);
    }
    if (!this.element.checkVisibility()) return;
    const units = this.#inquire(`${momentOf(s)}/${JSON.stringify(s.plane)}/${s.layers.join()}/${t.diagram.name}`, s.playing);
    if (units) this.#draw(units, t);
  }

  #build(layers: number[]): void {
    this.#layers = layers;
    const inputs = Array.from({ length: layers[0]! }, (_, i) => {
      const input = make('span', 'unit input', 'x', make('sub', '', String(i + 1)));
      return input;
    });
    this.#units = layers.slice(1).map((n, i) => Array.from({ length: n }, (_, u) => this.#unit({ layer: i + 1, unit: u })));
    this.#lines = this.#units.map((units, i) =>
      units.flatMap(() => Array.from({ length: layers[i]! }, () => document.createElementNS(svgNamespace, 'line'))),
    );
    this.#edges.replaceChildren(...this.#lines.flat());
    this.element.replaceChildren(this.#edges, ...inputs, ...this.#units.flat().map(({ element }) => element));
    this.#place(inputs);
  }

  #unit(ref: UnitRef): Unit {
    const unit = new Unit();
    const show = (shown: UnitRef | null) => this.#send({ type: 'unit', unit: shown });
    unit.element.addEventListener('click', () => {
      const again = this.#pressed?.layer === ref.layer && this.#pressed.unit === ref.unit;
      this.#pressed = again ? null : ref;
      show(this.#pressed);
    });
    unit.element.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && show(ref));
    unit.element.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && show(this.#pressed));
    return unit;
  }

  /** Spaces the columns evenly and centres the units in each, all in percent, so that any width works. */
  #place(inputs: HTMLElement[]): void {
    const most = Math.max(...this.#layers);
    const gap = most > 8 ? 2 : 6;
    const side = Math.max(leastSide, Math.min(mostSide, Math.floor(usualHeight / most) - gap));
    const tall = Math.max(84, most * (side + gap));
    this.element.style.height = rem(tall);
    this.element.style.setProperty('--side', rem(side));
    const x = (layer: number) => 8 + (84 * layer) / (this.#layers.length - 1);
    const y = (layer: number, unit: number) =>
      tall / 2 + (unit - (this.#layers[layer]! - 1) / 2) * Math.max(side + gap, layer === 0 ? 36 : 0);
    const put = (element: HTMLElement, layer: number, unit: number) => {
      element.style.left = `${x(layer)}%`;
      element.style.top = rem(y(layer, unit));
    };
    inputs.forEach((input, i) => put(input, 0, i));
    this.#units.forEach((units, i) => units.forEach(({ element }, u) => put(element, i + 1, u)));
    this.#lines.forEach((lines, i) =>
      lines.forEach((line, k) => {
        const [to, from] = [Math.floor(k / this.#layers[i]!), k % this.#layers[i]!];
        const ends = { x1: `${x(i)}%`, y1: rem(y(i, from)), x2: `${x(i + 1)}%`, y2: rem(y(i + 1, to)) };
        for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value);
      }),
    );
  }

  #draw({ columns, rows, layers }: UnitsReport, t: Strings): void {
    const style = getComputedStyle(this.element);
    const colours = ['--class-0', '--class-1'].map((name) => style.getPropertyValue(name)) as [string, string];
    for (const [i, units] of layers.entries()) {
      const most = Math.max(1e-9, ...units.flatMap(({ weights }) => weights.map(Math.abs)));
      const last = i === layers.length - 1;
      for (const [u, unit] of units.entries()) {
        this.#units[i]?.[u]?.draw(unit, columns, rows, colours);
        const name = last ? t.diagram.output(u) : t.diagram.unit(i + 1, u + 1);
        this.#units[i]?.[u]?.name(
          name,
          t.diagram.sum(
            unit.weights.slice(0, 4).map(format.logit).join(', ') + (unit.weights.length > 4 ? ' …' : ''),
            format.logit(unit.bias),
          ),
        );
        for (const [k, w] of unit.weights.entries()) {
          const line = this.#lines[i]?.[u * unit.weights.length + k];
          if (!line) continue;
          setAttribute(line, 'class', w < 0 ? 'negative' : 'positive');
          setAttribute(line, 'stroke-width', (thinnest + (widest - thinnest) * (Math.abs(w) / most)).toFixed(2));
        }
      }
    }
  }
}

/** One unit: a small picture of the plane as it sees it. */
class Unit {
  readonly element = make('button', 'unit');
  readonly #canvas = make('canvas');

  constructor() {
    this.element.type = 'button';
    this.element.append(this.#canvas);
  }

  mark(shown: boolean): void {
    setAttribute(this.element, 'aria-pressed', String(shown));
  }

  name(name: string, sum: string): void {
    setAttribute(this.element, 'aria-label', name);
    setAttribute(this.element, 'title', `${name}: ${sum}`);
  }

  draw({ values }: UnitReport, columns: number, rows: number, colours: [string, string]): void {
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
