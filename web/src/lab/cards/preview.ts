// How a table would be read, before it replaces anything: separator, header, which columns are x1, x2 and class,
// the first rows, and how many points there are of each class.

import { adopt } from '../../explain/sheets';
import type { Columns, TableReport } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { explain } from '../../words/refusal';
import { classMark } from '../ui/classes';
import { byId, hide, make } from '../ui/dom';
import { showGroup } from '../ui/groups';
import type { Ask } from '../ui/part';
import css from './preview.css';
import { Reading } from './reading';

/** More classes than this are only counted. */
const maxListed = 12;

export class Preview {
  readonly #place = byId('csv-preview');
  readonly #ask: Ask;
  readonly #strings: () => Strings;
  readonly #dropped: () => void;
  #reading: Reading | undefined;
  /** What is known of it; undefined: the program has gone meanwhile. */
  #report: TableReport | undefined;
  /** What waits until all is read. */
  #then: (() => void) | undefined;

  /** `dropped` is told that the reader cancels a long text. */
  constructor(ask: Ask, strings: () => Strings, dropped: () => void) {
    this.#ask = ask;
    this.#strings = strings;
    this.#dropped = dropped;
    adopt(document, css);
  }

  /** Shows another text; nothing if it is empty. */
  show(text: string): void {
    this.#then = undefined;
    if (text.trim() === '') this.#clear();
    else this.#read(text, text === this.#reading?.text ? this.#reading.columns : undefined);
  }

  /** Acts once the program has read a text, which is shown meanwhile. */
  whenRead(text: string, act: () => void): void {
    if (text !== this.#reading?.text) this.show(text);
    this.#then = act;
    this.resume();
    this.#acted();
  }

  /** Reads again what a program that has gone had read. */
  resume(): void {
    if (this.#reading && !this.#report) this.#read(this.#reading.text, this.#reading.columns);
  }

  /** The program has nothing of it any more. */
  forget(): void {
    this.#report = undefined;
  }

  #read(text: string, columns: Columns | undefined): void {
    this.#reading = new Reading(this.#ask, text, columns);
    this.#goOn(this.#reading);
  }

  #goOn(reading: Reading): void {
    if (reading !== this.#reading) return;
    this.#report = reading.next();
    this.#draw();
    if (!this.#report) return;
    if (this.#report.read < 1) setTimeout(() => this.#goOn(reading));
    else this.#acted();
  }

  #acted(): void {
    if (this.#report?.read !== 1) return;
    const act = this.#then;
    this.#then = undefined;
    act?.();
  }

  #clear(): void {
    // Another text takes the place of what the program has read.
    if (this.#reading) this.#ask({ type: 'table', text: '' });
    this.#reading = this.#report = undefined;
    this.#draw();
  }

  #draw(): void {
    const report = this.#report;
    hide(this.#place, report === undefined);
    if (!report) return;
    const t = this.#strings();
    if (report.read === 1) this.#place.replaceChildren(...this.#parts(report, t));
    else this.#progress(report.read, t);
  }

  #progress(read: number, t: Strings): void {
    let bar = this.#place.querySelector('progress');
    if (!bar) {
      bar = make('progress', '');
      const cancel = make('button', 'button', t.table.cancel);
      cancel.type = 'button';
      cancel.addEventListener('click', () => {
        this.show('');
        this.#dropped();
      });
      this.#place.replaceChildren(make('p', 'note', t.table.reading), bar, make('div', 'row', cancel));
    }
    bar.ariaLabel = t.table.reading;
    bar.value = read;
  }

  reveal(): void {
    showGroup('change');
    for (const id of ['data-card', 'csv']) byId<HTMLDetailsElement>(id).open = true;
    this.#place.scrollIntoView({ block: 'nearest' });
    byId('csv-use').focus({ preventScroll: true });
  }

  translate(): void {
    this.#place.replaceChildren();
    this.#draw();
  }

  #parts(report: TableReport, t: Strings): HTMLElement[] {
    const { names, columns, index, problem } = report;
    const open = names.length > 3 && columns.includes(-1);
    const parts: HTMLElement[] = [
      make('p', 'note', open ? t.table.choose(names.length) : problem ? explain(problem, t) : understood(report, t)),
    ];
    if (index >= 0) parts.push(make('p', 'note', t.table.index(index + 1)));
    if (names.length >= 3) parts.push(this.#choices(report, t));
    if (report.first.length > 0 && names.length > 0) parts.push(rowsOf(report, t));
    if (report.classes.length > 0) parts.push(classesOf(report));
    return parts;
  }

  #choices({ names, columns }: TableReport, t: Strings): HTMLElement {
    const lists = t.table.roles.map((role, i) => {
      const list = make('select', 'field');
      if (columns[i] === -1) list.add(new Option(format.none, ''));
      for (const [k, name] of names.entries()) list.add(new Option(nameOf(name, k, t), String(k + 1), false, columns[i] === k));
      list.id = `csv-column-${i}`;
      list.ariaLabel = t.table.columnOf(role);
      return list;
    });
    for (const list of lists) {
      list.addEventListener('change', () => {
        // The two columns swap roles.
        const other = lists.find((one) => one !== list && one.value === list.value);
        const taken = lists.map((one) => one.value);
        const free = names.map((_, k) => String(k + 1)).find((k) => !taken.includes(k));
        if (other) other.value = other.querySelector('option[value=""]') ? '' : (free ?? '');
        const values = lists.map((one) => one.value);
        if (values.includes('') || !this.#reading) return;
        this.#read(this.#reading.text, values as Columns);
        byId(list.id).focus();
      });
    }
    return make('div', 'columns', ...lists.map((list, i) => make('label', 'named', make('span', '', t.table.roles[i]!), list)));
  }
}

function understood({ rows, separator, header }: TableReport, t: Strings): string {
  return t.table.understood(format.count(rows), t.table.separators[separator] ?? separator, header);
}

function nameOf(name: string, k: number, t: Strings): string {
  return name || t.table.column(k + 1);
}

/** The first rows, with the role of each column. */
function rowsOf({ first, names, columns }: TableReport, t: Strings): HTMLElement {
  const heads = names.map((name, k) => {
    const role = t.table.roles[columns.indexOf(k)];
    const head = make('th', role ? 'used' : '', make('bdi', '', nameOf(name, k, t)), ...(role ? [make('b', '', role)] : []));
    head.scope = 'col';
    return head;
  });
  const body = first.map((cells) =>
    make('tr', '', ...names.map((_, k) => make('td', columns.includes(k) ? 'used' : '', make('bdi', '', cells[k] ?? '')))),
  );
  const place = make('div', 'scroll', make('table', '', make('thead', '', make('tr', '', ...heads)), make('tbody', '', ...body)));
  place.tabIndex = 0;
  place.role = 'group';
  place.ariaLabel = t.table.firstRows;
  return place;
}

function classesOf({ classes, counts }: TableReport): HTMLElement {
  const items = classes
    .slice(0, maxListed)
    .map((name, k) =>
      make(
        'span',
        'count',
        classMark(k),
        make(
          'span',
          '',
          `${k}`,
          ...(name === String(k) ? [] : [' “', make('bdi', '', name), '”']),
          `: ${format.count(counts[k] ?? 0)}`,
        ),
      ),
    );
  if (classes.length > maxListed) items.push(make('span', 'count', `… ${classes.length}`));
  return make('p', 'note counted', ...items);
}
