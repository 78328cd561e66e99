// The types of the Lab's texts. English comes in parts, each with the script that shows it; another language comes whole.

import type { Wants } from '../want';
import type { cards } from './cards';
import type { dialogs } from './dialogs';
import type { first } from './first';
import type { Glossary } from './glossary';
import type { lesson } from './lesson';
import type { Page } from './page';
import type { parameters } from './parameters';
import type { Refusals } from './refusals';
import type { prose } from './views';

type English = typeof first & { page: Page } & typeof cards &
  typeof parameters &
  typeof dialogs &
  typeof lesson & { prose: typeof prose } & { glossary: Glossary };

/** The words of another language: one that is missing doesn't compile. */
export type Translation = Omit<English, keyof Refusals> & Refusals;

type Any = Omit<Translation, 'wants'> & { wants: Wants | null };

/** The texts that are there from the start, in any language. */
export type First = Pick<Any, keyof typeof first>;

/** The texts of a card of the Lab. */
export type Strings = Pick<Any, keyof typeof first | keyof typeof cards>;

export type ParameterStrings = Pick<Any, keyof typeof first | keyof typeof parameters>;

export type DialogStrings = Pick<Any, keyof typeof first | keyof typeof dialogs>;

export type LessonStrings = Pick<Any, keyof typeof first | keyof typeof lesson | 'prose'>;

export type TermStrings = Pick<Any, keyof typeof first | 'glossary'>;
