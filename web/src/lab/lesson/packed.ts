// A lesson as part of a link: its JSON, deflated, in the letters that an address may have.

import { limits } from './format';

/** The longest that an address holds, with room for a scene beside it. */
export const maxPacked = 20_000;

export async function pack(text: string): Promise<string> {
  const bytes = await through(new Blob([text]), new CompressionStream('deflate-raw'), Infinity);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What pack was given. Throws if it can't be unpacked, or is longer than a lesson may be. */
export async function unpack(packed: string): Promise<string> {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  // A letter has at most four bytes.
  const text = await through(new Blob([bytes]), new DecompressionStream('deflate-raw'), 4 * limits.file);
  return new TextDecoder('utf-8', { fatal: true }).decode(text);
}

/** What comes of bytes. Throws as soon as it is more than so many: a few of them may stand for gigabytes. */
async function through(bytes: Blob, by: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = bytes
    .stream()
    .pipeThrough(by as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) throw new RangeError(`${length} bytes: want at most ${most}`);
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}
