// <perceptron-lab> in JSX: /// <reference types="perceptron-lab/react" />, or "perceptron-lab/react" among a project's types.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PerceptronLabAttributes } from './attributes.js';
import type { PerceptronLab, PerceptronLabEventMap } from './perceptron-lab.js';

type Own = 'ready' | 'progress' | 'train' | 'ask' | 'change' | 'error';
type Listeners = { [type in Own as `on${type}`]?: (event: PerceptronLabEventMap[type]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'perceptron-lab': DetailedHTMLProps<HTMLAttributes<PerceptronLab>, PerceptronLab> & PerceptronLabAttributes & Listeners;
    }
  }
}
