import type { Request, RequestHandler, Response } from 'express';
import morgan from 'morgan';
import { currentAmbient } from '../utils/ambient.ts';
import type { Logger } from '../utils/logger.ts';

/** One line a request, written when the answer is out: morgan takes the measures, winston writes. */
export function accessLog(logger: Logger): RequestHandler {
  const line = morgan<Request, Response>((tokens, req, res) => {
    const ambient = currentAmbient();
    // One object: given apart, a `%d` in the address would be taken for a placeholder.
    logger.http({
      message: `${tokens['method']?.(req, res)} ${tokens['url']?.(req, res)}`,
      status: Number(tokens['status']?.(req, res) ?? 0),
      ms: Number(tokens['response-time']?.(req, res) ?? 0),
      bytes: Number(res.locals['bodyBytes'] ?? 0),
      ip: tokens['remote-addr']?.(req, res),
      ...(ambient && { sql: ambient.statements, requestId: ambient.requestId }),
    });
    // Nothing for morgan to write itself.
    return undefined;
  });
  return (req, res, next) => {
    if (req.method !== 'HEAD') countBody(res);
    line(req, res, next);
  };
}

/**
 * Counts the body's bytes as they leave, compressed if they are (`res.locals.bodyBytes`): no length
 * is announced for what is compressed or streamed.
 */
function countBody(res: Response): void {
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
}
