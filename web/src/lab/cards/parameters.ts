// The diagram of a network, and weights set by hand: a script of its own, fetched for a network, or when the weights' fields are
// asked for.

import { singleNeuron } from '../../explain/single';
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
  const place = byId('equation');
  let shown: Snapshot | null = null;
  const diagram = new Diagram(ask, send, () => {
    if (shown) show(shown, strings());
  });
  const show = (s: Snapshot, t: ParameterStrings) => {
    shown = s;
    const drawn = singleNeuron(s) === null && hasDiagram(s.layers);
    hide(byId('unit-note'), !drawn);
    if (!drawn) return;
    put(place, diagram.element);
    diagram.show(s, t);
    tell(byId('unit-note'), diagram.note(t) || unitNote(s, diagram, t));
  };
  return { show };
}

function unitNote({ unit, layers }: Snapshot, diagram: Diagram, t: ParameterStrings): string {
  if (!unit) return t.diagram.hint;
  const { shown, outputShown } = t.diagram;
  const sees = unit.layer === layers.length - 1 ? outputShown(unit.unit) : shown(unit.layer, unit.unit + 1);
  return `${sees} ${diagram.gives(unit, t)}`.trim();
}
