// The diagram of a network, and weights set by hand: a script of its own, fetched for a network, or when the weights' fields are
// asked for.

import { Diagram } from '../../explain/diagram';
import { hasDiagram } from '../../explain/layers';
import { adopt } from '../../explain/sheets';
import { singleNeuron } from '../../explain/single';
import { drawResized } from '../../figure/observers';
import type { Snapshot } from '../../figure/protocol';
import type { First, ParameterStrings } from '../../words/en';
import { parameters as texts } from '../../words/en/parameters';
import { byId, hide, put, tell } from '../ui/dom';
import { isOpen } from '../ui/fold';
import { besides, type Lab, later, type Part, together } from '../ui/part';
import css from './diagram.css';
import { hiddenLine } from './linehidden';
import { weights } from './weights';

export function parameters(page: Lab<First>): Part<First> {
  const complete = besides(texts);
  const lab = { ...page, strings: () => complete(page.strings()) };
  return later(together(drawing(lab), hiddenLine(lab), weights(lab)), complete);
}

function drawing(lab: Lab<ParameterStrings>): Part<ParameterStrings> {
  adopt(document, css);
  const [place, inStep] = [byId('equation'), byId('step-network')];
  const steps = byId<HTMLDetailsElement>('step-card');
  let shown: Snapshot | null = null;
  const diagram = new Diagram(
    lab,
    () => isOpen(steps),
    () => shown && show(shown, lab.strings()),
  );
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
    tell(byId(moves ? 'step-network-note' : 'unit-note'), diagram.says(t) || `${t.diagram.note} ${t.diagram.more}`);
  };
  drawResized(inStep, () => shown && show(shown, lab.strings()));
  return { show };
}
