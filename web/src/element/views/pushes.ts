import css from '../../../css/views/pushes.css';
import { PushesView } from '../../explain/pushes';
import { hand, step } from '../../words/views';
import { hostOf, type ViewFile } from './given';

export const file: ViewFile = {
  css,
  title: (language) => step[language].title,
  make: (given) => new PushesView(hostOf(given, { step, hand }), given.plane),
  onPlane: true,
};
