import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { CacheService } from '../services/cache.service.ts';
import { matchesEtag } from '../utils/etag.ts';
import { encodings, type Encoding, type FinishedBody } from '../utils/finishedBody.ts';
import { serverTiming } from '../utils/serverTiming.ts';
import { setLines, type HeaderLines } from './headers.middleware.ts';

/** A finished answer in the form that a client's `Accept-Encoding` asks for. */
export interface FinishedForm {
  readonly etag: string;
  /** Of the answer itself, also where it is a 304. */
  readonly headers: HeaderLines;
  /** Of its body. */
  readonly bodyHeaders: HeaderLines;
  readonly body: Buffer;
  /** The template of its route. */
  readonly route: unknown;
}

/** Answers whose bodies lie finished in the cache. */
export interface FinishedAnswers {
  /** Writes an answer, and lets it be found by the same address from now on. */
  send(req: Request, res: Response, answer: FinishedBody): Promise<void>;
  /**
   * What has been sent to the same address and the same `Accept-Encoding` before; the same address
   * means the same for as long as its answer is fresh.
   */
  find(req: IncomingMessage): FinishedForm | undefined;
}

/** There are as many ways to write `Accept-Encoding` as kinds of browsers. */
const MAX_WISHES = 10;

/** @param cacheControl what clients may keep. */
export function createFinishedAnswers(cache: CacheService, cacheControl: string): FinishedAnswers {
  const formsByWish = new WeakMap<FinishedBody, Map<string, FinishedForm>>();

  function remember(req: Request, answer: FinishedBody, form: FinishedForm): void {
    cache.remember(req.originalUrl, answer);
    const forms = formsByWish.get(answer) ?? new Map<string, FinishedForm>();
    if (forms.size < MAX_WISHES) forms.set(wishOf(req), form);
    formsByWish.set(answer, forms);
  }

  return {
    async send(req, res, answer) {
      const encoding = encodings.find((name) => req.acceptsEncodings(name) !== false);
      const compressed = encoding && (await answer.encoded(encoding));
      const form = formOf(answer, compressed && encoding, compressed ?? answer.body, {
        cacheControl,
        route: res.locals['route'],
      });
      if (isPlain(req)) remember(req, answer, form);
      setLines(res, form.headers);
      res.setHeader('Server-Timing', serverTiming());
      res.vary('Accept-Encoding');
      if (isKnownTo(req, form)) {
        res.status(304).end();
        return;
      }
      setLines(res, form.bodyHeaders);
      res.end(form.body);
    },

    find(req) {
      const answer = isPlain(req) ? cache.find(req.url ?? '') : undefined;
      return answer && formsByWish.get(answer)?.get(wishOf(req));
    },
  };
}

/** Whether the client has it already. */
export function isKnownTo({ headers }: IncomingMessage, { etag }: FinishedForm): boolean {
  const condition = headers['if-none-match'];
  return condition !== undefined && matchesEtag(condition, etag);
}

function formOf(
  { etag: strongEtag, link }: FinishedBody,
  encoding: Encoding | undefined,
  body: Buffer,
  { cacheControl, route }: { cacheControl: string; route: unknown },
): FinishedForm {
  const etag = encoding ? `W/${strongEtag}` : strongEtag;
  const headers = ['Cache-Control', cacheControl, 'ETag', etag];
  if (link !== undefined) headers.push('Link', link);
  const type = 'application/json; charset=utf-8';
  const bodyHeaders = ['Content-Type', type, 'Content-Length', String(body.length)];
  if (encoding) bodyHeaders.push('Content-Encoding', encoding);
  return { etag, headers, bodyHeaders, body, route };
}

function wishOf({ headers }: IncomingMessage): string {
  return headers['accept-encoding'] ?? '';
}

/** Whether the address is all there is to the request: nobody introduces himself, nothing is sent. */
function isPlain({ method, headers }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.authorization === undefined &&
    headers['idempotency-key'] === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}
