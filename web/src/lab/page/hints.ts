// Three short hints beside what they are about, shown once, on a reader's first visit.

import { ResizeObserver } from '../../figure/observers';
import { placeIn } from '../../figure/place';
import type { Snapshot } from '../../figure/protocol';
import { boxOf } from '../../figure/window';
import type { First } from '../../words/en';
import { total } from '../cards/total';
import { byId, make, write } from '../ui/dom';
import type { Part } from '../ui/part';
import { recall, remember } from '../ui/storage';
import { presentsFirst } from './query';

interface Hint {
  /** What it is beside; it covers no part of what it asks the reader to press. */
  target: string;
  below: boolean;
  /** Where there is no room in the window, it may be on the other side. */
  either?: true;
  /** Whether the reader has done it since the first snapshot at which the hint was shown. */
  done: (first: Snapshot, now: Snapshot) => boolean;
}

const hints: Hint[] = [
  {
    target: '#plane',
    below: true,
    either: true,
    done: (first, now) => now.queries.length > first.queries.length,
  },
  { target: '#play', below: false, done: (first, now) => now.playing || now.step > first.step },
  { target: '#plane', below: true, done: (first, now) => total(now.counts) > total(first.counts) },
];

const key = 'hints';

/** The distance between hint and target, in CSS pixels. */
const gap = 8;

export function firstHints(strings: () => First): Part<First> {
  if (recall(key) !== null || presentsFirst()) return { show() {} };

  const stage = document.querySelector<HTMLElement>('.stage')!;
  const text = make('p');
  text.setAttribute('role', 'status');
  const count = make('span', 'note');
  const next = make('button', 'button primary');
  const skip = make('button', 'button quiet');
  next.type = skip.type = 'button';
  const card = make('aside', 'coach', text, make('div', 'row', count, skip, next));
  let at = -1;
  let first: Snapshot | null = null;

  const place = () => {
    const hint = hints[at];
    const target = hint && stage.querySelector(hint.target);
    if (!target) return;
    const box = boxOf(target);
    const height = card.offsetHeight + gap;
    // A phone's dock lies over the window's end.
    const hidden = box.bottom + height > innerHeight - document.querySelector<HTMLElement>('.dock')!.offsetHeight;
    const below = hint.below && !(hint.either && hidden && box.top > height);
    const { x: middle, y } = placeIn(stage, { clientX: box.left + box.width / 2, clientY: below ? box.bottom : box.top });
    const left = Math.max(8, Math.min(middle - card.offsetWidth / 2, stage.clientWidth - card.offsetWidth - 8));
    const top = below ? y + gap : y - height;
    card.style.translate = `${left}px ${top}px`;
    card.style.setProperty('--arrow', `${middle - left}px`);
    card.classList.toggle('below', below);
  };
  const translate = () => {
    const t = strings();
    card.ariaLabel = t.hints.title;
    write(text, t.hints.texts[at] ?? '');
    write(count, `${at + 1} / ${hints.length}`);
    write(skip, t.hints.skip);
    write(next, at === hints.length - 1 ? t.hints.done : t.hints.next);
    skip.hidden = at === hints.length - 1;
    place();
  };
  const resized = new ResizeObserver(place);
  const over = new AbortController();
  const end = () => {
    at = hints.length;
    over.abort();
    resized.disconnect();
    card.remove();
  };
  const advance = () => {
    at++;
    first = null;
    if (at >= hints.length) return end();
    translate();
    // The first one comes by itself, and so moves nothing.
    if (at > 0) for (const part of [stage.querySelector(hints[at]!.target)!, card]) part.scrollIntoView({ block: 'nearest' });
  };
  const begin = () => {
    remember(key, 'seen');
    byId('tools').parentElement!.after(card);
    resized.observe(stage);
    addEventListener('keydown', (event) => event.key === 'Escape' && !document.querySelector('dialog[open]') && end(), {
      signal: over.signal,
    });
    advance();
  };
  next.addEventListener('click', advance);
  skip.addEventListener('click', end);

  return {
    show(now) {
      if (at < 0) begin();
      else if (first && hints[at]?.done(first, now)) advance();
      else if (first) return;
      first = now;
    },
    translate() {
      if (at >= 0 && at < hints.length) translate();
    },
  };
}
