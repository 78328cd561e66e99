// <perceptron-lab> in Vue's templates: /// <reference types="perceptron-lab/vue" />, or "perceptron-lab/vue" among a project's
// types.

import type { DefineComponent } from 'vue';
import type { PerceptronLabAttributes } from './attributes.js';
import type { PerceptronLabEventMap } from './perceptron-lab.js';

type Own = 'Ready' | 'Progress' | 'Train' | 'Ask' | 'Change' | 'Error';
type Listeners = { [type in Own as `on${type}`]?: (event: PerceptronLabEventMap[Uncapitalize<type>]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'perceptron-lab': DefineComponent<PerceptronLabAttributes & Listeners>;
  }
}
