// The page's keys. They act while the plane, or nothing, has the focus, and never with Ctrl, Alt or Meta; only undo and
// redo are the usual ones, and work anywhere outside fields.

import type { Snapshot, Tool } from '../../figure/protocol';
import type { First } from '../../words/en';
import { byId } from '../ui/dom';
import type { Part, Send } from '../ui/part';

export function keys(send: Send): Part<First> {
  const plane = byId('plane');
  let shown: Snapshot | null = null;

  // What composes a letter is the input method's: Enter and Escape end that, and no more. Safari tells it by the code alone.
  document.addEventListener(
    'keydown',
    (event) => (event.isComposing || event.keyCode === 229) && event.stopImmediatePropagation(),
    { capture: true },
  );

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !shown || document.querySelector('dialog[open]')) return;
    const done = event.ctrlKey || event.metaKey ? history(event) : free() && !event.altKey && act(event);
    if (done) event.preventDefault();
  });

  const free = () =>
    document.activeElement === null || document.activeElement === document.body || document.activeElement === plane;

  const act = (event: KeyboardEvent): boolean => {
    const tool = toolOf(event, shown!);
    if (tool) send({ type: 'tool', tool });
    else if (event.key === ' ' && !event.repeat) send({ type: shown!.playing ? 'pause' : 'play' });
    else if (event.key === '[') send({ type: 'step' });
    else if (event.key === ']') send({ type: 'epoch' });
    else if (event.key === '?') byId('keys-button').click();
    else return event.key === ' ';
    return true;
  };

  /** Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y: as in any editor, but in a text field they belong to the field. */
  const history = (event: KeyboardEvent): boolean => {
    if (event.altKey || writes(document.activeElement)) return false;
    const key = letterOf(event);
    const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
    if (!redo && key !== 'z') return false;
    send({ type: redo ? 'redo' : 'undo' });
    return true;
  };

  return {
    show(s) {
      shown = s;
    },
  };
}

/** The Latin letter on a key, whatever it types: ㅁ is on the A key. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[ -~]$/.test(key) || !code.startsWith('Key') ? key.toLowerCase() : code.slice(3).toLowerCase();
}

function toolOf(event: KeyboardEvent, s: Snapshot): Tool | null {
  const key = letterOf(event);
  if (event.shiftKey) return null;
  if (/^[1-8]$/.test(key)) {
    const k = Number(key) - 1;
    return k < Math.max(2, s.layers.at(-1) ?? 0) ? (`add${k}` as Tool) : null;
  }
  switch (key) {
    case 'a':
      return 'ask';
    case 'm':
      return 'move';
    case 'delete':
      return 'erase';
    default:
      return null;
  }
}

function writes(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !['range', 'checkbox'].includes(element.type);
  return element instanceof HTMLTextAreaElement;
}
