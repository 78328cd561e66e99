import css from '../../../css/views/neuron.css';
import { NeuronView } from '../../explain/neuron';
import { flow, flowNote } from '../../words/views';
import { hostOf, type ViewFile } from './given';

export const file: ViewFile = {
  css,
  title: (language) => flow[language].title,
  make: (given) => new NeuronView(hostOf(given, { flow }), () => flowNote[given.language()]),
};
