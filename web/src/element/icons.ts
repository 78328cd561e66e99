// The drawings on the element's buttons, 16 × 16: a shadow tree can't use the page's.

const paths = {
  reset: 'M2.5 2.5v4h4M2.8 6.3A5.7 5.7 0 1 1 2.5 9',
  play: 'M4 2v12l9.5-6z',
  pause: 'M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z',
  more: 'M2.5 8h1M7.5 8h1M12.5 8h1',
  step: 'M3 2.5v11l7-5.5zM12 2.5v11',
  ask: 'M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0M8 .5v4M8 11.5v4M.5 8h4M11.5 8h4',
  add0: 'M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8',
  add1: 'M2.5 2.5h11v11h-11z',
  move: 'M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2',
  'zoom-in': 'M8 3v10M3 8h10',
  'zoom-out': 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  erase: 'm9.5 2 4.5 4.5-7 7H4L2 11.5zM6 5.5l4.5 4.5M7 13.5h7',
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
