// Reset, play, step, epoch, speed, and how far the run has come.

import type { Strings } from '../words/en';
import { byId, hide, make, setIcon, write } from './dom';
import { count } from '../words/format';
import type { Part, Send } from './part';

const speeds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

export function transport(send: Send): Part {
  const play = byId<HTMLButtonElement>('play');
  const playText = play.querySelector('span')!;
  const timeline = byId<HTMLProgressElement>('timeline');
  const clock = byId('clock');
  const speed = byId<HTMLSelectElement>('speed');
  let playing = false;

  byId('reset').addEventListener('click', () => send({ type: 'reset' }));
  byId('step').addEventListener('click', () => send({ type: 'step' }));
  byId('epoch').addEventListener('click', () => send({ type: 'epoch' }));
  play.addEventListener('click', () => send({ type: playing ? 'pause' : 'play' }));
  speed.addEventListener('change', () => send({ type: 'speed', stepsPerFrame: Number(speed.value) }));

  return {
    show(s, t) {
      playing = s.playing;
      setIcon(play, playing ? 'pause' : 'play');
      write(playText, playing ? t.pause : s.ended ? t.playOn : t.page.play);

      const endless = s.epochs === 0;
      write(clock, t.clock(count(s.epoch), endless ? null : count(s.epochs)));
      hide(timeline, endless);
      if (!endless) {
        if (timeline.max !== s.epochs) timeline.max = s.epochs;
        if (timeline.value !== s.epoch) timeline.value = s.epoch;
      }

      offer(speed, s.stepsPerFrame, t);
      const value = String(s.stepsPerFrame);
      if (speed.value !== value) speed.value = value;
    },
    speak(t) {
      const value = speed.value;
      speed.replaceChildren();
      for (const steps of speeds) offer(speed, steps, t);
      offer(speed, Number(value), t);
      speed.value = value;
    },
  };
}

/** Makes sure that the list has this speed, in its place. */
function offer(speed: HTMLSelectElement, steps: number, t: Strings): void {
  const options = [...speed.options];
  if (options.some((option) => Number(option.value) === steps)) return;
  const option = make('option', '', t.stepsPerFrame(steps));
  option.value = String(steps);
  speed.add(option, options.find((other) => Number(other.value) > steps) ?? null);
}
