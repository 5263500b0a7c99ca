import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What streams say when their other end is gone. */
const GONE = new Set<unknown>([
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_STREAM_UNABLE_TO_PIPE',
  'ERR_HTTP_REQUEST_TIMEOUT',
  'ABORT_ERR',
]);

/**
 * Whether an error concerns the request's connection (closed, reset, not HTTP), and so nothing that
 * the shop did: there is no one to answer, and nothing to fix.
 */
export function isConnectionError(
  error: unknown,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, type } = error as { code?: unknown; type?: unknown };
  if (typeof code === 'string' && code.startsWith('HPE_')) return true;
  // The first is raw-body's, the second Express' own of a file that it was sending.
  if (type === 'request.aborted' || code === 'ECONNABORTED') return true;
  // A pipeline that fails takes the socket from the request, and sets its own error there.
  const { socket: own } = req as { socket: Socket | null };
  const socket = own ?? res.socket;
  const known = [own && req.errored, res.errored, socket?.errored];
  if (known.includes(error as Error)) return true;
  return (!socket || socket.destroyed || res.destroyed) && GONE.has(code);
}
