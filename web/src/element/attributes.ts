// What the element's attributes ask for, apart from its scene, and which of their values mean nothing.

import { viewNames } from '../figure/viewnames';
import { type Zoom, zooms } from '../figure/zoom';
import { allTools, type ControlSet } from './controls';

const loadings = ['lazy', 'eager', 'interaction'];

/** When the figure loads. */
export const loadingOf = (element: HTMLElement): string =>
  loadings.find((one) => one === element.getAttribute('loading')) ?? 'lazy';

/** The words that an attribute lists. */
export function wordsOf(element: HTMLElement, name: string): string[] {
  return (element.getAttribute(name) ?? '').split(/[\s,]+/).filter(Boolean);
}

/** What is wrong with those that have nothing to do with controls. */
export const mistakesOf = (element: HTMLElement): string[] => [
  ...mistakesIn('loading', wordsOf(element, 'loading'), loadings),
  ...mistakesIn('theme', wordsOf(element, 'theme'), ['auto', 'light', 'dark']),
  ...mistakesIn('views', wordsOf(element, 'views'), ['plane', 'curve', ...viewNames]),
];

/** Which controls there are, how the plane zooms, and what is wrong with the attributes that say so. */
export function controlsOf(element: HTMLElement) {
  // HTML minifiers take controls for a boolean attribute and drop its value.
  const set = (element.getAttribute('toolbar') || element.getAttribute('controls') || 'basic') as ControlSet;
  const tools = wordsOf(element, 'tools');
  const zoom = (element.getAttribute('zoom') ?? 'on') as Zoom;
  return {
    set,
    tools: allTools.filter((tool) => tools.includes(tool) || !element.hasAttribute('tools')),
    zoom: zooms.includes(zoom) ? zoom : 'on',
    mistakes: [
      ...mistakesIn('toolbar', [set], ['full', 'basic', 'none']),
      ...mistakesIn('tools', tools, allTools),
      ...mistakesIn('zoom', [zoom], zooms),
    ],
  };
}

function mistakesIn(name: string, words: string[], known: readonly string[]): string[] {
  const unknown = words.filter((word) => !known.includes(word));
  return unknown.length > 0 ? [`${name} ${unknown.join(' ')}: want ${known.join(', ')}`] : [];
}
