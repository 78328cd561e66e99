// The service worker: keeps one complete version of the Lab, so that it works without a network. A page gets all its files
// from one version: the next one is fetched completely beside it, and takes over once no page of the old one is open.

import { small } from '../figure/small';

/** Defined by the build: the addresses of this version's files, the program's and its size, and a hash of all as its name. */
declare const FILES: string[];
declare const PROGRAM: string;
declare const PROGRAM_BYTES: number;
declare const VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;

/** One origin may hold several Labs, each below its own path; their caches don't interfere. */
const ours = `perceptron-lab ${new URL(worker.registration.scope).pathname} `;
const cacheName = ours + VERSION;

worker.addEventListener('install', (event) => {
  // Names with a hash may come from the browser's own cache; the page itself must not.
  const requests = FILES.map((file) => new Request(file, { cache: file === './' ? 'reload' : 'default' }));
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => Promise.all([cache.addAll(requests), keepProgram(cache).catch(() => cache.add(PROGRAM))])),
  );
});

worker.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name.startsWith(ours) && name !== cacheName));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(answer(request));
});

async function keepProgram(cache: Cache): Promise<void> {
  const response = await small(PROGRAM, PROGRAM_BYTES, {});
  if (!response.ok) throw new Error(`${PROGRAM}: HTTP ${response.status}`);
  await cache.put(PROGRAM, response);
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' });
  return kept ?? fetch(request);
}
