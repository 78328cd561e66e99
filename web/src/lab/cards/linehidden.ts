// What a network's hidden units give for the point in hand, in the line that stays in sight (line.ts): two as numbers, more as
// bars.

import { inHand } from '../../explain/inhand';
import { inquiry, momentOf } from '../../explain/inquiry';
import { singleNeuron } from '../../explain/single';
import type { XY } from '../../figure/protocol';
import type { ParameterStrings } from '../../words/en';
import * as format from '../../words/format';
import { byId, make } from '../ui/dom';
import type { Lab, Part } from '../ui/part';

/** The least time between two requests while the run plays. */
const pauseMs = 200;

const svgNamespace = 'http://www.w3.org/2000/svg';
/** A bar's distance from the next and half of its greatest height, in units of the drawing. */
const [gap, half] = [2, 10];
/** The drawing's height, and what all layers together are wide at most: the line's numbers shrink with it. In em. */
const [height, widest] = [2.25, 9];

export function hiddenLine({ ask }: Lab<ParameterStrings>): Part<ParameterStrings> {
  const place = byId('line-hidden');
  let at: XY = [0, 0];
  const inquire = inquiry(ask, () => ({ type: 'activations', x: at }) as const, pauseMs);
  return {
    show(s, t) {
      const point = inHand(s, t);
      // Elsewhere the line isn't shown, and the diagram has them.
      if (singleNeuron(s) || !point || !place.checkVisibility()) return;
      at = point.x;
      const layers = inquire(`${momentOf(s)}/${s.diverged}/${at}`, s.playing)?.slice(0, -1);
      if (!layers) return;
      const few = layers.length === 1 && layers[0]!.length <= 2;
      place.replaceChildren(
        ...(few
          ? layers[0]!.map((v) => make('b', '', format.fixed(v, 2)))
          : layers.map((values) => bars(values, widest / layers.length))),
      );
    },
  };
}

/** A layer: up for a positive value, down for a negative one; the longest is as high as there is room, or stands for 1. */
function bars(values: readonly number[], most: number): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const path = document.createElementNS(svgNamespace, 'path');
  const longest = Math.max(1, ...values.map(Math.abs));
  const each = values.map((v, i) => `M${gap * (i + 0.5)} ${half}v${((-half * v) / longest).toFixed(1)}`);
  path.setAttribute('d', `M0 ${half}h${gap * values.length}${each.join('')}`);
  svg.setAttribute('viewBox', `0 0 ${gap * values.length} ${2 * half}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('width', `${Math.min(most, (gap * values.length * height) / (2 * half))}em`);
  svg.setAttribute('class', 'bars');
  svg.append(path);
  return svg;
}
