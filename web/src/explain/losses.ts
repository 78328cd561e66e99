// What a loss is like, where what the page says depends on it.

import { losses } from '../figure/entries';
import type { LossName } from '../figure/protocol';

/** What the loss of a point is over z, as its entry in Go says. */
interface Form {
  convex: boolean;
  falls: boolean;
  kinked: boolean;
  zeroFrom: number | null;
}

export const formOf = (loss: LossName): Form => losses.find(({ name }) => name === loss)!;

/**
 * Whether only points on the wrong side pay, as with Rosenblatt’s: then the neuron answers by a step, and has no p. The hinge
 * needs none either, but asks for more than the right side; what is said of it has σ, which shades the plane.
 */
export const answersByStep = (loss: LossName) => formOf(loss).zeroFrom === 0;
