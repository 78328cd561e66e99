// What a press on the plane does: ask, add a point of a class, move, erase.

import type { AddTool, Tool } from '../../figure/protocol';
import { fewClasses } from '../../views/marks';
import type { First } from '../../words/en';
import { classList, classMark, offer, setClassMark } from '../ui/classes';
import { byId, hide, make, setAttribute, write } from '../ui/dom';
import type { Part, Send } from '../ui/part';

export function tools(send: Send): Part<First> {
  const bar = byId('tools');
  const all = () => [...bar.querySelectorAll<HTMLButtonElement>('[role=radio]')];
  /** Chooses the class to add, if there are too many for a button each. */
  const list = classList();
  list.id = 'add-class';
  list.hidden = true;
  bar.after(list);
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

  list.addEventListener('change', () => send({ type: 'tool', tool: toolOfClass(Number(list.value)) }));

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
      const classes = Math.max(2, snapshot.layers.at(-1) ?? 0);
      const changed = offerClasses(bar, classes, strings);
      hide(list, classes <= fewClasses);
      if (!list.hidden) {
        offer(list, classes);
        for (const option of list.options) write(option, strings.addClass(Number(option.value)));
        const k = Math.min(classOf(snapshot.tool) ?? Number(list.value), classes - 1);
        if (list.value !== String(k)) list.value = String(k);
        const adds = bar.querySelector<HTMLElement>('[data-tool^=add]')!;
        adds.dataset.tool = toolOfClass(k);
        setClassMark(adds.querySelector('.mark')!, k);
      }
      if (snapshot.tool !== shown || changed) {
        shown = snapshot.tool;
        check();
      }
      this.translate?.(strings);
    },
    translate(strings) {
      for (const button of all()) name(button, strings);
      setAttribute(list, 'aria-label', strings.classToAdd);
      const key = `hint_${shown}`;
      const k = classOf(shown);
      const texts: Record<string, string> = strings.page;
      write(byId('hint'), texts[key] ?? (k === null ? '' : strings.hintAdd(k)));
    },
  };
}

/** Makes sure that each class has a button or, if there are many, one serves all; returns whether that changed anything. */
function offerClasses(bar: HTMLElement, classes: number, strings: First): boolean {
  const adding = [...bar.querySelectorAll<HTMLButtonElement>('[data-tool^=add]')];
  const want = classes > fewClasses ? 1 : classes;
  if (adding.length === want) return false;
  bar.classList.toggle('many', want > 2);
  if (adding[0]) {
    // It may have been the one that served all.
    adding[0].dataset.tool = toolOfClass(0);
    setClassMark(adding[0].querySelector('.mark')!, 0);
  }
  for (const button of adding.splice(want)) button.remove();
  for (let k = adding.length; k < want; k++) {
    const button = make('button', '', classMark(k), make('span'));
    button.type = 'button';
    button.dataset.tool = toolOfClass(k);
    button.dataset.live = '';
    button.setAttribute('role', 'radio');
    name(button, strings);
    adding.at(-1)!.after(button);
    adding.push(button);
  }
  return true;
}

function name(button: HTMLButtonElement, strings: First): void {
  const k = classOf(button.dataset.tool as Tool);
  if (k === null) return;
  write(button.querySelector('span')!, strings.addClass(k));
}

const toolOfClass = (k: number): AddTool => `add${k}`;

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
