// The model in numbers: for one neuron its equation, for a network its layers.

import { hasDiagram } from '../../explain/layers';
import { NeuronView } from '../../explain/neuron';
import { singleNeuron, type Weights } from '../../explain/single';
import { fewClasses } from '../../views/marks';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { classMark } from '../ui/classes';
import { byId, hide, make, makeMath, put, setAttribute, tell, write } from '../ui/dom';
import { fit } from '../ui/fit';
import { type Card, hostOf, type Lab, type Part, together } from '../ui/part';
import { accuracyOf } from './accuracy';

/** In MathML: an input times its weight, and what stands in brackets. */
const weighed = (i: number) => `<msub><mi>w</mi><mn>${i}</mn></msub><msub><mi>x</mi><mn>${i}</mn></msub>`;
const bracketed = (sum: string) => `<mo stretchy="false">(</mo>${sum}<mo stretchy="false">)</mo>`;

export const neuron: Card<First> = {
  group: 'always',
  presents: 1,
  markup:
    PRERENDER &&
    `
<section class="card neuron" id="neuron-card" aria-labelledby="neuron-title">
  <h2 id="neuron-title" data-text="neuron"></h2>
  <button type="button" class="button quiet reveal" id="weights-button" data-late="parameters" data-text="setWeights"
    aria-expanded="false" aria-controls="weights" data-live disabled></button>
  <div class="equation" id="equation">
    <math><mi>p</mi><mo>=</mo><mi>σ</mi>${bracketed(`${weighed(1)}<mo>+</mo>${weighed(2)}<mo>+</mo><mi>b</mi>`)}</math>
  </div>
  <p class="note" id="neuron-note" data-text="neuronNote"></p>
  <div class="flow" id="flow"></div>
  <p class="note" id="unit-note" hidden></p>
  <p class="note" id="cutoff" hidden></p>
  <p class="note" id="wrong-side" data-text="wrongSide" hidden></p>
  <dl class="figures">
    <div><dt data-text="loss"></dt><dd id="loss">–</dd></div>
    <div><dt data-text="accuracy"></dt><dd id="accuracy">–</dd></div>
    <div><dt id="size-name">‖w‖</dt><dd id="size">–</dd></div>
    <div><dt data-text="points"></dt><dd><span id="counts">–</span></dd></div>
  </dl>
</section>`,
  part: (lab) => together(equation(lab), flow(lab)),
};

function equation({ has }: Lab<First>): Part<First> {
  const place = byId('equation');
  const equation = makeEquation();
  const refit = fit(place, equation.element);
  let fitted = '';
  const layers = make('ol', 'layers');
  const counts = byId('counts');

  return {
    show(s, t) {
      const weights = singleNeuron(s);
      let drawn: boolean | null = false;
      write(byId('neuron-title'), weights ? t.page.neuron : t.flow.network);
      tell(byId('size-name'), weights ? t.weightNorm : t.parameters);
      if (weights) {
        equation.show(weights, s.output === 'step');
        write(byId('size'), format.norm(Math.hypot(weights.w1, weights.w2)));
        put(place, equation.element);
        const lengths = equation.element.textContent!.length + document.documentElement.lang;
        if (lengths !== fitted) refit();
        fitted = lengths;
      } else {
        write(byId('size'), format.count(parameterCount(s.layers)));
        // Its diagram comes with a script of its own (parameters.ts), which puts it there: nothing else before it, which would
        // move the page twice.
        drawn = has('parameters');
        if (drawn === false || !hasDiagram(s.layers)) {
          showLayers(layers, s.layers, t);
          put(place, layers);
        }
      }
      const coming = drawn === null && hasDiagram(s.layers);
      place.classList.toggle('network', !weights && !coming);
      place.toggleAttribute('data-coming', coming);
      hide(byId('weights-button'), s.parameters === null);
      hide(byId('wrong-side'), s.output !== 'step');
      write(byId('loss'), format.loss(s.loss));
      write(byId('accuracy'), accuracyOf(s, t));
      showCounts(counts, s.counts, t);
    },
  };
}

