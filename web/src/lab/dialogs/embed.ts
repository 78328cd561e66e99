// The Embed dialog: the figure's options, a live preview, and what to copy.

import { viewNames } from '../../figure/viewnames';
import type { DialogStrings } from '../../words/en';
import { dialog, frame } from '../ui/dialog';
import { byId, make, write } from '../ui/dom';
import { tabs, tabsMarkup } from '../ui/tabs';
import { type Embedding, hashOf, snippets } from './snippets';

/** The preview is rebuilt after typing has stopped for this long. */
const typingMs = 400;

/** The scene on the page. */
export interface Scene {
  readonly preset: string | null;
  readonly fragment: string;
  /** Reads again what is on the page, up to so many characters; 0: all. */
  refresh(most: number): void;
}

/** What a figure may show beside its plane, in the order of the attribute. */
const views = ['curve', ...viewNames];

const viewMarkup = (name: string) =>
  `<label class="check"><input type="checkbox" value="${name}"><span data-text="view_${name}"></span></label>`;

/** A list of an attribute's values, each with the key of its text. */
const choiceMarkup = (name: string, label: string, values: Record<string, string>) => `<div class="setting">
      <label for="embed-${name}" data-text="${label}"></label>
      <select class="field" id="embed-${name}">
        ${Object.entries(values)
          .map(([value, key]) => `<option value="${value}" data-text="${key}"></option>`)
          .join('\n        ')}
      </select>
    </div>`;

export const embedMarkup =
  PRERENDER &&
  frame(
    'embed',
    'embedTitle',
    `
  <form class="settings-grid" id="embed-form">
    ${choiceMarkup('controls', 'embedControls', { basic: 'controlsBasic', full: 'controlsFull', none: 'controlsNone' })}
    ${choiceMarkup('theme', 'embedTheme', { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' })}
    ${choiceMarkup('loading', 'embedLoading', { lazy: 'loadingLazy', eager: 'loadingEager', interaction: 'loadingInteraction' })}
    <div class="setting">
      <label for="embed-width" data-text="embedWidth"></label>
      <input class="field" id="embed-width" type="number" min="240" max="1600" step="10" value="640">
    </div>
    <div class="setting">
      <label for="embed-height" data-text="embedHeight"></label>
      <input class="field" id="embed-height" type="number" min="200" max="1200" step="10" value="480">
    </div>
    <fieldset class="embed-views" id="embed-views"><legend data-text="embedViews"></legend>
      ${views.map(viewMarkup).join('\n      ')}
    </fieldset>
  </form>
  <div class="preview" id="preview"></div>
  <div class="segments" id="embed-tabs" role="tablist" data-label="embedTitle">${tabsMarkup('tab', 'embed-panel', [
    ['element', '', 'data-text="snippetElement"'],
    ['iframe', 'iframe'],
    ['jekyll', 'Jekyll'],
    ['hugo', 'Hugo'],
  ])}
  </div>
  <div role="tabpanel" id="embed-panel" aria-labelledby="tab-element">
    <p class="note" id="embed-note"></p>
    <pre class="code" id="embed-text" tabindex="0" role="region" data-label="code"></pre>
  </div>
  <div class="row"><button type="button" class="button primary" data-copy="embed-text" data-text="copy"></button></div>`,
  );

export function embed(scene: Scene, strings: () => DialogStrings): void {
  const form = byId<HTMLFormElement>('embed-form');
  const place = byId('preview');
  const value = (name: string) => byId<HTMLInputElement | HTMLSelectElement>(`embed-${name}`).value;
  const chosen = () =>
    ['plane', ...[...form.querySelectorAll<HTMLInputElement>(':checked[type=checkbox]')].map((box) => box.value)].join(' ');
  const size = (name: string, usual: number) => {
    const input = byId<HTMLInputElement>(`embed-${name}`);
    return input.validity.valid && input.value ? input.valueAsNumber : usual;
  };
  let shown = '';
  let timer = 0;

  const options = (): Embedding => ({
    preset: scene.preset,
    fragment: scene.fragment,
    ...{ controls: value('controls'), views: chosen(), theme: value('theme'), loading: value('loading') },
    ...{ width: size('width', 640), height: size('height', 480) },
    alt: strings().planeName,
  });
  const fill = () => {
    const e = options();
    const format = list.format as keyof typeof snippets;
    byId('embed-text').textContent = snippets[format](e);
    write(byId('embed-note'), strings().embedNotes[format]);
  };
  const preview = () => {
    const e = options();
    // The preview gets this page's theme, as it would that of the page it is embedded in.
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
    scene.refresh(0);
    fill();
    preview();
  });
  element.addEventListener('close', () => {
    // Otherwise the figure in it would keep running.
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
