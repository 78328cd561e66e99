// All other cards, which are closed at first or in groups that are, and what files bring into them: a script of its own, fetched
// when one of them is asked for.

import { adopt } from '../../explain/sheets';
import type { First } from '../../words/en';
import { cards as texts } from '../../words/en/cards';
import { lettingGo } from '../ui/lettinggo';
import { besides, type Lab, later, type Part, together } from '../ui/part';
import { refuseSetting } from '../ui/setting';
import { cards } from './all';
import { first } from './first';
import numbers from './numbers.css';
import { bringOpened } from './opened';
import { opening } from './opening';
import room from './room.css';
import settings from './settings.css';
import { termsHere } from './termshere';
import views from './views.css';
import why from './why.css';

/**
 * The cards as one part, and what opens a file; `say` shows what is wrong with a file when no field does, `lesson` opens one
 * that is a lesson.
 */
export function lateCards(
  page: Lab<First>,
  say: (message: string) => void,
  lesson: (text: string) => void,
): { part: Part<First>; open: (file: File) => void } {
  for (const css of [settings, numbers, views, why, room]) adopt(document, css);
  bringOpened();
  const complete = besides(texts);
  const lab: Lab = { ...page, strings: () => complete(page.strings()) };
  const files = opening(lab, say, lesson);
  const refusals: Part = { show() {}, refuse: refuseSetting };
  const all = together(
    refusals,
    termsHere(),
    lettingGo(lab, '.most button, .point .who'),
    ...cards.filter((card) => !first.includes(card)).map((card) => card.part(lab)),
    files,
  );
  return { part: later(all, complete), open: (file) => void files.open(file) };
}
