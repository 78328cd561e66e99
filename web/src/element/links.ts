// Links and buttons in the prose that drive a figure: <a href="#figure-id?train.lr=10&play">,
// <button data-figure="figure-id" data-command="train.lr=10&play">.

import type { Command, XY } from '../figure/protocol';

/** What a link asks for: commands for the figure, and the parts of it that are pointed at. */
export interface Asked {
  commands: Command[];
  shown: string[];
  /** The parts that mean nothing. */
  unknown: string[];
}

/**
 * What the parts of a link's query mean, in order. From preset=… on, whatever isn't a part of its own belongs to a scene, as in a share
 * link: preset=blog&loss=mse&step=1000.
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

/** A figure's id, the commands for it, and the element in the prose that asks for them. */
export interface Wish {
  id: string;
  parts: string[];
  from: Element;
}

/** What a click in the prose asks of a figure; null if nothing. */
export function wishOf(event: Event): Wish | null {
  for (const node of event.composedPath()) {
    if (!(node instanceof Element)) continue;
    const { figure: id, command } = (node as HTMLElement).dataset ?? {};
    if (id && command) return { id, parts: command.split('&'), from: node };
    if (node instanceof HTMLAnchorElement) return wishOfLink(node);
  }
  return null;
}

/**
 * A link of this page: #figure?…, or what tools make of it: a path or a full address before it, which may name the page in
 * another language (/ko/post/ for /post/).
 */
function wishOfLink(anchor: HTMLAnchorElement): Wish | null {
  const found = /^#([^?]+)\?(.+)$/.exec(anchor.hash);
  if (!found || anchor.origin !== location.origin || lastPart(anchor.pathname) !== lastPart(location.pathname)) return null;
  return { id: decode(found[1]!), parts: found[2]!.split('&'), from: anchor };
}

/** The last part of a path: /ko/post/index.html and /post/ are the same page. */
function lastPart(path: string): string | undefined {
  return path
    .replace(/(index)?\.html?$/, '')
    .split('/')
    .filter(Boolean)
    .pop();
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
