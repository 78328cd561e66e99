// frame.html: the figure alone, for pages that allow only an iframe. The fragment says what it shows; messages drive it.
// Works in sandbox="allow-scripts": nothing here needs an origin of its own.

import { ResizeObserver } from '../figure/observers';
import '../element/perceptron-lab';
import type { PerceptronLab } from '../element/perceptron-lab';
import type { Command } from '../figure/protocol';
import { readFragment } from './fragment';
import { isMessage, type Outgoing, version } from './message';

const events = ['ready', 'progress', 'train', 'ask', 'change', 'error'];

const { origin } = readFragment(location.hash);
const valid = origin === null || (URL.canParse(origin) && new URL(origin).origin === origin);
if (!valid) console.error(`frame.html: origin=${origin}: want one such as https://example.org; no message is sent or taken`);
const figure = document.createElement('perceptron-lab') as PerceptronLab;

/** Sets up the figure as the fragment says, and undoes what an earlier one set. */
function follow(): void {
  const { attributes } = readFragment(location.hash);
  for (const name of figure.getAttributeNames()) if (!(name in attributes)) figure.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (figure.getAttribute(name) !== value) figure.setAttribute(name, value);
  document.documentElement.lang = attributes.lang ?? 'en';
}

follow();
const still = document.querySelector('.still img');
if (still instanceof HTMLImageElement) figure.poster = still.src;
document.querySelector('.still')?.remove();
window.addEventListener('hashchange', follow);

const tell = (message: Outgoing) => {
  if (valid && window.parent !== window)
    window.parent.postMessage({ source: 'perceptron-lab', version, ...message }, origin ?? '*');
};

for (const type of events) {
  figure.addEventListener(type, (event) => tell({ type: 'event', event: type, detail: (event as CustomEvent<unknown>).detail }));
}
window.addEventListener('message', (event) => {
  if (!valid || event.source !== window.parent || (origin && event.origin !== origin) || !isMessage(event.data)) return;
  if (event.data.type === 'getSession') {
    const json = JSON.stringify(figure.getSession());
    tell({ type: 'session', session: JSON.parse(json), json });
  } else figure.send(event.data.command as Command);
});

document.body.append(figure);
// Four to three, like the element on its own, and at least its minimum height: with views, the height that it has.
const sized = new ResizeObserver(() => {
  const least = Math.ceil(parseFloat(getComputedStyle(figure).minHeight) || figure.offsetHeight);
  tell({ type: 'size', least, height: Math.max(least, Math.round((document.documentElement.clientWidth * 3) / 4)) });
});
sized.observe(document.documentElement);
sized.observe(figure);
