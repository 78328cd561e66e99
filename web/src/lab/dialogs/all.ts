// The dialogs: a script of their own, fetched with the first of them that is opened.

import type { First } from '../../words/en';
import { dialogs as texts } from '../../words/en/dialogs';
import { copyButtons, dress } from '../ui/dialog';
import { besides, type Lab, later, type Part } from '../ui/part';
import { code, type Source } from './code';
import { embed, type Scene } from './embed';
import { keys } from './keys';
import { type Link, share } from './share';

export function dialogs({ ask, strings }: Lab<First>, figure: Source, link: Link & Scene): Part<First> {
  dress();
  const complete = besides(texts);
  const spoken = () => complete(strings());
  share(link, ask);
  code(figure, ask, spoken);
  embed(link, spoken);
  copyButtons(spoken);
  return later(keys(), complete);
}
