// Reports when the colours that a figure is drawn with change: by a class, the system, a parent's color-scheme or a rule of
// the page. There is no event for that, but a colour transition starts.

/** Calls `changed` each time; the element then has its new colours. */
export function watchColours(element: HTMLElement, signal: AbortSignal, changed: () => void): void {
  const probe = document.createElement('span');
  probe.className = 'figure-colours';
  probe.ariaHidden = 'true';
  probe.addEventListener('transitionrun', changed, { signal });
  signal.addEventListener('abort', () => probe.remove());
  element.append(probe);
}
