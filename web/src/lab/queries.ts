// The test points: what the model says of each.

import type { QueryReport, Snapshot } from '../figure/protocol';
import type { Strings } from '../words/en';
import { byId, classMark, hide, icon, make, setAttribute, setClassMark, write } from './dom';
import { answer, nameOf } from '../words/answer';
import * as format from '../words/format';
import type { Part, Send } from './part';

export function queries(send: Send): Part {
  const body = byId('queries');
  const rows: Row[] = [];

  return {
    show(s, t) {
      hide(byId('no-queries'), s.queries.length > 0);
      while (rows.length > s.queries.length) rows.pop()?.element.remove();
      for (const [i, query] of s.queries.entries()) {
        let row = rows[i];
        if (!row) {
          row = makeRow(() => {
            send({ type: 'removeQuery', index: i });
            // The button that had the focus goes with its row.
            (rows[i + 1] ?? rows[i - 1])?.remove.focus();
          });
          rows.push(row);
          body.append(row.element);
        }
        showRow(row, query, t);
      }
    },
  };
}

/** The words for the live region when a test point is added. */
export function announcement(s: Snapshot, t: Strings): string {
  const query = s.queries.at(-1);
  const said = query && answer(query);
  return said ? t.announce.asked(nameOf(query.number, t), format.point(query.x), said.p, said.class) : '';
}

interface Row {
  element: HTMLElement;
  dot: HTMLElement;
  name: HTMLElement;
  at: HTMLElement;
  z: HTMLElement;
  p: HTMLElement;
  mark: SVGSVGElement;
  class: HTMLElement;
  remove: HTMLButtonElement;
}

function makeRow(onRemove: () => void): Row {
  const dot = make('span', 'dot');
  const name = make('b');
  const at = make('span', 'at');
  const point = make('th', '', make('div', 'who', dot, name, at));
  point.scope = 'row';
  const z = make('td', 'z');
  const p = make('td', 'p');
  const mark = classMark(0);
  const className = make('span');
  const remove = make('button', 'button icon-only quiet', icon('remove'));
  remove.type = 'button';
  remove.addEventListener('click', onRemove);
  const element = make('tr', '', point, z, p, make('td', 'class', mark, className), make('td', 'remove', remove));
  return { element, dot, name, at, z, p, mark, class: className, remove };
}

function showRow(row: Row, query: QueryReport, t: Strings): void {
  const name = nameOf(query.number, t);
  const said = answer(query);
  if (row.dot.dataset.colour !== query.colour) {
    row.dot.dataset.colour = query.colour;
    row.dot.style.backgroundColor = query.colour;
  }
  write(row.name, name);
  write(row.at, format.point(query.x));
  write(row.z, said ? said.z : '–');
  write(row.p, said ? said.p : '–');
  write(row.class, said ? String(said.class) : '–');
  setClassMark(row.mark, said ? said.class : null);
  setAttribute(row.remove, 'aria-label', t.removeQuery(name));
}
