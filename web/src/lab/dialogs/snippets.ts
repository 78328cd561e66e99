// What an author puts into a page to show the figure: the same as `perceptron embed` prints, but with the files
// loaded from this page's site.

import type { DialogStrings } from '../../words/en';
import { escaped } from '../ui/dom';

/** Defined by the build: for each file's plain name, the name with its hash, and its integrity, as JSON. */
declare const EMBED_FILES: string;

const fileOf = (name: string) => (JSON.parse(EMBED_FILES) as Record<string, [name: string, integrity: string]>)[name];

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

/** Defaults, which a snippet leaves out. */
const usual: Record<string, string> = {
  preset: 'blog',
  toolbar: 'basic',
  views: 'plane',
  theme: 'auto',
  loading: 'lazy',
  src: '',
};

/** A file's address, as an attribute's value. */
function addressOf(name: string): string {
  return quoted(new URL(fileOf(name)?.[0] ?? name, document.baseURI).href);
}

function integrityOf(name: string): string {
  return `integrity="${fileOf(name)?.[1] ?? ''}" crossorigin="anonymous"`;
}

/** The permissions that the figure's menu needs: to save a picture, copy code and open the Lab. */
const frameRights = 'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write"';

/** Gives each frame the height for its width: by its ratio, or the figure's minimum. embedding/snippet.go has the same. */
const fitFrame =
  '<script>addEventListener("message", ({ data, source }) => { if (data?.source === "perceptron-lab" && data.type === "size") ' +
  'for (const f of document.querySelectorAll("iframe")) if (f.contentWindow === source) ' +
  'f.style.height = Math.max(data.least, f.clientWidth * f.height / f.width) + "px"; });</script>';

const frameOf = (e: Embedding) => quoted(new URL(`frame.html${hashOf(e)}`, document.baseURI).href);

export const snippets: Record<keyof DialogStrings['embedNotes'], (e: Embedding) => string> = {
  element: (e) =>
    `<link rel="stylesheet" href=${addressOf('perceptron-lab.css')} ${integrityOf('perceptron-lab.css')}>
<script type="module" src=${addressOf('perceptron-lab.js')} ${integrityOf('perceptron-lab.js')}></script>

<perceptron-lab${written(attributes(e), quoted)}>${still(e)}</perceptron-lab>`,
  iframe: (e) => {
    const size = `width="${e.width}" height="${e.height}" style="max-width: 100%; border: 0"`;
    const tag = `<iframe src=${frameOf(e)} ${frameRights} title=${quoted(e.alt)} ${size} loading="lazy">`;
    return `${tag}<a href=${frameOf(e)}>${escaped(e.alt)}</a></iframe>\n${fitFrame}`;
  },
  jekyll: (e) => `{% include perceptron-lab.html${written(parameters(e), plain)} %}`,
  hugo: (e) => `{{< perceptron-lab${written(parameters(e), plain)} >}}`,
};

/** The picture between the tags; only presets have one already built. */
function still(e: Embedding): string {
  if (e.preset === null) return '';
  return `
  <img src=${addressOf(`${e.preset}.svg`)} width="${e.width}" height="${e.height}" alt=${quoted(e.alt)}>
`;
}

/** The fragment of frame.html for it, with '#' unless it is empty. */
export function hashOf(e: Embedding): string {
  const { preset, src, ...rest } = attributes(e);
  const scene = src ? src.slice(1) : preset ? `preset=${preset}` : '';
  const options = Object.entries(rest).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const all = [scene, ...options].filter(Boolean).join('&');
  return all && `#${all}`;
}

function attributes(e: Embedding): Record<string, string> {
  const scene: Record<string, string> = e.preset === null ? { src: `#${e.fragment}` } : { preset: e.preset };
  const all = { ...scene, toolbar: e.controls, views: e.views, theme: e.theme, loading: e.loading };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => usual[name] !== value));
}

function parameters(e: Embedding): Record<string, string> {
  return {
    ...attributes(e),
    ...(e.width !== 800 || e.height !== 660 ? { width: String(e.width), height: String(e.height) } : {}),
  };
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
  return `"${escaped(value)}"`;
}
