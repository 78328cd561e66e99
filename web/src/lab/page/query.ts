// What the address's query says of how the page looks: which group of cards, whether it presents. Each entry of the browser's
// history has what was written there at its time; Back goes to another run, not to another look, and the address follows.

import { rewrite } from './entries';

const looks = new Map<string, string | null>();

/** Whether the address asks for a presentation (present.ts). */
export const presentsFirst = (): boolean => new URLSearchParams(location.search).has('present');

/** Writes a parameter, `null` for none, here and wherever Back and Forward lead from now on. */
export function writeLook(parameter: string, value: string | null): void {
  if (looks.size === 0) addEventListener('popstate', write);
  looks.set(parameter, value);
  write();
}

function write(): void {
  const url = new URL(location.href);
  for (const [parameter, value] of looks) {
    if (value === null) url.searchParams.delete(parameter);
    else url.searchParams.set(parameter, value);
  }
  rewrite(url.href.replace(/([?&]\w+)=(?=[&#]|$)/, '$1'));
}
