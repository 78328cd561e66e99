// What the page says about the run as a whole: loading, stopped, diverged, refused; and, hidden, what a screen reader should say.

import type { FigureState } from '../../figure/figure';
import type { Refusal, Snapshot } from '../../figure/protocol';
import type { First } from '../../words/en';
import * as format from '../../words/format';
import { explain } from '../../words/refusal';
import { accuracyOf } from '../cards/accuracy';
import { announcement } from '../cards/queries';
import { byId, hide, write } from '../ui/dom';
import type { Part, Send } from '../ui/part';

const refusalMs = 10_000;

export class Status implements Part<First> {
  #strings: First;
  #state: FigureState = 'loading';
  #crashed = '';
  #progress = 0;
  #refusal: Refusal | string | null = null;
  #timer = 0;
  #last: Snapshot | null = null;
  #held: string | null = null;
  #older = false;

  constructor(send: Send, strings: () => First, restart: () => void, begin: () => void, loadAgain: () => void) {
    this.#strings = strings();
    byId('begin').addEventListener('click', begin);
    byId('restart').addEventListener('click', restart);
    byId('renew').addEventListener('click', loadAgain);
    byId('dismiss').addEventListener('click', () => {
      this.#older = false;
      this.refused(null);
    });
    byId('smaller').addEventListener('click', () => {
      send({ type: 'set', key: 'train.lr', value: smaller(this.#last!.train.lr) });
      send({ type: 'reset' });
      send({ type: 'play' });
    });
    this.enable(); // Firefox, where the page is loaded again, has enabled what was so before
    this.#draw();
  }

  /** `crashed`: why the program stopped by itself, once it had been loaded; '': it didn't. */
  become(state: FigureState, crashed: string): void {
    this.#state = state;
    this.#crashed = crashed;
    if (state === 'loading') this.#progress = 0;
    this.enable();
    this.#draw();
  }

  /** What changes the run can be used while there is one. */
  enable(): void {
    for (const control of document.querySelectorAll<HTMLButtonElement>('[data-live]')) control.disabled = this.#state !== 'live';
  }

  /** The fragment of the scene that was not started, or null. */
  set held(fragment: string | null) {
    if (fragment === this.#held) return;
    this.#held = fragment;
    this.#draw();
  }

  /** Whether the page has a new version, for lack of whose files this one can't go on as it should. */
  set older(older: boolean) {
    this.#older = older;
    this.#draw();
    byId('notice').scrollIntoView({ block: 'nearest' });
  }

  /** How much of the program has arrived, 0..1. */
  set progress(fraction: number) {
    this.#progress = fraction;
    this.#draw();
  }

  /** Shows a refusal, the program's or one in words, for a while; null removes it. */
  refused(refusal: Refusal | string | null): void {
    clearTimeout(this.#timer);
    this.#refusal = refusal;
    if (refusal) this.#timer = window.setTimeout(() => this.refused(null), refusalMs);
    this.#draw();
  }

  show(snapshot: Snapshot, strings: First): void {
    this.#strings = strings;
    const before = this.#last;
    this.#last = snapshot;
    // Another run has begun since: what was refused before no longer matters.
    if (before && this.#refusal && snapshot.generation !== before.generation) this.refused(null);
    if (before) {
      const news = newsBetween(before, snapshot, strings);
      if (news) write(byId('announcer'), news);
    }
    if (before?.diverged !== snapshot.diverged || before?.train.lr !== snapshot.train.lr) this.#draw();
  }

  translate(strings: First): void {
    this.#strings = strings;
    this.#draw();
  }

  #draw(): void {
    const t = this.#strings;
    hide(byId('loading'), this.#state !== 'loading');
    byId<HTMLProgressElement>('loading-bar').value = this.#progress;
    write(byId('loading-text'), t.loadingShare(`${Math.round(100 * this.#progress)}%`));

    const text = this.#notice(t);
    write(byId('notice-text'), text);
    byId('notice').classList.toggle('shown', text !== '');
    hide(byId('renew'), !this.#older);
    hide(byId('restart'), this.#state !== 'stopped' || this.#older);
    hide(
      byId('begin'),
      this.#held === null || !['live', 'waiting'].includes(this.#state) || this.#refusal !== null || this.#older,
    );
    const diverged = this.#state === 'live' && !this.#refusal && !this.#older && (this.#last?.diverged ?? null) !== null;
    hide(byId('smaller'), !diverged);
    if (diverged) write(byId('smaller'), t.smaller(format.typed(smaller(this.#last!.train.lr))));
    hide(byId('dismiss'), !(this.#state === 'live' && (this.#refusal || this.#older)));
  }

  #notice(t: First): string {
    if (this.#older) return t.older;
    const pictured = byId('plane').querySelector('.poster') !== null;
    if (this.#state === 'stopped')
      return !pictured ? t.stoppedUnseen : this.#crashed ? `${t.stopped} (${this.#crashed})` : t.notLoaded;
    if (this.#state === 'unsupported') return pictured ? t.unsupported : t.unsupportedUnseen;
    if (this.#state === 'loading') return '';
    const refusal = this.#refusal;
    if (refusal) return t.refused(typeof refusal === 'string' ? refusal : explain(refusal.fault, t, true));
    if (this.#held !== null) return t.notStarted(shorten(decode(this.#held.slice(1))) || 'blog');
    const diverged = this.#last?.diverged ?? null;
    return diverged === null ? '' : t.diverged(format.count(diverged));
  }
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A tenth of a learning rate. */
const smaller = (lr: number) => Number((lr / 10).toPrecision(3));

/** What changed that is worth announcing; '' if nothing. A step is not. */
function newsBetween(before: Snapshot, now: Snapshot, t: First): string {
  const epoch = format.count(now.epoch);
  const loss = format.loss(now.loss);
  if (now.queries.length > before.queries.length) return announcement(now, t);
  if (now.ended && !before.ended) {
    return t.announce.ended(epoch, loss, accuracyOf(now, t));
  }
  if (now.step < before.step) return t.announce.reset;
  if (now.playing !== before.playing) return now.playing ? t.announce.playing : t.announce.paused(epoch, loss);
  return '';
}
