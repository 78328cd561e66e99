// What two hidden units make of the plane: a slider leads from the plane to the units' space.

import type { HiddenReport, Snapshot } from '../../figure/protocol';
import { Hidden } from '../../views/hidden';
import * as format from '../../words/format';
import { byId, hide, make, setAttribute, tell, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';
import { inquiry, momentOf } from './inquiry';

/** The least time between two requests while the run plays. */
const pauseMs = 200;

export const hidden: Card = {
  group: 'why',
  markup:
    PRERENDER &&
    fold(
      'hidden',
      'hidden',
      null,
      `
    <p class="note" id="hidden-note"></p>
    <div id="hidden-seen" hidden>
      <div class="stage-view" id="hidden-view"></div>
      <label class="morph"><span data-text="hiddenPlane"></span><input type="range" id="hidden-share" min="0" max="1" step="0.01" value="1" data-label="hiddenShare" data-live disabled><span data-text="hiddenUnits"></span></label>
      <div class="row" id="hidden-choice"></div>
    </div>`,
    ),
  part,
};

function part({ ask, strings }: Lab): Part {
  const card = byId<HTMLDetailsElement>('hidden-card');
  const view = new Hidden();
  const share = byId<HTMLInputElement>('hidden-share');
  const lists = [0, 1].map(() => make('select', 'field'));
  byId('hidden-view').append(view.element);
  byId('hidden-choice').append(...lists);
  let report: HiddenReport | null = null;
  let chosen: [number, number] = [0, 0];
  let shown: Snapshot | null = null;

  const draw = () => {
    const t = strings();
    tell(
      byId('hidden-note'),
      report ? t.hiddenSpace.note(report.line !== null || report.of === 2, report.of) : t.hiddenSpace.none,
    );
    hide(byId('hidden-seen'), report === null);
    hide(byId('hidden-choice'), report === null || report.of === 2);
    if (!report || !shown) return;
    for (const [i, list] of lists.entries()) {
      const { units, of } = report;
      if (list.options.length !== of) list.replaceChildren(...Array.from({ length: of }, (_, u) => new Option('', String(u))));
      for (const option of list.options) {
        write(option, t.hiddenSpace.unit(format.subscript(Number(option.value))));
        option.disabled = Number(option.value) === units[1 - i];
      }
      setAttribute(list, 'aria-label', t.hiddenSpace.axis(i));
      if (list.value !== String(units[i])) list.value = String(units[i]);
    }
    const names = report.units.map((u) => t.hiddenSpace.unit(format.subscript(u))) as [string, string];
    view.show(report, share.valueAsNumber, shown.hover?.index ?? null, {
      name: t.hiddenSpace.name(format.count(report.points.length), ...names),
      inputs: ['x₁', 'x₂'],
      units: names,
    });
  };
  const inquire = inquiry(ask, () => ({ type: 'hidden', units: chosen }) as const, pauseMs);
  const update = (s: Snapshot) => {
    const where = `${s.layers.join()}/${JSON.stringify(s.view)}/${chosen.join()}`;
    const news = inquire(`${momentOf(s)}/${s.diverged}/${s.threshold}/${where}`, s.playing);
    if (news !== undefined) report = news;
  };
  for (const list of lists)
    list.addEventListener('change', () => {
      chosen = lists.map(({ value }) => Number(value)) as [number, number];
      if (shown) update(shown);
      draw();
    });
  share.addEventListener('input', draw);
  new ResizeObserver(draw).observe(byId('hidden-view'));

  return {
    show(s) {
      if (shown && shown.layers.join() !== s.layers.join()) chosen = [0, 0];
      shown = s;
      if (!isOpen(card)) return;
      update(s);
      draw();
    },
    translate: draw,
  };
}
