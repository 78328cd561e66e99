// Predict, then run: a reader draws where the line will end, or guesses p of the first asked point, and sees after the run how
// close that was. The guess is this page's alone, not part of the run, of links or of files. It is dropped when another scene
// comes.

import { inquiry, momentOf } from '../../explain/inquiry';
import { singleNeuron } from '../../explain/single';
import { clamp, placeIn } from '../../figure/place';
import type { GuessReport, Snapshot, XY } from '../../figure/protocol';
import { Guess } from '../../views/guess';
import { nameOf } from '../../words/answer';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { byId, hide, setAttribute, tell, write } from '../ui/dom';
import { fold, isOpen } from '../ui/fold';
import type { Card, Lab, Part } from '../ui/part';

/** The least time between two requests while the run plays. */
const pauseMs = 250;

type Ends = GuessReport['ends'];

export const predict: Card = {
  group: 'watch',
  markup:
    PRERENDER &&
    fold(
      'predict',
      'predict',
      'predict-digest',
      `
    <p class="note" id="predict-note"></p>
    <p class="note" id="predict-dropped" role="status" hidden></p>
    <div class="row" id="predict-acts">
      <button type="button" class="button" id="predict-draw" data-text="predictDraw" data-live disabled></button>
      <button type="button" class="button" id="predict-clear" data-text="predictClear" data-live disabled></button>
    </div>
    <label class="morph" id="predict-share">
      <span id="predict-of"></span>
      <input type="range" id="predict-p" min="0" max="1" step="0.01" value="0.5" data-live disabled>
      <output id="predict-p-value" for="predict-p"></output>
    </label>
    <p class="note" id="predict-from"></p>
    <button type="button" class="button primary" id="predict-run" data-live disabled></button>
    <ul class="predict-outcome" id="predict-outcome" aria-live="polite"></ul>`,
      'predictTerms',
    ),
  part,
};

/** What was guessed, and at which step of which scene. */
interface Guessed {
  ends: Ends | null;
  p: number | null;
  step: number;
  epoch: number;
  scene: string;
}

