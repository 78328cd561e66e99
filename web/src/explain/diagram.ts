// The network as a diagram: what each unit makes of the plane, what it gives for the point in hand, and the weights between them.
// Pointing at a unit shows it on the plane; a line shows its weight, and how the next step changes it. While that step is looked
// at, lines are as thick as gradients are large.

import { watchColours } from '../figure/colours';
import { counted } from '../figure/counted';
import type { Snapshot, StepReport, UnitRef, UnitsReport, XY } from '../figure/protocol';
import { byArrowKey } from '../views/arrowkeys';
import { colourOf } from '../views/marks';
import * as format from '../words/format';
import { marked, plain } from '../words/term';
import { arranged, maxSide, type Room } from './arranged';
import { make, setAttribute, spelled } from './dom';
import { inHand } from './inhand';
import { type Inquiry, inquiry, momentOf } from './inquiry';
import { small } from './small';
import { Unit } from './unit';
import type { Host, Send, Words } from './view';

/** The least time between two requests while the run plays. */
const pauseMs = 200;

const svgNamespace = 'http://www.w3.org/2000/svg';
/** Lengths that grow with the reader's own font size; of a drawing's attributes, where WebKit reads no rem, its em is one. */
const rem = (px: number) => `calc(${px / 16} * var(--rem))`;
const em = (px: number) => `${px / 16}em`;
type Strings = Words<'diagram'>;

/** The widths of the lines, by weight. */
const [widest, thinnest] = [4.5, 0.4];

export class Diagram {
  readonly element = make('div', 'diagram');
  readonly #edges = document.createElementNS(svgNamespace, 'svg');
  readonly #watched = make('span');
  readonly #send: Send;
  #layers: number[] = [];
  /** The units by layer, after the inputs. */
  #units: Unit[][] = [];
  #lines: SVGLineElement[][] = [];
  /** Over each line a wider one, which is pointed at. */
  #hits: SVGLineElement[][] = [];
  readonly #inquireStep: Inquiry<'step'>;
  readonly #looksAhead: () => boolean;
  readonly #changed: () => void;
  #room: Room | undefined;
  #inputs: HTMLElement[] = [];
  #report: UnitsReport | null = null;
  #step: StepReport | null = null;
  #shown: Snapshot | null = null;
  /** What lines were drawn for last. */
  #look = '';
  /** The line that has the pointer or the focus, and the one that was pressed. */
  #pointedLine: Edge | null = null;
  #pressedLine: Edge | null = null;
  readonly #inquire: Inquiry<'units'>;
  readonly #inquireActivations: Inquiry<'activations'>;
  /** The point in hand, and what each unit gives for it. */
  #at: XY = [0, 0];
  #given: number[][] = [];
  /** The unit that was pressed; another is shown only while it is pointed at. */
  #pressed: UnitRef | null = null;

