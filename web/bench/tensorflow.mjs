// TensorFlow.js: variables, optimizer.minimize over its automatic gradient, everything disposed of by tidy. That is its
// fast way for small networks: layers' trainOnBatch and fit do the same and more.

import tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers'; // it brings the gradients of the operations
import { shuffled, timed } from './shared.mjs';

export const tensorflow =
  (backend) =>
  async (workloads, { load, wasmPath }) => {
    const module = await load(`@tensorflow/tfjs-backend-${backend}`);
    if (backend === 'wasm') module.setWasmPaths(wasmPath);
    tf.enableProdMode(); // no checks for debugging
    await tf.setBackend(backend);
    await tf.ready();
    return (name, epochs) => {
      const workload = workloads.find((one) => one.name === name);
      const { layers, parameters, batch, lr } = workload;
      const x = tf.tensor2d(workload.x);
      const y = tf.tensor2d(workload.y, [workload.y.length, 1], 'float32');
      const variables = layers
        .slice(1)
        .map((out, l) => [
          tf.variable(tf.transpose(tf.tensor2d(parameters[2 * l], [out, layers[l]]))),
          tf.variable(tf.tensor1d(parameters[2 * l + 1])),
        ]);
      const loss = (inputs, targets) => {
        let z = inputs;
        variables.forEach(([w, b], l) => {
          z = tf.add(tf.matMul(z, w), b);
          if (l < variables.length - 1) z = tf.tanh(z);
        });
        return tf.mean(tf.sub(tf.softplus(z), tf.mul(z, targets))); // −ln σ(±z)
      };
      const optimizer = tf.train.sgd(lr);
      const order = workload.y.map((_, i) => i);
      const result = timed(() => {
        const losses = [];
        while (epochs-- > 0) {
          if (batch === 0) {
            tf.tidy(() => losses.push(optimizer.minimize(() => loss(x, y), true).dataSync()[0]));
            continue;
          }
          tf.tidy(() => losses.push(loss(x, y).dataSync()[0]));
          shuffled(order);
          for (let at = 0; at < order.length; at += batch) {
            tf.tidy(() => {
              const which = tf.tensor1d(order.slice(at, at + batch), 'int32');
              const [inputs, targets] = [tf.gather(x, which), tf.gather(y, which)];
              optimizer.minimize(() => loss(inputs, targets));
            });
          }
        }
        return losses.at(-1);
      });
      tf.dispose([x, y, variables, optimizer]);
      return result;
    };
  };
