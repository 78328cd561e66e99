import css from '../../../css/views/plot.css';
import { costView } from '../../explain/cost';
import { cost, hand, losses } from '../../words/views';
import { fileOf, hostOf } from './given';

export const file = fileOf({
  css,
  title: (language) => cost[language].title,
  make: (given) => costView(hostOf(given, { cost, losses, hand })),
});