  /** `looksAhead`: whether the next step is looked at. `changed` is called when another line is pointed at. */
  constructor({ ask, send }: Pick<Host<unknown>, 'ask' | 'send'>, looksAhead: () => boolean, changed: () => void) {
    this.#inquireStep = inquiry(ask, { type: 'step' }, pauseMs);
    this.#looksAhead = looksAhead;
    this.#changed = changed;
    this.#inquire = inquiry(ask, { type: 'units' }, pauseMs);
    this.#inquireActivations = inquiry(ask, () => ({ type: 'activations', x: this.#at }) as const, pauseMs);
    this.#send = send;
    this.element.setAttribute('role', 'group');
    this.#edges.setAttribute('role', 'group');
    // A canvas keeps the colours it was drawn with.
    watchColours(this.#watched, new AbortController().signal, () => this.#report && this.#paint(this.#report));
  }

  /** How much room there is for it; otherwise it takes what it takes in the Lab. */
  set room(room: Room) {
    this.#room = room;
    if (this.#layers.length > 0) this.#place();
  }

  show(s: Snapshot, t: Strings): void {
    if (s.layers.join() !== this.#layers.join()) this.#build(s.layers);
    if (s.unit === null) this.#pressed = null;
    setAttribute(this.element, 'aria-label', t.diagram.name);
    for (const [i, units] of counted(this.#units)) {
      for (const [u, unit] of counted(units)) unit.mark(s.unit?.layer === i + 1 && s.unit.unit === u);
    }
    if (!this.element.checkVisibility()) return;
    this.#shown = s;
    const units = this.#inquire(`${momentOf(s)}/${JSON.stringify(s.plane)}/${s.layers.join()}/${t.diagram.name}`, s.playing);
    if (units) {
      this.#report = units;
      this.#paint(units);
      this.#nameUnits(units, t);
    }
    this.#showActivations(s, t);
    const byGradient = this.#looksAhead();
    const step = byGradient || this.#line ? this.#inquireStep(`${momentOf(s)}/${s.diverged}`, s.playing) : undefined;
    if (step !== undefined) this.#step = step;
    const line = this.#line ? `${this.#line.layer}.${this.#line.line}` : '';
    const look = `${byGradient}/${line}/${this.#pressedLine?.line}/${t.diagram.name}`;
    if (units || step !== undefined || look !== this.#look) this.#drawLines(byGradient, t);
    this.#look = look;
  }

  /** What is said about the line or the unit in hand, or what lines show while that isn't the weights; or ''. */
  says(t: Strings): string {
    const [edge, unit] = [this.#line, this.#shown?.unit];
    if (edge) return this.#saysLine(edge, t);
    if (unit) return this.#saysUnit(unit, t);
    return this.#looksAhead() && this.#step ? t.diagram.byGradient : '';
  }

  /** Shows the network on the plane again. */
  remove(): void {
    if (this.#shown?.unit) this.#send({ type: 'unit', unit: null });
  }

  get #line(): Edge | null {
    return this.#pointedLine ?? this.#pressedLine;
  }

  #saysUnit({ layer, unit }: UnitRef, t: Strings): string {
    const { shown, outputShown, itGives } = t.diagram;
    const sees = layer === this.#layers.length - 1 ? outputShown(unit) : shown(layer, unit + 1);
    const value = this.#given[layer - 1]?.[unit];
    return value === undefined ? sees : `${sees} ${itGives(format.fixed(value, 4))}`;
  }

  #saysLine({ layer, line }: Edge, t: Strings): string {
    const [inputs, last] = [this.#layers[layer]!, layer === this.#layers.length - 2];
    const [to, from] = [Math.floor(line / inputs), line % inputs];
    const many = this.#layers.length > 3;
    const unit = (l: number, u: number) => `h${many ? `⁽${format.superscript(l)}⁾` : ''}${format.subscript(u)}`;
    const source = layer === 0 ? `x${format.subscript(from)}` : unit(layer, from);
    const target = !last ? unit(layer + 1, to) : this.#layers.at(-1) === 1 ? 'z' : `z${format.subscript(to)}`;
    const w = this.#report?.layers[layer]?.[to]?.weights[from];
    const [gradient, update] = [this.#step?.gradient[2 * layer]?.[line], this.#step?.update?.[2 * layer]?.[line]];
    return t.diagram.line(
      `${source} → ${target}`,
      w === undefined ? format.none : small(w),
      gradient === undefined ? '' : small(gradient),
      update === undefined ? format.none : small(update),
    );
  }

  #build(layers: number[]): void {
    this.#layers = layers;
    this.#inputs = [...Array(layers[0]!)].map((_, i) =>
      make('span', 'unit input', ...spelled(marked('x', 'input')), make('sub', '', String(i + 1))),
    );
    this.#units = layers.slice(1).map((n, i) => [...Array(n)].map((_, u) => this.#unit({ layer: i + 1, unit: u })));
    this.#lines = this.#units.map((units, i) =>
      units.flatMap(() => [...Array(layers[i]!)].map(() => document.createElementNS(svgNamespace, 'line'))),
    );
    this.#hits = this.#lines.map((lines, layer) => lines.map((_, line) => this.#hit({ layer, line })));
    this.#hits[0]![0]!.setAttribute('tabindex', '0');
    [this.#pointedLine, this.#pressedLine, this.#report, this.#step] = [null, null, null, null];
    this.#edges.replaceChildren(...this.#lines.flat(), ...this.#hits.flat());
    this.element.replaceChildren(
      this.#watched,
      this.#edges,
      ...this.#inputs,
      ...this.#units.flat().map(({ element }) => element),
    );
    this.#place();
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

  /** Tab reaches one of the lines; arrow keys go to the others. */
  #hit(edge: Edge): SVGLineElement {
    const hit = document.createElementNS(svgNamespace, 'line');
    for (const [name, value] of Object.entries({ class: 'hit', role: 'button', tabindex: '-1', 'aria-pressed': 'false' }))
      hit.setAttribute(name, value);
    const point = (to: Edge | null) => {
      this.#pointedLine = to;
      this.#changed();
    };
    hit.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && point(edge));
    hit.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && point(null));
    hit.addEventListener('focus', () => hit.matches(':focus-visible') && point(edge));
    hit.addEventListener('blur', () => point(null));
    const press = () => {
      this.#pressedLine = this.#pressedLine === edge ? null : edge;
      this.#changed();
    };
    hit.addEventListener('click', press);
    hit.addEventListener('keydown', (event) => {
      const next = byArrowKey(event, this.#hits.flat(), hit);
      if (next) {
        hit.setAttribute('tabindex', '-1');
        next.setAttribute('tabindex', '0');
        next.focus();
      } else if (!event.ctrlKey && !event.altKey && !event.metaKey && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        event.stopPropagation();
        press();
      }
    });
    return hit;
  }

  /** Puts units and lines in their places: across in percent, so that any width works. */
  #place(): void {
    const { side, height, places } = arranged(this.#layers, this.#room);
    this.element.style.height = rem(height);
    this.element.style.setProperty('--side', rem(side));
    this.element.classList.toggle('crowded', side < maxSide);
    const boxes = [this.#inputs, ...this.#units.map((units) => units.map(({ element }) => element))];
    for (const [layer, all] of counted(boxes))
      for (const [u, { style }] of counted(all)) {
        const [x, y] = places[layer]![u]!;
        [style.left, style.top] = [`${x}%`, rem(y)];
      }
    for (const [i, lines] of counted(this.#lines))
      for (const [k, line] of counted(lines)) {
        const [to, from] = [Math.floor(k / this.#layers[i]!), k % this.#layers[i]!];
        const [[x1, y1], [x2, y2]] = [places[i]![from]!, places[i + 1]![to]!];
        const ends = { x1: `${x1}%`, y1: em(y1), x2: `${x2}%`, y2: em(y2) };
        for (const [name, value] of Object.entries(ends))
          for (const one of [line, this.#hits[i]![k]!]) one.setAttribute(name, value);
      }
  }

  /** Writes into each unit what it gives for the point in hand. */
  #showActivations(s: Snapshot, t: Strings): void {
    const point = inHand(s, t);
    if (point) this.#at = point.x;
    const given = point ? this.#inquireActivations(`${momentOf(s)}/${point.x}/${s.layers}`, s.playing) : [];
    if (given === undefined) return;
    const brief = this.element.matches('.crowded');
    this.#given = given;
    for (const [i, units] of counted(this.#units))
      for (const [u, unit] of counted(units)) unit.give(given[i]?.[u] ?? null, brief, t);
  }

  #paint({ columns, rows, layers }: UnitsReport): void {
    const style = getComputedStyle(this.element.querySelector('canvas')!);
    const ofClass = (k: number) => style.getPropertyValue(`--class-${colourOf(k)}`);
    // A hidden unit's sign has colours of its own; the output has the classes', one of several only that of its class.
    const [signs, classes] = [[style.outlineColor, style.color] as const, [ofClass(0), ofClass(1)] as const];
    for (const [i, units] of counted(layers)) {
      const last = i === layers.length - 1;
      for (const [u, unit] of counted(units)) {
        const own = () => [style.caretColor, ofClass(u)] as const;
        this.#units[i]?.[u]?.draw(unit, columns, rows, !last ? signs : units.length === 1 ? classes : own());
      }
    }
  }

  #nameUnits({ layers }: UnitsReport, t: Strings): void {
    for (const [i, units] of counted(layers)) {
      const last = i === layers.length - 1;
      for (const [u, unit] of counted(units)) {
        const name = last ? t.diagram.output(u) : t.diagram.unit(i + 1, u + 1);
        this.#units[i]?.[u]?.name(
          name,
          t.diagram.sum(
            unit.weights.slice(0, 4).map(format.logit).join(', ') + (unit.weights.length > 4 ? ' …' : ''),
            format.logit(unit.bias),
          ),
        );
      }
    }
  }

  /** By weights, each layer for itself; or by gradients, in all layers on the same scale: they may fade on their way back. */
  #drawLines(byGradient: boolean, t: Strings): void {
    const gradient = byGradient ? this.#step?.gradient : undefined;
    const layers = this.#report?.layers ?? [];
    const values = layers.map((units, i) => gradient?.[2 * i] ?? units.flatMap(({ weights }) => weights));
    const largest = values.map((list) => Math.max(1e-12, ...list.map(Math.abs)));
    setAttribute(this.#edges, 'aria-label', gradient ? t.diagram.gradients : t.diagram.weights);
    for (const [i, list] of counted(values)) {
      const most = gradient ? Math.max(...largest) : largest[i]!;
      for (const [k, v] of counted(list)) {
        const [line, hit] = [this.#lines[i]?.[k], this.#hits[i]?.[k]];
        if (!line || !hit) continue;
        const held = this.#line?.layer === i && this.#line.line === k;
        setAttribute(line, 'class', `${v < 0 ? 'negative' : 'positive'}${held ? ' held' : ''}`);
        setAttribute(line, 'stroke-width', (thinnest + (widest - thinnest) * (Math.abs(v) / most)).toFixed(2));
        setAttribute(hit, 'class', held ? 'hit held' : 'hit');
        setAttribute(hit, 'aria-label', plain(this.#saysLine({ layer: i, line: k }, t)));
        setAttribute(hit, 'aria-pressed', String(this.#pressedLine?.layer === i && this.#pressedLine.line === k));
      }
    }
  }
}

/** A line's weight: its layer of origin, 0 being the inputs, and its place among the weights that lead out of there, by rows. */
interface Edge {
  layer: number;
  line: number;
}
