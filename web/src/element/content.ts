// What an author writes between the tags: the still picture, which stands in the plane until the figure is live, and anything
// else, which stays below the figure. A tag that is never closed swallows the rest of the post.

export class Content {
  /** The slot for the pictures, in the plane. */
  readonly pictures = document.createElement('slot');
  /** The slot for everything else, below the views. */
  readonly rest = document.createElement('slot');
  /** The picture that keeps the figure's place. */
  still: Element | null = null;
  /** Whether anything else is shown below the figure. */
  more = false;
  readonly #host: HTMLElement;
  readonly #changed: () => void;
  #copy: Element | null = null;
  readonly #children = new MutationObserver(() => this.#sort());

  /** The host's shadow tree must have its slots assigned by hand. */
  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    this.rest.className = 'rest';
  }

  connect(): void {
    this.#children.observe(this.#host, { childList: true, subtree: true });
    this.#sort();
  }

  disconnect(): void {
    this.#children.disconnect();
  }

  #sort(): void {
    const pictures: Element[] = [];
    const rest: (Element | Text)[] = [];
    let wrapped: Element | null = null;
    for (const node of this.#host.childNodes) {
      if (node instanceof Element && node.matches(picture)) pictures.push(node);
      else if (node instanceof Element && !node.textContent!.trim() && node.querySelector(picture))
        wrapped ??= node.querySelector(picture);
      else if (node instanceof Element || node instanceof Text) rest.push(node);
    }
    this.pictures.assign(...pictures);
    this.rest.assign(...rest);
    this.#show(pictures.length > 0 ? null : wrapped);
    this.still = pictures[0] ?? wrapped;
    this.more = rest.some((node) => node instanceof Element || node.data.trim() !== '');
    this.#changed();
  }

  /** Only a child can be slotted. A picture in a paragraph, as Markdown makes it, or in a lightbox's link is shown as a copy. */
  #show(wrapped: Element | null): void {
    this.#copy?.remove();
    this.#copy = wrapped && (wrapped.cloneNode(true) as Element);
    if (!this.#copy) return;
    this.#copy.removeAttribute('id');
    this.#copy.setAttribute('class', 'poster');
    this.pictures.after(this.#copy);
  }
}

const picture = 'img, svg, object, video';
