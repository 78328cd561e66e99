// For a projector: the plane as high as the screen, beside it the scenes to go through, the learning rate, and one view at a
// time, in large type. The address remembers it, and which view: ?present=step. It is a script of its own, with its style sheet.

import { adopt } from '../../explain/sheets';
import { presets } from '../../figure/entries';
import type { Output, PresetName } from '../../figure/protocol';
import { tellsZoom } from '../../figure/window';
import type { First } from '../../words/en';
import { stepSigmoidTitle } from '../../words/en/titles';
import { plain } from '../../words/term';
import { byId, setAttribute } from '../ui/dom';
import { Leaf, leafMarkup } from '../ui/leaf';
import { besides, type Part } from '../ui/part';
import type { SceneLink } from './link';
import css from './present.css';
import { presentsFirst, writeLook } from './query';

const parameter = 'present';

const usual = 'neuron';

/** What clickers send. */
const keys = { PageUp: -1, PageDown: 1 } as const;

export const presentScenesMarkup =
  PRERENDER &&
  leafMarkup('present-scene', { list: 'scene', previous: 'previousScene', next: 'nextScene' }, true, ['Page Up', 'Page Down']);

export const presentViewsMarkup =
  PRERENDER && leafMarkup('present-view', { list: 'view', previous: 'previousView', next: 'nextView' }, false);

const asked = () => new URLSearchParams(location.search).get(parameter);

/**
 * `changed` is called when other cards are shown, or in another size. `turn` goes through the steps of a lesson in place of the
 * scenes; it says whether there is one.
 */
export function presentation(
  link: SceneLink,
  changed: () => void,
  turn: (by: 1 | -1) => boolean,
): Part<First> & { mark(): void } {
  adopt(document, css);
  const button = byId('present-button');
  const { dataset, style } = document.documentElement;
  const watch = byId('watch');
  const stage = watch.parentElement!;
  /** A narrower page has no room for it (present.css). */
  const wide = matchMedia('(width >= 60em)');
  let on = presentsFirst();
  const cards = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-presents]')]
      .sort((a, b) => Number(a.dataset.presents) - Number(b.dataset.presents))
      .map((card) => [card.id.replace('-card', ''), card]),
  );
  const views = [...cards.keys()];
  let view = views.find((name) => name === asked()) ?? usual;

  const show = () => {
    const presents = on && wide.matches;
    if (presents) dataset.present = '';
    else delete dataset.present;
    setAttribute(button, 'aria-pressed', String(on));
    (presents ? byId('side') : stage).append(watch);
    viewLeaf.show(view);
    for (const [name, card] of cards) {
      card.classList.toggle('presented', name === view);
      if (presents && name === view && card instanceof HTMLDetailsElement) card.open = true;
    }
  };
  const remember = () => {
    writeLook(parameter, !on ? null : view === usual ? '' : view);
    show();
    changed();
  };
  const sceneLeaf = new Leaf('present-scene', presets, (scene) => link.load(scene));
  const viewLeaf = new Leaf('present-view', views, (other) => {
    view = other;
    remember();
  });
  const complete = besides({ sigmoid: { titleStep: stepSigmoidTitle } });
  let output: Output = 'sigmoid';
  const nameViews = (t: First) => {
    const texts: Record<string, string> = t.page;
    viewLeaf.translate((name) => {
      // Where a step decides, z leads to no probability.
      if (name === 'sigmoid' && output === 'step') return plain(complete(t).sigmoid.titleStep);
      return plain(texts[cards.get(name)!.querySelector('h2')!.dataset.text!]!);
    });
  };
  const mark = () => sceneLeaf.show((link.preset ?? link.subject) as PresetName | null);

  if (!tellsZoom()) style.setProperty('--units', '1');
  byId('training-card').classList.add('presented');
  show();
  mark();
  button.addEventListener('click', () => {
    on = !on;
    remember();
  });
  wide.addEventListener('change', () => {
    show();
    changed();
  });
  addEventListener('resize', () => on && changed());
  // Wherever the focus is: a clicker doesn't know about it.
  document.addEventListener('keydown', (event) => {
    const by = keys[event.key as keyof typeof keys];
    if (!by || !('present' in dataset) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    if (!turn(by)) sceneLeaf.turn(by);
  });

  return {
    mark,
    show(s, t) {
      if (s.output === output) return;
      output = s.output;
      nameViews(t);
    },
    translate(t: First) {
      const texts: Record<string, string> = t.page;
      sceneLeaf.translate((scene) => texts[`scene_${scene.replaceAll('-', '_')}`]!, t.ownScene);
      nameViews(t);
    },
  };
}
