// Which goals a reader has reached and what was guessed: kept on this device alone, by the page's path.

const key = 'perceptron-lab.prose';

type Kept = Record<string, Record<string, string>>;

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
  } catch {
    return {};
  }
}

/** What was kept of a task of this page; undefined if nothing was. */
export function kept(task: string): string | undefined {
  const found = read()[location.pathname]?.[task];
  return typeof found === 'string' ? found : undefined;
}

export function keep(task: string, what: string): void {
  const all = read();
  all[location.pathname] = { ...all[location.pathname], [task]: what };
  try {
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // A page that may store nothing forgets when it is left.
  }
}
