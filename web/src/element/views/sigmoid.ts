import css from '../../../css/views/plot.css';
import { sigmoidView } from '../../explain/sigmoid';
import { hand, sigmoid } from '../../words/views';
import { fileOf, hostOf } from './given';

export const file = fileOf({
  css,
  title: (language, s) => (s?.output === 'step' ? sigmoid[language].titleStep : sigmoid[language].title),
  make: (given) => sigmoidView(hostOf(given, { sigmoid, hand })),
});
