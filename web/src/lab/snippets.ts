// What an author puts into a page to show the figure: the same that `perceptron embed` prints, with plain file names.

export interface Embedding {
  /** A preset's name, or a share link's fragment. */
  preset: string | null;
  fragment: string;
  controls: string;
  views: string;
  theme: string;
  loading: string;
  width: number;
  height: number;
  alt: string;
}

/** What is left out of a snippet, since it is so anyway. */
const usual: Record<string, string> = { preset: 'blog', controls: 'basic', views: 'plane', theme: 'auto', loading: 'lazy', src: '' };

const base = '/perceptron-lab/';

export const snippets: Record<string, (e: Embedding) => string> = {
  element: (e) =>
    `<link rel="stylesheet" href="${base}perceptron-lab.css">
<script type="module" src="${base}perceptron-lab.js"></script>

<perceptron-lab${written(attributes(e), quoted)}>
  <img src="${base}${e.preset ?? 'scene'}.svg" width="${e.width}" height="${e.height}" alt=${quoted(e.alt)}>
</perceptron-lab>`,
  iframe: (e) =>
    `<iframe src=${quoted(`${base}frame.html${hashOf(e)}`)} sandbox="allow-scripts" title=${quoted(e.alt)} width="${e.width}" height="${e.height}" loading="lazy"></iframe>`,
  jekyll: (e) => `{% include perceptron-lab.html${written(parameters(e), plain)} %}`,
  hugo: (e) => `{{< perceptron-lab${written(parameters(e), plain)} >}}`,
};

/** The fragment of frame.html for it, with '#' where there is any. */
export function hashOf(e: Embedding): string {
  const { preset, src, ...rest } = attributes(e);
  const scene = src ? src.slice(1) : preset ? `preset=${preset}` : '';
  const options = Object.entries(rest).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const all = [scene, ...options].filter(Boolean).join('&');
  return all && `#${all}`;
}

function attributes(e: Embedding): Record<string, string> {
  const scene: Record<string, string> = e.preset === null ? { src: `#${e.fragment}` } : { preset: e.preset };
  const all = { ...scene, controls: e.controls, views: e.views, theme: e.theme, loading: e.loading };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => usual[name] !== value));
}

function parameters(e: Embedding): Record<string, string> {
  return { ...attributes(e), ...(e.width !== 800 || e.height !== 660 ? { width: String(e.width), height: String(e.height) } : {}) };
}

function written(values: Record<string, string>, quote: (value: string) => string): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}=${quote(value)}`)
    .join('');
}

/** For a parameter of Jekyll or Hugo: their templates escape it. */
function plain(value: string): string {
  return `"${value.replaceAll('"', '')}"`;
}

function quoted(value: string): string {
  return `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
}
