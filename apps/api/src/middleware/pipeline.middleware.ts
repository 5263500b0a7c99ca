import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerProblem } from '../utils/answerProblem.ts';
import { AppError } from '../kernel/errors.ts';
import { lingerAndClose } from './unreadBody.middleware.ts';

/** No browser and no proxy sends more than a few requests before it has read the first answer. */
const MAX_IN_FLIGHT = 64;

const inFlight = new WeakMap<Socket, number>();

/** How many requests of a connection are not answered yet. */
export function requestsInFlight(socket: Socket): number {
  return inFlight.get(socket) ?? 0;
}

/**
 * Bounds the requests that are in flight on one connection: Node takes as many as come, and holds the
 * answers of all. The first one beyond is refused and ends the connection; what comes behind it is
 * ignored.
 */
export function boundInFlight(listener: RequestListener): RequestListener {
  return (req, res) => {
    const { socket } = req;
    const count = requestsInFlight(socket);
    if (count > MAX_IN_FLIGHT) return;
    inFlight.set(socket, count + 1);
    if (count === MAX_IN_FLIGHT) return refuse(req, res);
    res.once('close', () => {
      const left = requestsInFlight(socket);
      // Once it is closing, it stays so.
      if (left <= MAX_IN_FLIGHT) inFlight.set(socket, left - 1);
    });
    listener(req, res);
  };
}

function refuse({ socket, url = '' }: IncomingMessage, res: ServerResponse): void {
  // The end of each answer before this one would have the connection read on.
  socket.pause().resume = () => socket;
  lingerAndClose(socket);
  const detail = `More than ${MAX_IN_FLIGHT} requests at once on one connection.`;
  const headers = { 'Retry-After': '1' };
  answerProblem(res, new AppError('rate_limited', detail, { headers }), url);
}
