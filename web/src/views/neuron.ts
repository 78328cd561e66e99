// The neuron with the numbers of the point in hand on their way through it: inputs times weights, their sum z, its activation p,
// and the class. A weight, or the bias, is turned by dragging its number or with the arrow keys.

import { counted } from '../figure/counted';
import type { XY } from '../figure/protocol';
import { track } from '../figure/track';
import { circle, inUnits, picture, shape, short, textAt, through } from './plot';
import { cut } from './points';

export interface NeuronText {
  /** What the picture shows, for readers who can't see it. */
  name: string;
  /** The names of the weights and the bias. */
  knobs: readonly [string, string, string];
  /** The class predicted, and what the point is; a dash if no point is in hand. */
  says: string;
  is: string;
  /** What the point is called, if it has no class; '': nothing. As much of it is shown as has room. */
  called: string;
  number: (v: number) => string;
  coordinate: (v: number) => string;
}

export interface Flow {
  /** The point in hand, and what the model says about it. If the run diverged, z and p are null and the parameters NaN. */
  x: XY | null;
  z: number | null;
  p: number | null;
  /** Whether its class is given and differs from the one predicted. */
  wrong: boolean;
  parameters: readonly [w1: number, w2: number, b: number];
  /** Whether a step takes the place of σ, as in Rosenblatt's rule. */
  step: boolean;
}

/** A weight is being turned. */
export interface Turn {
  begin(): void;
  to(parameters: [number, number, number]): void;
  end(): void;
}

const height = 114;
const radius = 13;
/** About the width of a digit. */
const digit = 6.7;
const [top, middle, bottom] = [20, 50, 80];
/** How much a weight turns with each pixel, and with each press of a key. */
const [perPixel, perKey] = [0.01, 0.05];

export class Neuron {
  readonly element = picture('drawing neuron-view', 320, height);
  readonly #lines = shape('path', '');
  readonly #inputs = [shape('path', 'input'), shape('path', 'input')];
  readonly #nodes = shape('path', 'node');
  readonly #bend = shape('path', 'bend');
  readonly #letters = ['x₁', 'x₂', 'Σ', ''].map((letter) => textAt([0, 0], letter, 'letter', 'middle'));
  /** What the bias is times. */
  readonly #one = textAt([0, 0], '1', '', 'middle');
  readonly #values = [textAt([0, 0], ''), textAt([0, 0], '')];
  readonly #knobs = [textAt([0, 0], '', 'knob'), textAt([0, 0], '', 'knob'), textAt([0, 0], '', 'knob')];
  readonly #z = textAt([0, 0], '', 'value');
  readonly #p = textAt([0, 0], '', 'value', 'middle');
  readonly #box = shape('rect', 'box', { y: middle - 22, height: 44, rx: 7 });
  readonly #says = textAt([0, 0], '', 'says', 'middle');
  readonly #is = textAt([0, 0], '', 'is', 'middle');
  #turns = true;
  #flow: Flow | null = null;
  #width = 320;

  readonly #explain: (element: Element, term: string) => void;

