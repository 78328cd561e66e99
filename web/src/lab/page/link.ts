// The scene on the page, as a link. The address bar holds it, the gallery marks it, Share and Embed pass it on.

import { now } from '../../figure/clock';
import type { Refusal, Snapshot } from '../../figure/protocol';
import type { First } from '../../words/en';
import { partsOf as partsOfAddress } from '../lesson/course';
import type { Start } from '../lesson/start';
import type { Ask, Part, Send } from '../ui/part';
import { enter, rewrite } from './entries';

/** The least time between two changes of the address: browsers refuse more than a hundred in half a minute. */
const pauseMs = 500;

/** The longest link that browsers and chat programs accept. */
const longest = 30_000;

/** Stands for a fragment that is longer. */
const tooLong = '…';

export class SceneLink implements Part<First> {
  /**
   * The scene and its edits as a fragment without '#', or `tooLong`. Where the run is and the session's other settings are
   * kept apart.
   */
  fragment = '';
  besides = '';
  step = 0;
  /** The address's fragment, if it was not started because it stopped the program before. */
  held: string | null = null;
  /** What a lesson adds to the fragment, before the scene; '': there is none. */
  #lesson = '';
  readonly #send: Send;
  readonly #ask: Ask;
  readonly #changed: () => void;
  /** The presets by their fragments. What runs may be one however it came about. */
  readonly #presets = new Map<string, string>();
  /** The same, but for those about a training, by their data and model. */
  readonly #subjects = new Map<string, string>();
  /** The same, by all but what is asked about. */
  readonly #described = new Map<string, string>();
  /** The generation before a load in progress, or null. */
  #expected: number | null = -1;
  /** Whether a load has just arrived. */
  #arrived = false;
  #generation = -1;
  #playing = false;
  #seen = '';
  /** The address's fragment as last read or written here. If it differs, the reader changed it and the event is yet to come. */
  #hash = '';
  #timer = 0;
  #last = 0;

