// The messages between frame.html and the page around it; each carries source 'perceptron-lab' and the version.

export const version = 1;

export type Outgoing =
  | { type: 'event'; event: string; detail: unknown }
  /** As an object, and as JSON, which has seeds too large for a number of JavaScript as they are. */
  | { type: 'session'; session: unknown; json: string }
  | { type: 'size'; height: number; least: number };

export type Incoming = { type: 'command'; command: { type: string } } | { type: 'getSession' };

/** Whether data, which any page may have sent, is one of our messages; everything else is ignored. */
export function isMessage(data: unknown): data is Incoming {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as Record<string, unknown>;
  if (message.source !== 'perceptron-lab' || message.version !== version) return false;
  if (message.type === 'getSession') return true;
  const { command } = message;
  return (
    message.type === 'command' &&
    typeof command === 'object' &&
    command !== null &&
    typeof (command as { type?: unknown }).type === 'string'
  );
}
