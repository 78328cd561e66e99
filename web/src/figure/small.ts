// A file from a host that compresses nothing: the .gz that lies beside it, unpacked here. Of the program it is a fifth.

/** The response for a file of so many `bytes`; if the host would send all of them, what the .gz beside the file unpacks to. */
export async function small(file: string, bytes: number, request: RequestInit): Promise<Response> {
  const end = new AbortController();
  const response = await fetch(file, { ...request, signal: end.signal });
  if (!sentWhole(response, bytes) || isHere(response) || !('DecompressionStream' in globalThis)) return response;
  end.abort();
  const packed = await fetch(`${file}.gz`, request);
  if (!packed.ok || !packed.body) throw new Error(`${file}.gz: HTTP ${packed.status}`);
  // Some hosts say of a .gz that it is another file, compressed: the browser has unpacked it then.
  if (packed.headers.get('content-encoding')) return packed;
  return new Response(packed.body.pipeThrough(new DecompressionStream('gzip')));
}

const sentWhole = ({ ok, headers }: Response, bytes: number) =>
  ok && !headers.get('content-encoding') && Number(headers.get('content-length')) >= bytes;

/** Whether all of it has come already: a page may have asked for it before its script did. */
const isHere = ({ url }: Response) =>
  performance.getEntriesByName(url).some((entry) => (entry as PerformanceResourceTiming).responseEnd > 0);
