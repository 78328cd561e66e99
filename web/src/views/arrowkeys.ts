/**
 * Where an arrow key leads from one of several elements, of which Tab reaches one: to the next or the one before, around the
 * ends. The key is then nobody else's. Null for other keys, and with a modifier.
 */
export function byArrowKey<T>(event: KeyboardEvent, all: readonly T[], from: T): T | null {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by || event.ctrlKey || event.altKey || event.metaKey) return null;
  event.preventDefault();
  event.stopPropagation();
  return all[(all.indexOf(from) + by + all.length) % all.length]!;
}
