// The events by which <perceptron-lab> informs the page. None bubbles: listen on the element.

import type { XY } from '../figure/protocol';

/** The `detail` of each event. */
export interface PerceptronLabDetails {
  /** The live figure has taken the still picture's place. Fires again after the figure has rested. */
  ready: Record<string, never>;
  /** How much of the program has arrived, 0 to 1. */
  progress: { fraction: number };
  /** Another epoch: the step, the mean loss and the share of correct predictions. Null if there are no points or it diverged. */
  train: { step: number; epoch: number; loss: number | null; accuracy: number | null };
  /** A point was asked about: logits, probabilities (one, or one per class) and predicted class. Null when the run diverged. */
  ask: { x: XY; z: number[] | null; p: number[] | null; class: number | null };
  /** `figure.snapshot` has changed, and with it what is shown. At most fifteen times a second while only training goes on. */
  report: Record<string, never>;
  /** A reader or a script changed the run, or it started over; `edits` is the number of changes so far. */
  change: { edits: number };
  /** What could not be done, and why. Nothing was changed. */
  error: { message: string; command?: string | undefined };
}

export type PerceptronLabEventMap = {
  [Type in keyof PerceptronLabDetails]: CustomEvent<PerceptronLabDetails[Type]>;
};
