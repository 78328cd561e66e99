// The least height of a box that has a ratio: that of its content, https://www.w3.org/TR/css-sizing-4/#aspect-ratio-minimum.

let known: 'auto' | 'fit-content' | undefined;

/**
 * A value of min-height: auto in most browsers. WebKit forgets that where a box is clipped, or has a greatest width, but takes
 * fit-content, which the others resolve by the ratio. So it is tried, once, where no rule of the page reaches.
 */
export function leastHeight(): string {
  if (known) return known;
  const host = document.createElement('div');
  const box = document.createElement('div');
  const content = document.createElement('div');
  host.style.cssText = 'position: absolute; visibility: hidden';
  box.style.cssText = 'width: 1px; max-width: 100%; aspect-ratio: 1; overflow: clip';
  content.style.height = '2px';
  box.append(content);
  host.attachShadow({ mode: 'open' }).append(box);
  document.documentElement.append(host);
  if (box.offsetHeight) known = box.offsetHeight === 1 ? 'fit-content' : 'auto';
  host.remove();
  return known ?? 'auto';
}
