// The Code dialog: the run as a script, its points as a table, its picture as a file.

import type { ExportFormat, Snapshot } from '../../figure/protocol';
import { save, saveText } from '../../figure/save';
import type { DialogStrings } from '../../words/en';
import * as format from '../../words/format';
import { dialog, frame } from '../ui/dialog';
import { byId, write } from '../ui/dom';
import type { Ask } from '../ui/part';
import { tabs, tabsMarkup } from '../ui/tabs';
import { picture } from './picture';

const files: Record<ExportFormat, [name: string, type: string]> = {
  pytorch: ['run.py', 'text/x-python'],
  'python-numpy': ['run.py', 'text/x-python'],
  csv: ['points.csv', 'text/csv'],
  svg: ['perceptron.svg', 'image/svg+xml'],
};

/** How many characters of a long text are shown; all of it is saved and copied. */
const maxShown = 200_000;

export interface Source {
  readonly snapshot: Snapshot | null;
  draw(): HTMLCanvasElement | null;
}

export const codeMarkup =
  PRERENDER &&
  frame(
    'code',
    'codeTitle',
    `
  <div class="segments" id="code-tabs" role="tablist" data-label="codeTitle">${tabsMarkup('tab', 'code-panel', [
    ['pytorch', 'PyTorch'],
    ['python-numpy', 'NumPy'],
    ['csv', 'CSV'],
    ['svg', 'SVG'],
  ])}
  </div>
  <div role="tabpanel" id="code-panel" aria-labelledby="tab-pytorch">
    <p class="note" id="code-note"></p>
    <pre class="code" id="code-text" tabindex="0" role="region" data-label="code"></pre>
  </div>
  <div class="row">
    <button type="button" class="button primary" id="code-copy" data-copy="code-text" data-text="copy"></button>
    <button type="button" class="button" id="code-save" data-text="save"></button>
    <button type="button" class="button" id="png-save" data-text="savePng"></button>
  </div>`,
  );

export function code(source: Source, ask: Ask, strings: () => DialogStrings): void {
  const place = byId('code-text');
  const note = byId('code-note');
  const saving = byId<HTMLButtonElement>('code-save');
  const copying = byId<HTMLButtonElement>('code-copy');

  const title = () => {
    const { epoch = 0, loss = null } = source.snapshot ?? {};
    return strings().pictureTitle(format.count(epoch), format.loss(loss));
  };
  const exported = (kind: ExportFormat) => ask({ type: 'export', format: kind, title: title() });

  const fill = () => {
    const kind = list.format as ExportFormat;
    const text = exported(kind);
    place.textContent = text === undefined ? '' : text.slice(0, maxShown);
    write(
      note,
      text === undefined ? strings().noCode(byId(`tab-${kind}`).textContent ?? kind) : (strings().codeNotes[kind] ?? ''),
    );
    saving.disabled = text === undefined;
    copying.disabled = text === undefined || text.length > maxShown;
    place.scrollTop = 0;
  };
  const list = tabs('code-tabs', fill);
  dialog('code', fill);
  saving.addEventListener('click', () => {
    const kind = list.format as ExportFormat;
    const text = exported(kind);
    if (text !== undefined) saveText(...([files[kind][0], text, files[kind][1]] as const));
  });
  byId('png-save').addEventListener('click', () => {
    const { snapshot } = source;
    const canvas = source.draw();
    if (!snapshot || !canvas) return;
    picture(canvas, snapshot, title())?.toBlob((blob) => {
      if (blob) save('perceptron.png', blob);
    });
  });
}
