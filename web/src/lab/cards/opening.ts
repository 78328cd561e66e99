// What a file brings into the page: a session, a lesson, or the reader's own points.

import { explain } from '../../words/refusal';
import { byId, write } from '../ui/dom';
import { choose, read } from '../ui/files';
import type { Lab, Part } from '../ui/part';
import { loadOf } from '../ui/session';
import { Preview } from './preview';

/** A longer text would make its field slow. */
const maxTyped = 200_000;

/** Where a table is typed or pasted, in the card of the data. */
export const csvMarkup =
  PRERENDER &&
  `
    <details class="more" id="csv">
      <summary data-text="csv"></summary>
      <label class="note" for="csv-text" data-text="csvNote"></label>
      <textarea class="field" id="csv-text" rows="5" spellcheck="false" autocomplete="off"
        placeholder="x1,x2,label&#10;0.5,1.2,1&#10;-0.3,0.4,0"></textarea>
      <div class="table-preview" id="csv-preview" hidden></div>
      <p class="problem" id="csv-problem" aria-live="polite"></p>
      <div class="row">
        <button type="button" class="button" id="csv-use" data-text="csvUse" data-live disabled></button>
        <button type="button" class="button" id="csv-file" data-text="openFile" data-live disabled></button>
      </div>
    </details>`;

export interface Opening extends Part {
  open(file: File): Promise<void>;
}

/** `say` shows what is wrong with a file when no field does; `lesson` opens one that is a lesson. */
export function opening({ send, ask, strings }: Lab, say: (message: string) => void, lesson: (text: string) => void): Opening {
  const text = byId<HTMLTextAreaElement>('csv-text');
  const problem = byId('csv-problem');
  const preview = new Preview(ask, strings, () => {
    long = null;
    byId('csv-use').focus({ preventScroll: true });
  });
  /** A file's text, if it is too long for the field. */
  let long: string | null = null;
  let generation = -1;
  /** The generation in which a table was sent, until it has arrived. */
  let sentIn: number | null = null;

  const open = async (file: File) => {
    const t = strings();
    const found = await read(file);
    if ('problem' in found) return say(t[found.problem](file.name));
    const session = file.name.endsWith('.json') || found.text.trimStart().startsWith('{');
    if (!session) return look(found.text);
    const load = loadOf(found.text);
    if (load?.scene && Object.hasOwn(load.scene, 'steps')) lesson(found.text);
    else if (load) send(load);
    else say(t.notJson(file.name));
  };
  /** Shows how a file would be read; the button uses it. */
  const look = (table: string) => {
    long = table.length > maxTyped ? table : null;
    text.value = long === null ? table : '';
    write(problem, '');
    preview.show(table);
    preview.reveal();
    if (table.trim() === '') use();
  };
  const use = () => {
    const table = long ?? text.value;
    write(problem, '');
    if (table.trim() === '') return send({ type: 'csv', text: table });
    preview.whenRead(table, () => {
      sentIn = generation;
      send({ type: 'csv', read: true });
    });
  };

  text.addEventListener('input', () => {
    long = null;
    write(problem, '');
    preview.show(text.value);
  });
  byId('csv-use').addEventListener('click', use);
  byId('csv-file').addEventListener('click', () =>
    choose('.csv,.tsv,.txt,text/csv,text/tab-separated-values', (file) => void open(file)),
  );
  byId('session-open').addEventListener('click', () =>
    choose('.json,application/json', (file) => {
      byId<HTMLDialogElement>('share').close();
      void open(file);
    }),
  );
  // What was typed before this script was there.
  preview.show(text.value);

  return {
    open,
    show(s) {
      generation = s.generation;
      preview.resume();
      if (sentIn === null || sentIn === generation) return;
      sentIn = null;
      preview.show('');
    },
    translate: () => preview.translate(),
    refuse(refusal, t) {
      if (refusal.command !== 'csv') return false;
      sentIn = null;
      if (refusal.fault.want.code === 'tableRead') {
        preview.forget();
        use();
      } else write(problem, explain(refusal.fault, t));
      return true;
    },
  };
}
