// The attributes of <perceptron-lab>, as templates write them: docs/embedding.md, "Attributes".

import type { PerceptronLab } from './perceptron-lab.js';

type Texts = 'preset' | 'src' | 'set' | 'tools' | 'poster' | 'lab' | 'alt';

/** What a figure shows: its plane, the curve below it, and what stands below the buttons. */
type View = 'plane' | 'curve' | 'neuron' | 'sigmoid' | 'cost' | 'pushes' | 'weights' | 'hidden';

export interface PerceptronLabAttributes extends Partial<Pick<PerceptronLab, Texts>> {
  /** JSON, its object, or the address of a JSON file. */
  scene?: string | object | null;
  seed?: number | string;
  lr?: number | string;
  toolbar?: 'full' | 'basic' | 'none';
  /** Any of these, by spaces. */
  views?: View | `${View} ${string}`;
  zoom?: 'on' | 'no-touch' | 'off';
  loading?: 'lazy' | 'eager' | 'interaction';
  theme?: 'auto' | 'light' | 'dark';
  autoplay?: boolean;
  [value: `data-${'data' | 'model' | 'train'}.${string}`]: number | string;
}