  /**
   * `changed` is called when the fragment or the preset changed, `moved` when the reader changed the address; `hold`: the page's
   * scene is not to be started; `start`: the scene where the address has none.
   */
  constructor(send: Send, ask: Ask, changed: () => void, moved: () => void, hold: boolean, start: Start | null) {
    this.#send = send;
    this.#ask = ask;
    this.#changed = changed;
    // It also comes where Back leads to another query, of a group or a presentation; a hashchange doesn't.
    addEventListener('popstate', () => {
      if (location.hash !== this.#hash && !this.#loadAddress() && location.hash === '') this.begin({ link: 'preset=blog' });
      moved();
    });
    // A page in the background may be thrown away, and one that was left made anew: then the address says how far the run was.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && this.settled) this.refresh();
    });
    if (hold) this.held = this.#hash = location.hash;
    if (!hold) this.#loadAddress(true, start);
  }

  /** The preset on the page. */
  get preset(): string | null {
    return this.#presets.get(this.fragment) ?? null;
  }

  /** The preset whose data and model are on the page, whatever points were asked about and however it is trained. */
  get subject(): string | null {
    return this.#subjects.get(subjectOf(this.fragment)) ?? this.described;
  }

  /** The preset of whose run all that is said is true, whatever points were asked about. */
  get described(): string | null {
    return this.#described.get(subjectOf(this.fragment, true)) ?? null;
  }

  /** The fragment of the scene alone: a preset by its name. */
  get short(): string {
    const { preset } = this;
    return preset === null ? this.fragment : preset === 'blog' ? '' : `preset=${preset}`;
  }

  /** Whether the scene that was last asked for is on the page. */
  get settled(): boolean {
    return this.#expected === null;
  }

  /** Starts what was held back. */
  beginHeld(): void {
    this.held = null;
    if (!this.#loadAddress()) this.begin({ link: 'preset=blog' });
  }

  /** Reads again what is on the page, whether it plays or not; with 0 also a fragment that is too long for an address. */
  refresh(most = longest): void {
    this.#read(true, most);
  }

  /** The scene, the settings besides it and the step, as a fragment of its own. */
  get whole(): string {
    return join(this.short || 'preset=blog', this.besides, this.step > 0 ? `step=${this.step}` : '');
  }

  /** The page's address with the scene, or null if that is too long. */
  get address(): string | null {
    const url = new URL(location.href);
    url.hash = '';
    // A lesson whose address has no scene begins its step's own.
    const short = this.#lesson ? join(this.#lesson, this.whole) : this.whole.replace(/^preset=blog(&|$)/, '');
    if (short.length > longest || this.fragment === tooLong) return null;
    return short ? `${url.href.replace(/#$/, '')}#${short}` : url.href.replace(/#$/, '');
  }

  /** Loads a preset as a new entry in the browser's history: Back returns to the previous run, with its changes. */
  load(preset: string): void {
    this.refresh();
    const link = `preset=${preset}`;
    if (this.preset !== preset || this.step > 0) enter(`#${join(this.#lesson, link)}`);
    this.#hash = location.hash;
    this.begin({ link });
  }

  /** What a lesson adds to the fragment from now on, in this entry of the browser's history. */
  keep(lesson: string): void {
    this.#lesson = lesson;
    if (this.settled) this.#writeAddress();
  }

  /**
   * Goes to a step of a lesson, in a new entry of the browser's history: `search` and `lesson` say which, in the address's query
   * and fragment. It begins a scene, if it has one of its own.
   */
  turn(search: string, lesson: string, start: Start | null): void {
    this.refresh();
    this.#lesson = lesson;
    enter(`${location.pathname}${search}#${join(lesson, start?.link ?? partsOfAddress(location.hash).scene)}`);
    this.#hash = location.hash;
    if (start) this.begin(start);
    else this.#writeAddress();
  }

  show(s: Snapshot): void {
    const { generation } = s;
    this.#generation = generation;
    if (this.#expected !== null && generation !== this.#expected) {
      this.#expected = null;
      this.#arrived = true;
      this.#seen = '';
    }
    this.#playing = s.playing;
    const seen = `${generation}/${s.changes}/${s.playing ? '' : s.step}/${JSON.stringify(s.stop)}/${s.threshold}`;
    if (seen === this.#seen || this.#expected !== null) return;
    this.#seen = seen;
    // What a load brought is settled at once; a change by hand may continue.
    const wait = this.#arrived ? 0 : Math.max(0, this.#last + pauseMs - now());
    clearTimeout(this.#timer);
    if (wait === 0) this.#read();
    else this.#timer = window.setTimeout(() => this.#read(), wait);
  }

  refuse(refusal: Refusal): boolean {
    if (refusal.command === 'load') this.forget();
    return false; // the page's notice says so
  }

  /** What was asked for last doesn't come: the address is that of the run again. */
  forget(): void {
    if (this.#expected === null) return;
    this.#expected = null;
    this.#seen = '';
  }

  #read(step = !this.#playing, most = longest): void {
    const link = this.#ask({ type: 'link', longest: most });
    if (link === undefined) {
      this.#seen = '';
      return;
    }
    const { scene: fragment, besides, step: at } = partsOf(link ?? tooLong);
    this.step = step ? at : 0;
    this.besides = besides;
    this.#last = now();
    this.fragment = fragment;
    if (this.#presets.size === 0) {
      for (const [preset, link] of Object.entries(this.#ask({ type: 'presets' }) ?? {})) {
        this.#presets.set(link, preset);
        if (!aboutTraining.includes(preset)) this.#subjects.set(subjectOf(link), preset);
        this.#described.set(subjectOf(link, true), preset);
      }
    }
    // Until the reader does something else, the address keeps the scene that was not started.
    if (this.held !== null && this.preset === 'blog' && at === 0 && besides === '') return;
    this.held = null;
    this.#arrived = false;
    this.#writeAddress();
    this.#changed();
  }

  #writeAddress(): void {
    if (location.hash !== this.#hash) return;
    const address = this.address ?? location.href.replace(/#.*/, '');
    if (address !== location.href) rewrite(address);
    this.#hash = location.hash;
  }

  #loadAddress(first = false, start: Start | null = null): boolean {
    this.#hash = location.hash;
    const { lesson, scene } = partsOfAddress(location.hash);
    if (scene !== '' && document.getElementById(scene)) return false;
    this.#lesson = lesson;
    const asked = scene === '' ? start : { link: scene };
    if (asked) this.begin(asked, first);
    return asked !== null;
  }

  /** Starts a scene in the present entry of the browser's history. */
  begin(start: Start, first = false): void {
    this.held = null;
    this.#expected = Math.max(0, this.#generation);
    this.#send({ type: 'load', ...start, first });
  }
}

const join = (...parts: string[]) => parts.filter(Boolean).join('&');

/** A link's scene, the settings besides it, and the step the run is at. */
function partsOf(link: string): { scene: string; besides: string; step: number } {
  const parts = link.split('&');
  const besides = parts.filter((part) => /^(stop\.|names=|threshold=)/.test(part));
  const step = parts.find((part) => part.startsWith('step='));
  const scene = parts.filter((part) => part !== step && !besides.includes(part));
  return { scene: scene.join('&'), besides: besides.join('&'), step: Number(step?.slice('step='.length) ?? 0) };
}

/** The presets that show a kind of training, not only data and a model. */
const aboutTraining = ['rosenblatt', 'diverging'];

/** A scene's data and model, with points added, moved and removed; also how it is trained, if `training` is set. */
function subjectOf(fragment: string, training = false): string {
  const parts = fragment.split('&').filter((part) => !/^$|^(v|queries)=/.test(part) && (training || !part.startsWith('train.')));
  const edits = parts.find((part) => part.startsWith('edits='));
  const kept = edits
    ?.replace('edits=', '')
    .split(';')
    .filter((edit) => /:(add|move|remove):/.test(edit) || (training && edit.includes(':set:')));
  return [...parts.filter((part) => part !== edits), ...(kept ?? [])].join('&');
}
