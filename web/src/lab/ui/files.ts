// Files in: opened by a chooser or dropped on the page.

import { make } from './dom';

/** More than this is no scene that a page should open. */
const mostBytes = 50e6;

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

/** A file's text, or why there is none. */
export async function read(file: File): Promise<{ text: string } | { problem: ReadProblem }> {
  if (file.size > mostBytes) return { problem: 'tooLarge' };
  try {
    return { text: await file.text() };
  } catch {
    return { problem: 'notRead' };
  }
}

/** Hears of a file that is dropped anywhere on the page; `over` shows that it may be. */
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
