// The Share dialog: the link, and the session as a file.

import { saveText } from '../../figure/save';
import { dialog, frame } from '../ui/dialog';
import { byId, hide } from '../ui/dom';
import type { Ask } from '../ui/part';

export interface Link {
  /** Null if the scene is too long for a link. */
  readonly address: string | null;
  /** Reads again what is on the page. */
  refresh(): void;
}

export const shareMarkup =
  PRERENDER &&
  frame(
    'share',
    'shareTitle',
    `
  <p class="note" data-text="shareNote"></p>
  <label class="note" for="share-link" data-text="link"></label>
  <div class="row copy-row">
    <input class="field" id="share-link" readonly>
    <button type="button" class="button primary" data-copy="share-link" data-text="copy"></button>
  </div>
  <p class="note" id="share-long" data-text="linkTooLong" hidden></p>
  <h3 data-text="sessionFile"></h3>
  <p class="note" data-text="sessionNote"></p>
  <div class="row">
    <button type="button" class="button" id="session-save" data-text="save"></button>
    <button type="button" class="button" id="session-open" data-late="cards" data-text="openFile"></button>
  </div>
  <h3 data-text="lesson"></h3>
  <p class="note" data-text="lessonNote"></p>
  <div class="row">
    <button type="button" class="button" id="teach-button" data-late="maker" data-text="makeLesson"></button>
  </div>`,
  );

export function share(link: Link, ask: Ask): void {
  const field = byId<HTMLInputElement>('share-link');
  dialog('share', () => {
    link.refresh();
    const { address } = link;
    field.value = address ?? '';
    hide(field.parentElement!, address === null);
    hide(byId('share-long'), address !== null);
  });
  field.addEventListener('focus', () => field.select());
  byId('session-save').addEventListener('click', () => {
    const session = ask({ type: 'scene' });
    if (session !== undefined) saveText('perceptron-session.json', session, 'application/json');
  });
}
