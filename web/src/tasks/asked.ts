// What is asked of a run in the parts of a link: train.lr=10&play.

import type { Command, XY } from '../figure/protocol';

/** What a link asks for: commands for the figure, and the parts of it that are pointed at. */
export interface Asked {
  commands: Command[];
  shown: string[];
  /** The parts that mean nothing. */
  unknown: string[];
}

/**
 * What the parts of a link's query mean, in order. From preset=… on, whatever isn't a part of its own belongs to a scene, as in a
 * share link: preset=blog&loss=mse&step=1000.
 */
export function askedBy(parts: readonly string[]): Asked {
  const asked: Asked = { commands: [], shown: [], unknown: [] };
  let scene: (Command & { type: 'load' }) | null = null;
  for (const part of parts) {
    const [key = '', value = ''] = part.split('=').map(decode);
    const command = commandOf(key, value);
    if (key === 'show' && value) asked.shown.push(value);
    else if (key === 'preset') asked.commands.push((scene = { type: 'load', link: part }));
    else if (scene && value && (!command || /^(step|train\.)/.test(key))) scene.link += `&${part}`;
    else if (command && !(key === 'step' && value)) asked.commands.push(command);
    else asked.unknown.push(part);
  }
  return asked;
}

function commandOf(key: string, value: string): Command | null {
  switch (key) {
    case 'play':
    case 'pause':
    case 'step':
    case 'epoch':
    case 'finish':
    case 'undo':
    case 'reset':
      return { type: key };
    case 'speed':
      return { type: 'speed', stepsPerFrame: Number(value) };
    case 'seek':
      return { type: 'seek', step: Number(value) };
    case 'probe':
      return { type: 'probe', epoch: Number(value) };
    case 'ask': {
      const [x1, x2] = numbers(value);
      return { type: 'addQuery', x: [x1, x2] as XY };
    }
    case 'add': {
      const [x1, x2, y] = numbers(value);
      return { type: 'addPoint', x: [x1, x2] as XY, y: y ?? NaN };
    }
    case 'weights': {
      const [w1, w2, b] = numbers(value);
      return { type: 'weights', parameters: [[w1, w2] as XY, [b ?? NaN]] };
    }
  }
  if (!key.startsWith('train.')) return null;
  const number = Number(value);
  return {
    type: 'set',
    key,
    value: value === 'true' || (value !== 'false' && (value === '' || Number.isNaN(number) ? value : number)),
  };
}

function numbers(text: string): (number | undefined)[] {
  return text.split(',').map(Number);
}

/** Undoes percent-encoding; text that isn't validly encoded stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
