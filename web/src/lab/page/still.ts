// The picture in the plane's place where there is no program to draw it.

import { byId } from '../ui/dom';

/**
 * Puts the picture of the address's scene where that of the blog post's run is, which the page comes with: a preset's, as the
 * gallery has it, of another scene none.
 */
export function showStill(fragment: string): void {
  const scene = fragment.replace(/^#/, '').replace(/&step=\d+$/, '');
  if (scene === '' || scene === 'preset=blog') return;
  const poster = byId('plane').querySelector('.poster');
  const name = /^preset=([\w-]+)$/.exec(scene)?.[1] ?? '';
  const picture = byId('gallery').querySelector<HTMLImageElement>(`[data-scene="${name}"] img`)?.dataset.picture;
  if (!picture) {
    poster?.remove();
    return;
  }
  const image = new Image();
  image.className = 'poster';
  image.alt = '';
  image.src = picture;
  poster?.replaceWith(image);
}
