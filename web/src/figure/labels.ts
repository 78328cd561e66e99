// The text over the canvas: ticks, and the tips beside asked points and the pointer. The program says where it goes.

import { type Box, meets, round, setHidden, setText, setTransform } from './box';
import type { HoverReport, ProbeReport, QueryReport, Snapshot, Tick } from './protocol';
import { Ticks } from './ticks';
import { around, gap, Tip, type TipText } from './tip';

export interface FigureText {
  /** The plane's name for readers who can't see it. */
  readonly plane: string;
  /** The loss curve's. */
  readonly curve: string;
  /** What the loss curve's axes are. */
  readonly axes: { x: string; y: string };
  query(query: QueryReport, output: Snapshot['output']): TipText;
  hover(hover: HoverReport, output: Snapshot['output']): TipText;
  probe(probe: ProbeReport): TipText;
}

export class Labels {
  #plane: Layer;
  #curve: Layer | null;
  #tips: Tip[] = [];
  #hover: Tip;
  /** The ring around the point in hand. */
  readonly #held = document.createElement('i');
  #probe: Tip | null;
  /** Tells a screen reader what the model says about the place that the keyboard points at. */
  readonly #said = document.createElement('span');

  constructor(plane: HTMLElement, curve: HTMLElement | null) {
    this.#said.className = 'figure-said';
    this.#said.ariaLive = 'polite';
    plane.append(this.#said);
    this.#plane = new Layer(plane, true);
    this.#curve = curve && new Layer(curve, false);
    this.#held.className = 'figure-held';
    this.#plane.box.append(this.#held);
    this.#hover = new Tip(this.#plane.box, 'hover');
    this.#probe = this.#curve && new Tip(this.#curve.box, 'probe', 0);
  }

  /** `pressed`: a gesture is going on. `byKeys`: the reader is pointing with the keyboard. */
  show(snapshot: Snapshot, text: FigureText, pressed: boolean, byKeys: boolean): void {
    this.#plane.measure(snapshot.view !== null);
    this.#curve?.measure(false);
    // All is written before any of it is measured: the page is laid out once.
    this.#write(snapshot, text, pressed);
    for (const layer of [this.#plane, this.#curve]) layer?.measureNumbers();
    for (const tip of this.#all()) tip.measure();
    for (const layer of [this.#plane, this.#curve]) layer?.placeNumbers();
    if (this.#curve) this.#probe?.place(this.#curve.size, [], []);
    this.#ring(snapshot, pressed);
    this.#plane.showNumbersBeside(this.#placeTips(snapshot));
    this.#curve?.showNumbersBeside([]);
    if (byKeys && snapshot.hover) {
      const { title, detail } = text.hover(snapshot.hover, snapshot.output);
      setText(this.#said, `${title}. ${detail}`);
    }
  }

  /** Marks the point in hand: that under the pointer or chosen, or else the last one asked about. */
  #ring({ hover, hand }: Snapshot, pressed: boolean): void {
    setHidden(this.#held, !hand || pressed);
    if (!hand) return;
    this.#held.classList.toggle('last', !hover);
    setTransform(this.#held, `translate(${round(hand[0])}px, ${round(hand[1])}px)`);
  }

  #write({ plane, curve, queries, tool, hover, output }: Snapshot, text: FigureText, pressed: boolean): void {
    this.#plane.write(plane.x, plane.y);
    this.#curve?.write(curve.x, curve.y);
    this.#curve?.name(text.axes);
    const { probe } = curve;
    if (this.#curve) this.#probe?.write(probe?.at ?? null, () => text.probe(probe!), this.#curve.size, this.#curve.em);
    const { size, em } = this.#plane;
    for (let i = this.#tips.length; i < queries.length; i++) this.#tips.push(new Tip(this.#plane.box, 'query'));
    for (const tip of this.#tips.splice(queries.length)) tip.remove();
    this.#tips.forEach((tip, i) => tip.write(queries[i]!.at, () => text.query(queries[i]!, output), size, em));
    const over = tool === 'ask' && !pressed ? (hover?.at ?? null) : null;
    const onQuery = queries.some(({ at }) => at && over && Math.hypot(at[0] - over[0], at[1] - over[1]) < gap);
    this.#hover.write(onQuery && !hover?.held ? null : over, () => text.hover(hover!, output), size, em, hover?.held);
  }

  /** Places the tips where they cover neither a button nor each other, and returns their boxes. */
  #placeTips({ queries }: Snapshot): Box[] {
    const { size, buttons, numbers } = this.#plane;
    const marks = [...numbers, ...queries.flatMap(({ at }) => (at ? [around(at)] : []))];
    const places: (Box | null)[] = queries.map(() => null);
    // The last one asked about comes first, so that it is shown even if there is no room for all.
    const order = [...queries.keys()].sort((a, b) => Number(b === queries.length - 1) - Number(a === queries.length - 1));
    for (const i of order) {
      const taken = places.filter((place) => place !== null);
      places[i] = this.#tips[i]!.place(size, marks, [...buttons, ...taken]);
    }
    const tips = places.filter((place) => place !== null);
    const over = this.#hover.place(size, [...marks, ...tips], buttons);
    if (!over) return tips;
    places.forEach((place, i) => place && meets(place, [over]) && this.#tips[i]!.hide());
    return [...tips, over];
  }

  /** The font changed: everything is measured again. */
  forget(): void {
    this.#plane.forget();
    this.#curve?.forget();
    for (const tip of this.#all()) tip.forget();
  }

  #all(): Tip[] {
    return [...this.#tips, this.#hover, ...(this.#probe ? [this.#probe] : [])];
  }

  remove(): void {
    this.#said.remove();
    this.#plane.remove();
    this.#curve?.remove();
  }
}

/** The labels of one view. */
class Layer {
  readonly box = document.createElement('div');
  readonly size = { width: 0, height: 0 };
  /** The size of its text. */
  em = 0;
  /** The boxes of the buttons over the view, which tips keep clear of. */
  buttons: Box[] = [];
  readonly #cut: boolean;
  readonly #x = new Ticks(this.box, 'x');
  readonly #y = new Ticks(this.box, 'y');
  #names: Record<'x' | 'y', HTMLElement> | null = null;
  /** What the text and the buttons were measured for. */
  #measured = '';

  /** `cut`: what lies outside the view is cut off. */
  constructor(view: HTMLElement, cut: boolean) {
    this.#cut = cut;
    this.box.className = 'figure-labels';
    this.box.ariaHidden = 'true';
    view.append(this.box);
  }

  remove(): void {
    this.box.remove();
  }

  /** Observers would report a new size only after the snapshot that it causes. A zoomed view has one more button. */
  measure(zoomed: boolean): void {
    this.size.width = this.box.clientWidth;
    this.size.height = this.box.clientHeight;
    const measured = `${this.size.width} ${this.size.height} ${zoomed}`;
    if (measured === this.#measured) return;
    this.#measured = measured;
    this.em = parseFloat(getComputedStyle(this.box).fontSize);
    const groups = [...this.box.parentElement!.querySelectorAll<HTMLElement>('.figure-zoom')];
    this.buttons = groups.map((group) => ({
      x: group.offsetLeft,
      y: group.offsetTop,
      width: group.offsetWidth,
      height: group.offsetHeight,
    }));
  }

  write(x: Tick[], y: Tick[]): void {
    this.#x.write(x, this.size);
    this.#y.write(y, this.size);
  }

  measureNumbers(): void {
    this.#x.measure();
    this.#y.measure();
  }

  placeNumbers(): void {
    this.#x.place(this.size, this.#cut, []);
    this.#y.place(this.size, this.#cut, this.#cut ? this.#x.row(this.size) : []);
  }

  /** Names the axes. */
  name(axes: Record<'x' | 'y', string>): void {
    this.#names ??= { x: named(this.box, 'x'), y: named(this.box, 'y') };
    setText(this.#names.x, axes.x);
    setText(this.#names.y, axes.y);
  }

  get numbers(): Box[] {
    return [...this.#x.boxes, ...this.#y.boxes];
  }

  /** Shows only the numbers that these don't cover. */
  showNumbersBeside(places: Box[]): void {
    this.#x.showBeside(places);
    this.#y.showBeside(places);
  }

  forget(): void {
    this.#measured = '';
    this.#x.forget();
    this.#y.forget();
  }
}

/** A place for an axis's name, which CSS puts outside its view. */
function named(box: HTMLElement, axis: string): HTMLElement {
  const name = document.createElement('span');
  name.className = `axis-${axis}`;
  // What that is may be explained there, by who has words for it.
  name.dataset.term = axis === 'x' ? 'epoch' : 'loss';
  box.append(name);
  return name;
}
