// The Embed dialog: how the figure shall be, a live preview, and what to copy.

import type { Strings } from '../../words/en';
import { dialog, tabs } from '../ui/dialog';
import { byId, make, write } from '../ui/dom';
import { type Embedding, hashOf, snippets } from './snippets';

/** The preview is made anew once no more is typed. */
const typingMs = 400;

/** The scene on the page. */
interface Scene {
  readonly preset: string | null;
  readonly fragment: string;
  /** Reads again what is on the page. */
  refresh(): void;
}

export function embed(scene: Scene, strings: () => Strings): void {
  const form = byId<HTMLFormElement>('embed-form');
  const place = byId('preview');
  const value = (name: string) => byId<HTMLInputElement | HTMLSelectElement>(`embed-${name}`).value;
  const size = (name: string, usual: number) => {
    const input = byId<HTMLInputElement>(`embed-${name}`);
    return input.validity.valid && input.value ? input.valueAsNumber : usual;
  };
  let shown = '';
  let timer = 0;

  const options = (): Embedding => ({
    preset: scene.preset,
    fragment: scene.fragment,
    ...{ controls: value('controls'), views: value('views'), theme: value('theme'), loading: value('loading') },
    ...{ width: size('width', 640), height: size('height', 480) },
    alt: strings().planeName,
  });
  const fill = () => {
    const e = options();
    byId('embed-text').textContent = snippets[list.format]!(e);
    write(byId('embed-note'), strings().embedNotes[list.format] ?? '');
  };
  const preview = () => {
    const e = options();
    // As the page that will hold it, the preview is told the page's own theme.
    const theme = e.theme === 'auto' ? pageTheme() : e.theme;
    const address = `frame.html${hashOf({ ...e, theme, loading: 'eager' })}&lang=${document.documentElement.lang}`;
    const key = `${address} ${e.width} ${e.height}`;
    if (key === shown) return;
    shown = key;
    const frame = make('iframe');
    Object.assign(frame, { title: strings().preview, width: String(e.width), height: String(e.height), src: address });
    place.replaceChildren(frame);
  };
  const list = tabs('embed-tabs', fill);
  const element = dialog('embed', () => {
    scene.refresh();
    fill();
    preview();
  });
  element.addEventListener('close', () => {
    // The figure in it would go on running.
    place.replaceChildren();
    shown = '';
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    fill();
    clearTimeout(timer);
    timer = window.setTimeout(() => element.open && preview(), typingMs);
  });
}

function pageTheme(): string {
  return document.documentElement.dataset.theme ?? 'auto';
}
