// What two views show about the points: requested while they are shown, and drawn at their width.

import { now } from '../figure/clock';
import { drawResized } from '../figure/observers';
import type { CostsReport, Snapshot } from '../figure/protocol';
import { Drawing } from '../views/names';
import { shape } from '../views/plot';
import type { Frame, Hand } from '../views/points';
import type { Note } from '../words/en/views';
import { hide, make, named, write } from './dom';
import { inHand } from './inhand';
import { type Inquiry, inquiry, momentOf } from './inquiry';
import { tellNote } from './note';
import type { Host, View, Words } from './view';

/** The least time between two requests while the run plays. */
const pauseMs = 250;

/** What such a view draws, and what it says about it. */
export interface Drawn<T> {
  draw: (drawing: Drawing, frame: Frame, report: CostsReport, hand: Hand | null, said: string, t: T) => void;
  note: (report: CostsReport, t: T) => Note;
  said: (report: CostsReport, hand: Hand, t: T) => string;
}

export class CostsView<T extends Words<'hand'>> implements View {
  readonly element: HTMLElement;
  readonly #place: HTMLElement;
  readonly #said: HTMLElement;
  readonly #note: HTMLElement;
  readonly #more: HTMLElement;
  readonly #drawing = new Drawing(shape('svg', '') as SVGSVGElement);
  readonly #host: Host<T>;
  readonly #drawn: Drawn<T>;
  readonly #inquire: Inquiry<'costs'>;
  #report: CostsReport | null | undefined;
  #hand: Hand | null = null;
  #held = '';
  #at = 0;
  /** The texts that it was last drawn with. */
  #words: T | null = null;

  constructor(name: string, host: Host<T>, drawn: Drawn<T>) {
    this.#host = host;
    this.#drawn = drawn;
    this.#place = named('div', `${name}-view`, `view ${name}-view`);
    this.#place.append(this.#drawing.element);
    this.#said = named('p', `${name}-hand`, 'view-hand');
    this.#note = named('p', `${name}-note`, 'note');
    this.#more = named('p', `${name}-more`, 'note more-note');
    this.element = make('div', 'explained', this.#note, this.#place, this.#said, this.#more);
    this.#inquire = inquiry(host.ask, { type: 'costs' }, pauseMs);
    drawResized(this.#place, () => this.#draw());
  }

  show(s: Snapshot): void {
    const t = this.#host.strings();
    const news = this.#inquire(`${momentOf(s)}/${s.diverged}/${s.train.loss}/${s.threshold}`, s.playing);
    if (news !== undefined) this.#report = news;
    const another = this.#take(s, t);
    if (news === undefined && !another && this.#words === t) return;
    this.#words = t;
    this.#draw();
  }

  #draw(): void {
    const [t, report, hand] = [this.#words, this.#report, this.#hand];
    if (!t || report === undefined) return;
    hide(this.#place, report === null);
    const said = report && hand ? this.#drawn.said(report, hand, t) : '';
    write(this.#said, report ? said || t.hand.none : '');
    tellNote(this.#host.brief, this.#note, this.#more, report ? this.#drawn.note(report, t) : t.hand.lost);
    if (!report || this.#place.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = this.#place;
    const em = parseFloat(getComputedStyle(this.#drawing.element).fontSize);
    this.#drawn.draw(this.#drawing, { width, height, em }, report, hand, said, t);
  }

  /** Asks what the point in hand costs, each time it changes. */
  #take(s: Snapshot, t: T): boolean {
    const point = inHand(s, t);
    const key = point ? JSON.stringify([point.name, point.z, point.class, point.label, s.train.loss]) : '';
    if (key === this.#held || (s.playing && now() - this.#at < pauseMs)) return false;
    let hand: Hand | null = null;
    if (point?.z && point.p) {
      const costs = this.#host.ask({ type: 'cost', z: point.z });
      if (!costs) return false;
      hand = { name: point.name, z: point.z, p: point.p, class: point.class, label: point.label, costs };
    }
    this.#hand = hand;
    [this.#held, this.#at] = [key, now()];
    return true;
  }
}
