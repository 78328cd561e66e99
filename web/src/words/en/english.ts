import type { First } from '../en';
import { first } from './first';
import type { Page } from './page';

/** The texts that are there from the start: those of the script, and those that are written in the page. */
export const english = (written: Page): First => ({ ...first, page: { ...first.page, ...written } });
