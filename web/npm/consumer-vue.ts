// What Vue's own compiler makes of a template, written against the package's types. It is compiled, never run: package.test.mjs.

/// <reference types="perceptron-lab/vue" />
import type { GlobalComponents } from 'vue';

type Props = InstanceType<GlobalComponents['perceptron-lab']>['$props'];

export const props: Props = {
  preset: 'xor',
  lr: '0.1',
  scene: { data: { kind: 'xor' } },
  autoplay: true,
  class: 'wide',
  'data-train.optimizer': 'adam',
  onAsk: ({ detail }) => void detail.p?.length,
};

// @ts-expect-error: no such toolbar
export const toolbar: Props = { toolbar: 'all' };
