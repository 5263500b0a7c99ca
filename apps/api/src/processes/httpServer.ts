import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { BODY_TIMES, boundBodyTime, type BodyTimes } from '../middleware/bodyTime.middleware.ts';
import { markExpectation } from '../middleware/expectation.middleware.ts';
import { requestsInFlight } from '../middleware/pipeline.middleware.ts';
import { nodeHttp } from '../utils/nodeHttp.ts';

/** Longer than the idle timeout of common load balancers (60 s), so that they close first. */
const KEEP_ALIVE_MS = 65_000;
/** From the first byte of a request to the end of its head. */
const HEAD_MS = 20_000;

interface HttpServerOptions {
  /** Closes a connection to which nothing could be written for this long. */
  readonly writeTimeoutMs: number;
  readonly bodyTimes?: BodyTimes;
}

/** The API's server, with bounds for clients that send or read slowly, or not at all. */
export function createHttpServer(
  app: RequestListener,
  { writeTimeoutMs, bodyTimes = BODY_TIMES }: HttpServerOptions,
): Server {
  const server = nodeHttp.createServer(
    // Node's own limit for a whole request would be the same for a catalogue of gigabytes.
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEAD_MS, requestTimeout: 0 },
    boundBodyTime(app, bodyTimes),
  );
  // Node fires this timeout while something waits to be written and none of it was sent for this
  // long; a client that waits for its answer is not affected.
  server.setTimeout(writeTimeoutMs, (socket) => {
    if (requestsInFlight(socket) === 0) socket.destroy();
    else if (socket.writableLength > 0) destroyIfStuck(socket);
  });
  // Without these, Node would request every body, and answer other expectations itself.
  for (const event of ['checkContinue', 'checkExpectation'] as const) {
    server.on(event, (req, res) => {
      markExpectation(req);
      server.emit('request', req, res);
    });
  }
  return server;
}

/** A process that was suspended sees the timeout before it sees what was written meanwhile. */
function destroyIfStuck(socket: Socket): void {
  const { bytesWritten, writableLength } = socket;
  setImmediate(() => {
    const isStuck =
      socket.bytesWritten === bytesWritten && socket.writableLength === writableLength;
    if (isStuck) socket.destroy();
  });
}
