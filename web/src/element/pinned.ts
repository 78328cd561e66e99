// What the element, or a view, fetches later is what its script was built with: no browser checks what an import() brings, but
// each uses what a link with a hash has brought before.

/** Defined by the build, as JSON: for each module that is fetched, its file's name beside this script, and its hash. */
declare const FETCHED: string;

type Module = '../figure/running' | './prose/prose' | `./views/${string}` | './network';

/** A bundler that makes this script part of another turns the others into files of its own too, whose hashes are unknown here. */
const asBuilt = /\/(perceptron-lab|frame)(-\w+)?\.[0-9a-f]{10}\.js/.test(import.meta.url);

/** Of those that came, or are on their way. */
const promises: Record<string, Promise<unknown> | null> = {};
let failures = 0;

/**
 * Gives what `fetch` imports, checked. Rejects if twice it can't be fetched or is another file; then it can be tried again. The
 * second time it has another address: Firefox and WebKit never ask again for a module that didn't come.
 */
export function pinned<T>(module: Module, fetch: () => Promise<T>): Promise<T> {
  if (!asBuilt) return fetch();
  const [name, integrity] = (JSON.parse(FETCHED) as Record<Module, [string, string]>)[module]!;
  const get = async (failure?: unknown): Promise<unknown> => {
    const link = document.createElement('link');
    const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
    const href = new URL(failure ? `${name}?${++failures}` : name, import.meta.url).href;
    if (link.relList.supports('modulepreload'))
      await new Promise((onload, reject) => {
        const onerror = () => reject(new Error(`${name}: not fetched, or not the file that this script was built with`));
        document.head.append(Object.assign(link, { rel: 'modulepreload', href, integrity, nonce, onload, onerror }));
      }).finally(() => link.remove());
    return import(href);
  };
  const forget = (failure: unknown) => {
    promises[module] = null;
    throw failure;
  };
  return (promises[module] ??= get().catch(get).catch(forget)) as Promise<T>;
}
