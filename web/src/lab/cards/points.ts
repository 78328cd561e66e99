// The points as a table in pages: there may be a million. What a page shows is requested while the card is open.

import { momentOf } from '../../explain/inquiry';
import { adopt } from '../../explain/sheets';
import type { Snapshot } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { readWhole } from '../../words/number';
import { classList, offer } from '../ui/classes';
import { byId, hide, icon, label, make, setAttribute, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Ask, Card, Lab, Part, Send } from '../ui/part';
import { PlaceForm } from '../ui/place';
import { columns, PointRow } from './pointrow';
import css from './points.css';
import { total } from './total';

/** How many points a page has. */
const pageSize = 25;

export const points: Card = {
  group: 'watch',
  markup:
    PRERENDER &&
    fold(
      'points',
      'pointsTable',
      'points-digest',
      `
    <div class="pager">
      <output id="points-page"></output>
      <div class="row" id="points-pages" hidden>
        <button type="button" class="button icon-only" id="points-previous" data-label="previousPage">
          <svg class="icon" aria-hidden="true"><use href="#icon-previous"/></svg>
        </button>
        <button type="button" class="button icon-only" id="points-next" data-label="nextPage">
          <svg class="icon" aria-hidden="true"><use href="#icon-next"/></svg>
        </button>
      </div>
      <label class="named" id="points-go-field" hidden>
        <span data-text="goTo"></span>
        <input class="field" id="points-go" type="text" inputmode="numeric" autocomplete="off"
          aria-describedby="points-go-problem" data-live disabled>
      </label>
      <label class="named" id="points-wrong-field">
        <input type="checkbox" id="points-wrong" data-live disabled>
        <span data-text="onlyWrong"></span>
      </label>
    </div>
    <p class="problem" id="points-go-problem" aria-live="polite"></p>
    <table class="points" id="points-table">
      <caption class="note" data-text="pointsNote"></caption>
      <thead>
        <tr>
          <th scope="col" data-text="number"></th>
          <th scope="col">x₁</th>
          <th scope="col">x₂</th>
          <th scope="col" data-text="class"></th>
          <th scope="col" data-text="modelSays"></th>
          <td></td>
        </tr>
      </thead>
      <tbody id="points"></tbody>
      <tfoot id="points-add"></tfoot>
    </table>`,
    ),
  part,
};

function part({ send, ask, strings }: Lab): Part {
  adopt(document, css);
  const table = new PointTable(send, ask, strings);
  return {
    show: (s, t) => table.show(s, t),
    translate: (t) => table.translate(t),
    refuse: (refusal, t) => table.form.refuse(refusal, t),
  };
}

class PointTable {
  readonly form: PlaceForm;
  readonly #card = byId<HTMLDetailsElement>('points-card');
  readonly #body = byId('points');
  readonly #page = byId('points-page');
  readonly #previous = byId<HTMLButtonElement>('points-previous');
  readonly #next = byId<HTMLButtonElement>('points-next');
  readonly #go = byId<HTMLInputElement>('points-go');
  readonly #wrong = byId<HTMLInputElement>('points-wrong');
  readonly #addHead = make('th');
  readonly #addClass = classList();
  readonly #addButton = make('button', 'button icon-only', icon('add'));
  readonly #rows: PointRow[] = [];
  readonly #send: Send;
  readonly #ask: Ask;
  readonly #strings: () => Strings;
  #shown: Snapshot | null = null;
  #from = 0;
  #total = 0;
  /** Among how many points they were looked for, from the first. */
  #looked = 0;
  /** What the page's answer depended on. */
  #key = '';

