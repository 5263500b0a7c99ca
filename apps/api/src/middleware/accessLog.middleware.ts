import type { Request, RequestHandler, Response } from 'express';
import morgan, { type TokenIndexer } from 'morgan';
import { currentAmbient } from '../utils/ambient.ts';
import type { Logger } from '../utils/logger.ts';

/**
 * One line a request, written when the answer is out: morgan describes it, winston writes. morgan's
 * own way of waiting for the end wraps a method of each answer and listens in four places.
 */
export function accessLog(logger: Logger): RequestHandler {
  const describe = morgan.compile<Request, Response>(':method :url');
  // They are members of its function.
  const tokens = morgan as unknown as TokenIndexer<Request, Response>;
  const logRequest: RequestHandler = (req, res, next) => {
    const started = performance.now();
    // Neither of them is there any more when the connection is closed.
    const { ip } = req;
    const ambient = currentAmbient();
    res.once('close', () => {
      // One object: given apart, a `%d` in the address would be taken for a placeholder.
      logger.http({
        message: describe(tokens, req, res),
        status: res.headersSent ? res.statusCode : 0,
        ms: Math.round(1000 * (performance.now() - started)) / 1000,
        bytes: bytesOf(req, res),
        ip,
        ...(ambient && { sql: ambient.statements, requestId: ambient.requestId }),
      });
    });
    next();
  };
  return logRequest;
}

function bytesOf({ method }: Request, res: Response): number {
  if (method === 'HEAD') return 0;
  return Number(res.locals['bodyBytes'] ?? res.getHeader('Content-Length') ?? 0);
}

/**
 * Counts the body's bytes as they leave, compressed if they are: no length is announced for what is
 * compressed or streamed. Stands before whatever does that.
 */
export const countBody: RequestHandler = (_req, res, next) => {
  let bytes = 0;
  const counting =
    (send: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): unknown => {
      const [chunk, encoding] = args;
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
        const known =
          typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
        res.locals['bodyBytes'] = bytes += Buffer.byteLength(chunk, known);
      }
      return send(...args);
    };
  res.write = counting(res.write.bind(res) as (...args: unknown[]) => unknown) as Response['write'];
  res.end = counting(res.end.bind(res) as (...args: unknown[]) => unknown) as Response['end'];
  next();
};
