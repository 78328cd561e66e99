// The service worker: keeps one complete version of the Lab, so that it works without a network. A page gets all its files
// from one version: the next one is fetched completely beside it, and takes over once no page of the old one is open.

import { integrityOf } from '../figure/integrity';
import { small } from '../figure/small';

/**
 * Defined by the build: this version's files with their hashes, and those among them that its page names; the program, its size
 * and its hash; and a hash of all as the version's name.
 */
declare const FILES: Record<string, string>;
declare const NAMED: string[];
declare const PROGRAM: string;
declare const PROGRAM_BYTES: number;
declare const PROGRAM_INTEGRITY: string;
declare const VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;

/** One origin may hold several Labs, each below its own path; their caches don't interfere. */
const ours = `perceptron-lab ${new URL(worker.registration.scope).pathname} `;
const cacheName = ours + VERSION;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => Promise.all([keepPage(cache), keepFiles(cache), keepProgram(cache)])));
});

worker.addEventListener('activate', (event) => {
  // The page that brought this worker is served by it from now on: its host may soon have another version's files alone.
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  // Other pages are the browser's: Firefox drops a worker that has failed to give one three times, as it would without a network.
  if (request.mode === 'navigate' && !isLab(request)) return;
  event.respondWith(answer(request));
  if (request.mode === 'navigate') event.waitUntil(forgetOthers());
});

/**
 * A host that is just getting another version may give a page and scripts that don't belong together, or a page in a script's
 * place.
 */
async function keepPage(cache: Cache): Promise<void> {
  const page = await fetch('./', { cache: 'reload' });
  const text = await page.clone().text();
  if (!page.ok || !NAMED.every((name) => text.includes(name))) throw new Error('the page: want the one of this version');
  await cache.put('./', page);
}

async function keepFiles(cache: Cache): Promise<void> {
  // What has a hash in its name may come from the browser's own cache, unless another file came by that name.
  const asked = (hashed: RequestCache) =>
    Object.entries(FILES).map(
      ([name, integrity]) => new Request(name, { integrity, cache: /\.\w{8,10}\.\w+$/.test(name) ? hashed : 'reload' }),
    );
  await cache.addAll(asked('default')).catch(() => cache.addAll(asked('reload')));
}

async function keepProgram(cache: Cache): Promise<void> {
  const whole = () => fetch(PROGRAM, { cache: 'reload' });
  for (const get of [() => small(PROGRAM, PROGRAM_BYTES, {}).catch(whole), whole]) {
    const bytes = await (await get()).arrayBuffer();
    if ((await integrityOf(bytes)) !== PROGRAM_INTEGRITY) continue;
    return cache.put(PROGRAM, new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
  }
  throw new Error(`${PROGRAM}: not the file of this version`);
}

/** The names of the caches of other versions. */
const others = async () => (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName);

/**
 * Drops the other versions, once no page is open. A browser may let this worker take over while a page of an older version is
 * being loaded again, and that goes on asking for its own files. A newer version is not dropped: it comes next.
 */
async function forgetOthers(): Promise<void> {
  const { installing, waiting } = worker.registration;
  if (installing || waiting || worker.serviceWorker?.state === 'redundant') return;
  const [old, open] = await Promise.all([others(), worker.clients.matchAll({ type: 'window' })]);
  if (open.length === 0) await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  if (request.mode === 'navigate') return (await kept('./', [cacheName])) ?? fetch(request);
  return (await kept(request, [cacheName])) ?? (await kept(request, await others())) ?? fetch(request);
}

function isLab({ url }: Request): boolean {
  return url.replace(/(index\.html)?([?#].*)?$/, '') === worker.registration.scope;
}

async function kept(file: Request | string, names: string[]): Promise<Response | undefined> {
  for (const name of names) {
    const found = await (await caches.open(name)).match(file);
    if (found) return found;
  }
  return undefined;
}
