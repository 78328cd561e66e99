// What the element's attributes ask for, apart from its scene, and which of their values mean nothing.

import { viewNames } from '../figure/viewnames';
import { isZoom, type Zoom } from '../figure/zoom';
import { type ControlSet, parseTools } from './controls';

const loadings = ['lazy', 'eager', 'interaction'];

/** When the figure loads. */
export function loadingOf(element: HTMLElement): string {
  const loading = element.getAttribute('loading');
  return loading && loadings.includes(loading) ? loading : 'lazy';
}

/** The words that an attribute lists. */
export function wordsOf(element: HTMLElement, name: string): string[] {
  return (element.getAttribute(name) ?? '').split(/[\s,]+/).filter(Boolean);
}

/** What is wrong with those that have nothing to do with controls. */
export function mistakesOf(element: HTMLElement): string[] {
  const mistakes: string[] = [];
  for (const [name, known] of [
    ['loading', loadings],
    ['theme', ['auto', 'light', 'dark']],
    ['views', ['plane', 'curve', ...viewNames]],
  ] as const) {
    const unknown = wordsOf(element, name).filter((word) => !(known as readonly string[]).includes(word));
    if (unknown.length > 0) mistakes.push(`${name} ${unknown.join(' ')}: want ${known.join(', ')}`);
  }
  return mistakes;
}

/** Which controls there are, how the plane zooms, and what is wrong with the attributes that say so. */
export function controlsOf(element: HTMLElement) {
  // HTML minifiers take controls for a boolean attribute and drop its value.
  const set = (element.getAttribute('toolbar') || element.getAttribute('controls') || 'basic') as ControlSet;
  const { tools, unknown } = parseTools(element.getAttribute('tools'));
  const zoom = element.getAttribute('zoom') ?? 'on';
  const mistakes: string[] = [];
  if (!['full', 'basic', 'none'].includes(set)) mistakes.push(`toolbar ${set}: want full, basic or none`);
  if (unknown.length > 0) mistakes.push(`tools ${unknown.join(' ')}: want ask, add0, add1, move, erase`);
  if (!isZoom(zoom)) mistakes.push(`zoom ${zoom}: want on, no-touch or off`);
  return { set, tools, zoom: (isZoom(zoom) ? zoom : 'on') as Zoom, mistakes };
}