function part({ send, ask, strings }: Lab): Part {
  const card = byId<HTMLDetailsElement>('predict-card');
  const plane = byId('plane');
  const slider = byId<HTMLInputElement>('predict-p');
  let shown: Snapshot | null = null;
  let guessed: Guessed | null = null;
  let dropped = false;
  let report: GuessReport | null = null;
  const inquire = inquiry(
    ask,
    () => ({ type: 'guess', ...(guessed?.ends && { ends: guessed.ends }), ...(guessed?.p != null && { p: guessed.p }) }) as const,
    pauseMs,
  );

  /** The guess may change until the run goes on from where it was made. */
  const open = (s: Snapshot) => !s.playing && (guessed === null || s.step <= guessed.step);
  const change = (to: Partial<Pick<Guessed, 'ends' | 'p'>>) => {
    const s = shown;
    if (!s || !open(s)) return;
    dropped = false;
    guessed = { ends: null, p: null, ...guessed, ...to, step: s.step, epoch: s.epoch, scene: sceneOf(s) };
    show(s, strings());
  };
  const moveTo = (handle: 0 | 1, place: (from: XY) => XY) => {
    const begun = guessed?.ends && ask({ type: 'guess', ends: guessed.ends });
    if (!begun) return;
    const [x, y] = place(begun.at[handle]);
    const at = [...begun.at] as [XY, XY];
    at[handle] = [clamp(x, plane.clientWidth), clamp(y, plane.clientHeight)];
    const moved = ask({ type: 'guess', at });
    if (moved) change({ ends: moved.ends });
  };
  const view = new Guess({
    drag: (handle, event) =>
      moveTo(handle, () => {
        const { x, y } = placeIn(plane, event);
        return [x, y];
      }),
    nudge: (handle, [dx, dy]) => moveTo(handle, ([x, y]) => [x + dx, y + dy]),
  });
  plane.prepend(view.element);

  byId('predict-draw').addEventListener('click', () => {
    const begun = ask({ type: 'guess' });
    if (begun) change({ ends: begun.ends });
    view.element.querySelector<SVGElement>('.handle')?.focus({ preventScroll: true });
  });
  byId('predict-clear').addEventListener('click', () => {
    guessed = null;
    dropped = false;
    if (shown) show(shown, strings());
  });
  slider.addEventListener('input', () => change({ p: slider.valueAsNumber }));
  byId('predict-run').addEventListener('click', () => {
    if (shown) send({ type: shown.epochs > 0 ? 'finish' : 'play' });
  });

  const show = (s: Snapshot, t: Strings) => {
    shown = s;
    if (guessed && guessed.scene !== sceneOf(s)) {
      guessed = null;
      dropped = true;
    }
    const line = singleNeuron(s) !== null;
    const query = s.queries[0];
    const two = s.layers.at(-1)! <= 2;
    // A step has no p to guess.
    const [byStep, probable] = [s.output === 'step', two && query !== undefined && s.output !== 'step'];
    write(byId('predict-digest'), guessed ? t.predict.digest : '');
    if (!isOpen(card)) return view.clear();
    const news = inquire(`${momentOf(s)}/${s.diverged}/${s.threshold}/${JSON.stringify([s.plane, guessed])}`, s.playing);
    if (news !== undefined) report = news;
    if (!guessed?.ends || !report || !line) view.clear();
    else {
      const places = report.ends.map(format.point) as [string, string];
      view.show(report, open(s), {
        name: t.predict.line(...places),
        handles: [t.predict.handle(1), t.predict.handle(2)],
        places,
      });
    }
    const own = byStep ? t.predict.noteStep : t.predict.note;
    tell(byId('predict-note'), !two || (!line && !probable) ? t.predict.none : line ? own : t.predict.noteNetwork);
    write(byId('predict-dropped'), dropped ? t.predict.dropped : '');
    hide(byId('predict-dropped'), !dropped);
    const waits = open(s);
    hide(byId('predict-draw'), !line || !waits || guessed?.ends != null);
    hide(byId('predict-clear'), guessed === null);
    hide(byId('predict-acts'), byId('predict-draw').hidden && guessed === null);
    hide(byId('predict-share'), !probable || !waits);
    if (query) write(byId('predict-of'), probable ? t.predict.share(nameOf(query, t)) : '');
    write(byId('predict-p-value'), guessed?.p == null ? format.none : format.threshold(guessed.p));
    setAttribute(slider, 'aria-valuetext', guessed?.p == null ? format.none : format.threshold(guessed.p));
    if (guessed?.p != null && slider.valueAsNumber !== guessed.p) slider.value = String(guessed.p);
    write(byId('predict-from'), guessed ? t.predict.from(format.count(guessed.step), format.count(guessed.epoch)) : '');
    hide(byId('predict-from'), guessed === null);
    write(byId('predict-run'), s.epochs > 0 ? t.page.finish : t.page.play);
    hide(byId('predict-run'), guessed === null || !waits);
    const lines = guessed && report && !waits ? outcome(s, guessed, report, query ? nameOf(query, t) : '', line, t) : [];
    const list = byId('predict-outcome');
    while (list.childElementCount > lines.length) list.lastElementChild!.remove();
    while (list.childElementCount < lines.length) list.append(document.createElement('li'));
    for (const [i, text] of lines.entries()) tell(list.children[i]!, text);
    hide(list, lines.length === 0);
  };
  return { show };
}

/** Data and model: training values may change, and a reset may come, without making the guess another question's. */
const sceneOf = ({ scene, counts }: Snapshot): string => JSON.stringify([scene, counts.length]);

/** The comparison, sentence by sentence; while a run plays, that it will come. */
function outcome(s: Snapshot, guessed: Guessed, r: GuessReport, name: string, line: boolean, t: Strings): string[] {
  if (s.playing) return [t.predict.running];
  const said = [s.ended ? t.predict.atEnd : t.predict.soFar(format.count(s.epoch))];
  if (guessed.ends && line) {
    if (r.angle !== null)
      said.push(t.predict.angle(t.degrees(format.fixed(r.angle, 1)), r.gap === null ? '' : format.fixed(r.gap, 2)));
    if (r.accuracy !== null && r.model !== null)
      said.push(t.predict.accuracy(format.percent(r.accuracy), format.percent(r.model)));
  }
  if (guessed.p !== null && r.off !== null && s.output !== 'step') {
    const p = format.probability(guessed.p + r.off);
    said.push(
      t.predict.off(name, format.threshold(guessed.p), p, format.fixed(Math.abs(r.off), 2), Math.sign(Math.round(100 * r.off))),
    );
  }
  return said;
}
