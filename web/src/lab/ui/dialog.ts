// Dialogs: opened by their button, closed by Escape, their cross, or a press outside them.

import { adopt } from '../../explain/sheets';
import { boxOf } from '../../figure/window';
import type { DialogStrings } from '../../words/en';
import css from './dialog.css';
import { byId, write } from './dom';

/** Gives the page the dialogs' style sheet, which comes with this script. */
export const dress = (): void => adopt(document, css);

/** The markup of a dialog: `title` is a key of the page's texts. */
export function frame(name: string, title: string, inside: string): string {
  return `
<dialog class="dialog" id="${name}" aria-labelledby="${name}-title">
  <div class="dialog-head">
    <h2 id="${name}-title" data-text="${title}"></h2>
    <button type="button" class="button icon-only quiet close" data-close data-label="close">
      <svg class="icon" aria-hidden="true"><use href="#icon-remove"/></svg>
    </button>
  </div>
  ${inside}
</dialog>`;
}

/** Wires a dialog to its button; `opened` fills it. */
export function dialog(name: string, opened: () => void): HTMLDialogElement {
  const element = byId<HTMLDialogElement>(name);
  byId(`${name}-button`).addEventListener('click', () => {
    opened();
    element.showModal();
  });
  element.querySelector('[data-close]')!.addEventListener('click', () => element.close());
  element.addEventListener('mousedown', (event) => {
    if (event.target !== element) return;
    const box = boxOf(element);
    const inside =
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) element.close();
  });
  return element;
}

/** Each button with data-copy copies the text of the element it names, and says so for a while. */
export function copyButtons(strings: () => DialogStrings): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
    copyButton(button, byId(button.dataset.copy!), () => ({ copy: strings().page.copy, copied: strings().copied }));
}

/** Makes a button copy an element's text. */
export function copyButton(button: HTMLButtonElement, source: HTMLElement, texts: () => { copy: string; copied: string }): void {
  let timer = 0;
  button.addEventListener('click', () => {
    void copy(source).then((copied) => {
      if (!copied) return;
      clearTimeout(timer);
      write(button, texts().copied);
      timer = window.setTimeout(() => write(button, texts().copy), 2000);
    });
  });
}

/** Copies; if the clipboard is refused it selects the text for the reader to copy, and says false. */
async function copy(source: HTMLElement): Promise<boolean> {
  const text = source instanceof HTMLInputElement ? source.value : (source.textContent ?? '');
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (source instanceof HTMLInputElement) source.select();
    else getSelection()?.selectAllChildren(source);
    return false;
  }
}