  /** `explain` makes what is read in it terms that explain themselves. */
  constructor(turn: Turn, explain: (element: Element, term: string) => void) {
    this.#explain = explain;
    this.element.setAttribute('role', 'group');
    this.element.append(this.#lines, ...this.#inputs, this.#nodes, this.#bend, ...this.#letters, ...this.#values, this.#one);
    this.element.append(this.#z, this.#p, this.#box, this.#says, this.#is, ...this.#knobs);
    for (const [i, term] of counted(['input', 'input', 'sum'])) explain(this.#letters[i]!, term);
    explain(this.#z, 'z');
    explain(this.#p, 'p');
    for (const [i, knob] of counted(this.#knobs)) this.#listen(knob, i, turn);
  }

  /** Whether the weights may be turned; otherwise they are only read. */
  set turns(turns: boolean) {
    if (turns === this.#turns) return;
    this.#turns = turns;
    for (const knob of this.#knobs) {
      set(knob, { class: turns ? 'knob' : 'value', ...(turns && { role: 'slider', tabindex: '0' }) });
      if (!turns) for (const name of ['role', 'tabindex', 'aria-valuenow', 'aria-valuetext']) knob.removeAttribute(name);
    }
  }

  /** Call it when the container's width has changed, then show again. Reading the width at each step would force a layout. */
  resize(): void {
    this.#width = inUnits(this.element, height, 260);
  }

  show(flow: Flow, text: NeuronText): void {
    this.#flow = flow;
    const width = this.#width;
    // Narrower, the number of p would touch the class.
    const wide = width >= 570;
    const input = wide ? 78 : 58;
    const [sum, act, end] = wide ? [width * 0.56, width * 0.7, width - 126] : [width * 0.45, width * 0.61, width - 84];
    this.element.ariaLabel = text.name;
    const { x, z, p, parameters } = flow;
    const [w1, w2, b] = parameters;

    for (const [i, w] of counted([w1, w2])) {
      const y = [top, bottom][i]!;
      const term = x ? w * x[i]! : null;
      set(this.#inputs[i]!, {
        d: through([
          [input + radius, y],
          [sum - radius, middle],
        ]),
        'stroke-width': short(0.75 + Math.min(4, 3 * Math.abs(term ?? w) || 0)),
      });
      place(this.#letters[i]!, [input, y + 4]);
      write(place(this.#values[i]!, [2, y + 4]), x ? text.coordinate(x[i]!) : '–');
      const from = wide || i === 0 ? input + radius + 6 : 0;
      const [factor, product] = [`× ${text.number(w)}`, term === null ? '' : ` = ${text.number(term)}`];
      // The lower one ends before b’s line.
      const fits = from + digit * (factor + product).length < (i === 0 ? end : sum) - 4;
      write(
        place(this.#knobs[i]!, [from, i === 0 ? top - 5 : bottom + (wide ? 15 : radius + 12)]),
        fits ? factor + product : factor,
      );
    }
    write(place(this.#knobs[2]!, [sum + 7, height - 12]), `b ${text.number(b)}`);
    set(this.#lines, {
      d: [
        through([
          [sum, height - 13],
          [sum, middle + radius],
        ]),
        through([
          [sum + radius, middle],
          [act - radius, middle],
        ]),
        through([
          [act + radius, middle],
          [end, middle],
        ]),
      ].join(''),
    });
    set(this.#nodes, {
      d: [input, input, sum, act].map((cx, i) => circle([cx, [top, bottom, middle, middle][i]!], radius)).join(''),
    });
    place(this.#letters[2]!, [sum, middle + 4]);
    const [letter, term] = flow.step ? ['ŷ', 'step-function'] : ['σ', 'sigma'];
    // In place of the curve where there is no room beside it.
    const roomy = width >= 330;
    place(this.#one, [roomy ? sum : sum + 3, height - 2]); // beside the lower product, which may be in a wide font
    const last = place(this.#letters[3]!, roomy ? [act + radius + 8, middle - 5] : [act, middle + 4]);
    if (last.textContent !== letter) {
      last.textContent = letter!;
      this.#explain(last, term!);
    }
    const [low, high] = [middle + 6, middle - 6];
    set(this.#bend, {
      visibility: roomy ? 'visible' : 'hidden',
      d: flow.step
        ? `M${short(act - 8)} ${low}H${short(act)}V${high}H${short(act + 8)}`
        : `M${short(act - 8)} ${low}C${short(act + 1)} ${low} ${short(act - 1)} ${high} ${short(act + 8)} ${high}`,
    });
    write(place(this.#z, [sum - 8, middle - 20]), z === null ? '' : `z = ${text.number(z)}`);
    write(place(this.#p, [act - 2, middle + (wide ? 28 : 34)]), p === null || flow.step ? '' : `p = ${p.toFixed(4)}`);
    for (const element of [this.#z, this.#p]) set(element, { visibility: element.textContent ? 'visible' : 'hidden' });
    set(this.#box, { x: short(end), width: short(width - end - 2), class: flow.wrong ? 'box wrong' : 'box' });
    write(place(this.#says, [(end + width - 2) / 2, middle + (text.is || text.called ? -4 : 5)]), text.says);
    write(place(this.#is, [(end + width - 2) / 2, middle + 15]), text.is || cut(text.called, width - end - 10, 12));
    this.#is.setAttribute('class', flow.wrong ? 'is wrong' : 'is');
    if (!this.#turns) return;
    for (const [i, knob] of counted(this.#knobs)) {
      set(knob, {
        'aria-label': text.knobs[i]!,
        'aria-valuenow': String(Number(parameters[i]!.toFixed(3)) || 0),
        'aria-valuetext': text.number(parameters[i]!),
      });
    }
  }

  #listen(knob: SVGElement, i: number, turn: Turn): void {
    set(knob, { role: 'slider', tabindex: '0' });
    const to = (value: number) => {
      const { parameters } = this.#flow!;
      if (parameters.every(Number.isFinite))
        turn.to(parameters.map((v, k) => (k === i ? Number(value.toFixed(3)) : v)) as [number, number, number]);
    };
    knob.addEventListener('pointerdown', (event) => {
      if (!this.#flow || !this.#turns || event.button !== 0) return;
      const from = this.#flow.parameters[i]!;
      knob.setPointerCapture(event.pointerId);
      turn.begin();
      track(event, ({ clientX }) => to(from + perPixel * (clientX - event.clientX)), turn.end);
    });
    knob.addEventListener('keydown', (event) => {
      const sign = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!sign || !this.#flow || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      to(this.#flow.parameters[i]! + sign * perKey);
    });
  }
}

function set(element: SVGElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function place(element: SVGElement, [x, y]: XY): SVGElement {
  set(element, { x: short(x), y: short(y) });
  return element;
}

function write(element: SVGElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
