// What else a figure offers, behind one button: the picture, the code, the same run in the Lab.

import { save, saveText } from '../figure/save';
import { boxOf, zoomOf } from '../figure/window';
import type { FigureStrings } from '../words/en/figure';
import { icon } from './icons';

export interface Offers {
  /** Whether there is a run to take a picture of, or the code of. */
  live: () => boolean;
  /** The run as a PyTorch script; null where there is none. */
  code: () => string | null;
  picture: () => Promise<Blob>;
  /** The address of the run in a Lab; null where none is known. */
  lab: () => string | null;
}

export class Menu {
  readonly button = document.createElement('button');
  readonly list = document.createElement('div');
  readonly #strings: FigureStrings;
  readonly #lab = document.createElement('a');
  readonly #offers: Offers;
  readonly #items: [item: HTMLButtonElement, text: string][] = [];

  /** `more` is what found no room elsewhere; it comes first. */
  constructor(strings: FigureStrings, offers: Offers, more: HTMLElement[]) {
    this.#strings = strings;
    this.#offers = offers;
    this.button.type = 'button';
    this.button.part.add('button-menu');
    this.button.ariaLabel = this.button.title = strings.menu.more;
    this.button.append(icon('more'));
    this.list.className = 'menu';
    this.list.part.add('menu');
    this.list.role = 'group';
    this.list.ariaLabel = strings.menu.more;
    this.list.popover = 'auto';
    this.button.hidden = this.list.hidden = !('popover' in HTMLElement.prototype);
    this.button.popoverTargetElement = this.list;
    this.#lab.target = '_blank';
    this.#lab.rel = 'noopener';
    this.#lab.textContent = strings.menu.lab;
    this.list.append(
      ...more,
      this.#item(strings.menu.picture, () => void this.#savePicture()),
      this.#item(strings.menu.code, (item) => void this.#copyCode(item)),
      this.#lab,
    );
    this.list.addEventListener('beforetoggle', (event) => {
      if ((event as ToggleEvent).newState === 'open') this.#open();
    });
    this.list.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState === 'open') this.#place();
    });
  }

  #open(): void {
    const address = this.#offers.lab();
    this.#lab.hidden = address === null;
    if (address !== null) this.#lab.href = address;
    const live = this.#offers.live();
    for (const [item, text] of this.#items) {
      item.textContent = text;
      item.disabled = !live;
    }
  }

  /** Places the menu above or below its button, within the window. */
  #place(): void {
    const from = boxOf(this.button);
    const { width, height } = boxOf(this.list);
    const below = from.bottom + 4;
    const top = below + height <= innerHeight || from.top - 4 - height < 0 ? below : from.top - 4 - height;
    const left = Math.max(4, Math.min(from.right - width, document.documentElement.clientWidth - width - 4));
    // Its own position is in its own pixels.
    const zoom = zoomOf(this.list);
    const inside = Math.max(4, Math.min(top, innerHeight - height - 4));
    Object.assign(this.list.style, { left: `${left / zoom}px`, top: `${inside / zoom}px` });
  }

  #item(text: string, act: (item: HTMLButtonElement) => void): HTMLButtonElement {
    const item = document.createElement('button');
    item.type = 'button';
    item.textContent = text;
    this.#items.push([item, text]);
    item.addEventListener('click', () => act(item));
    return item;
  }

  async #savePicture(): Promise<void> {
    save('perceptron.png', await this.#offers.picture());
    this.list.hidePopover();
  }

  /** Where a page may not use the clipboard, the script is saved as a file. */
  async #copyCode(item: HTMLElement): Promise<void> {
    const code = this.#offers.code();
    if (code === null) {
      item.textContent = this.#strings.menu.noCode;
      return;
    }
    try {
      await navigator.clipboard.writeText(code);
      item.textContent = this.#strings.menu.copied;
    } catch {
      saveText('run.py', code, 'text/x-python');
      this.list.hidePopover();
    }
  }
}
