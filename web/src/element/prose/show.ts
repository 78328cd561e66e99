// Points at a part of a figure: show=curve, show=neuron.

/** How long a part stays marked, in ms. */
const time = 2400;

/** Brings parts of a figure into sight and marks them for a while; reports those that it doesn't have. */
export function show(figure: HTMLElement, names: readonly string[], failed: (message: string) => void): void {
  for (const name of names) if (!mark(figure, name)) failed(`link part show=${name}: want a part that is shown, such as plane`);
}

function mark(figure: HTMLElement, name: string): boolean {
  const part = figure.shadowRoot?.querySelector(
    `.${CSS.escape(name)}, .below-${CSS.escape(name)}, [part~="${CSS.escape(name)}"]`,
  );
  if (!(part instanceof HTMLElement) || !part.checkVisibility()) return false;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  part.scrollIntoView({ block: 'nearest', behavior: calm ? 'instant' : 'smooth' });
  const colour = getComputedStyle(part).getPropertyValue('--perceptron-accent') || 'currentColor';
  const on = { outline: `3px solid ${colour}`, outlineOffset: '-3px' };
  const off = { outline: '3px solid transparent', outlineOffset: '-3px' };
  part.animate(calm ? [on, on] : [off, on, off, on, on, off], time);
  return true;
}
