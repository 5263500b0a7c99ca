import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import morgan, { type TokenIndexer } from 'morgan';
import { currentRequest } from '../kernel/requestStore.ts';
import type { Logger } from '../utils/logger.ts';
import type { Link } from './link.middleware.ts';

/** What the log line of a request contains in addition to morgan's fields. */
interface LoggedRequest {
  readonly requestId: string | undefined;
  readonly ip: string | undefined;
  /** The moment of its beginning, of `performance.now()`. */
  readonly started: number;
  /** SQL statements that it took. */
  readonly statements: number | undefined;
  /** Of the body as it was sent. */
  readonly bytes: number;
}

/** Writes the line of a request whose answer is out. */
type LogRequest = (req: IncomingMessage, res: ServerResponse, logged: LoggedRequest) => void;

/**
 * One line a request: morgan describes it, winston writes. morgan's own way of waiting for the end
 * wraps a method of each answer and listens in four places.
 */
function createAccessLog(logger: Logger): LogRequest {
  const describe = morgan.compile(':method :url');
  // They are members of its function.
  const tokens = morgan as unknown as TokenIndexer;
  return (req, res, { started, bytes, ip, statements, requestId }) => {
    // One object: as a separate argument, a `%d` in the address would be read as a placeholder.
    logger.http({
      message: describe(tokens, req, res),
      status: res.headersSent ? res.statusCode : 0,
      ms: Math.round(1000 * (performance.now() - started)) / 1000,
      bytes,
      ip,
      ...(requestId !== undefined && { sql: statements, requestId }),
    });
  };
}

/** Logs each request when its response is out. */
export function accessLog(logger: Logger): Link {
  const log = createAccessLog(logger);
  return {
    onChain: function logRequest(req, res, next) {
      const started = performance.now();
      // Neither of them exists once the connection is closed.
      const { ip } = req;
      const request = currentRequest();
      res.once('close', () => {
        const { requestId, statements } = request ?? {};
        log(req, res, { requestId, ip, started, statements, bytes: bytesOf(req, res) });
      });
      next();
    },
    onFastPath({ req, res, ...call }) {
      res.once('close', () => log(req, res, { ...call, statements: 0 }));
    },
  };
}

function bytesOf({ method }: Request, res: Response): number {
  if (method === 'HEAD') return 0;
  return Number(res.locals.bodyBytes ?? res.getHeader('Content-Length') ?? 0);
}

/**
 * Counts the body's bytes as they are sent, compressed or not: compressed and streamed bodies
 * announce no length. Must run before the middleware that does either.
 */
const countOnChain: RequestHandler = (_req, res, next) => {
  let bytes = 0;
  const counting =
    (send: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): unknown => {
      const [chunk, encoding] = args;
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
        const known =
          typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
        res.locals.bodyBytes = bytes += Buffer.byteLength(chunk, known);
      }
      return send(...args);
    };
  res.write = counting(res.write.bind(res) as (...args: unknown[]) => unknown) as Response['write'];
  res.end = counting(res.end.bind(res) as (...args: unknown[]) => unknown) as Response['end'];
  next();
};

export const countBody: Link = {
  onChain: countOnChain,
  chainOnly: 'The length of a cached body is known.',
};
