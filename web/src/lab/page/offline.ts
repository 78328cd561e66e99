// Works without a network after the first visit: the service worker keeps the version that this page came from.

/**
 * Registers the worker. Not before the figure is live, or can't be: what the worker fetches and keeps takes the line and the
 * processor that the program's start needs. Where there are no workers, or they are refused, the page still works.
 */
export async function keepOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register('sw.js');
  } catch {
    // Without a copy.
  }
}
