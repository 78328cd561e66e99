// The scene that an element's attributes describe, as a `load` command. The Go program checks every value.

import { json } from '../figure/json';
import type { Command } from '../figure/protocol';

type Load = Extract<Command, { type: 'load' }>;

/**
 * Reads `preset`, `scene` (JSON, or the address of a JSON file), `src` (a share link) and the values in
 * `seed`, `lr`, `set` and `data-model.…`, `data-train.…`, `data-data.…`. Rejects if a file can't be read or isn't JSON.
 */
export async function loadOf(element: HTMLElement, property: unknown): Promise<Load> {
  const attribute = (name: string) => element.getAttribute(name);
  const values = valuesOf(element);
  const load: Load = { type: 'load', ...(values && { with: values }) };
  if (property !== undefined) return { ...load, scene: property };
  const scene = attribute('scene')?.trim();
  if (scene?.startsWith('{')) return { ...load, scene: parse(scene, 'scene') };
  if (scene) return { ...load, scene: await fetchScene(new URL(scene, element.baseURI)) };
  const link = attribute('src');
  if (link) return { ...load, link: new URL(link, element.baseURI).hash.slice(1) };
  const preset = attribute('preset');
  return { ...load, link: preset ? `preset=${encodeURIComponent(preset)}` : '' };
}

/** A text that identifies an element's scene, on this page or the next time it is opened. */
export function signatureOf(element: HTMLElement, property: unknown): string {
  const preset = element.getAttribute('preset') ?? '';
  const scene = property === undefined ? element.getAttribute('scene') : json(property);
  return [location.pathname, preset, scene ?? '', element.getAttribute('src') ?? '', valuesOf(element)].join('|');
}

/** The attributes that, besides `data-…`, change the scene. */
export const sceneAttributes = ['preset', 'scene', 'src', 'seed', 'lr', 'set'];

/** The values of single keys as a fragment: 'model.manual_seed=3&train.lr=0.1'. */
function valuesOf(element: HTMLElement): string {
  const pairs: [string, string][] = [];
  for (const { name, value } of element.attributes) {
    const key = /^data-((?:data|model|train)\..+)$/.exec(name)?.[1] ?? { seed: 'model.manual_seed', lr: 'train.lr' }[name];
    if (key) pairs.push([key, value]);
  }
  const set = element.getAttribute('set')?.trim();
  return [...(set ? [set] : []), ...pairs.map((pair) => pair.map(encodeURIComponent).join('='))].join('&');
}

async function fetchScene(url: URL): Promise<unknown> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`scene ${url}: HTTP ${response.status}, want a JSON file`);
  return parse(await response.text(), `scene ${url}`);
}

/** Throws if the text is not JSON; `what` names it in the error. */
export function parse(text: string, what: string): unknown {
  try {
    return exactly(text);
  } catch (error) {
    throw new Error(`${what}: ${messageOf(error)}: want JSON`);
  }
}

// TypeScript doesn't know them yet.
const { rawJSON } = JSON as { rawJSON?: (text: string) => unknown };

/**
 * What JSON says, as a value that becomes the same JSON again: a seed for which JavaScript has no number stays as it is written.
 * Browsers without JSON.rawJSON (Safari before 18.4) round it.
 */
export const exactly = (text: string): unknown =>
  JSON.parse(text, ((key, value: unknown, context?: { source?: string }) => {
    const source = key === 'manual_seed' && !Number.isSafeInteger(value) ? context?.source : undefined;
    return source !== undefined && /^\d+$/.test(source) && rawJSON ? rawJSON(source) : value;
  }) as (key: string, value: unknown) => unknown);

/** A value as JSON. Throws if JSON can't hold it; `what` names it in the error. */
export function jsonOf(value: unknown, what: string): string {
  let text: string | undefined;
  let why: string = typeof value;
  try {
    text = json(value);
  } catch (error) {
    [why = ''] = messageOf(error).split('\n');
  }
  if (text === undefined) throw new Error(`${what}: ${why}: want what JSON can hold`);
  return text;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
