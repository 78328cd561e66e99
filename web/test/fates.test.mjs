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
    const said = (loss, state, set) =>
      fateOf({ train: { loss, lr: 0.1, optimizer: 'sgd', momentum: 0, weight_decay: 0, ...set } }, state, words);
    for (const [loss, wanted] of Object.entries(fates))
      assert.deepEqual(
        states.map((state) => said(loss, state)),
        wanted,
        loss,
      );
    for (const [loss, wanted] of Object.entries(decayed)) {
      assert.equal(said(loss, 'separable', { weight_decay: 0.1 }), wanted, loss);
      assert.equal(said(loss, 'overlapping', { weight_decay: 30 }), 'explodes', loss);
      assert.equal(said(loss, 'separable', { momentum: 1 }), 'rolls', loss);
      assert.equal(said(loss, 'separable', { momentum: 1, optimizer: 'adam', weight_decay: 0.1 }), wanted, loss);
    }
  }));

/** The largest learning rate for which steps on the parabola θ²/2 don't lead away from 0, by bisection. */
function simulatedLimit(momentum, nesterov) {
  let [low, high] = [0, 5];
  for (let i = 0; i < 40; i++) {
    const lr = (low + high) / 2;
    let [theta, m] = [1, 0];
    for (let step = 0; step < 20000; step++) {
      m = momentum * m + theta;
      theta -= lr * (nesterov ? theta + momentum * m : m);
    }
    if (Math.abs(theta) < 1) low = lr;
    else high = lr;
  }
  return low;
}

test('weight decay overshoots where steps on a parabola do, with momentum and with Nesterov’s', () =>
  transpiled(['lab/cards', 'explain', 'figure'], async (load) => {
    const { fateOf } = await load('lab/cards/settles');
    const words = new Proxy({}, { get: (_, fate) => fate });
    for (const [momentum, nesterov] of [
      [0, false],
      [0.5, false],
      [0.9, false],
      [0, true],
      [0.5, true],
      [0.9, true],
    ])
      for (const share of [0.98, 1.02]) {
        const decay = 2;
        const lr = (share * simulatedLimit(momentum, nesterov)) / decay;
        const train = { loss: 'bce', lr, optimizer: 'sgd', momentum, nesterov, weight_decay: decay };
        const wanted = share > 1 ? 'explodes' : 'decays';
        assert.equal(fateOf({ train }, 'overlapping', words), wanted, `${JSON.stringify(train)}`);
        assert.equal(fateOf({ train: { ...train, optimizer: 'adam' } }, 'overlapping', words), 'decays');
      }
  }));
