// A newer version of the page: its host may have no other's files any more, so what this page has yet to fetch is gone. The
// reader is told, and loads the page again, with the run.

import type { Start } from '../lesson/start';
import { loadOf } from '../ui/session';

const script = /\blab\.\w+\.js/;
const key = 'perceptron-lab.run';

/** Whether the host has another version of the page than the one that runs. */
export async function isOlder(): Promise<boolean> {
  try {
    const page = await fetch(location.pathname, { cache: 'no-store' });
    const theirs = script.exec(await page.text())?.[0];
    return theirs !== undefined && theirs !== script.exec(import.meta.url)?.[0];
  } catch {
    return false;
  }
}

/**
 * Loads the page again. The run goes along in the address; one that is too long for it beside that, as a `load` command,
 * `session`.
 */
export function loadAgain(session: string | null): void {
  try {
    if (session !== null) sessionStorage.setItem(key, session);
  } catch {
    // Not allowed, or more than fits.
  }
  location.reload();
}

/** The run that came along beside the address. */
export function broughtAlong(): Start | null {
  try {
    // loadOf reads JSON without rounding a large seed; what it takes for a scene is all of the command here.
    const load = loadOf(sessionStorage.getItem(key) ?? '');
    sessionStorage.removeItem(key);
    return load && { ...load, ...(load.scene as Start) };
  } catch {
    return null;
  }
}
