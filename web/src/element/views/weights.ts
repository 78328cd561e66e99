import css from '../../../css/views/weights.css';
import { LandscapeView } from '../../explain/landscape';
import { hand, landscape } from '../../words/views';
import { hostOf, type ViewFile } from './given';

export const file: ViewFile = {
  css,
  title: (language) => landscape[language].title,
  make: (given) => new LandscapeView(hostOf(given, { landscape, hand })),
};
