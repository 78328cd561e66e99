// The views below a figure's plane and buttons: a place for each from the start, and in it the view as soon as its file has
// arrived, which is fetched only for figures that show it.

import { IntersectionObserver } from '../figure/observers';
import type { Snapshot } from '../figure/protocol';
import { type ViewName, viewNames } from '../figure/viewnames';
import { keepKeys } from './controls';
import { pinned } from './pinned';
import type { Given, Shown, ViewFile } from './views/given';

const files = {
  neuron: () => import('./views/neuron'),
  sigmoid: () => import('./views/sigmoid'),
  cost: () => import('./views/cost'),
  pushes: () => import('./views/pushes'),
  weights: () => import('./views/weights'),
  hidden: () => import('./views/hidden'),
} satisfies Record<ViewName, () => Promise<{ file: ViewFile }>>;

/** A view's place. */
interface Place {
  box: HTMLElement;
  title: HTMLElement;
  seen: boolean;
  loading: boolean;
  file: Pick<ViewFile, 'title' | 'onPlane'> | null;
  view: Shown | null;
}

export class Views {
  /** Holds the places; empty if no view is wanted. */
  readonly box = document.createElement('div');
  readonly #places = new Map<ViewName, Place>();
  readonly #list = document.createElement('div');
  readonly #given: Given;
  #snapshot: Snapshot | null = null;
  /** Whether the figure loads or has loaded, and so the views' files, too. */
  #begun = false;
  #planeSeen = false;
  /** Whether something is shown that names terms. */
  #told = false;
  readonly #seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (target === this.#given.plane) this.#planeSeen = isIntersecting;
      for (const place of this.#places.values()) {
        if (place.box === target) place.seen = isIntersecting;
        if (place.box === target || place.file?.onPlane) this.#draw(place);
      }
    }
  });

  constructor(given: Given) {
    this.#given = given;
    this.box.className = 'below';
    this.#list.className = 'below-list';
    this.#list.part.add('views');
    this.box.append(this.#list);
    this.box.addEventListener('keydown', keepKeys);
  }

  get any(): boolean {
    return this.#places.size > 0;
  }

  /** Shows these and no others. */
  choose(names: readonly string[]): void {
    this.#told = names.some((name) => name !== 'plane');
    for (const [name, { view, box }] of this.#places) {
      if (names.includes(name)) continue;
      view?.remove?.();
      this.#seen.unobserve(box);
      box.remove();
      this.#places.delete(name);
    }
    for (const name of viewNames) if (names.includes(name) && !this.#places.has(name)) this.#places.set(name, makePlace(name));
    const places = viewNames.flatMap((name) => this.#places.get(name) ?? []);
    places.forEach(({ box }, i) => {
      if (this.#list.children[i] !== box) this.#list.insertBefore(box, this.#list.children[i]!);
      this.#seen.observe(box);
    });
    this.box.hidden = !this.any;
    if (this.#begun) this.begin();
    this.refresh();
  }

  /** Loads what is missing. */
  begin(): void {
    this.#begun = true;
    if (this.#told) this.#explain();
    for (const [name, place] of this.#places) void this.#load(name, place);
  }

  show(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    this.refresh();
  }

  /** The language changed, or which views there are. */
  refresh(): void {
    for (const place of this.#places.values()) this.#draw(place);
  }

  /** The element is no longer in a page, or its views must be made again. */
  clear(): void {
    this.#begun = false;
    this.choose([]);
  }

  /** What terms mean comes with the first view that names one. */
  #explain(): void {
    pinned('./views/terms', () => import('./views/terms')).then(
      ({ terms }) => terms(this.#given),
      (error) => this.#given.failed(String(error)),
    );
  }

  async #load(name: ViewName, place: Place): Promise<void> {
    if (place.loading || place.view) return;
    place.loading = true;
    try {
      const { file } = await pinned(`./views/${name}`, files[name]);
      if (this.#places.get(name) !== place) return;
      place.file = file;
      if (file.onPlane) this.#seen.observe(this.#given.plane);
      place.view = file.make(this.#given);
      // Its words come with the first numbers, and make room for themselves.
      place.view.element.style.visibility = 'hidden';
      place.box.append(place.view.element);
    } catch (error) {
      // The next list of views tries again, and so does a connection that is back.
      place.file = {
        title: (title) => {
          title.textContent = this.#given.strings().viewMissing;
          title.hidden = false;
        },
      };
      this.#given.failed(`views ${name}: ${String(error)}`);
    }
    place.loading = false;
    this.refresh();
  }

  #draw({ file, view, title, seen }: Place): void {
    file?.title(title, this.#given.language(), this.#snapshot);
    if (!view || !this.#snapshot || !(seen || (file?.onPlane && this.#planeSeen))) return;
    view.show(this.#snapshot);
    view.element.style.visibility = '';
  }
}

function makePlace(name: ViewName): Place {
  const box = document.createElement('section');
  const title = document.createElement('h3');
  box.className = `below-view below-${name}`;
  title.id = `below-${name}`;
  title.hidden = true;
  box.setAttribute('aria-labelledby', title.id);
  box.append(title);
  return { box, title, seen: false, loading: false, file: null, view: null };
}
