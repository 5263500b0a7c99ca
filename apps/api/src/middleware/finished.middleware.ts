import type { Request, RequestHandler, Response } from 'express';
import type { CacheService } from '../services/cache.service.ts';
import { matchesEtag } from '../utils/etag.ts';
import { encodings, type Encoding, type FinishedBody } from '../utils/finishedBody.ts';
import { serverTiming } from '../utils/serverTiming.ts';

/** Answers the requests for the catalogue whose finished answer lies in the cache. */
export interface FinishedAnswers {
  /** Writes an answer, and lets the same address be answered from the cache from now on. */
  send(req: Request, res: Response, answer: FinishedBody): Promise<void>;
  /**
   * Stands before all that a request needs whose address has not been seen: parsers, the route, its
   * schemas, compression. The same address means the same for as long as its answer is fresh.
   */
  readonly middleware: RequestHandler;
}

/** @param cacheControl what clients may keep. */
export function createFinishedAnswers(cache: CacheService, cacheControl: string): FinishedAnswers {
  const routes = new WeakMap<FinishedBody, unknown>();

  async function write(req: Request, res: Response, answer: FinishedBody): Promise<void> {
    const encoding = encodingFor(req);
    const made = encoding && answer.encoded(encoding);
    const form = made instanceof Promise ? await made : made;
    const etag = form ? `W/${answer.etag}` : answer.etag;
    res.setHeader('Cache-Control', cacheControl);
    res.setHeader('ETag', etag);
    res.setHeader('Server-Timing', serverTiming());
    if (answer.link !== undefined) res.setHeader('Link', answer.link);
    if (res.hasHeader('Vary')) res.vary('Accept-Encoding');
    else res.setHeader('Vary', 'Accept-Encoding');
    const condition = req.headers['if-none-match'];
    if (condition !== undefined && matchesEtag(condition, etag)) {
      res.statusCode = 304;
      res.end();
      return;
    }
    if (form && encoding) res.setHeader('Content-Encoding', encoding);
    const body = form ?? answer.body;
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    res.setHeader('Content-Length', body.length);
    res.end(body);
  }

  return {
    send(req, res, answer) {
      routes.set(answer, res.locals['route']);
      if (isPlain(req)) cache.remember(req.originalUrl, answer);
      return write(req, res, answer);
    },

    middleware: function answerFromCache(req, res, next) {
      const answer = isPlain(req) ? cache.find(req.originalUrl) : undefined;
      if (!answer) return next();
      res.locals['route'] = routes.get(answer);
      return write(req, res, answer);
    },
  };
}

/** Whether the address is all there is to the request: nobody introduces himself, nothing is sent. */
function isPlain({ method, headers }: Request): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.authorization === undefined &&
    headers['idempotency-key'] === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

/** What the values of `Accept-Encoding` come to; there are as many as kinds of browsers. */
const understood = new Map<string, Encoding | undefined>();
const MAX_UNDERSTOOD = 200;

function encodingFor(req: Request): Encoding | undefined {
  const wish = req.headers['accept-encoding'];
  if (typeof wish !== 'string') return undefined;
  if (understood.has(wish)) return understood.get(wish);
  const encoding = encodings.find((name) => req.acceptsEncodings(name) !== false);
  if (understood.size < MAX_UNDERSTOOD) understood.set(wish, encoding);
  return encoding;
}
