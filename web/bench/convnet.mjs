// ConvNetJS as its documentation uses it: a fully connected layer for each of ours, its softmax of two classes at the end,
// its Trainer with plain SGD. A "batch" of its Trainer is that many calls of train, one sample each.
//
// The softmax has two logits where we have one, z = z₁ − z₀. Without hidden layers the training is the same to rounding
// with half the learning rate for each; with them it is not, but as much work.

import convnetjs from 'convnetjs';
import { shuffled, timed } from './shared.mjs';

/** running: takes the losses that train returns for an epoch's, as its demos do, and not those before the first step. */
export const convnet = (running) => async (workloads) => (name, epochs) => {
  const workload = workloads.find((one) => one.name === name);
  const { net, trainer } = build(workload);
  const { y, batch } = workload;
  const n = y.length;
  const volumes = workload.x.map(([x0, x1]) => new convnetjs.Vol([x0, x1]));
  const order = y.map((_, i) => i);
  const judge = () => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum -= Math.log(net.forward(volumes[i]).w[y[i]]);
    return sum / n;
  };
  return timed(() => {
    const losses = [];
    while (epochs-- > 0) {
      if (batch > 0 && !running) losses.push(judge());
      if (batch > 0) shuffled(order);
      let sum = 0;
      for (const i of order) sum += trainer.train(volumes[i], y[i]).cost_loss;
      if (batch === 0 || running) losses.push(sum / n);
    }
    return losses.at(-1);
  });
};

function build({ layers, parameters, lr, batch, y }) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 2 },
    ...layers.slice(1, -1).map((units) => ({ type: 'fc', num_neurons: units, activation: 'tanh' })),
    { type: 'softmax', num_classes: 2 },
  ]);
  const full = net.layers.filter((layer) => layer.layer_type === 'fc');
  full.forEach((layer, l) => {
    const [weight, bias] = [parameters[2 * l], parameters[2 * l + 1]];
    const last = l === full.length - 1;
    layer.filters.forEach((filter, j) => {
      const [row, share] = last ? [0, j - 0.5] : [j, 1];
      for (let i = 0; i < filter.w.length; i++) filter.w[i] = share * weight[row * filter.w.length + i];
      layer.biases.w[j] = share * bias[row];
    });
  });
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: layers.length === 2 ? lr / 2 : lr,
    momentum: 0,
    l1_decay: 0,
    l2_decay: 0,
    batch_size: batch || y.length,
  });
  return { net, trainer };
}
