// The scene that an element's attributes describe, as a `load` command. The Go program checks every value.

import { json } from '../figure/json';
import type { Command } from '../figure/protocol';

type Load = Extract<Command, { type: 'load' }>;

/**
 * Reads `preset`, `scene` (JSON, or the address of a JSON file), `src` (a share link) and the values in
 * `seed`, `lr`, `set` and `data-model.…`, `data-train.…`, `data-data.…`. Rejects if a file can't be read or isn't JSON, or
 * the signal ends that.
 */
export async function loadOf(element: HTMLElement, property: unknown, signal: AbortSignal): Promise<Load> {
  const attribute = (name: string) => element.getAttribute(name);
  const values = valuesOf(element);
  const load: Load = { type: 'load', ...(values && { with: values }) };
  const scene = attribute('scene')?.trim();
  const link = attribute('src');
  const preset = attribute('preset');
  if (property !== undefined) load.scene = property;
  else if (scene) load.scene = scene[0] === '{' ? parse(scene, 'scene') : await fetchScene(scene, element.baseURI, signal);
  // What comes before the # may be anything.
  else if (link) load.link = new URL(link.slice(link.indexOf('#')), element.baseURI).hash.slice(1);
  else load.link = preset ? `preset=${encoded(preset)}` : '';
  return load;
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
  const set = element.getAttribute('set')?.trim();
  const values = set ? [set] : [];
  for (const { name, value } of element.attributes) {
    const key = /^data-((?:data|model|train)\..+)$/.exec(name)?.[1] ?? { seed: 'model.manual_seed', lr: 'train.lr' }[name];
    if (key) values.push(`${key}=${encoded(value)}`);
  }
  return values.join('&');
}

/** A text as a part of a link: of half a surrogate pair encodeURIComponent would make nothing. */
const encoded = (text: string): string => text.replace(/[%&=]/g, encodeURIComponent);

async function fetchScene(address: string, base: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(new URL(address, base), { signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return exactly(await response.text());
  } catch (error) {
    throw new Error(`scene ${address}: ${messageOf(error)}: want JSON`);
  }
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
