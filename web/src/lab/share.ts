// The Share dialog: the link, and the session as a file.

import { saveText } from '../figure/save';
import { dialog } from './dialog';
import { byId, hide } from './dom';
import type { SceneLink } from './link';
import type { Ask } from './part';

export function share(link: SceneLink, ask: Ask): void {
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
