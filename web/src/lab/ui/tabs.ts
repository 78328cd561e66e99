// Tabs: a list of buttons, of which one is chosen, by a press or by arrow keys.

import { byId } from './dom';

/** The markup of a panel's tabs: for each its format, its text or '', and further attributes. The first is chosen by default. */
export function tabsMarkup(
  name: string,
  panel: string,
  list: readonly [format: string, text: string, attributes?: string][],
  chosen = list[0]![0],
): string {
  return list
    .map(
      ([format, text, attributes = '']) => `
<button type="button" role="tab" id="${name}-${format}" data-format="${format}" aria-selected="${format === chosen}"
  aria-controls="${panel}" tabindex="${format === chosen ? 0 : -1}" ${attributes}>${text}</button>`,
    )
    .join('');
}

/** Tabs as a list of buttons; `chosen` is called with the format of the one that is used. */
export function tabs(id: string, chosen: (format: string) => void): { readonly format: string; use(format: string): void } {
  const buttons = [...byId(id).querySelectorAll<HTMLButtonElement>('[role=tab]')];
  const panel = byId(buttons[0]!.getAttribute('aria-controls')!);
  let format = buttons[0]!.dataset.format!;
  const use = (button: HTMLButtonElement | undefined) => {
    if (!button) return;
    format = button.dataset.format!;
    for (const other of buttons) {
      other.ariaSelected = String(other === button);
      other.tabIndex = other === button ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', button.id);
    chosen(format);
  };
  for (const [i, button] of buttons.entries()) {
    button.addEventListener('click', () => use(button));
    button.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = buttons[(i + step + buttons.length) % buttons.length];
      next?.focus();
      next?.click();
    });
  }
  return {
    get format() {
      return format;
    },
    use: (name) => use(buttons.find((button) => button.dataset.format === name)),
  };
}
