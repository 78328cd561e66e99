// Which scenes stopped the program, or never came to life, so that opening the page again doesn't stop it again. It is
// remembered as long as the tab; where nothing may be stored, not at all.

const prefix = 'perceptron-lab.stopped.';

/** Scenes that have begun and are not alive yet. A page that is left meanwhile was not stopped by them. */
const beginning = new Set<string>();
addEventListener('pagehide', () => beginning.forEach(forget));

export class Caution {
  #begun: string | null = null;

  begin(scene: string): void {
    this.#begun = scene;
    beginning.add(scene);
    mark(scene);
  }

  /** The scene came to life, or waits for its turn. */
  clear(): void {
    if (this.#begun === null) return;
    beginning.delete(this.#begun);
    forget(this.#begun);
    this.#begun = null;
  }

  /** The program ended for good, over a scene that may have changed since it began. */
  end(scene: string): void {
    if (this.#begun !== null) beginning.delete(this.#begun);
    this.#begun = null;
    mark(scene);
  }
}

/** Whether a scene is to be left alone; not one that begins just now in another figure of the page. */
export function warns(scene: string): boolean {
  if (beginning.has(scene)) return false;
  try {
    return sessionStorage.getItem(prefix + scene) !== null;
  } catch {
    return false;
  }
}

function mark(scene: string): void {
  try {
    sessionStorage.setItem(prefix + scene, '');
  } catch {
    // Not to be had.
  }
}

export function forget(scene: string): void {
  try {
    sessionStorage.removeItem(prefix + scene);
  } catch {
    // Nothing was stored.
  }
}
