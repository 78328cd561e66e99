// The texts beside an asked point and beside the pointer.

import type { FigureText } from '../figure/figure';
import { answer, nameOf, says } from './answer';
import type { FigureStrings } from './en/figure';
import * as format from './format';

/** `strings` is called each time, since the language may change. */
export function tips(strings: () => FigureStrings): FigureText {
  const title = (said: Parameters<typeof answer>[0] & { unit: number | null }) => {
    const t = strings();
    if (said.unit !== null) return t.unitSum(format.logit(said.unit));
    const a = answer(said);
    return a ? `p = ${a.p} · ${says(a.class, t)}` : t.unknown;
  };
  const logit = (said: Parameters<typeof answer>[0] & { unit: number | null }) => {
    const a = said.unit === null ? answer(said) : null;
    return a ? `, z = ${a.z}` : '';
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
    query: (query) => ({
      title: title(query),
      detail: `${nameOf(query, strings())} ${format.point(query.x)}${logit(query)}`,
    }),
    hover: (hover) => ({
      title: title(hover),
      detail: `${hover.label === null ? '' : `${strings().labelled(hover.label)} `}${format.point(hover.x)}${logit(hover)}`,
    }),
  };
}
