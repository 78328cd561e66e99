// <perceptron-lab>: a live figure in anybody's page. docs/embedding.md lists its attributes, methods and events.

import { Turns } from '../explain/turns';
import { Caution, warns } from '../figure/caution';
import { Figure } from '../figure/figure';
import { json } from '../figure/json';
import { IntersectionObserver } from '../figure/observers';
import type { Command, Request, Snapshot, XY } from '../figure/protocol';
import type { FigureState } from '../figure/state';
import { askedBy } from '../tasks/asked';
import type { FigureStrings } from '../words/en/figure';
import { figures } from '../words/figures';
import { type Language, languages } from '../words/languages';
import { tips } from '../words/tips';
import { controlsOf, loadingOf, mistakesOf, wordsOf } from './attributes';
import { Content } from './content';
import { Controls, keepKeys } from './controls';
import { Cover } from './cover';
import type { PerceptronLabDetails, PerceptronLabEventMap } from './events';
import { leastHeight } from './least';
import { follow } from './links';
import { News } from './news';
import { pinned } from './pinned';
import { isOn, reflect, takeUp, texts } from './properties';
import { exactly, jsonOf, loadOf, messageOf, parse, sceneAttributes, signatureOf } from './scene';
import css from './style.css';
import { Views } from './views';

/** How far from the window a figure starts to load. */
const nearby = '300px';

const shared = new CSSStyleSheet();
shared.replaceSync(css);

/**
 * A live figure of a model that learns.
 *
 * @tagname perceptron-lab
 * @attr {string} preset - a scene by its name: blog, and, or, xor, xor-mlp, overlap, moons, circles, spirals,
 * three-classes, rosenblatt, diverging, empty
 * @attr {string} scene - a scene as JSON, or the address of a JSON file
 * @attr {string} src - a share link of the Lab
 * @attr {number} seed - the scene's model.manual_seed
 * @attr {number} lr - the scene's train.lr
 * @attr {'full'|'basic'|'none'} [toolbar=basic] - which buttons are below the picture
 * @attr {'full'|'basic'|'none'} [controls=basic] - the same; HTML minifiers drop its value
 * @attr {string} set - more values for the scene, as in a link: train.lr=0.1&model.layers=2,4,1
 * @attr {string} [tools=ask add0 add1 move erase] - the tools that full controls offer
 * @attr {'on'|'no-touch'|'off'} [zoom=on] - whether readers can zoom the plane: yes, not with two fingers, or not at all
 * @attr {string} [views=plane] - what is drawn: plane, and any of curve, neuron, sigmoid, cost, pushes, weights, hidden
 * @attr {boolean} autoplay - plays while it is in view, but not for readers who prefer reduced motion
 * @attr {'lazy'|'eager'|'interaction'} [loading=lazy] - loads when near the window, at once, or when its button is pressed
 * @attr {string} poster - the address of the picture that is shown until the figure is live
 * @attr {'light'|'dark'|'auto'} [theme=auto] - the colours; auto follows the page's color-scheme
 * @attr {string} lang - the code of a language that the Lab has, as en or ko, set on it or on an ancestor
 * @attr {string} lab - the address of a Lab, in which the menu opens the run
 * @attr {string} alt - what the picture shows, for readers who can't see it
 *
 * @fires ready - the live figure has taken the still picture's place
 * @fires progress - how much of the program has arrived
 * @fires train - another epoch
 * @fires ask - a point was asked about
 * @fires report - what it shows changed
 * @fires change - the run was changed, or started over
 * @fires error - what could not be done, and why
 *
 * @slot - the still picture: what feeds, printers and pages without scripts show
 *
 * @csspart plane - the picture
 * @csspart curve - the loss curve
 * @csspart controls - the bar of buttons
 * @csspart views - the views below it
 * @csspart button-reset - a button, as button-play, button-step, and with full controls button-ask, button-add0 …
 * @csspart button-play - plays and pauses
 * @csspart button-step - takes one step
 * @csspart button-zoom-in - over the plane with full controls, as is button-zoom-out
 * @csspart button-menu - opens the menu: the picture, the code, the run in the Lab
 * @csspart menu - what it opens
 * @csspart tools - the list of tools, in a narrow bar and for more than two classes
 * @csspart button-fit - over a plane that was zoomed or moved: back to all points
 * @csspart poster - the picture of the poster attribute
 *
 * @cssprop --perceptron-background - behind the points
 * @cssprop --perceptron-card - the figure's own background, under the controls
 * @cssprop --perceptron-ink - words and icons
 * @cssprop --perceptron-line - borders
 * @cssprop --perceptron-accent - the play button, and the tool in use
 * @cssprop --perceptron-plane - the least height of a plane with views below it
 * @cssprop --perceptron-radius - the radius of the corners
 */
