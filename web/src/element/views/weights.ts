import css from '../../../css/views/weights.css';
import { LandscapeView } from '../../explain/landscape';
import { hand, landscape } from '../../words/views';
import { fileOf, hostOf } from './given';

export const file = fileOf({
  css,
  title: (language) => landscape[language].title,
  make: (given) => new LandscapeView(hostOf(given, { landscape, hand })),
});
