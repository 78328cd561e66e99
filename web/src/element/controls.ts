// The bar of buttons below an embedded figure, and those over its plane.

import type { Command, Snapshot, Tool } from '../figure/protocol';
import { listenToFit, listenToZoom, type Zoom } from '../figure/zoom';
import { clock, shortClock, standstill } from '../words/clock';
import type { FigureStrings } from '../words/en/figure';
import { type Icon, icon, setIcon } from './icons';
import { Menu, type Offers } from './menu';

export type ControlSet = 'full' | 'basic' | 'none';

/** How many classes have a button of their own. */
const buttons = 2;

const speeds = [1, 10, 100, 1000];
export const allTools = ['ask', 'add0', 'add1', 'move', 'erase'] as const;

export type BarTool = (typeof allTools)[number];

export class Controls {
  readonly bar = document.createElement('div');
  /** Over the plane: the button back to the fitted view and, with full controls, the zoom buttons. */
  readonly zoom: HTMLElement;
  readonly #send: (command: Command) => void;
  readonly #menu: Menu;
  #strings: FigureStrings;
  #playing = false;
  #play!: HTMLButtonElement;
  #step!: HTMLButtonElement;
  #speeds: HTMLSelectElement[] = [];
  #clock!: HTMLElement;
  #tools: HTMLButtonElement[] = [];
  /** The tools again, as a list: in a narrow bar, and where there are more classes than buttons. */
  #toolList: HTMLSelectElement | null = null;
  #offered: BarTool[] = [];

