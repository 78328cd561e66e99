// Scripts that come when they are asked for. An element that needs one names it (data-late; a term needs `terms`), and a press on
// it waits for the script: then it is made again. What can't be fetched is said beside the element, and the next press tries
// again.

import { placeBeside } from '../../explain/beside';
import { now } from '../../figure/clock';
import { make, setAttribute } from './dom';

export type Late = 'cards' | 'parameters' | 'dialogs' | 'terms' | 'lesson' | 'maker' | 'present';

/** Fetches a script, and gives what begins it. */
type Fetch = () => Promise<() => void>;

/** What failed is fetched again without a press, for what is on the page already, no sooner than this many ms later. */
const pauseMs = 10_000;

export class LateScripts {
  readonly #fetches: Record<Late, Fetch>;
  readonly #missed: () => Promise<string>;
  readonly #here = new Set<Late>();
  readonly #coming = new Map<Late, Promise<boolean>>();
  readonly #failedAt = new Map<Late, number>();
  /** The press that waits: an earlier one is forgotten. */
  #waiting: Event | null = null;

  /** `missed` is called when a script couldn't be fetched, and says so. */
  constructor(fetches: Record<Late, Fetch>, missed: () => Promise<string>) {
    this.#fetches = fetches;
    this.#missed = missed;
    for (const type of ['click', 'keydown', 'pointermove'])
      document.addEventListener(type, (event) => this.#hold(event), { capture: true });
  }

  /** Fetches a script if it isn't there, and begins it; false if it can't be fetched. */
  need(name: Late): Promise<boolean> {
    const coming = this.#coming.get(name) ?? this.#fetch(name);
    this.#coming.set(name, coming);
    return coming;
  }

  /** Whether a script is there; if it isn't it is fetched, and null while it is on its way. */
  has(name: Late): boolean | null {
    if (this.#here.has(name)) return true;
    if (now() - (this.#failedAt.get(name) ?? -Infinity) > pauseMs) void this.need(name);
    return this.#coming.has(name) ? null : false;
  }

  async #fetch(name: Late): Promise<boolean> {
    let begin: () => void;
    try {
      begin = await this.#fetches[name]();
    } catch {
      this.#failedAt.set(name, now());
      this.#coming.delete(name);
      return false;
    }
    this.#here.add(name);
    this.#failedAt.delete(name);
    begin();
    return true;
  }

  #hold(event: Event): void {
    const place = (event.target as Element).closest?.<HTMLElement>('[data-term], [data-late]');
    if (!place) return;
    const name = 'term' in place.dataset ? 'terms' : (place.dataset.late as Late);
    if (this.#here.has(name)) return;
    if (event.type === 'pointermove') void this.#point(event as PointerEvent, place, name);
    else if (event.type === 'click' || (name === 'terms' && ['Enter', ' '].includes((event as KeyboardEvent).key)))
      void this.#press(event, place, name);
  }

  /** A term explains itself under the mouse that came there. */
  async #point(event: PointerEvent, place: Element, name: Late): Promise<void> {
    if (name !== 'terms' || event.pointerType !== 'mouse') return;
    if (!(await this.need(name)) || !place.matches(':hover')) return;
    for (const type of ['pointerover', 'pointermove']) place.dispatchEvent(new PointerEvent(type, event));
  }

  async #press(event: Event, place: Element, name: Late): Promise<void> {
    event.preventDefault();
    event.stopImmediatePropagation();
    const { target } = event;
    this.#waiting = event;
    setAttribute(place, 'aria-busy', 'true');
    const came = await this.need(name);
    place.removeAttribute('aria-busy');
    if (this.#waiting !== event) return;
    this.#waiting = null;
    if (came) target!.dispatchEvent(copyOf(event));
    else say(place, await this.#missed());
  }
}

/** An event like one that was stopped. */
const copyOf = (event: Event): Event => new (event.constructor as typeof Event)(event.type, event);

/** Says something beside an element, until the next press or key. */
function say(place: Element, text: string): void {
  const note = make('p', 'term-tip', text);
  note.setAttribute('role', 'alert');
  (place.closest('dialog') ?? document.body).append(note);
  placeBeside(note, place);
  const over = new AbortController();
  for (const type of ['pointerdown', 'keydown', 'resize'])
    addEventListener(
      type,
      () => {
        over.abort();
        note.remove();
      },
      { capture: true, signal: over.signal },
    );
}
