// On paper a live canvas is blank. A figure of any page prints its still picture; one that has none, a copy of its plane.

/** Listens until the signal aborts. `draw` copies a live canvas; it gives null where the figure rests, whose canvas is a copy. */
export function printing(plane: HTMLElement, signal: AbortSignal, draw: () => HTMLCanvasElement | null): void {
  const copy = document.createElement('canvas');
  copy.className = 'poster';
  addEventListener(
    'beforeprint',
    () => {
      const shown = plane.parentElement!.querySelector<HTMLCanvasElement>('.figure-canvas');
      if (!shown || plane.querySelector('.poster') || plane.querySelector('slot')?.assignedNodes().length) return;
      const [over, box] = [shown.getBoundingClientRect(), plane.getBoundingClientRect()];
      const scale = shown.width / over.width;
      Object.assign(copy, { width: Math.max(1, box.width * scale), height: Math.max(1, box.height * scale) });
      copy.getContext('2d')?.drawImage(draw() ?? shown, (over.left - box.left) * scale, (over.top - box.top) * scale);
      plane.prepend(copy);
    },
    { signal },
  );
  addEventListener('afterprint', () => copy.remove(), { signal });
}