  /** `plane` gets the focus when a focused button disappears. */
  constructor(
    set: ControlSet,
    tools: BarTool[],
    zoom: Zoom,
    strings: FigureStrings,
    plane: HTMLElement,
    send: (command: Command) => void,
    offers: Offers,
  ) {
    this.#send = send;
    this.#strings = strings;
    this.bar.className = 'bar';
    this.bar.part.add('controls');
    this.bar.hidden = set === 'none';
    const keys = this.#group(strings.page.transport);
    const reset = () => this.#button('reset', strings.page.reset, () => send({ type: 'reset' }));
    const more: HTMLElement[] = [];
    keys.append(
      reset(),
      (this.#play = this.#button('play', strings.page.play, () => send({ type: this.#playing ? 'pause' : 'play' }))),
      (this.#step = this.#button('step', strings.page.step, () => send({ type: 'step' }))),
    );
    this.#play.classList.add('primary');
    this.#clock = document.createElement('output');
    this.#clock.className = 'clock';
    if (set === 'full') {
      this.bar.classList.add('full');
      if (tools.length > 1) this.#offerTools(tools);
      this.#speeds = [this.#speedList(), this.#speedList()];
      more.push(worded(reset(), strings.page.reset), this.#speeds[1]!);
      for (const each of more) each.classList.add('narrow');
      this.bar.append(keys, this.#clock, this.#speeds[0]!);
    } else {
      this.bar.append(keys, this.#clock);
    }
    this.#menu = new Menu(strings, offers, more);
    this.bar.append(this.#menu.button, this.#menu.list);
    this.zoom = this.#offerZoom(set === 'full' && zoom !== 'off', plane);
  }

  show(snapshot: Snapshot): void {
    const t = this.#strings;
    this.#playing = snapshot.playing;
    setIcon(this.#play.querySelector('svg')!, snapshot.playing ? 'pause' : 'play');
    label(this.#play, snapshot.playing ? t.pause : snapshot.ended ? t.playOn : t.page.play);
    const far = clock(snapshot, t);
    if (this.#clock.textContent !== far) {
      this.#clock.textContent = far;
      this.#clock.dataset.short = shortClock(snapshot, t);
    }
    // Not each step of a run is told aloud.
    this.#clock.ariaLive = snapshot.playing ? 'off' : null;
    const still = String(standstill(snapshot) !== null);
    for (const button of [this.#play, this.#step]) if (button.ariaDisabled !== still) button.ariaDisabled = still;
    for (const list of this.#speeds)
      if (list.value !== String(snapshot.stepsPerFrame)) list.value = String(snapshot.stepsPerFrame);
    for (const button of this.#tools) {
      const pressed = String(button.dataset.tool === snapshot.tool);
      if (button.ariaPressed !== pressed) button.ariaPressed = pressed;
    }
    const list = this.#toolList;
    if (!list) return;
    this.#listTools(list, snapshot.counts.length);
    if (list.value !== snapshot.tool) list.value = snapshot.tool;
  }

  /** Lists the tools for this many classes; where `add1` is offered, also a tool to add each further class. */
  #listTools(list: HTMLSelectElement, classes: number): void {
    const t = this.#strings;
    const adds = this.#offered.includes('add1') ? Math.max(0, classes - buttons) : 0;
    if (list.length === this.#offered.length + adds) return;
    const more = [...Array(adds).keys()].map((i) => new Option(t.addClass(buttons + i), `add${buttons + i}`));
    list.replaceChildren(...this.#offered.flatMap((name) => [new Option(t.page[name], name), ...(name === 'add1' ? more : [])]));
    this.bar.classList.toggle('many', adds > 0);
  }

  #offerZoom(all: boolean, plane: HTMLElement): HTMLElement {
    const t = this.#strings.page;
    const group = this.#group(t.zoom);
    group.className = 'figure-zoom';
    const fit = this.#button('fit', t.fit);
    if (all) {
      const nearer = this.#button('zoom-in', t.zoomIn);
      const farther = this.#button('zoom-out', t.zoomOut);
      listenToZoom({ nearer, farther, fit }, this.#send);
      group.append(nearer, farther);
    } else {
      listenToFit(fit, plane, this.#send);
    }
    group.append(fit);
    return group;
  }

  #offerTools(tools: BarTool[]): void {
    const group = this.#group(this.#strings.page.tools);
    this.#tools = tools.map((tool) => {
      const button = this.#button(tool, this.#strings.page[tool], () => this.#send({ type: 'tool', tool }));
      button.dataset.tool = tool;
      return button;
    });
    group.classList.add('tools');
    group.append(...this.#tools);
    const list = document.createElement('select');
    list.className = 'tool-list';
    list.part.add('tools');
    list.ariaLabel = this.#strings.page.tools;
    list.addEventListener('change', () => this.#send({ type: 'tool', tool: list.value as Tool }));
    this.#toolList = list;
    this.#offered = tools;
    this.#listTools(list, buttons);
    this.bar.append(group, list);
  }

  #speedList(): HTMLSelectElement {
    const select = document.createElement('select');
    select.ariaLabel = this.#strings.page.speed;
    for (const steps of speeds) select.add(new Option(this.#strings.stepsPerFrame(steps), String(steps)));
    select.addEventListener('change', () => this.#send({ type: 'speed', stepsPerFrame: Number(select.value) }));
    return select;
  }

  #group(name: string): HTMLElement {
    const group = document.createElement('div');
    group.role = 'group';
    group.ariaLabel = name;
    return group;
  }

  #button(name: Icon, text: string, act?: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.part.add(`button-${name}`);
    button.append(icon(name));
    label(button, text);
    if (act) button.addEventListener('click', act);
    return button;
  }
}

/** Keeps keys that a button, a list or a slider uses from a slide show around the figure. */
export function keepKeys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { target, key } = event;
  const used = (target as Element).matches('button')
    ? / |Enter/
    : (target as Element).matches('select')
      ? / |Enter|Arrow|Home|End|Page/
      : (target as Element).matches('[type="range"], [role="slider"]')
        ? /Arrow|Home|End|Page/
        : null;
  if (used?.test(key)) event.stopPropagation();
}

/** Gives a button in a list a text that says what it does. */
function worded(button: HTMLButtonElement, text: string): HTMLButtonElement {
  button.append(text);
  button.removeAttribute('title');
  return button;
}

function label(button: HTMLButtonElement, text: string): void {
  if (button.ariaLabel === text) return;
  button.ariaLabel = text;
  button.title = text;
}
