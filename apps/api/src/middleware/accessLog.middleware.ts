import type { Request, RequestHandler, Response } from 'express';
import morgan from 'morgan';
import { currentAmbient, type Ambient } from '../utils/ambient.ts';
import type { Logger } from '../utils/logger.ts';

/**
 * One line a request, written when the answer is out: morgan names what is told, winston writes.
 * morgan is called then, and not before: its own way of waiting for the end wraps a method of each
 * answer and listens in four places.
 */
export function accessLog(logger: Logger): RequestHandler {
  const write = morgan<Request, Response>(
    (tokens, req, res) => {
      const { ambient, started, ip } = res.locals['log'] as Begun;
      // One object: given apart, a `%d` in the address would be taken for a placeholder.
      logger.http({
        message: `${tokens['method']?.(req, res)} ${tokens['url']?.(req, res)}`,
        status: Number(tokens['status']?.(req, res) ?? 0),
        ms: Math.round(1000 * (performance.now() - started)) / 1000,
        bytes: bytesOf(req, res),
        ip,
        ...(ambient && { sql: ambient.statements, requestId: ambient.requestId }),
      });
      // Nothing for morgan to write itself.
      return undefined;
    },
    { immediate: true },
  );
  const logRequest: RequestHandler = (req, res, next) => {
    // Neither the address nor the ambient is there any more when the connection is closed.
    const begun: Begun = { started: performance.now(), ip: req.ip, ambient: currentAmbient() };
    res.locals['log'] = begun;
    res.once('close', () => write(req, res, () => undefined));
    next();
  };
  return logRequest;
}

interface Begun {
  readonly started: number;
  readonly ip: string | undefined;
  readonly ambient: Ambient | undefined;
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
