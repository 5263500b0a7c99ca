import type { Server, ServerResponse } from 'node:http';
import { once } from 'node:events';

const SWEEP_MS = 50;

/**
 * Prepares a server for being drained. The returned function stops listening, lets the requests in
 * flight finish with `Connection: close`, closes connections as they become idle, and cuts what is
 * left at the deadline.
 * @returns a function whose promise resolves when the last connection is closed.
 */
export function drainable(server: Server): (deadlineMs: number) => Promise<void> {
  const inFlight = new Set<ServerResponse>();
  let draining = false;
  server.prependListener('request', (_request, response) => {
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    if (draining) announceClose(response);
  });
  return async (deadlineMs) => {
    draining = true;
    const closed = once(server, 'close');
    server.close();
    for (const response of inFlight) announceClose(response);
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, SWEEP_MS);
    const deadline = setTimeout(() => {
      server.closeAllConnections();
    }, deadlineMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(deadline);
  };
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
