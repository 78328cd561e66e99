// Who pushes most, as a list of buttons: each takes its point in hand, and keeps it there once it is pressed.

import type { PushReport } from '../../figure/protocol';
import type { Strings } from '../../words/en';
import * as format from '../../words/format';
import { classMark, setClassMark } from '../ui/classes';
import { make, setAttribute, write } from '../ui/dom';
import type { Send } from '../ui/part';
import { takes } from '../ui/taking';

/** Which point is in hand, and whether it stays so. */
interface Hand {
  index: number | null;
  held: boolean;
}

export class Pushers {
  readonly #list: HTMLElement;
  readonly #send: Send;
  readonly #rows: Pusher[] = [];

  constructor(list: HTMLElement, send: Send) {
    this.#list = list;
    this.#send = send;
  }

  /** Rows stay where they are, and so does a focus in one; which points they are changes as the run plays. */
  show(most: readonly PushReport[], hand: Hand, t: Strings): void {
    for (let i = this.#rows.length; i < most.length; i++) {
      this.#rows.push(new Pusher(this.#send));
      this.#list.append(this.#rows[i]!.element);
    }
    for (const row of this.#rows.splice(most.length)) row.element.remove();
    for (const [i, row] of this.#rows.entries()) row.show(most[i]!, most[0]!.share, hand, t);
  }
}

/** A share that shows how small it is: two digits of less than 1%. */
export function shareOf(share: number): string {
  const hundredths = 100 * share;
  if (hundredths >= 1) return format.percent(share);
  return hundredths < 0.001 ? '<0.001%' : `${Number(hundredths.toPrecision(2))}%`;
}

class Pusher {
  readonly #button = make('button');
  readonly element = make('li', '', this.#button);
  readonly #mark = classMark(0);
  readonly #number = make('span');
  readonly #push = make('span', 'push');
  readonly #bar = make('span', 'bar');
  readonly #share = make('span', 'share');
  /** What a row says between its numbers to readers who can't see it. */
  readonly #said = [make('span', 'unseen'), make('span', 'unseen')] as const;
  #index = 0;

  constructor(send: Send) {
    const who = make('span', 'who', this.#mark, this.#number);
    this.#button.type = 'button';
    this.#button.append(who, this.#said[0], this.#push, this.#bar, this.#said[1], this.#share);
    takes(this.#button, this.#button, send, () => this.#index);
  }

  /** Its class, its push, and its share of all pushes; the bar is relative to the longest. */
  show({ index, label, push, share }: PushReport, length: number, hand: Hand, t: Strings): void {
    this.#index = index;
    // By its size over all outputs they are in order.
    const size = push.length > 1 ? Math.hypot(...push) : push[0]!;
    setClassMark(this.#mark, label);
    write(this.#number, t.step.point(format.count(index + 1)));
    write(this.#push, format.fixed(size, 3));
    write(this.#share, shareOf(share));
    for (const [i, text] of t.step.pusher(label).entries()) write(this.#said[i]!, text);
    this.#bar.style.setProperty('--length', String(share / length));
    setAttribute(this.element, 'class', hand.index === index ? 'held' : '');
    setAttribute(this.#button, 'aria-pressed', String(hand.index === index && hand.held));
  }
}
