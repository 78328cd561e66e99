// What two hidden units make of the plane: a slider leads from the plane to the units' space.

import { counted } from '../figure/counted';
import { drawResized } from '../figure/observers';
import type { HiddenReport, Snapshot } from '../figure/protocol';
import { Hidden } from '../views/hidden';
import * as format from '../words/format';
import { marked } from '../words/term';
import { hide, make, named, setAttribute, write } from './dom';
import { inHand } from './inhand';
import { type Inquiry, inquiry, momentOf } from './inquiry';
import { tellNote } from './note';
import type { Host, View, Words } from './view';

/** The least time between two requests while the run plays. */
const pauseMs = 200;

export class HiddenView implements View {
  readonly element: HTMLElement;
  readonly #note = named('p', 'hidden-note', 'note');
  readonly #more = named('p', 'hidden-more', 'note more-note');
  readonly #seen = named('div', 'hidden-seen', 'seen');
  readonly #choice = named('div', 'hidden-choice', 'row');
  readonly #sampled = make('p', 'view-hand');
  readonly #ends = [make('span'), make('span')] as const;
  readonly #share = named('input', 'hidden-share');
  readonly #lists = [0, 1].map(() => make('select', 'field'));
  readonly #picture = new Hidden();
  readonly #host: Host<Words<'hiddenSpace'>>;
  readonly #inquire: Inquiry<'hidden'>;
  #report: HiddenReport | null = null;
  #chosen: [number, number] = [0, 0];
  #shown: Snapshot | null = null;

  constructor(host: Host<Words<'hiddenSpace'>>) {
    this.#host = host;
    Object.assign(this.#share, { type: 'range', min: '0', max: '1', step: '0.01', value: '1' });
    const morph = make('label', 'morph', this.#ends[0], this.#share, this.#ends[1]);
    const view = named('div', 'hidden-view', 'stage-view', this.#picture.element);
    this.#choice.append(...this.#lists);
    this.#seen.append(view, morph, this.#choice, this.#sampled);
    this.element = make('div', 'explained', this.#note, this.#seen, this.#more);
    const request = () => ({ type: 'hidden', units: this.#chosen }) as const;
    this.#seen.hidden = true;
    this.#inquire = inquiry(host.ask, request, pauseMs);
    for (const list of this.#lists)
      list.addEventListener('change', () => {
        this.#chosen = this.#lists.map(({ value }) => Number(value)) as [number, number];
        if (this.#shown) this.show(this.#shown);
      });
    this.#share.addEventListener('input', () => this.#draw());
    drawResized(view, () => this.#draw());
  }

  show(s: Snapshot): void {
    if (this.#shown && this.#shown.layers.join() !== s.layers.join()) this.#chosen = [0, 0];
    this.#shown = s;
    const where = `${s.layers.join()}/${JSON.stringify(s.view)}/${this.#chosen.join()}`;
    const news = this.#inquire(`${momentOf(s)}/${s.diverged}/${s.threshold}/${where}`, s.playing);
    if (news !== undefined) this.#report = news;
    this.#draw();
  }

  /** The point in hand, and where the units that are shown put it. */
  #hand(s: Snapshot, { units }: HiddenReport) {
    const point = inHand(s, this.#host.strings());
    const h = point && this.#host.ask({ type: 'hiddenAt', x: point.x, units });
    return point && h ? { x: point.x, h, label: point.label } : null;
  }

  #draw(): void {
    const [t, report, shown] = [this.#host.strings(), this.#report, this.#shown];
    const straight = report !== null && (report.line !== null || report.of === 2);
    const { note, none } = t.hiddenSpace;
    tellNote(this.#host.brief, this.#note, this.#more, report ? note(straight, report.of) : none);
    hide(this.#seen, report === null);
    hide(this.#choice, report === null || report.of === 2);
    write(this.#ends[0], t.hiddenSpace.plane);
    write(this.#ends[1], t.hiddenSpace.units);
    setAttribute(this.#share, 'aria-label', t.hiddenSpace.share);
    if (!report || !shown) return;
    this.#list(report);
    const { points, n } = report;
    const sampled = points.length < n ? t.hiddenSpace.shown(format.count(points.length), format.count(n)) : '';
    write(this.#sampled, sampled);
    hide(this.#sampled, sampled === '');
    const names = report.units.map((u) => t.hiddenSpace.unit(format.subscript(u))) as [string, string];
    this.#picture.show(report, this.#share.valueAsNumber, this.#hand(shown, report), {
      name: t.hiddenSpace.name(format.count(n), ...names),
      inputs: ['[x₁](input)', '[x₂](input)'],
      units: names.map((name) => marked(name, 'hidden-unit')) as [string, string],
    });
  }

  #list({ units, of }: HiddenReport): void {
    const { unit, axis } = this.#host.strings().hiddenSpace;
    for (const [i, list] of counted(this.#lists)) {
      if (list.options.length !== of) list.replaceChildren(...[...Array(of)].map((_, u) => new Option('', String(u))));
      for (const option of list.options) {
        write(option, unit(format.subscript(Number(option.value))));
        option.disabled = Number(option.value) === units[1 - i];
      }
      setAttribute(list, 'aria-label', axis(i));
      if (list.value !== String(units[i])) list.value = String(units[i]);
    }
  }
}
