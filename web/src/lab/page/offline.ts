// Works without a network after the first visit: the service worker keeps the version that this page came from.

/** Registers the worker once the page itself has what it needs. If workers are refused, the page still works. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  navigator.serviceWorker.register('sw.js').catch(() => {});
}
