// For a projector: large text, and only the figure and what the neuron says. The address remembers it: ?present.

import { byId, setAttribute } from '../ui/dom';

const parameter = 'present';

/** `changed` is called when the font size on screen changed. */
export function presentation(changed: () => void): void {
  const button = byId('present-button');
  const { dataset } = document.documentElement;
  const show = (on: boolean) => {
    if (on) dataset.present = '';
    else delete dataset.present;
    setAttribute(button, 'aria-pressed', String(on));
  };
  show(new URLSearchParams(location.search).has(parameter));
  button.addEventListener('click', () => {
    const on = !('present' in dataset);
    const url = new URL(location.href);
    if (on) url.searchParams.set(parameter, '');
    else url.searchParams.delete(parameter);
    history.replaceState(history.state, '', url.href.replace(`${parameter}=`, parameter));
    show(on);
    changed();
  });
}
