import type { RequestHandler } from 'express';
import morgan from 'morgan';
import { currentAmbient } from '../utils/ambient.ts';
import type { Logger } from '../utils/logger.ts';
import { redactText } from '../utils/redact.ts';

/** One line a request, written when the answer is out: morgan takes the measures, winston writes. */
export function accessLog(logger: Logger): RequestHandler {
  return morgan((tokens, req, res) => {
    const ambient = currentAmbient();
    logger.http(`${tokens['method']?.(req, res)} ${redactText(tokens['url']?.(req, res) ?? '')}`, {
      status: Number(tokens['status']?.(req, res) ?? 0),
      ms: Number(tokens['response-time']?.(req, res) ?? 0),
      bytes: Number(tokens['res']?.(req, res, 'content-length') ?? 0),
      ip: tokens['remote-addr']?.(req, res),
      ...(ambient && { sql: ambient.statements, requestId: ambient.requestId }),
    });
    // Nothing for morgan to write itself.
    return undefined;
  });
}
