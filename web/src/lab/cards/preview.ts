// How a table would be read, before it replaces anything: separator, header, which columns are x1, x2 and class,
// the first rows, and how many points there are of each class.

import type { Columns, TableReport } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { explain } from '../../words/refusal';
import { classMark } from '../ui/classes';
import { byId, hide, make } from '../ui/dom';
import { showGroup } from '../ui/groups';
import type { Ask } from '../ui/part';

/** More classes than this are only counted. */
const maxListed = 12;

export class Preview {
  readonly #place = byId('csv-preview');
  readonly #ask: Ask;
  readonly #strings: () => Strings;
  #text = '';
  #chosen: Columns | undefined;

  constructor(ask: Ask, strings: () => Strings) {
    this.#ask = ask;
    this.#strings = strings;
  }

  /** The columns that the reader chose. */
  get columns(): Columns | undefined {
    return this.#chosen;
  }

  /** Shows another text; nothing if it is empty. */
  show(text: string): void {
    if (text !== this.#text) this.#chosen = undefined;
    this.#text = text;
    const columns = this.#chosen && { columns: this.#chosen };
    const report = text.trim() === '' ? undefined : this.#ask({ type: 'table', text, ...columns });
    hide(this.#place, report === undefined);
    if (report === undefined) return;
    this.#place.replaceChildren(...this.#parts(report, this.#strings()));
  }

  reveal(): void {
    showGroup('change');
    for (const id of ['data-card', 'csv']) byId<HTMLDetailsElement>(id).open = true;
    this.#place.scrollIntoView({ block: 'nearest' });
    byId('csv-use').focus({ preventScroll: true });
  }

  translate(): void {
    if (!this.#place.hidden) this.show(this.#text);
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
        if (!values.includes('')) this.#chosen = values as Columns;
        if (!values.includes('')) this.show(this.#text);
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
    const head = make('th', role ? 'used' : '', nameOf(name, k, t), ...(role ? [make('b', '', role)] : []));
    head.scope = 'col';
    return head;
  });
  const body = first.map((cells) =>
    make('tr', '', ...names.map((_, k) => make('td', columns.includes(k) ? 'used' : '', cells[k] ?? ''))),
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
        make('span', '', `${k}${name === String(k) ? '' : ` “${name}”`}: ${format.count(counts[k] ?? 0)}`),
      ),
    );
  if (classes.length > maxListed) items.push(make('span', 'count', `… ${classes.length}`));
  return make('p', 'note counted', ...items);
}
