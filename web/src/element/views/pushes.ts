import css from '../../../css/views/pushes.css';
import { PushesView } from '../../explain/pushes';
import { hand, step } from '../../words/views';
import { fileOf, hostOf } from './given';

export const file = fileOf({
  css,
  title: (language) => step[language].title,
  make: (given) => new PushesView(hostOf(given, { step, hand }), given.plane),
  onPlane: true,
});
