// The asked points: what the model says about each, and a form to type one more.

import type { Snapshot } from '../../figure/protocol';
import { answer, nameOf, says } from '../../words/answer';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { byId, hide, make, setAttribute, spelledMarkup, tell } from '../ui/dom';
import type { Card, Lab, Part } from '../ui/part';
import { PlaceForm } from '../ui/place';
import { reveal } from '../ui/reveal';
import { QueryRow } from './queryrow';

export const queries: Card<First> = {
  group: 'watch',
  markup:
    PRERENDER &&
    `
<section class="card queries" aria-labelledby="queries-title">
  <h2 id="queries-title" data-text="queries"></h2>
  <button type="button" class="button quiet reveal" id="query-type" data-text="typePlace" aria-expanded="false"
    aria-controls="query-form" data-live disabled></button>
  <table>
    <thead>
      <tr>
        <th scope="col" data-text="point"></th>
        <th scope="col">${spelledMarkup('[z](z)')}</th>
        <th scope="col" id="query-p">${spelledMarkup('[p](p)')}</th>
        <th scope="col" data-text="class"></th>
        <td></td>
      </tr>
    </thead>
    <tbody id="queries"></tbody>
  </table>
  <p class="empty" id="no-queries" data-text="noQueries" hidden></p>
  <div id="query-form" role="group" aria-labelledby="query-type" hidden>
    <div class="place" id="query-fields">
      <button type="button" class="button" id="query-ask" data-text="ask" data-live disabled></button>
    </div>
  </div>
</section>`,
  part,
};

function part({ send, strings }: Lab<First>): Part<First> {
  const body = byId('queries');
  const form = new PlaceForm('addQuery', byId<HTMLButtonElement>('query-ask'), strings, (x) => send({ type: 'addQuery', x }));
  byId('query-fields').prepend(
    ...form.fields.map((field, i) => make('label', 'named', make('span', '', `x${format.subscript(i)}`), field)),
  );
  byId('query-form').append(form.problem);
  reveal('query-type', 'query-form', () => form.fields[0].focus());
  let rows: QueryRow[] = [];

  return {
    show(s, t) {
      tell(byId('query-p'), s.output === 'step' ? '[ŷ](step-function)' : '[p](p)');
      hide(byId('no-queries'), s.queries.length > 0);
      form.done();
      const gone = rows.filter((row) => s.queries.every(({ number }) => number !== row.number));
      for (const row of gone) {
        const i = rows.indexOf(row);
        // The row is removed together with its button, which has the focus.
        if (row.remove === document.activeElement) (rows[i + 1] ?? rows[i - 1])?.remove.focus();
        row.drop();
        rows.splice(i, 1);
      }
      rows = s.queries.map((query, i) => {
        const row = rows.find(({ number }) => number === query.number) ?? new QueryRow(query.number, send, strings);
        // Numbers increase along the list, so a new row goes to the end or before the next existing one.
        if (!row.element.isConnected)
          body.insertBefore(row.element, rows.find(({ number }) => number > query.number)?.element ?? null);
        row.show(query, i, s.output, t);
        return row;
      });
    },
    translate(t) {
      for (const [i, field] of form.fields.entries()) setAttribute(field, 'aria-label', t.newCoordinate(i + 1));
    },
    refuse: (refusal, t) => form.refuse(refusal, t),
  };
}

/** The text for the live region when an asked point is added. */
export function announcement(s: Snapshot, t: First): string {
  const query = s.queries.at(-1);
  const said = query && answer(query, s.output);
  return said ? t.announce.asked(nameOf(query, t), format.point(query.x), said.told, says(said.class, t)) : '';
}
