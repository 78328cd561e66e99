// One row of the table of points: its coordinates and class in fields, and what the model says about it.

import type { PointReport, Snapshot } from '../../figure/protocol';
import { says } from '../../words/answer';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { makeProblem, NumberCell, placeIn } from '../ui/cell';
import { classList, classMark, offer, setClassMark } from '../ui/classes';
import { icon, label, make, setAttribute, write } from '../ui/dom';
import type { Send } from '../ui/part';
import { takes } from '../ui/taking';

/** How many columns the table has. */
export const columns = 6;

export class PointRow {
  /** The row, with any refusal below it. */
  readonly element: HTMLTableRowElement;
  readonly problemRow: HTMLTableRowElement;
  readonly remove = make('button', 'button icon-only quiet', icon('remove'));
  readonly cells: readonly [NumberCell, NumberCell];
  readonly #mark = classMark(0);
  readonly #number = make('span');
  readonly #head = make('button', 'who', this.#mark, this.#number);
  readonly #class = classList();
  readonly #saidMark = classMark(0);
  readonly #p = make('span', 'p');
  readonly #verdict = make('span', 'verdict');
  readonly #heard = make('span', 'unseen');
  /** Takes the row's point in hand, if the row is pointed at. */
  readonly #take: () => void;
  #point: PointReport | null = null;
  #key = '';

  constructor(send: Send, strings: () => Strings) {
    const problem = makeProblem();
    const move = (label: { y?: number } = {}) =>
      send({ type: 'movePoint', index: this.#point!.index, x: placeIn(this.cells), ...label });
    const cell = () => new NumberCell({ command: 'movePoint', strings, problem, brief: format.brief, commit: () => move() });
    this.cells = [cell(), cell()];
    this.#class.addEventListener('change', () => {
      const y = Number(this.#class.value);
      this.#class.value = String(this.#point!.y);
      move({ y });
    });
    this.remove.type = 'button';
    this.remove.dataset.live = '';
    this.remove.addEventListener('click', () => {
      write(problem, '');
      send({ type: 'removePoint', index: this.#point!.index });
    });
    this.#verdict.ariaHidden = 'true';

    this.#head.type = 'button';
    const head = make('th', '', this.#head);
    head.scope = 'row';
    const [x1, x2] = this.cells.map(({ field }) => make('td', 'x', field));
    const said = make('td', 'said', make('div', '', this.#saidMark, this.#p, this.#verdict, this.#heard));
    const element = make('tr', 'point', head, x1!, x2!, make('td', '', this.#class), said, make('td', 'remove', this.remove));
    this.element = element;
    const place = make('td', '', problem);
    place.colSpan = columns;
    this.problemRow = make('tr', 'problem-row', place);
    this.#take = takes(element, this.#head, send, () => this.#point?.index ?? null);
  }

  /** The generation identifies the run: a row that comes to show another point forgets what was typed. */
  show(
    point: PointReport,
    classes: number,
    { generation: run, output }: Pick<Snapshot, 'generation' | 'output'>,
    t: Strings,
  ): void {
    const key = `${run}/${point.index}`;
    const turned = key !== this.#key;
    const moved = turned || String(point.x) !== String(this.#point?.x);
    this.#key = key;
    this.#point = point;
    if (moved) this.#take();
    for (const [i, cell] of this.cells.entries()) {
      if (turned) cell.turn(point.x[i]!);
      else cell.show(point.x[i]!);
    }
    offer(this.#class, classes);
    const label = String(point.y);
    if (this.#class.value !== label) this.#class.value = label;
    setClassMark(this.#mark, point.y);
    this.#showSaid(point, output, t);
    this.#translate(format.count(point.index + 1), t);
  }

  #showSaid({ p, class: k, y }: PointReport, output: Snapshot['output'], t: Strings): void {
    const said = p && (k ?? p.indexOf(Math.max(...p)));
    const shown = output === 'step' ? '' : p ? format.probability(p[p.length > 1 ? said! : 0]!) : format.none;
    write(this.#p, shown);
    setClassMark(this.#saidMark, k);
    const right = k === null ? null : k === y;
    write(this.#verdict, p ? (right === null ? '?' : right ? '✓' : '✗') : '');
    setAttribute(this.#verdict, 'class', right === false ? 'verdict wrong' : 'verdict');
    write(this.#heard, p ? t.points.said(says(k, t), right) : t.unknown);
  }

  #translate(number: string, t: Strings): void {
    write(this.#number, number);
    setAttribute(this.#head, 'aria-label', t.points.take(number));
    for (const [i, cell] of this.cells.entries()) setAttribute(cell.field, 'aria-label', t.points.coordinate(i + 1, number));
    setAttribute(this.#class, 'aria-label', t.points.classOf(number));
    label(this.remove, t.points.remove(number));
  }
}
