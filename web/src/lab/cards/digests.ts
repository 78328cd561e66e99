// What the heads of closed cards that are in sight at first say, and where the line is: before their scripts come.

import type { Snapshot } from '../../figure/protocol';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { byId, hide, write } from '../ui/dom';
import type { Part } from '../ui/part';
import { rightOf } from './accuracy';
import { total } from './total';
import { usual } from './usual';

export function digests(): Part<First> {
  return {
    show(s, t) {
      write(byId('points-digest'), t.pointsDigest(format.count(total(s.counts))));
      write(byId('confusion-digest'), right(s, t));
      const p = s.threshold;
      hide(byId('cutoff'), p === null || p === usual);
      if (p !== null) write(byId('cutoff'), t.cutoff(format.threshold(p)));
    },
  };
}

function right({ confusion, undecided, threshold }: Snapshot, t: First): string {
  if (!confusion) return '';
  const open = total(undecided ?? []);
  const said = t.rightDigest(format.count(rightOf(confusion)), format.count(total(confusion.flat()) + open));
  const text = open === 0 ? said : t.accuracyBut(said, format.count(open));
  return threshold === null || threshold === usual ? text : t.digestAt(text, format.threshold(threshold));
}
