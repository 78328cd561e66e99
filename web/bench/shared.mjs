// What contestants have in common.

/** What a run takes, in nanoseconds, and what it returns. */
export function timed(run) {
  const start = performance.now();
  const loss = run();
  return [(performance.now() - start) * 1e6, loss];
}

/** Puts a list into random order: Fisher and Yates, as in each contestant. */
export function shuffled(list) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
}
