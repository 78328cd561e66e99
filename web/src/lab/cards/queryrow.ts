// One row of the asked points: what the model says about it and, on demand, fields for its coordinates in a row below.

import { maxName } from '../../figure/entries';
import type { QueryReport, Snapshot, XY } from '../../figure/protocol';
import { answer, nameOf, says } from '../../words/answer';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { makeProblem, NumberCell, placeIn } from '../ui/cell';
import { classMark, setClassMark } from '../ui/classes';
import { icon, label, make, setAttribute, write } from '../ui/dom';
import { textField } from '../ui/field';
import type { Send } from '../ui/part';

const columns = 5;

export class QueryRow {
  readonly element: HTMLTableRowElement;
  readonly remove = make('button', 'button icon-only quiet', icon('remove'));
  readonly #edit: EditRow;
  readonly #who = make('button', 'who');
  readonly #dot = make('span', 'dot');
  readonly #name = make('b');
  readonly #at = make('span', 'at');
  readonly #z = make('td', 'z');
  readonly #p = make('td', 'p');
  readonly #mark = classMark(0);
  readonly #class = make('span');
  /** Its index in the list, by which commands refer to it. */
  #index = 0;

  constructor(
    readonly number: number,
    send: Send,
    strings: () => First,
  ) {
    this.#who.type = 'button';
    this.#who.dataset.live = '';
    this.#who.append(this.#dot, this.#name, this.#at);
    this.#who.addEventListener('click', () => this.#open(!this.#edit.element.isConnected));
    const head = make('th', '', this.#who);
    head.scope = 'row';
    this.remove.type = 'button';
    this.remove.addEventListener('click', () => send({ type: 'removeQuery', index: this.#index }));
    this.element = make(
      'tr',
      '',
      head,
      this.#z,
      this.#p,
      make('td', 'class', this.#mark, this.#class),
      make('td', 'remove', this.remove),
    );
    this.#edit = new EditRow(strings, {
      move: (x) => send({ type: 'moveQuery', index: this.#index, x }),
      name: (name) => send({ type: 'nameQuery', index: this.#index, name }),
    });
    this.#edit.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#open(false);
    });
    this.#open(false);
  }

  show(query: QueryReport, index: number, output: Snapshot['output'], t: First): void {
    this.#index = index;
    const name = nameOf(query, t);
    const said = answer(query, output);
    if (this.#dot.dataset.colour !== query.colour) {
      this.#dot.dataset.colour = query.colour;
      this.#dot.style.backgroundColor = query.colour;
    }
    write(this.#name, name);
    write(this.#at, format.point(query.x));
    write(this.#z, said ? said.z : format.none);
    write(this.#p, said ? said.p : format.none);
    write(this.#class, said ? String(said.class ?? '?') : format.none);
    setAttribute(this.#class, 'title', said ? says(said.class, t) : '');
    setClassMark(this.#mark, said ? said.class : null);
    label(this.remove, t.removeQuery(name));
    setAttribute(this.#who, 'title', t.typePlaceOf(name));
    this.#edit.show(query, name, t);
  }

  /** Takes the row out of the table. */
  drop(): void {
    this.#edit.element.remove();
    this.element.remove();
  }

  #open(open: boolean): void {
    setAttribute(this.#who, 'aria-expanded', String(open));
    if (open) {
      this.element.after(this.#edit.element);
      this.#edit.focus();
    } else if (this.#edit.element.isConnected) {
      this.#who.focus();
      this.#edit.element.remove();
    }
  }
}

/** Fields for the name and the coordinates of an asked point. */
class EditRow {
  readonly element: HTMLTableRowElement;
  readonly #cells: readonly [NumberCell, NumberCell];
  readonly #name = textField('text');
  readonly #nameLabel = make('span');
  #given = '';

  constructor(strings: () => First, send: { move: (x: XY) => void; name: (name: string) => void }) {
    const problem = makeProblem();
    const cell = () =>
      new NumberCell({
        command: 'moveQuery',
        strings,
        problem,
        brief: format.brief,
        commit: () => send.move(placeIn(this.#cells)),
      });
    this.#cells = [cell(), cell()];
    const fields = this.#cells.map(({ field }, i) => make('label', 'named', make('span', '', `x${format.subscript(i)}`), field));
    this.#name.maxLength = maxName;
    this.#name.dataset.live = '';
    const commit = () => {
      if (this.#name.value.trim() !== this.#given) send.name(this.#name.value.trim());
    };
    this.#name.addEventListener('blur', commit);
    this.#name.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') commit();
      if (key === 'Escape') this.#name.value = this.#given;
    });
    const inside = make('td', '', make('label', 'named', this.#nameLabel, this.#name), make('div', 'place', ...fields), problem);
    inside.colSpan = columns;
    this.element = make('tr', 'edit', inside);
  }

  show(query: QueryReport, name: string, t: First): void {
    write(this.#nameLabel, t.name);
    setAttribute(this.#name, 'placeholder', nameOf({ ...query, name: '' }, t));
    if (query.name !== this.#given) this.#name.value = this.#given = query.name;
    for (const [i, cell] of this.#cells.entries()) {
      cell.show(query.x[i]!);
      setAttribute(cell.field, 'aria-label', t.coordinateOf(i + 1, name));
    }
  }

  focus(): void {
    this.#cells[0].field.focus();
  }
}
