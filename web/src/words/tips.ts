// The texts beside an asked point and beside the pointer.

import type { FigureText } from '../figure/figure';
import type { Snapshot } from '../figure/protocol';
import { answer, nameOf, says } from './answer';
import type { FigureStrings } from './en/figure';
import * as format from './format';

/** `strings` is called each time, since the language may change. */
export function tips(strings: () => FigureStrings): FigureText {
  type Said = Parameters<typeof answer>[0] & { unit: number | null };
  const tip = (said: Said, name: string, at: string, output: Snapshot['output']) => {
    const t = strings();
    const a = said.unit === null ? answer(said, output) : null;
    const unknown = said.unit === null ? t.unknown : t.unitSum(format.logit(said.unit));
    const z = a && output !== 'step' ? `, z = ${a.z}` : '';
    return { title: a ? `${a.told} · ${says(a.class, t)}` : unknown, detail: `${name}${at}${z}` };
  };
  return {
    get plane() {
      return strings().planeName;
    },
    get curve() {
      return strings().curveName;
    },
    get axes() {
      return strings().curveAxes;
    },
    probe: ({ epoch, loss, testLoss, pinned }) => ({
      title: strings().lastLoss(format.count(epoch), format.loss(loss)),
      detail: [
        testLoss === null ? '' : strings().testLossIs(format.loss(testLoss)),
        pinned === null ? '' : strings().pinnedLossIs(format.loss(pinned)),
      ]
        .filter(Boolean)
        .join(' · '),
    }),
    query: (query, output) => tip(query, `${nameOf(query, strings())} `, format.point(query.x), output),
    hover: (hover, output) =>
      tip(hover, hover.label === null ? '' : `${strings().labelled(hover.label)} `, format.point(hover.x), output),
  };
}
