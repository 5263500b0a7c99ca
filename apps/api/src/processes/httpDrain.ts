import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const SWEEP_MS = 50;

/**
 * Prepares a server for being drained. The returned function stops listening, lets the requests in
 * flight finish with `Connection: close`, closes connections without one, and cuts what is left at
 * the deadline. (`closeIdleConnections` spares connections that have not sent anything yet, such as
 * those that browsers open ahead; they would hold the drain until its deadline.)
 * @returns a function whose promise resolves when the last connection is closed.
 */
export function drainable(server: Server): (deadlineMs: number) => Promise<void> {
  const sockets = new Set<Socket>();
  const inFlight = new Map<Socket, ServerResponse>();
  let draining = false;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    inFlight.set(socket, response);
    response.once('close', () => inFlight.delete(socket));
    if (draining) announceClose(response);
  });
  const closeIdle = () => {
    for (const socket of sockets) if (!inFlight.has(socket)) socket.destroy();
  };
  return async (deadlineMs) => {
    draining = true;
    const closed = once(server, 'close');
    server.close();
    for (const response of inFlight.values()) announceClose(response);
    // Not at once: what has just arrived on a connection may still become a request.
    const sweep = setInterval(closeIdle, SWEEP_MS);
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(deadline);
  };
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
