// Reads files, opened by a chooser or dropped on the page.

import { make } from './dom';

/** A page should not open a file larger than this. */
const maxBytes = 50e6;

/** Lets the reader choose a file. */
export function choose(accept: string, chosen: (file: File) => void): void {
  const input = make('input');
  input.type = 'file';
  input.accept = accept;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) chosen(file);
  });
  input.click();
}

export type ReadProblem = 'tooLarge' | 'notRead';

/** A file's text, or why it can't be read. Of UTF-16, as spreadsheets save it, only a FileReader knows the mark everywhere. */
export async function read(file: File): Promise<{ text: string } | { problem: ReadProblem }> {
  if (file.size > maxBytes) return { problem: 'tooLarge' };
  const reader = new FileReader();
  return new Promise((done) => {
    reader.onload = () => done({ text: reader.result as string });
    reader.onerror = () => done({ problem: 'notRead' });
    reader.readAsText(file);
  });
}

/** Calls `dropped` with a file dropped anywhere on the page; `over` is shown while one can be. */
export function listenForDrops(over: HTMLElement, dropped: (file: File) => void): void {
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    over.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) over.hidden = true;
  });
  addEventListener('drop', (event) => {
    over.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    dropped(file);
  });
}