export class PerceptronLab extends HTMLElement {
  #figure: Figure | null = null;
  #scene: unknown;
  /** What the figure was, or was asked for, when the element left the page. */
  #owed: string[] = [];
  #begun = false;
  /** Whether no program has shown anything of the run yet. */
  #first = true;
  /** Of the latest load asked for, which ends an earlier one. */
  #latest = new AbortController();
  /** Settled once it has been sent, or refused. */
  #loaded: Promise<void> | null = null;
  /** Commands for a scene that is still being fetched; null if none is. */
  #waiting: string[] | null = null;
  /** Why the scene can't be started; '' if it can. */
  #refusal = '';
  readonly #caution = new Caution();
  readonly #news = new News();
  #controls: Controls | null = null;
  readonly #size = new CSSStyleSheet();
  readonly #poster = document.createElement('img');
  readonly #plane = make('div', 'plane');
  readonly #curve = make('div', 'curve');
  readonly #views = make('div', 'views');
  #more: Views = this.#makeViews();
  /** Whether a reader may change the run in a view. */
  #changes = true;
  readonly #content = new Content(this, () => this.#reserve());
  readonly #cover = new Cover((event) => {
    event.preventDefault();
    this.#start(true);
  });
  readonly #attributes = new MutationObserver((records) => this.#heed(records));
  readonly #near = new IntersectionObserver(
    (entries) => {
      if (entries[entries.length - 1]!.isIntersecting && this.#loading === 'lazy') this.#start();
    },
    { rootMargin: nearby },
  );

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open', slotAssignment: 'manual' });
    this.#poster.className = 'poster';
    this.#poster.part.add('poster');
    this.#plane.append(this.#content.pictures, this.#cover.box);
    this.#plane.part.add('plane');
    this.#curve.part.add('curve');
    this.#views.append(this.#plane, this.#curve);
    this.#views.addEventListener('keydown', keepKeys);
    shadow.append(this.#views, this.#more.box, this.#content.rest);
  }

  connectedCallback(): void {
    follow();
    if (this.#figure) return;
    // In another document, such as a frame's, they can't be used.
    if (this.ownerDocument === document) this.shadowRoot!.adoptedStyleSheets = [shared, this.#size];
    takeUp(this, [...texts, 'scene', 'autoplay']);
    this.#content.connect();
    this.#showPoster();
    this.#check();
    this.#choose();
    this.#cover.translate(this.#strings, this.#loading === 'interaction');
    this.#figure = this.#makeFigure();
    this.#offerControls();
    this.#attributes.observe(this, { attributeOldValue: true });
    this.#near.observe(this);
    if (this.#loading === 'eager') this.#start();
    this.#serve();
  }

  disconnectedCallback(): void {
    // An element moved within the page is in it again by then, and keeps its run.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  /** A tree that comes into another document has lost its style sheets, those of its views, too. */
  adoptedCallback(): void {
    this.#end();
  }

  #end(): void {
    if (!this.#figure) return;
    if (this.#begun) this.#owed = this.#figure.owed;
    this.#figure.dispose();
    this.#figure = null;
    this.#begun = false;
    this.#more.clear();
    this.#content.disconnect();
    this.#near.disconnect();
  }

  /** What the figure shows now; null before it is live. */
  get snapshot(): Snapshot | null {
    return this.#figure?.snapshot ?? null;
  }

  /** Its state, from the still picture to the live one. */
  get state(): FigureState {
    return this.#figure?.state ?? 'waiting';
  }

  play(): void {
    this.send({ type: 'play' });
  }

  pause(): void {
    this.send({ type: 'pause' });
  }

  /** Takes `n` optimiser steps: at once, or, if they are very many, as a run that plays until they are taken. */
  step(n = 1): void {
    if (Number.isInteger(n) && n >= 1) this.send({ type: 'step', ...(n > 1 && { n }) });
    else this.#mistake(`step: ${typeof n === 'number' ? n : typeof n}: want a whole number from 1`);
  }

  reset(): void {
    this.send({ type: 'reset' });
  }

  /** Asks what the model says about a point; the answer is an `ask` event. */
  ask(x: XY): void {
    this.send({ type: 'addQuery', x });
  }

  addPoint(x: XY, y: number): void {
    this.send({ type: 'addPoint', x, y });
  }

  /** The scene as an object, JSON or the address of a JSON file; with null, the other attributes decide. */
  get scene(): unknown {
    return this.#scene ?? this.getAttribute('scene');
  }

  set scene(scene: unknown) {
    if (typeof scene === 'object' && scene !== null) this.setScene(scene);
    else if (scene === null || scene === undefined) this.removeAttribute('scene');
    else this.setAttribute('scene', String(scene));
  }

  get autoplay(): boolean {
    return isOn(this, 'autoplay');
  }

  set autoplay(on: boolean) {
    this.toggleAttribute('autoplay', on);
  }

  /** Starts another scene: an object in the scene format, or its JSON. A bad one causes an `error` event. */
  setScene(scene: unknown): void {
    this.#heed();
    try {
      // A copy: what the page does to its own afterwards is not what it asked for.
      this.#scene = parse(typeof scene === 'string' ? scene : jsonOf(scene, 'scene'), 'scene');
      this.#loadAnew();
    } catch (error) {
      this.#mistake(messageOf(error));
    }
  }

  /** Continues from what getSession returned, here or on another page. */
  setSession({ scene, step }: { scene: unknown; step: number }): void {
    this.#heed();
    this.#latest.abort();
    this.#waiting = null;
    this.send({
      type: 'load',
      scene: scene ?? null, // without one it would be the blog post's
      restore: {
        step,
        playing: false,
        stepsPerFrame: this.snapshot?.stepsPerFrame ?? 1,
        stop: { loss: null, tol: null, noMistakes: false },
      },
    });
  }

  /** The scene with all edits made to it, and the step that the run is at; null before the figure is live. */
  getSession(): { scene: unknown; step: number } | null {
    const session = this.#figure?.session;
    if (!session) return null;
    const { scene, restore } = exactly(session) as { scene: unknown; restore: { step: number } };
    return { scene, step: restore.step };
  }

  /** The picture after all that was asked for, without its words, as a PNG. Rejects unless the figure is live. */
  async toBlob(): Promise<Blob> {
    this.#heed();
    await this.#loaded;
    const picture = this.#figure?.draw();
    if (!picture) throw new Error('toBlob: want a live figure');
    const context = picture.getContext('2d')!;
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = getComputedStyle(this.#plane).backgroundColor;
    context.fillRect(0, 0, picture.width, picture.height);
    return new Promise((resolve, reject) => {
      picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('toBlob: no PNG'))));
    });
  }

  /** Sends any command of the protocol; a figure that hasn't started starts. */
  send(command: Command): void {
    this.#heed();
    if (!this.#figure) {
      this.#mistake(`${command.type}: the element is not in a page`);
      return;
    }
    let text: string;
    try {
      text = jsonOf(command, command?.type);
    } catch (error) {
      this.#mistake(messageOf(error));
      return;
    }
    this.#start();
    this.#figure.use();
    if (this.#waiting) this.#waiting.push(text);
    else this.#figure.post(text);
  }

  /** Carries out the parts of a link: ['train.lr=0.1', 'play']. */
  obey(parts: readonly string[]): void {
    const { commands, shown, unknown } = askedBy(parts);
    for (const part of unknown) this.#mistake(`link part ${part}: want play, train.lr=0.1, ask=1,-1 …`);
    for (const command of commands) this.send(command);
    if (shown.length > 0) this.#prose(({ show }) => show(this, shown, (message) => this.#mistake(message)));
  }

  /** Fetches what serves the prose around figures. */
  #prose(use: (prose: typeof import('./prose/prose')) => void): void {
    pinned('./prose/prose', () => import('./prose/prose')).then(use, (error: unknown) => this.#mistake(String(error)));
  }

  /** Serves the prose of the same tree that names this figure, if there is any. */
  #serve(): void {
    const tree = this.getRootNode() as ParentNode;
    const told = `[data-figure="${CSS.escape(this.id)}"]:is([data-value], [data-goal], [data-guess])`;
    if (this.id && tree.querySelector(told))
      this.#prose(({ takeUp }) => takeUp(tree, this, (request) => this.#figure?.request(request)));
  }

  get #loading(): string {
    return loadingOf(this);
  }

  /** Reports attribute values that mean nothing. */
  #check(): void {
    for (const message of mistakesOf(this)) this.#mistake(message);
  }

  get #language(): Language {
    return languages.find(({ code }) => this.matches(`:lang(${code})`))?.code ?? 'en';
  }

  get #strings(): FigureStrings {
    return figures[this.#language];
  }

  /** Shows the views that its attribute names, and keeps their place. */
  #choose(): void {
    const names = wordsOf(this, 'views');
    this.#curve.hidden = !names.includes('curve');
    this.#more.choose(names);
    this.#views.classList.toggle('stacked', this.#more.any);
    this.#reserve();
  }

  #makeViews(): Views {
    const given = {
      send: (command: Command) => this.send(command),
      ask: Object.assign(<R extends Request>(request: R) => this.#figure?.request(request), { turns: new Turns() }),
      changes: () => this.#changes,
      plane: this.#plane,
      language: () => this.#language,
      strings: () => this.#strings,
      failed: (message: string) => this.#mistake(message),
    };
    return new Views(given);
  }

  #makeFigure(): Figure {
    const words = tips(() => this.#strings);
    const name = () => this.getAttribute('alt') ?? words.plane;
    const text = Object.create(words, { plane: { get: name } }) as typeof words;
    const figure = new Figure({
      root: this.#views,
      whole: this,
      plane: this.#plane,
      curve: this.#curve,
      text,
      hasStill: () => this.#hasStill,
      running: async () => {
        // Otherwise it would begin with another scene.
        while (this.#waiting) await this.#loaded;
        return pinned('../figure/running', () => import('../figure/running'));
      },
    });
    figure.on('begin', () => this.#caution.begin(signatureOf(this, this.#scene)));
    figure.on('state', (state, detail) => {
      this.#cover.become(state, figure.crashed);
      if (state === 'live' || state === 'waiting') this.#caution.clear();
      if (state === 'live') {
        this.#emit('ready', {});
        this.#serve();
        this.#autoplay();
      }
      if (state === 'stopped') {
        if (figure.crashed) this.#caution.end(signatureOf(this, this.#scene));
        if (detail !== this.#refusal) this.#mistake(detail);
      }
    });
    figure.on('progress', (fraction) => {
      this.#cover.progress = fraction;
      this.#emit('progress', { fraction });
    });
    figure.on('refusal', ({ command, message }) =>
      command === 'load' && this.#first ? this.#refuse(message, command) : this.#mistake(message, command),
    );
    const again = () => {
      if (figure.state === 'stopped' && !figure.crashed) this.#start();
      if (this.#begun) this.#more.begin();
    };
    addEventListener('online', again, figure.over);
    figure.on('dropped', (why) => this.#mistake(`the program ended over a scene: ${why}`));
    figure.on('snapshot', (snapshot) => {
      this.#first = false;
      this.#show(snapshot);
    });
    return figure;
  }

  /** `asked`: a reader asked for it, even if its scene stopped the program before. */
  #start(asked = false): void {
    const figure = this.#figure;
    if (!figure) return;
    if (!this.#begun && !asked && warns(signatureOf(this, this.#scene))) {
      this.#cover.held = true;
      this.#mistake('the scene stopped the program the last time, so it was not started again');
      return;
    }
    this.#cover.held = false;
    if (figure.state === 'stopped') figure.start();
    if (this.#begun) return;
    this.#begun = true;
    this.#more.begin();
    this.#cover.refusal = this.#refusal = '';
    for (const command of this.#owed) figure.post(command);
    if (!this.#owed[0]) {
      this.#first = true;
      this.#load();
    }
    figure.start();
  }

  #load(): void {
    this.#latest.abort();
    const { signal } = (this.#latest = new AbortController());
    this.#waiting ??= [];
    this.#loaded = loadOf(this, this.#scene, signal).then(
      (command) => {
        if (signal.aborted) return;
        this.#sendWaiting(json({ ...command, first: this.#first }));
      },
      (error: unknown) => {
        if (signal.aborted) return;
        const message = messageOf(error);
        if (this.#first) return this.#refuse(message);
        this.#mistake(message);
        this.#sendWaiting();
      },
    );
  }

  /** Sends the scene, and what was asked for while it was being fetched: at once, or when the element is in a page again. */
  #sendWaiting(...commands: string[]): void {
    commands.push(...(this.#waiting ?? []));
    this.#waiting = null;
    if (this.#begun) for (const command of commands) this.#figure!.post(command);
    else this.#owed.push(...commands);
  }

  #loadAnew(): void {
    this.#owed = [];
    if (this.#begun || this.#waiting) this.#load();
    else if (this.#refusal) this.#start();
  }

  /** The scene can't be started: the still picture stays, with the reason over it. */
  #refuse(message: string, command?: string): void {
    this.#mistake(message, command);
    this.#cover.refusal = this.#refusal = message;
    this.#begun = false;
    this.#waiting = null;
    // The program itself may be telling this just now.
    queueMicrotask(() => this.#figure?.halt(message));
  }

  /** What an author, a script or a reader asked for can't be done: reports it as an event and on the console. */
  #mistake(message: string, command?: string): void {
    console.error?.(`<perceptron-lab${this.id && ` id="${this.id}"`}>: ${message}`);
    this.#emit('error', { message, command });
  }

  #autoplay(): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isOn(this, 'autoplay') && !calm && this.snapshot?.step === 0) this.#figure?.send({ type: 'play' });
  }

  /**
   * Does what attributes were set to, before what is asked for after that. Whoever writes a value again that is there, as d3 does
   * at each update, changes nothing.
   */
  #heed(records = this.#attributes.takeRecords()): void {
    const names = records.flatMap(({ attributeName: name, oldValue }) => (oldValue === this.getAttribute(name!) ? [] : name!));
    const any = (...wanted: string[]) => names.some((name) => wanted.includes(name));
    if (any(...sceneAttributes) || names.some((name) => /^data-(data|model|train)\./.test(name))) {
      this.#scene = undefined;
      this.#loadAnew();
    }
    if (any('poster', 'alt')) this.#showPoster();
    if (any('views')) this.#choose();
    if (any('toolbar', 'controls', 'tools', 'zoom', 'lang')) this.#offerControls();
    if (any('loading', 'theme', 'views')) this.#check();
    if (any('lang', 'loading')) this.#cover.translate(this.#strings, this.#loading === 'interaction');
    if (any('loading') && this.#loading === 'eager') this.#start();
    if (any('lang', 'alt')) this.#figure?.refresh();
    if (any('lang')) this.#more.refresh();
  }

  #offerControls(): void {
    const { set, tools, zoom, mistakes } = controlsOf(this);
    for (const message of mistakes) this.#mistake(message);
    this.#changes = set !== 'none';
    if (this.#figure) this.#figure.zoom = zoom;
    const controls = new Controls(set, tools, zoom, this.#strings, this.#plane, (command) => this.send(command), {
      live: () => this.state === 'live',
      code: () => this.#figure?.request({ type: 'export', format: 'pytorch' }) ?? null,
      picture: () => this.toBlob(),
      lab: () => this.#labAddress(),
    });
    this.#controls?.bar.remove();
    this.#controls?.zoom.remove();
    this.#views.append(controls.bar);
    this.#plane.append(controls.zoom);
    this.#controls = controls;
    if (this.snapshot) controls.show(this.snapshot);
    if (tools[0] && tools[0] !== 'ask' && !tools.includes('ask')) this.#figure?.send({ type: 'tool', tool: tools[0] });
  }

  /** The address of the run as it is, in the Lab that the attribute names. */
  #labAddress(): string | null {
    const lab = this.getAttribute('lab');
    const link = lab !== null && this.#figure?.request({ type: 'link' });
    if (typeof link !== 'string') return null;
    const address = URL.canParse(lab!, this.baseURI) ? new URL(lab!, this.baseURI) : null;
    if (!address || !/^https?:$/.test(address.protocol)) {
      this.#mistake(`lab ${lab}: want the address of a Lab, by https`);
      return null;
    }
    address.hash = link;
    return address.href;
  }

  #show(snapshot: Snapshot): void {
    this.#controls?.show(snapshot);
    this.#more.show(snapshot);
    this.#news.tell(snapshot, (type, detail) => this.#emit(type, detail));
  }

  /** Keeps the space that the still picture between the tags takes, and shows what is below it. */
  #reserve(): void {
    const [width, height] = ['width', 'height'].map((name) =>
      Number(this.#content.still?.getAttribute(name)?.replace(/px$/, '')),
    );
    const ratio = width && height ? `aspect-ratio: ${width} / ${height};` : '';
    // As high as all of its content; views get their height from nothing else.
    const least = this.#more.any
      ? `min-height: ${leastHeight()} !important; height: auto !important;`
      : this.#content.more
        ? `min-height: ${leastHeight()};`
        : '';
    // Where text runs downwards, WebKit takes the width for the height that is available.
    const high = getComputedStyle(this).writingMode[0] === 'v' ? '100%' : '';
    this.#size.replaceSync(`:host { ${ratio} ${least} } .views { height: ${high} }`);
  }

  get #hasStill(): boolean {
    return this.#poster.isConnected || this.#content.still !== null;
  }

  #showPoster(): void {
    const address = this.getAttribute('poster');
    if (!address) {
      this.#poster.remove();
      return;
    }
    this.#poster.src = address;
    this.#poster.alt = this.getAttribute('alt') ?? '';
    if (!this.#poster.isConnected) this.#plane.prepend(this.#poster);
  }

  #emit<Type extends keyof PerceptronLabDetails>(type: Type, detail: PerceptronLabDetails[Type]): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** These texts are the attributes of the same name; null removes one. */
export interface PerceptronLab {
  preset: string | null;
  src: string | null;
  set: string | null;
  tools: string | null;
  toolbar: string | null;
  zoom: string | null;
  views: string | null;
  loading: string | null;
  poster: string | null;
  theme: string | null;
  lab: string | null;
  alt: string | null;
  addEventListener<Type extends keyof PerceptronLabEventMap>(
    type: Type,
    listener: (this: PerceptronLab, event: PerceptronLabEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(...all: Parameters<HTMLElement['addEventListener']>): void;
  removeEventListener<Type extends keyof PerceptronLabEventMap>(
    type: Type,
    listener: (this: PerceptronLab, event: PerceptronLabEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(...all: Parameters<HTMLElement['removeEventListener']>): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'perceptron-lab': PerceptronLab;
  }
}

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

if (!customElements.get('perceptron-lab')) {
  reflect(PerceptronLab.prototype);
  customElements.define('perceptron-lab', PerceptronLab);
}
