// What a press on the plane does: ask, add a point of a class, move, erase.

import type { AddTool, Tool } from '../figure/protocol';
import type { Strings } from '../words/en';
import { byId, classMark, make, mostClasses, setAttribute, write } from './dom';
import type { Part, Send } from './part';

export function tools(send: Send): Part {
  const bar = byId('tools');
  const all = () => [...bar.querySelectorAll<HTMLButtonElement>('[role=radio]')];
  const toolOf = (button: HTMLElement) => button.dataset.tool as Tool;
  let shown: Tool = 'ask';

  const choose = (button: HTMLElement | undefined) => {
    if (button) send({ type: 'tool', tool: toolOf(button) });
  };
  bar.addEventListener('click', (event) => choose((event.target as Element).closest<HTMLElement>('[role=radio]') ?? undefined));
  bar.addEventListener('keydown', (event) => {
    const buttons = all();
    const i = buttons.indexOf(event.target as HTMLButtonElement);
    const next = neighbour(event.key, i, buttons.length);
    const other = next === null ? undefined : buttons[next];
    if (i < 0 || !other || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    other.focus();
    choose(other);
  });

  const check = () => {
    for (const button of all()) {
      const checked = toolOf(button) === shown;
      setAttribute(button, 'aria-checked', String(checked));
      button.tabIndex = checked ? 0 : -1;
    }
  };
  check();

  return {
    show(snapshot, strings) {
      const changed = offerClasses(bar, Math.max(2, snapshot.layers.at(-1) ?? 0), strings);
      if (snapshot.tool !== shown || changed) {
        shown = snapshot.tool;
        check();
      }
      this.speak?.(strings);
    },
    speak(strings) {
      for (const button of all()) name(button, strings);
      const key = `hint_${shown}`;
      const k = classOf(shown);
      const texts: Record<string, string> = strings.page;
      write(byId('hint'), texts[key] ?? (k === null ? '' : strings.hintAdd(k)));
    },
  };
}

/** Makes sure that there is a button for each class; reports whether that changed anything. */
function offerClasses(bar: HTMLElement, classes: number, strings: Strings): boolean {
  const adding = [...bar.querySelectorAll<HTMLButtonElement>('[data-tool^=add]')];
  const want = Math.min(classes, mostClasses);
  if (adding.length === want) return false;
  bar.classList.toggle('many', want > 2);
  for (const button of adding.splice(want)) button.remove();
  for (let k = adding.length; k < want; k++) {
    const button = make('button', '', classMark(k), make('span'));
    button.type = 'button';
    button.dataset.tool = `add${k}` satisfies string as AddTool;
    button.dataset.live = '';
    button.setAttribute('role', 'radio');
    name(button, strings);
    adding.at(-1)!.after(button);
    adding.push(button);
  }
  return true;
}

function name(button: HTMLButtonElement, strings: Strings): void {
  const k = classOf(button.dataset.tool as Tool);
  if (k === null) return;
  write(button.querySelector('span')!, strings.addClass(k));
}

function classOf(tool: Tool): number | null {
  return tool.startsWith('add') ? Number(tool.slice(3)) : null;
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
