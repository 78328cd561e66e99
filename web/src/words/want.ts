// What the program wanted of something it refused, in the words of a language.

import type { Want, WantArguments } from '../figure/protocol';

/** A sentence for each code of perceptron/refusal. */
export type Wants = { [Code in keyof WantArguments]: (...args: WantArguments[Code]) => string };

/** The sentence of a want. Null are the words of English, which come with it: the program and its command line speak it. */
export function say<Code extends keyof WantArguments>(want: Want<Code>, wants: Wants | null): string {
  return wants ? wants[want.code](...want.args) : want.english;
}
