// What the element, or a view, fetches later is what its script was built with: no browser checks what an import() brings, but
// each uses what a link with a hash has brought before.

/** Defined by the build, as JSON: for each module that is fetched, its file's name beside this script, and its hash. */
declare const FETCHED: string;

type Module = '../figure/running' | './prose/prose' | `./views/${string}` | './network';

/** A bundler that makes this script part of another turns the others into files of its own too, whose hashes are unknown here. */
const asBuilt = /\/(perceptron-lab|frame)(-\w+)?\.[0-9a-f]{10}\.js$/.test(import.meta.url);

/** Gives what `fetch` imports, checked. Rejects if it can't be fetched or is another file; then it can be tried again. */
export async function pinned<T>(module: Module, fetch: () => Promise<T>): Promise<T> {
  const link = document.createElement('link');
  const [name, integrity] = (JSON.parse(FETCHED) as Record<string, [string, string]>)[module] ?? [];
  if (!asBuilt || !name || !link.relList.supports('modulepreload')) return fetch();
  Object.assign(link, { rel: 'modulepreload', href: new URL(name, import.meta.url).href, integrity, crossOrigin: 'anonymous' });
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${name}: not fetched, or not the file that this script was built with`));
    document.head.append(link);
  }).finally(() => link.remove());
  return fetch();
}
