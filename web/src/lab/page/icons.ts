// The Lab's drawings by name, which the build puts into the page as symbols: icon('add') shows #icon-add.

import { drawings } from '../../figure/icons';
import { corners } from '../../views/marks';
import { mark } from '../../views/points';
import { outline } from './outlines';

const { circle, square, play, pause, ...shared } = drawings;

/** Those of classes as they are on the plane; the first two are drawn larger, for tools. */
const classes = Object.fromEntries(corners.map((_, k) => [`class-${k}`, mark(k, [8, 8], 5.4)]).slice(2));

const lines: Record<string, string> = {
  ...shared,
  undo: 'M6 2.5 2.5 6 6 9.5M2.5 6h6.8a4.2 4.2 0 0 1 0 8.4H6',
  redo: 'M10 2.5 13.5 6 10 9.5M13.5 6H6.7a4.2 4.2 0 0 0 0 8.4H10',
  keys: 'M1.5 4h13v8.5h-13zM4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M5 9.8h6',
  present: 'M1.5 2.5h13v8h-13zM8 10.5v3.5M5 14h6',
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  remove: 'm4 4 8 8M12 4l-8 8',
  'theme-auto': circle,
  'theme-light':
    'M11 8a3 3 0 1 1-6 0a3 3 0 1 1 6 0M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2' +
    'M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M13.1 2.9l-1.4 1.4M4.3 11.7l-1.4 1.4',
  'theme-dark': 'M13.5 9.7A6 6 0 0 1 6.3 2.5a6 6 0 1 0 7.2 7.2z',
};

const areas: Record<string, string> = {
  'class-0': circle,
  'class-1': square,
  ...classes,
  ...{ play, pause },
  finish: 'M2.5 2.5v11l8-5.5zM12 2.5h2v11h-2z',
  ...Object.fromEntries(Object.entries(lines).map(([name, path]) => [name, outline(path)])),
};
areas['theme-auto'] += 'M8 2a6 6 0 0 1 0 12z';

/** All of them as symbols of an SVG. */
export function sprite(): string {
  const symbol = ([name, path]: [string, string]) =>
    `\n<symbol id="icon-${name}" viewBox="0 0 16 16"><path d="${path}"/></symbol>`;
  return Object.entries(areas).map(symbol).join('');
}
