// A drag that begins in a figure is the figure's alone, wherever it goes: a carousel, a card or a map around it doesn't follow,
// and one that captures the pointer doesn't hide it.

/**
 * Follows a pointer from its pointerdown on. What `move` doesn't call the page's, by false, nobody else hears of. `end` is called
 * once, with the pointerup or the pointercancel, or with what shows that none will come. Returns what stops it without a word.
 */
export function track(
  { pointerId, pointerType, buttons }: PointerEvent,
  move: (event: PointerEvent) => unknown,
  end: (event: PointerEvent) => void,
): () => void {
  const over = new AbortController();
  let ours = false;
  const hear = <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, act, { capture: true, signal: over.signal });
  const finish = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    over.abort();
    end(event);
  };
  hear('pointermove', (event) => {
    if (event.pointerId !== pointerId) return;
    // A dialog, a menu or a script of the page has had its release.
    if (pointerType !== 'touch' && !(event.buttons & buttons)) return finish(event);
    ours = move(event) !== false;
    if (ours) event.stopImmediatePropagation();
  });
  hear('mousemove', (event) => ours && event.stopImmediatePropagation());
  for (const type of ['pointerup', 'pointercancel', 'pointerdown'] as const) hear(type, finish);
  // A link around the figure, or a card that can be moved, would be dragged in its place.
  hear('dragstart', (event) => event.preventDefault());
  return () => over.abort();
}
