// The drawings on the element's buttons, 16 × 16: a shadow tree can't use the page's.

import { drawings } from '../figure/icons';

const { circle, square, add, less, ...shared } = drawings;

const paths = {
  ...shared,
  add0: circle,
  add1: square,
  'zoom-in': add,
  'zoom-out': less,
  more: 'M2.5 8h1M7.5 8h1M12.5 8h1',
  step: 'M3 2.5v11l7-5.5zM12 2.5v11',
};

export type Icon = keyof typeof paths;

const namespace = 'http://www.w3.org/2000/svg';

export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(namespace, 'path'));
  setIcon(svg, name);
  return svg;
}

export function setIcon(svg: SVGSVGElement, name: Icon): void {
  if (svg.getAttribute('class') === name) return;
  svg.setAttribute('class', name);
  svg.firstElementChild!.setAttribute('d', paths[name]);
}
