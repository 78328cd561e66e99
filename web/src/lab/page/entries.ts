// The page's entries in the browser's history, where a browser lets it write them: not in a frame without an origin, and in
// Safari no more than a hundred in half a minute. The address then stays as it is.

/** A new entry with this address: Back returns to the one before. */
export const enter = (address: string): void => attempt(() => history.pushState(null, '', address));

/** The same entry with another address. */
export const rewrite = (address: string): void => attempt(() => history.replaceState(history.state, '', address));

function attempt(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