  constructor(send: Send, ask: Ask, strings: () => Strings) {
    this.#send = send;
    this.#ask = ask;
    this.#strings = strings;
    this.#previous.addEventListener('click', () => this.#turnTo(this.#from - pageSize));
    this.#next.addEventListener('click', () => this.#turnTo(this.#from + pageSize));
    this.#wrong.addEventListener('change', () => this.#turnTo(0));
    this.#go.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') this.#goTo(this.#go.value.trim());
      if (key === 'Escape') this.#go.value = '';
    });
    this.#go.addEventListener('input', () => this.#showError(''));
    this.#addButton.type = 'button';
    this.#addButton.dataset.live = '';
    this.form = new PlaceForm('addPoint', this.#addButton, strings, (x) =>
      send({ type: 'addPoint', x, y: Number(this.#addClass.value) }),
    );
    this.#addRow();
  }

  show(s: Snapshot, t: Strings): void {
    this.#shown = s;
    if (this.form.done()) {
      this.#wrong.checked = false;
      this.#from = lastPage(total(s.counts));
    }
    if (!isOpen(this.#card)) return;
    offer(this.#addClass, s.counts.length);
    this.#offerWrong(s);
    // Rows of wrong points come and go as the run plays, but not while the reader is in one.
    if (this.#wrong.checked && s.playing && this.#body.contains(document.activeElement)) return;
    const key = JSON.stringify([momentOf(s), s.diverged, s.threshold, s.plane]);
    if (key === this.#key) return;
    this.#key = key;
    this.#refresh(t);
  }

  translate(t: Strings): void {
    this.#key = '';
    for (const [i, field] of this.form.fields.entries()) setAttribute(field, 'aria-label', t.points.newCoordinate(i + 1));
    write(this.#addHead, t.points.newPoint);
    setAttribute(this.#addClass, 'aria-label', t.points.newClass);
    label(this.#addButton, t.points.add);
    this.#addButton.title = t.points.add;
    this.#showError('');
  }

  /** Which points are wrong isn't known if the run diverged. */
  #offerWrong(s: Snapshot): void {
    const offered = s.confusion !== null;
    hide(byId('points-wrong-field'), !offered);
    if (!offered && this.#wrong.checked) {
      this.#wrong.checked = false;
      this.#key = '';
    }
  }

  #turnTo(from: number): void {
    this.#from = Math.max(0, Math.min(from, lastPage(this.#total)));
    this.#refresh(this.#strings());
  }

  /** Requests the page and shows it; if there are no longer that many, the last one. */
  #refresh(t: Strings): void {
    const s = this.#shown;
    const list = s && this.#ask({ type: 'points', from: this.#from, count: pageSize, wrong: this.#wrong.checked });
    if (!s || !list) {
      this.#key = '';
      return;
    }
    const { total, rows } = list;
    this.#total = total;
    this.#looked = list.looked;
    if (rows.length === 0 && this.#from > 0) {
      this.#from = lastPage(total);
      this.#refresh(t);
      return;
    }
    while (this.#rows.length > rows.length) this.#drop();
    for (const [i, point] of rows.entries()) this.#row(i).show(point, s.counts.length, s, t);
    byId('points-table').style.setProperty('--digits', String(Math.max(3, String(total).length)));
    this.#showPager(s, t);
  }

  #row(i: number): PointRow {
    const have = this.#rows[i];
    if (have) return have;
    const row = new PointRow(this.#send, this.#strings);
    this.#rows.push(row);
    this.#body.append(row.element, row.problemRow);
    return row;
  }

  /** Removes the last row; if the focus was in it, it goes to the row before. */
  #drop(): void {
    const row = this.#rows.pop()!;
    const held = row.element.contains(document.activeElement);
    row.element.remove();
    row.problemRow.remove();
    if (held) (this.#rows.at(-1)?.remove ?? this.form.fields[0]).focus();
  }

  #showPager(s: Snapshot, t: Strings): void {
    const [first, last, all] = [this.#from + 1, this.#from + this.#rows.length, this.#total].map(format.count);
    const wrong = this.#wrong.checked;
    // While a run plays, the number of wrong points would be announced all the time.
    setAttribute(this.#page, 'aria-live', wrong && s.playing ? 'off' : 'polite');
    const some = this.#looked < total(s.counts) ? t.points.looked(format.count(this.#looked)) : '';
    const page = this.#total === 0 ? (wrong ? t.points.noneWrong : t.points.none) : t.points.page(first!, last!, all!);
    write(this.#page, [page, some].filter(Boolean).join(' '));
    this.#previous.disabled = this.#from === 0;
    this.#next.disabled = this.#from >= lastPage(this.#total);
    hide(byId('points-pages'), this.#total <= pageSize && this.#from === 0);
    hide(byId('points-go-field'), wrong || this.#total <= pageSize);
  }

  /** Goes to the page of a point, counted from 1, and focuses the point's first field. */
  #goTo(text: string): void {
    const read = readWhole(text, this.#strings());
    if (text !== '' && 'problem' in read) {
      this.#showError(read.problem);
      return;
    }
    const number = 'plain' in read ? Number(read.plain) : 0;
    if (number < 1 || number > this.#total) {
      this.#showError(this.#strings().wanted(text || format.none, `a whole number from 1 to ${this.#total}`));
      return;
    }
    this.#go.value = '';
    this.#turnTo(number - 1 - ((number - 1) % pageSize));
    this.#rows[(number - 1) % pageSize]?.cells[0].field.focus();
  }

  #showError(text: string): void {
    write(byId('points-go-problem'), text);
    setAttribute(this.#go, 'aria-invalid', String(text !== ''));
  }

  /** The row at the end, for one more point. */
  #addRow(): void {
    const [x1, x2] = this.form.fields.map((field) => make('td', 'x', field));
    const button = make('td', 'add', this.#addButton);
    button.colSpan = 2;
    this.#addHead.scope = 'row';
    const problem = make('td', '', this.form.problem);
    problem.colSpan = columns;
    byId('points-add').append(
      make('tr', '', this.#addHead, x1!, x2!, make('td', '', this.#addClass), button),
      make('tr', 'problem-row', problem),
    );
  }
}

const lastPage = (total: number): number => Math.max(0, total - 1 - ((total - 1) % pageSize));
