// What frame.html's fragment sets: attributes of the element, who may send messages, and the scene.

import { decode } from '../tasks/asked';

const options = ['toolbar', 'controls', 'tools', 'views', 'zoom', 'autoplay', 'loading', 'theme', 'lang', 'lab', 'alt'];

export interface FrameOptions {
  attributes: Record<string, string>;
  /** The only origin that messages are accepted from and sent to, if one is given. */
  origin: string | null;
}

/** Reads '#preset=xor&toolbar=full&origin=https://example.org'; anything that is not an option is a scene's share link. */
export function readFragment(hash: string): FrameOptions {
  const attributes: Record<string, string> = { loading: 'eager' };
  let origin: string | null = null;
  const scene: string[] = [];
  for (const part of hash.slice(1).split('&').filter(Boolean)) {
    const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part)!;
    if (key === 'origin') origin = decode(value);
    else if (!options.includes(key)) scene.push(part);
    // Whoever wrote the link doesn't own the page: javascript: would be theirs to run.
    else if (key !== 'lab' || leadsToPage(decode(value))) attributes[key] = decode(value);
  }
  if (scene.length > 0) attributes.src = `#${scene.join('&')}`;
  return { attributes, origin };
}

const leadsToPage = (address: string): boolean =>
  URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol);
