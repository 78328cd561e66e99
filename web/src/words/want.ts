// What the program wanted instead of what it refused, in a given language.

import type { Want, WantArguments } from '../figure/protocol';

/** A sentence for each code of perceptron/refusal. */
export type Wants = { [Code in keyof WantArguments]: (...args: WantArguments[Code]) => string };

/** The sentence for a want. English has no sentences of its own (null): the program sends them along. */
export function say<Code extends keyof WantArguments>(want: Want<Code>, wants: Wants | null): string {
  return wants ? wants[want.code](...want.args) : want.english;
}
