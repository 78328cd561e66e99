// The diagram of a network, and weights set by hand: a script of its own, fetched for a network, or when the weights' fields are
// asked for.

import { singleNeuron } from '../../explain/single';
import { drawResized } from '../../figure/observers';
import type { Snapshot } from '../../figure/protocol';
import type { First, ParameterStrings } from '../../words/en';
import { parameters as texts } from '../../words/en/parameters';
import { byId, hide, put, tell } from '../ui/dom';
import { besides, type Lab, later, type Part, together } from '../ui/part';
import { Diagram } from './diagram';
import { hasDiagram } from './layers';
import { hiddenLine } from './linehidden';
import { weights } from './weights';

export function parameters(page: Lab<First>): Part<First> {
  const complete = besides(texts);
  const lab = { ...page, strings: () => complete(page.strings()) };
  return later(together(drawing(lab), hiddenLine(lab), weights(lab)), complete);
}

function drawing({ send, ask, strings }: Lab<ParameterStrings>): Part<ParameterStrings> {
  const [place, inStep] = [byId('equation'), byId('step-network')];
  let shown: Snapshot | null = null;
  const diagram = new Diagram(ask, send, () => {
    if (shown) show(shown, strings());
  });
  const show = (s: Snapshot, t: ParameterStrings) => {
    shown = s;
    const drawn = singleNeuron(s) === null && hasDiagram(s.layers);
    hide(byId('unit-note'), !drawn);
    if (!drawn) return;
    // Where the neuron's card isn't shown, as on a phone while cards are read, the step's card has the diagram.
    const moves = !place.checkVisibility() && inStep.checkVisibility();
    put(moves ? inStep : place, diagram.element);
    hide(byId('step-network-note'), !moves);
    diagram.show(s, t);
    tell(byId(moves ? 'step-network-note' : 'unit-note'), diagram.note(t) || unitNote(s, diagram, t));
  };
  drawResized(inStep, () => shown && show(shown, strings()));
  return { show };
}

function unitNote({ unit, layers }: Snapshot, diagram: Diagram, t: ParameterStrings): string {
  if (!unit) return t.diagram.hint;
  const { shown, outputShown } = t.diagram;
  const sees = unit.layer === layers.length - 1 ? outputShown(unit.unit) : shown(unit.layer, unit.unit + 1);
  return `${sees} ${diagram.gives(unit, t)}`.trim();
}
