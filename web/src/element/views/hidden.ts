import css from '../../../css/views/hidden.css';
import { HiddenView } from '../../explain/hidden';
import { hiddenSpace } from '../../words/views';
import { fileOf, hostOf } from './given';

export const file = fileOf({
  css,
  title: (language) => hiddenSpace[language].title,
  make: (given) => new HiddenView(hostOf(given, { hiddenSpace })),
});
