// Numbers of a run by name, as prose asks for them: loss, epoch, w1, p1 …

import type { Answers, Request, Snapshot } from '../figure/protocol';

/** Asks the program about the run that a snapshot is of. */
export type Ask = <R extends Request>(request: R) => Answers[R['type']] | undefined;

const numbers: Record<string, (shot: Snapshot, ask: Ask) => number | null> = {
  epoch: (shot) => shot.epoch,
  epochs: (shot) => shot.epochs,
  step: (shot) => shot.step,
  loss: (shot) => shot.loss,
  bce: (_, ask) => ask({ type: 'losses' })?.bce ?? null,
  mse: (_, ask) => ask({ type: 'losses' })?.mse ?? null,
  accuracy: (shot) => shot.accuracy,
  mistakes: (shot) => (shot.accuracy === null ? null : Math.round((1 - shot.accuracy) * pointsOf(shot))),
  points: pointsOf,
  edits: (shot) => shot.edits,
  lr: (shot) => shot.train.lr,
  w1: (shot) => neuron(shot, 0, 0),
  w2: (shot) => neuron(shot, 0, 1),
  b: (shot) => neuron(shot, 1, 0),
};

/** What is true or false of a run. */
const facts: Record<string, (shot: Snapshot) => boolean> = {
  playing: (shot) => shot.playing,
  ended: (shot) => shot.ended,
  diverged: (shot) => shot.diverged !== null,
  separated: (shot) => shot.accuracy === 1 && shot.counts.filter((count) => count > 0).length > 1,
};

/** The numbers of asked points, counted from 1: z1, p1, class1. */
const asked = /^(z|p|class)([1-9]\d*)$/;

export const known = [...Object.keys(numbers), ...Object.keys(facts), 'z1', 'p1', 'class1'];

/** Whether a name is one of those. */
export const isName = (name: string): boolean => Object.hasOwn(numbers, name) || asked.test(name);
export const isFact = (name: string): boolean => Object.hasOwn(facts, name);

/** A number of the run; null where it has none, such as a weight of a network, or the loss of a run that diverged. */
export function numberOf(name: string, shot: Snapshot, ask: Ask): number | null {
  const [, of, place] = asked.exec(name) ?? [];
  if (!of) return numbers[name]!(shot, ask);
  const query = shot.queries[Number(place) - 1];
  if (of === 'class') return query?.class ?? null;
  const all = of === 'z' ? query?.z : query?.p;
  return all?.at(-1) ?? null;
}

export const isSo = (name: string, shot: Snapshot): boolean => facts[name]!(shot);

/** A number written like the text that it replaces: with as many decimals, or a percent sign. */
export function written(number: number | null, like: string): string {
  if (number === null || !Number.isFinite(number)) return '–';
  const [, decimals = '', percent = ''] = /^[^\d]*\d[\d,]*(?:\.(\d+))?\s*(%?)/.exec(like.trim()) ?? [];
  const text = (percent ? 100 * number : number).toFixed(decimals.length);
  return text.replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '') + percent;
}

function pointsOf(shot: Snapshot): number {
  return shot.counts.reduce((sum, count) => sum + count, 0);
}

/** A parameter of a single neuron: of its weights or its bias. */
function neuron({ layers, parameters }: Snapshot, of: 0 | 1, place: number): number | null {
  return layers.length === 2 && layers[1] === 1 ? (parameters?.[of]?.[place] ?? null) : null;
}
