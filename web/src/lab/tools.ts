// What a press on the plane does: one of five tools.

import type { Tool } from '../figure/protocol';
import type { Strings } from '../words/en';
import { byId, setAttribute, write } from './dom';
import type { Part, Send } from './part';

export function tools(send: Send): Part {
  const buttons = [...byId('tools').querySelectorAll<HTMLButtonElement>('[role=radio]')];
  const toolOf = (button: HTMLElement) => button.dataset.tool as Tool;
  let shown: Tool = 'ask';

  for (const [i, button] of buttons.entries()) {
    button.addEventListener('click', () => send({ type: 'tool', tool: toolOf(button) }));
    button.addEventListener('keydown', (event) => {
      const next = neighbour(event.key, i, buttons.length);
      const other = next === null ? undefined : buttons[next];
      if (!other || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      other.focus();
      send({ type: 'tool', tool: toolOf(other) });
    });
  }

  const check = () => {
    for (const button of buttons) {
      const checked = toolOf(button) === shown;
      setAttribute(button, 'aria-checked', String(checked));
      button.tabIndex = checked ? 0 : -1;
    }
  };
  check();

  return {
    show(snapshot, strings) {
      if (snapshot.tool !== shown) {
        shown = snapshot.tool;
        check();
      }
      this.speak?.(strings);
    },
    speak(strings) {
      const key = `hint_${shown}` as const;
      if (key in strings.page) write(byId('hint'), strings.page[key as keyof Strings['page']]);
    },
  };
}

/** Where a key leads in a group of radio buttons, or null. */
function neighbour(key: string, i: number, n: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (i + 1) % n;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (i + n - 1) % n;
    case 'Home':
      return 0;
    case 'End':
      return n - 1;
    default:
      return null;
  }
}
