// What is said to become of a neuron in the long run, for every loss and however the classes lie.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transpiled } from './transpiled.mjs';

const states = ['separable', 'touching', 'overlapping', 'one-class'];

/** By loss, for each of the states. */
const fates = {
  bce: ['grows', 'grows', 'held', 'oneClass'],
  mse: ['grows', 'unsure', 'unsure', 'oneClass'],
  hinge: ['beyond 1', 'trembles', 'trembles', 'oneClass'],
  perceptron: ['corrects', 'trembles', 'trembles', 'oneClass'],
  // CONTRIBUTING.md's example, one that has a lowest place wherever the points are, and one that gives up on mistakes.
  smooth_hinge: ['beyond 1', 'held', 'held', 'oneClass'],
  adaline: ['settles', 'settles', 'settles', 'oneClass'],
  ramp: ['beyond 0.5', 'unsure', 'unsure', 'oneClass'],
};

const more = [
  { name: 'smooth_hinge', multiclass: false, convex: true, falls: false, kinked: false, zeroFrom: 1 },
  { name: 'adaline', multiclass: false, convex: true, falls: false, kinked: false, zeroFrom: null },
  { name: 'ramp', multiclass: false, convex: false, falls: false, kinked: false, zeroFrom: 0.5 },
];

const decayed = { bce: 'decays', mse: 'decays', hinge: 'decays', perceptron: 'shrinks', smooth_hinge: 'decays' };

test('every loss has its fate', () =>
  transpiled(['lab/cards', 'explain', 'figure'], async (load) => {
    const { losses } = await load('figure/entries');
    const { fateOf } = await load('lab/cards/settles');
    assert.deepEqual(
      losses.filter(({ multiclass }) => !multiclass).map(({ name }) => name),
      Object.keys(fates).filter((name) => !more.some((loss) => loss.name === name)),
    );
    losses.push(...more);
    const words = new Proxy({}, { get: (_, fate) => (fate === 'beyond' ? (room) => `beyond ${room}` : fate) });
    const said = (loss, state, set, explodes = false) =>
      fateOf({ train: { loss, optimizer: 'sgd', momentum: 0, weight_decay: 0, ...set }, margin: { state, explodes } }, words);
    for (const [loss, wanted] of Object.entries(fates))
      assert.deepEqual(
        states.map((state) => said(loss, state)),
        wanted,
        loss,
      );
    for (const [loss, wanted] of Object.entries(decayed)) {
      assert.equal(said(loss, 'separable', { weight_decay: 0.1 }), wanted, loss);
      assert.equal(said(loss, 'overlapping', { weight_decay: 30 }, true), 'explodes', loss);
      assert.equal(said(loss, 'separable', { momentum: 1 }), 'rolls', loss);
      assert.equal(said(loss, 'separable', { momentum: 1, optimizer: 'adam', weight_decay: 0.1 }), wanted, loss);
    }
  }));
