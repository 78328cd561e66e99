import css from '../../../css/views/hidden.css';
import { HiddenView } from '../../explain/hidden';
import { hiddenSpace } from '../../words/views';
import { hostOf, type ViewFile } from './given';

export const file: ViewFile = {
  css,
  title: (language) => hiddenSpace[language].title,
  make: (given) => new HiddenView(hostOf(given, { hiddenSpace })),
};
