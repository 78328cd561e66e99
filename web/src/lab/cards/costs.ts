// What two cards show about the points: asked for while they are open, and drawn at their width.

import type { CostsReport, Snapshot } from '../../figure/protocol';
import { shape } from '../../views/plot';
import type { Frame, Hand } from '../../views/points';
import type { Strings } from '../../words/en';
import { byId, hide, tell, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Lab, Part } from '../ui/part';
import { inHand } from './inhand';
import { inquiry, momentOf } from './inquiry';

/** The least time between two requests while the run plays. */
const pauseMs = 250;

/** What such a card draws, and what it says below. */
export interface Drawn {
  draw: (svg: SVGElement, frame: Frame, report: CostsReport, hand: Hand | null, said: string, t: Strings) => void;
  note: (report: CostsReport, t: Strings) => string;
  said: (report: CostsReport, hand: Hand, t: Strings) => string;
}

export const costsMarkup = (name: string): string =>
  fold(
    name,
    name,
    null,
    `
    <div class="view ${name}-view" id="${name}-view"></div>
    <p class="view-hand" id="${name}-hand"></p>
    <p class="note" id="${name}-note"></p>`,
  );

export function costsPart(name: string, { ask }: Lab, { draw, note, said }: Drawn): Part {
  const card = byId<HTMLDetailsElement>(`${name}-card`);
  const place = byId(`${name}-view`);
  const svg = shape('svg', '');
  place.append(svg);
  const inquire = inquiry(ask, { type: 'costs' }, pauseMs);
  let report: CostsReport | null | undefined;
  let hand: Hand | null = null;
  let [held, at] = ['', 0];
  let redraw = () => {};
  new ResizeObserver(() => redraw()).observe(place);

  /** Asks what the point in hand costs, each time it changes. */
  const take = (s: Snapshot, t: Strings): boolean => {
    const point = inHand(s, t);
    const key = point ? JSON.stringify([point.name, point.z, point.label, s.train.loss]) : '';
    if (key === held || (s.playing && performance.now() - at < pauseMs)) return false;
    hand = null;
    if (point?.z && point.p) {
      const costs = ask({ type: 'cost', z: point.z });
      if (!costs) return false;
      hand = { name: point.name, z: point.z, p: point.p, label: point.label, costs };
    }
    [held, at] = [key, performance.now()];
    return true;
  };

  return {
    show(s, t) {
      if (!isOpen(card)) return;
      const news = inquire(`${momentOf(s)}/${s.diverged}/${s.train.loss}/${s.threshold}/${t.cost.lost}`, s.playing);
      if (news !== undefined) report = news;
      const another = take(s, t);
      if (news === undefined && !another) return;
      hide(place, report === null);
      redraw = () => {
        if (!report || place.clientWidth === 0) return;
        const frame = { width: place.clientWidth, height: place.clientHeight, em: parseFloat(getComputedStyle(svg).fontSize) };
        draw(svg, frame, report, hand, hand ? said(report, hand, t) : '', t);
      };
      redraw();
      write(byId(`${name}-hand`), report ? (hand ? said(report, hand, t) : t.sum.none) : '');
      tell(byId(`${name}-note`), report ? note(report, t) : report === null ? t.cost.lost : '');
    },
  };
}
