// Places in CSS pixels.

/** Where an event happened, in CSS pixels of an element's inside. */
export function placeIn(element: HTMLElement, event: { clientX: number; clientY: number }): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left - element.clientLeft, y: event.clientY - box.top - element.clientTop };
}

/** The number from 0 to the most that is nearest. */
export function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
