// Links and buttons in the prose that drive a figure: <a href="#figure-id?train.lr=10&play">.

import type { Command, XY } from '../figure/protocol';

/** What one part of a link's query means; null if it means nothing. */
export function commandOf(part: string): Command | null {
  const [key = '', value = ''] = part.split('=').map(decode);
  switch (key) {
    case 'play':
    case 'pause':
    case 'step':
    case 'epoch':
    case 'reset':
      return { type: key };
    case 'preset':
      return { type: 'load', link: `preset=${encodeURIComponent(value)}` };
    case 'speed':
      return { type: 'speed', stepsPerFrame: Number(value) };
    case 'ask': {
      const [x1, x2] = numbers(value);
      return { type: 'addQuery', x: [x1, x2] as XY };
    }
    case 'add': {
      const [x1, x2, y] = numbers(value);
      return { type: 'addPoint', x: [x1, x2] as XY, y: y ?? NaN };
    }
  }
  if (!key.startsWith('train.')) return null;
  const number = Number(value);
  return { type: 'set', key, value: value === 'true' || (value !== 'false' && (value === '' || Number.isNaN(number) ? value : number)) };
}

/** The figure's id and the commands of a link, or null where the link is none of ours. */
export function parseLink(href: string): { id: string; parts: string[] } | null {
  const found = /^#([^?]+)\?(.+)$/.exec(href);
  return found && { id: decode(found[1]!), parts: found[2]!.split('&') };
}

function numbers(text: string): (number | undefined)[] {
  return text.split(',').map(Number);
}

/** Undoes percent-encoding; text that isn't encoded right stays. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
