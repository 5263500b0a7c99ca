import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

const SWEEP_MS = 50;

/**
 * How long a connection may stay without a request: the next request may already be in flight, and
 * its client would see a connection reset. It is answered with `Connection: close` instead. (nginx
 * has `keepalive_min_timeout` for the same purpose.)
 */
const IDLE_GRACE_MS = 1000;

/**
 * Prepares a server for draining. The returned function stops listening, lets the requests in
 * flight and those that still arrive on open connections finish with `Connection: close`, closes
 * idle connections after a while, and cuts the rest at the deadline.
 * @returns a function whose promise resolves when the last connection is closed.
 */
export function prepareDrain(server: Server): (deadlineMs: number) => Promise<void> {
  const sockets = new Set<Socket>();
  /** The last of several requests on one connection: they are answered in order. */
  const inFlight = new Map<Socket, ServerResponse>();
  let draining = false;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    inFlight.set(socket, response);
    response.once('close', () => {
      if (inFlight.get(socket) === response) inFlight.delete(socket);
    });
    if (draining) announceClose(response);
  });
  const closeIdle = () => {
    for (const socket of sockets) if (!inFlight.has(socket)) socket.destroy();
  };
  return async (deadlineMs) => {
    draining = true;
    const closed = once(server, 'close');
    stopListening(server);
    for (const response of inFlight.values()) announceClose(response);
    let sweep: NodeJS.Timeout | undefined;
    const grace = setTimeout(() => (sweep = setInterval(closeIdle, SWEEP_MS)), IDLE_GRACE_MS);
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    await closed;
    clearTimeout(grace);
    clearInterval(sweep);
    clearTimeout(deadline);
  };
}

/** An HTTP server's own `close` also closes idle connections at once. */
function stopListening(server: Server): void {
  NetServer.prototype.close.call(server);
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
