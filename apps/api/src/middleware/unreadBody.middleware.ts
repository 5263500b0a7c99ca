import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isWaiting } from './expectation.middleware.ts';

/** An unwanted body of up to this many bytes is read, so that its connection can be reused. */
const WORTH_READING_BYTES = 65_536;
/** How long a client that still sends may take to read its answer, before its connection is cut. */
const LINGER_MS = 2000;

/**
 * Closes the connection when an answer goes out before a long body was read to its end. Node would
 * read the whole body, and a connection that is cut while its client sends loses the answer. So the
 * write side closes first, the rest a moment later, and nothing of the body is read meanwhile.
 */
export function withLingeringClose(listener: RequestListener): RequestListener {
  return (req, res) => {
    if (isPossiblyLong(req)) closeUnlessRead(req, res);
    listener(req, res);
  };
}

function isPossiblyLong(req: IncomingMessage): boolean {
  const { headers } = req;
  if (headers['transfer-encoding'] !== undefined || isWaiting(req)) return true;
  return Number(headers['content-length'] ?? 0) > WORTH_READING_BYTES;
}

function closeUnlessRead(req: IncomingMessage, res: ServerResponse): void {
  // A pipeline that reads the body and fails takes the socket from the request.
  const { socket } = req;
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
  res.writeHead = (...args: unknown[]) => {
    if (!req.complete) {
      res.setHeader('Connection', 'close');
      // After one read, though of nothing, Node does not read the rest of the body at the end.
      req.read(0);
      lingerAndClose(socket);
    }
    return writeHead(...args);
  };
}

/** Keeps a connection that closes after its answer until its client has had time to read that. */
export function lingerAndClose(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    const cut = setTimeout(() => socket.destroy(), LINGER_MS).unref();
    socket.once('close', () => clearTimeout(cut));
  };
}
