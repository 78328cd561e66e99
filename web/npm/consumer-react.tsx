// A React component, written against the package's types. It is compiled, never run: package.test.mjs.

/// <reference types="perceptron-lab/react" />

import type { PerceptronLab } from 'perceptron-lab';
import { useRef } from 'react';

export function Post() {
  const figure = useRef<PerceptronLab>(null);
  return (
    <p onClick={() => figure.current?.play()}>
      <perceptron-lab
        ref={figure}
        preset="xor"
        className="wide"
        lr={0.1}
        scene={{ data: { kind: 'xor' } }}
        autoplay
        set="train.optimizer=adam"
        ontrain={({ detail }) => detail.epoch.toFixed()}
      />
      {/* @ts-expect-error: no such toolbar */}
      <perceptron-lab toolbar="all" />
      {/* @ts-expect-error: an ask has no epoch */}
      <perceptron-lab onask={({ detail }) => detail.epoch} />
    </p>
  );
}
