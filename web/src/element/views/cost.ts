import css from '../../../css/views/plot.css';
import { costView } from '../../explain/cost';
import { cost, hand, losses } from '../../words/views';
import { hostOf, type ViewFile } from './given';

export const file: ViewFile = {
  css,
  title: (language) => cost[language].title,
  make: (given) => costView(hostOf(given, { cost, losses, hand })),
};
