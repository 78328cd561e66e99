// Remembers which scenes stopped the program or never came to life, so that reopening the page doesn't stop it again. They are
// remembered as long as the tab lives; where storage is not allowed, not at all.

const prefix = 'perceptron-lab.stopped.';

/** Scenes that have started and are not live yet. If the page is left in the meantime, they did not stop it. */
const beginning = new Set<string>();
addEventListener('pagehide', () => beginning.forEach(forget));

export class Caution {
  #begun: string | null = null;

  begin(scene: string): void {
    this.#begun = scene;
    beginning.add(scene);
    mark(scene);
  }

  /** The scene came to life, or is waiting for its turn. */
  clear(): void {
    if (this.#begun === null) return;
    beginning.delete(this.#begun);
    forget(this.#begun);
    this.#begun = null;
  }

  /** The program ended for good, on a scene that may have changed since it started. */
  end(scene: string): void {
    if (this.#begun !== null) beginning.delete(this.#begun);
    this.#begun = null;
    mark(scene);
  }
}

/** Whether a scene is to be left alone; false for one that is just starting in another figure of the page. */
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
    // Storage is not available.
  }
}

export function forget(scene: string): void {
  try {
    sessionStorage.removeItem(prefix + scene);
  } catch {
    // Nothing was stored.
  }
}
