// What the run is compared with: a run pinned earlier, and other rules on the same points.

import type { OtherReport } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { byId, make, setAttribute, write } from '../ui/dom';
import { fold } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';

export const compare: Card = {
  group: 'compare',
  markup:
    PRERENDER &&
    fold(
      'compare',
      'compare',
      'compare-digest',
      `
    <p class="note" data-text="compareNote"></p>
    <p class="choices">
      <button type="button" class="button" id="pin" aria-pressed="false" data-text="pin" data-live disabled></button>
      <button type="button" class="button" id="race" aria-pressed="false" data-text="race" data-live disabled></button>
    </p>
    <dl class="facts" id="others"></dl>`,
      'compareTerms',
    ),
  part,
};

function part({ send }: Lab): Part {
  const pin = byId('pin');
  const race = byId('race');
  const table = byId('others');
  let others: OtherReport[] = [];
  let last = '';

  const pinned = () => others.some(({ name }) => name === 'pinned');
  const racing = () => others.some(({ name }) => name !== 'pinned');
  pin.addEventListener('click', () => send({ type: pinned() ? 'unpin' : 'pin' }));
  race.addEventListener('click', () => send({ type: 'race', on: !racing() }));

  return {
    show(s, t) {
      others = s.others;
      setAttribute(pin, 'aria-pressed', String(pinned()));
      setAttribute(race, 'aria-pressed', String(racing()));
      write(byId('compare-digest'), others.length > 0 ? t.compare.digest(others.length) : '');
      const key = JSON.stringify(others);
      if (key === last) return;
      last = key;
      table.replaceChildren(...others.map((other) => row(other, t)));
    },
    translate() {
      last = '';
    },
  };
}

/** A line's colour and name, its accuracy, and how many mistakes its rule has made so far. */
function row({ name, colour, accuracy, mistakes, w }: OtherReport, t: Strings): HTMLElement {
  const [title = '', what = ''] = t.compare.rules[name];
  const swatch = make('span', 'swatch');
  swatch.style.backgroundColor = colour;
  const detail = name === 'pinned' ? '' : t.compare.mistakes(format.count(mistakes));
  const share = accuracy === null ? (w ? format.none : t.compare.noLine) : format.percent(accuracy);
  return make('div', '', make('dt', '', swatch, title), make('dd', '', share), make('dd', 'why', what, detail && ` · ${detail}`));
}
