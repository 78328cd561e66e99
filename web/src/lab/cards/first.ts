// The cards that are open at first: they come with the page's own script.

import type { First } from '../../words/en';
import type { Card } from '../ui/part';
import { curve } from './curve';
import { neuron } from './neuron';
import { queries } from './queries';

export const first: Card<First>[] = [neuron, curve, queries];
