// Reset, play, step, epoch, to the end, undo, redo, speed; and the time line, which goes back to any step.

import type { Snapshot } from '../../figure/protocol';
import { clock as clockText, standstill } from '../../words/clock';
import type { First } from '../../words/en';
import { count } from '../../words/format';
import { byId, hide, make, setAttribute, setIcon, write } from '../ui/dom';
import type { Part, Send } from '../ui/part';

/** More steps than fit in any frame. */
const fastest = 100_000;
const speeds = [1 / 60, 1 / 10, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, fastest];

export function transport(send: Send): Part<First> {
  const play = byId<HTMLButtonElement>('play');
  const playText = play.querySelector('span')!;
  const clock = byId('clock');
  const speed = byId<HTMLSelectElement>('speed');
  const undo = byId<HTMLButtonElement>('undo');
  const redo = byId<HTMLButtonElement>('redo');
  const forward = [play, byId('step'), byId('epoch'), byId('finish')];
  const timeline = makeTimeline(send);
  let playing = false;
  undo.disabled = redo.disabled = true; // as enable() in status.ts

  for (const type of ['reset', 'step', 'epoch', 'finish', 'undo', 'redo'] as const) {
    byId(type).addEventListener('click', () => send({ type }));
  }
  play.addEventListener('click', () => send({ type: playing ? 'pause' : 'play' }));
  speed.addEventListener('change', () => send({ type: 'speed', stepsPerFrame: Number(speed.value) }));

  return {
    show(s, t) {
      playing = s.playing;
      setIcon(play, playing ? 'pause' : 'play');
      write(playText, playing ? t.pause : s.ended ? t.playOn : t.page.play);
      // Not each step of a run is told aloud.
      setAttribute(clock, 'aria-live', s.playing ? 'off' : 'polite');
      write(clock, clockText(s, t));
      const still = String(standstill(s) !== null);
      for (const button of forward) setAttribute(button, 'aria-disabled', still);
      timeline(s, t);
      undo.disabled = !s.canUndo;
      redo.disabled = !s.canRedo;
      hide(byId('finish'), s.epochs === 0);

      offer(speed, s.stepsPerFrame, t);
      const value = String(s.stepsPerFrame);
      if (speed.value !== value) speed.value = value;
    },
    translate(t) {
      setAttribute(playText, 'data-words', [t.page.play, t.pause, t.playOn].join('\n'));
      const value = speed.value;
      speed.replaceChildren();
      for (const steps of speeds) offer(speed, steps, t);
      offer(speed, Number(value), t);
      speed.value = value;
    },
  };
}

/** The slider over all steps: it can be set up to the farthest step trained. */
function makeTimeline(send: Send): (s: Snapshot, t: First) => void {
  const timeline = byId<HTMLInputElement>('timeline');
  let held = false;
  let farthest = 0;
  let asked = 0;
  const ask = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      send({ type: 'seek', step: Math.min(Number(timeline.value), farthest) });
    });
  };
  timeline.addEventListener('input', () => {
    if (Number(timeline.value) > farthest) timeline.value = String(farthest);
    ask();
  });
  timeline.addEventListener('pointerdown', () => (held = true));
  for (const end of ['pointerup', 'pointercancel', 'change']) timeline.addEventListener(end, () => (held = false));

  return (s, t) => {
    farthest = s.farthest;
    const max = String(Math.max(1, s.farthest, s.epochs * s.stepsPerEpoch));
    setAttribute(timeline, 'max', max);
    const value = String(s.step);
    if (!held && !asked && timeline.value !== value) timeline.value = value;
    timeline.style.setProperty('--done', `${(100 * s.step) / Number(max)}%`);
    timeline.style.setProperty('--farthest', `${(100 * s.farthest) / Number(max)}%`);
    setAttribute(timeline, 'aria-valuetext', t.timeline(count(s.step), count(s.epoch)));
  };
}

function speedText(steps: number, t: First): string {
  if (steps === fastest) return t.fastest;
  return steps < 1 ? t.stepsPerSecond(Math.round(60 * steps)) : t.stepsPerFrame(steps);
}

/** Makes sure that the list has this speed, in order. */
function offer(speed: HTMLSelectElement, steps: number, t: First): void {
  const options = [...speed.options];
  if (options.some((option) => Number(option.value) === steps)) return;
  const option = make('option', '', speedText(steps, t));
  option.value = String(steps);
  speed.add(option, options.find((other) => Number(other.value) > steps) ?? null);
}
