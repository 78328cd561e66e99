// The Share dialog: the link, and the session as a file.

import { saveText } from '../../figure/save';
import { dialog } from '../ui/dialog';
import { byId, hide } from '../ui/dom';
import type { Ask } from '../ui/part';

interface Link {
  /** Null where it is too long for one. */
  readonly address: string | null;
  /** Reads again what is on the page. */
  refresh(): void;
}

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
    if (session !== null) saveText('perceptron-session.json', session, 'application/json');
  });
}
