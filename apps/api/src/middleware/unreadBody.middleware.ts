import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isWaiting } from './expectation.middleware.ts';

/** An unwanted body of up to this many bytes is read, so that its connection can be reused. */
const WORTH_READING_BYTES = 65_536;
/** How long a client that still sends may take to read its answer, before its connection is cut. */
const LINGER_MS = 2000;

/**
 * Answers that go out before a long body is read to its end close the connection. Node reads such
 * a body to its end, however long, and a connection that is cut while its client sends takes the
 * answer with it: so it is closed in one direction, and cut a moment later, nothing of the body being
 * read meanwhile.
 */
export function closingUnread(listener: RequestListener): RequestListener {
  return (req, res) => {
    if (mayBeLong(req)) closeUnlessRead(req, res);
    listener(req, res);
  };
}

function mayBeLong(req: IncomingMessage): boolean {
  const { headers } = req;
  if (headers['transfer-encoding'] !== undefined || isWaiting(req)) return true;
  return Number(headers['content-length'] ?? 0) > WORTH_READING_BYTES;
}

function closeUnlessRead(req: IncomingMessage, res: ServerResponse): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
  res.writeHead = (...args: unknown[]) => {
    if (!req.complete) {
      res.setHeader('Connection', 'close');
      // What was asked for once, though nothing was taken, Node does not read off at the end.
      req.read(0);
      closeGently(req.socket);
    }
    return writeHead(...args);
  };
}

/** Has a connection that is closed after its answer stay until its client has had time to read that. */
export function closeGently(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    const cut = setTimeout(() => socket.destroy(), LINGER_MS).unref();
    socket.once('close', () => clearTimeout(cut));
  };
}