/** The point in hand on its way through the neuron. */
function flow(lab: Lab<First>): Part<First> {
  const view = new NeuronView(hostOf(lab));
  byId('flow').append(view.element);
  return {
    show(s) {
      // Until a network's diagram is there, its place is that of a neuron.
      hide(byId('flow'), singleNeuron(s) === null && !byId('equation').hasAttribute('data-coming'));
      view.show(s);
    },
  };
}

/** p = σ( w₁x₁ + w₂x₂ + b ), or with Rosenblatt’s rule ŷ = step( … ), with the numbers in place of the letters. */
export function makeEquation(): { element: Element; show: (weights: Weights, step: boolean) => void } {
  const term = (className: string, form: 'prefix' | 'infix') => {
    const sign = makeMath('mo');
    sign.setAttribute('form', form);
    if (form === 'infix') {
      sign.setAttribute('lspace', '0.16em');
      sign.setAttribute('rspace', '0.28em');
    }
    const size = makeMath('mn');
    size.setAttribute('class', className);
    return { form, sign, size };
  };
  const w1 = term('w1', 'prefix');
  const w2 = term('w2', 'infix');
  const b = term('', 'infix');
  const x = (i: string) => makeMath('msub', makeMath('mi', 'x'), makeMath('mn', i));
  const times = () => {
    const mo = makeMath('mo', '\u2062');
    mo.setAttribute('rspace', '0.12em');
    return mo;
  };
  const bracket = (text: string) => {
    const mo = makeMath('mo', text);
    mo.setAttribute('stretchy', 'false');
    return mo;
  };
  const [said, activation] = [makeMath('mi'), makeMath('mi')];
  const element = makeMath(
    'math',
    ...[said, makeMath('mo', '='), activation, bracket('(')],
    ...[w1.sign, w1.size, times(), x('1'), w2.sign, w2.size, times(), x('2'), b.sign, b.size, bracket(')')],
  );
  const showTerm = ({ form, sign, size }: typeof w1, value: number) => {
    const { negative, size: text } = format.signed(value);
    write(size, Number.isFinite(value) ? text : '?'); // a dash would be a minus here
    write(sign, negative ? '−' : '+');
    // A leading plus is not written.
    if (form === 'prefix') setAttribute(sign, 'class', negative ? 'w1' : 'unwritten');
  };
  return {
    element,
    show(weights, step) {
      write(said, step ? 'ŷ' : 'p');
      write(activation, step ? 'step' : 'σ');
      showTerm(w1, weights.w1);
      showTerm(w2, weights.w2);
      showTerm(b, weights.b);
    },
  };
}

function showLayers(list: HTMLElement, layers: number[], t: First): void {
  const name = (i: number) => (i === 0 ? t.inputs : i === layers.length - 1 ? t.output : t.hidden);
  const key = layers.map((units, i) => `${units} ${name(i)}`).join(' ');
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...layers.map((units, i) => make('li', '', make('b', '', String(units)), make('span', '', name(i)))));
}

function parameterCount(layers: number[]): number {
  let n = 0;
  for (let i = 1; i < layers.length; i++) n += ((layers[i - 1] ?? 0) + 1) * (layers[i] ?? 0);
  return n;
}

function showCounts(place: HTMLElement, counts: number[], t: First): void {
  while (place.childElementCount > counts.length) place.lastElementChild?.remove();
  if (place.childElementCount === 0) place.textContent = '';
  const many = counts.length > fewClasses;
  place.classList.toggle('many', many);
  // What scrolls must be reachable by keyboard, too.
  const named = { tabindex: '0', role: 'group', 'aria-label': t.page.points };
  for (const [name, value] of Object.entries(named)) {
    if (many) setAttribute(place, name, value);
    else place.removeAttribute(name);
  }
  for (const [k, n] of counts.entries()) {
    let item = place.children[k];
    if (!item) {
      item = make('span', 'count', classMark(k), make('b'), make('span'));
      item.setAttribute('role', 'img');
      place.append(item);
    }
    const text = format.count(n);
    write(item.children[1]!, many ? String(k) : '');
    write(item.lastElementChild!, text);
    setAttribute(item, 'aria-label', t.pointsOfClass(text, k));
  }
}
