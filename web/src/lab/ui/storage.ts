// What the reader chose for the page itself. If storage is not allowed, the choice lasts as long as the page.

const prefix = 'perceptron-lab.';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Calls `act` where another tab has kept something else. */
export function whenKept(key: string, act: () => void): void {
  addEventListener('storage', (event) => event.key === prefix + key && act());
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Refused by the browser's settings: nothing to do about it.
  }
}
