// The scenes to choose from; the current one is marked, and says what to watch for.

import { presets } from '../../figure/entries';
import { IntersectionObserver } from '../../figure/observers';
import type { PresetName, Snapshot } from '../../figure/protocol';
import type { First } from '../../words/en';
import { posted } from '../../words/languages';
import { byId, setAttribute, write } from '../ui/dom';
import type { Part } from '../ui/part';
import type { SceneLink } from './link';

/** A button for each preset: a picture of its end, its name, and what to watch for. */
export const galleryMarkup =
  PRERENDER &&
  presets
    .map((preset) => {
      const key = preset.replaceAll('-', '_');
      return `
<button type="button" class="scene" data-scene="${preset}" aria-pressed="false" data-live disabled>
  <img data-picture="${preset}.svg" width="108" height="90" alt="">
  <span class="scene-name" data-text="scene_${key}"></span>
  <span class="scene-watch" data-text="watch_${key}"></span>
</button>`;
    })
    .join('');

/** The section of the post that is about a scene; for others it is the post's beginning. */
const sections: Partial<Record<PresetName, string>> = {
  blog: 'training',
  and: 'gates',
  or: 'gates',
  xor: 'xor',
  'xor-mlp': 'layers',
  overlap: 'data',
  'three-classes': 'loss',
  rosenblatt: 'rosenblatt',
  diverging: 'training',
  empty: 'rosenblatt',
};

export function gallery(link: SceneLink): Part<First> & { mark(strings: First): void } {
  const cards = [...byId('gallery').querySelectorAll<HTMLElement>('[data-scene]')];
  const stage = document.querySelector('.stage')!;
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const scrollTo = (element: Element) =>
    element.scrollIntoView({ behavior: reduced.matches ? 'auto' : 'smooth', block: 'start' });

  for (const card of cards) {
    card.addEventListener('click', () => {
      link.load(card.dataset.scene!);
      scrollTo(stage);
    });
  }
  byId('scenes-button').addEventListener('click', () => {
    scrollTo(byId('scenes'));
    (cards.find((card) => card.ariaPressed === 'true') ?? cards[0])?.focus({ preventScroll: true });
  });

  // Left alone, a browser fetches pictures that are far below what it shows.
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!(target instanceof HTMLImageElement) || !isIntersecting) continue;
      target.src = target.dataset.picture!;
      seen.unobserve(target);
    }
  });
  for (const picture of byId('gallery').querySelectorAll('img')) seen.observe(picture);

  let marked: string | null = null;
  /** The run's state when it ended, which shows whether points or weights were changed after that. */
  let lossAtEnd: Pick<Snapshot, 'step' | 'generation' | 'loss'> | null = null;
  let changedAtEnd = false;
  /** Scrolls to a card where the cards are in a row; the page itself doesn't scroll. */
  const leafTo = (card: HTMLElement | undefined) => {
    const row = card?.parentElement;
    if (row && row.scrollWidth > row.clientWidth)
      row.scrollTo({ left: card.offsetLeft - row.offsetLeft - (row.clientWidth - card.offsetWidth) / 2 });
  };

  const mark = (t: First) => {
    const { preset } = link;
    if (preset !== marked) leafTo(cards.find((card) => card.dataset.scene === preset));
    marked = preset;
    for (const card of cards) setAttribute(card, 'aria-pressed', String(card.dataset.scene === preset));
    const key = `watch_${link.described?.replaceAll('-', '_')}`;
    const texts: Record<string, string> = t.page;
    const watch = Object.hasOwn(texts, key) ? texts[key]! : link.fragment ? t.ownRun : '';
    const section = sections[link.subject as PresetName];
    const { lang } = document.documentElement;
    setAttribute(byId('read'), 'href', `${posted.includes(lang) ? lang : 'en'}/${section ? `#${section}` : ''}`);
    write(byId('watch'), changedAtEnd ? `${t.changedAtEnd} ${watch}` : watch);
  };
  return {
    mark,
    show(s, t) {
      // The loss at the end has changed although no step was taken.
      if (!s.ended) lossAtEnd = null;
      else lossAtEnd = lossAtEnd?.step === s.step && lossAtEnd.generation === s.generation ? lossAtEnd : { ...s };
      const changed = lossAtEnd !== null && s.loss !== lossAtEnd.loss;
      if (changed === changedAtEnd) return;
      changedAtEnd = changed;
      mark(t);
    },
    translate: mark,
  };
}
