// A session's JSON, from a file or from the page as it was before.

import type { Command } from '../../figure/protocol';

/**
 * The load command for a session's JSON, or null if the text isn't that. JavaScript's numbers would round a large seed, so
 * it is sent as text.
 */
export function loadOf(text: string): (Command & { type: 'load' }) | null {
  const seed = /("manual_seed"\s*:\s*)(\d{16,})/;
  const digits = seed.exec(text)?.[2];
  try {
    const scene = JSON.parse(text.replace(seed, '$10')) as unknown;
    return { type: 'load', scene, ...(digits !== undefined && { with: `manual_seed=${digits}` }) };
  } catch {
    return null;
  }
}
