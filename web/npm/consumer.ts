// A page's own script, written against the package's types. It is compiled, never run: package.test.mjs.

import 'perceptron-lab/perceptron-lab.css';
// biome-ignore lint/style/useImportType: the import defines the element, too
import { PerceptronLab, type Snapshot } from 'perceptron-lab';

const figure = document.querySelector('perceptron-lab')!;
const same: PerceptronLab = figure;
figure.addEventListener('train', ({ detail }) => {
  const loss: number | null = detail.loss;
  same.dataset.loss = `${detail.epoch}: ${loss ?? 'none'}`;
});
figure.addEventListener('ask', (event) => event.detail.p?.map((p) => p.toFixed(4)));
figure.addEventListener('click', (event) => event.preventDefault());
figure.ask([0.5, -1]);
figure.send({ type: 'set', key: 'train.lr', value: 0.1 });
const snapshot: Snapshot | null = document.createElement('perceptron-lab').snapshot;
void snapshot?.queries[0]?.class;

// @ts-expect-error: a point has two coordinates
figure.ask([1]);
// @ts-expect-error: no such command
figure.send({ type: 'fly' });
// @ts-expect-error: a progress event has no loss
figure.addEventListener('progress', ({ detail }) => detail.loss);
// @ts-expect-error: the figure alone decides
figure.state = 'live';
