import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { CacheService } from '../services/cache.service.ts';
import { matchesEtag } from '../utils/etag.ts';
import { encodings, type Encoding, type CachedBody, type Staleness } from '../kernel/cachedBody.ts';
import { serverTiming } from '../utils/serverTiming.ts';
import { bearerTokenIn } from '../utils/bearerToken.ts';
import { sendAsItIs } from './compression.middleware.ts';
import { setLines, type HeaderLines } from './headers.middleware.ts';

/** A cached answer in an encoding that the client's `Accept-Encoding` allows. */
export interface ResponseForm {
  readonly etag: string;
  /** Of the answer itself, also where it is a 304. */
  readonly headers: HeaderLines;
  /** Of its body. */
  readonly bodyHeaders: HeaderLines;
  readonly body: Buffer;
  /** The template of its route. */
  readonly route: unknown;
}

/** Answers whose bodies are cached in serialized form. */
export interface CachedResponses {
  /** Writes an answer, and lets it be found by the same address from now on. */
  send(req: Request, res: Response, answer: CachedBody): Promise<void>;
  /**
   * What has been sent to the same address and the same `Accept-Encoding` before; the same address
   * means the same for as long as its answer is fresh.
   */
  find(req: IncomingMessage): ResponseForm | undefined;
}

/** There are as many ways to write `Accept-Encoding` as kinds of browsers; those asked for last are known. */
const MAX_CODINGS = 500;
const MAX_ACCEPT_LENGTH = 100;

/** A cache may not store it as fresh, and may show it for as long as the shop cannot answer. */
const STALE_CACHE_CONTROL = 'public, max-age=0, stale-if-error=86400';

/** What marks an old answer: RFC 9211 for caches of today, `Warning` (RFC 7234) for older ones. */
function staleLines({ ageSeconds, expiredSeconds }: Staleness): HeaderLines {
  return [
    'Age',
    String(ageSeconds),
    'Cache-Status',
    `cartwright; hit; ttl=-${expiredSeconds}; detail=stale`,
    'Warning',
    '110 cartwright "Response is Stale"',
  ];
}

/** An answer as it is, or in a coding. */
type Coding = Encoding | 'identity';

interface CachedResponsesOptions {
  readonly cache: CacheService;
  /** What clients may keep. */
  readonly cacheControl: string;
  /** Whether a bearer token is known to be valid: its holder sees what everyone sees. */
  readonly isKnownToken: (token: string) => boolean;
  /** Whether the storefront that sends it may see it. */
  readonly isAdmitted: (headers: IncomingHttpHeaders) => boolean;
}

export function createCachedResponses({
  cache,
  cacheControl,
  isKnownToken,
  isAdmitted,
}: CachedResponsesOptions): CachedResponses {
  const formsOfAnswers = new WeakMap<CachedBody, Map<Coding, ResponseForm>>();
  const codingByAccept = new LRUCache<string, Coding>({ max: MAX_CODINGS });

  function codingFor(req: Request): Coding {
    const accepted = acceptEncodingOf(req);
    const known = codingByAccept.get(accepted);
    if (known) return known;
    const coding = encodings.find((name) => req.acceptsEncodings(name) !== false) ?? 'identity';
    // Who takes nothing plain is looked at each time: a form may be plain, being short.
    if (accepted.length <= MAX_ACCEPT_LENGTH && acceptsPlain(req))
      codingByAccept.set(accepted, coding);
    return coding;
  }

  /** Another token is refused, or looked up, by the chain. */
  function hasGoodToken({ headers }: IncomingMessage): boolean {
    if (!isAdmitted(headers)) return false;
    const { authorization } = headers;
    if (authorization === undefined) return true;
    const token = bearerTokenIn(authorization);
    return token !== undefined && isKnownToken(token);
  }

  function remember(req: Request, answer: CachedBody, coding: Coding, form: ResponseForm): void {
    cache.remember(req.originalUrl, answer);
    const forms = formsOfAnswers.get(answer) ?? new Map<Coding, ResponseForm>();
    formsOfAnswers.set(answer, forms.set(coding, form));
  }

  return {
    async send(req, res, answer) {
      const coding = codingFor(req);
      const encoding = coding === 'identity' ? undefined : coding;
      const compressed = encoding && (await answer.encoded(encoding));
      const form = formOf(answer, compressed && encoding, compressed ?? answer.body, {
        cacheControl: answer.stale ? STALE_CACHE_CONTROL : cacheControl,
        route: res.locals.route,
      });
      const isAcceptable = compressed !== undefined || acceptsPlain(req);
      // What else a client may want that takes nothing plain, the chain's compression knows.
      if (isAcceptable) sendAsItIs(res);
      if (answer.stale) setLines(res, staleLines(answer.stale));
      else if (isAcceptable && isPlain(req)) remember(req, answer, coding, form);
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
      const answer = isPlain(req) && hasGoodToken(req) ? cache.find(req.url ?? '') : undefined;
      const coding = answer && codingByAccept.get(acceptEncodingOf(req));
      return coding && formsOfAnswers.get(answer)?.get(coding);
    },
  };
}

const acceptsPlain = (req: Request): boolean => req.acceptsEncodings('identity') !== false;

/** Whether the client has it already. */
export function isKnownTo({ headers }: IncomingMessage, { etag }: ResponseForm): boolean {
  const condition = headers['if-none-match'];
  return condition !== undefined && matchesEtag(condition, etag);
}

function formOf(
  { etag: strongEtag, link }: CachedBody,
  encoding: Encoding | undefined,
  body: Buffer,
  { cacheControl, route }: { cacheControl: string; route: unknown },
): ResponseForm {
  const etag = encoding ? `W/${strongEtag}` : strongEtag;
  const headers = ['Cache-Control', cacheControl, 'ETag', etag];
  if (link !== undefined) headers.push('Link', link);
  const type = 'application/json; charset=utf-8';
  const bodyHeaders = ['Content-Type', type, 'Content-Length', String(body.length)];
  if (encoding) bodyHeaders.push('Content-Encoding', encoding);
  return { etag, headers, bodyHeaders, body, route };
}

function acceptEncodingOf({ headers }: IncomingMessage): string {
  return headers['accept-encoding'] ?? '';
}

/** Whether the request is its address alone: no body, and nothing else that changes the answer. */
function isPlain({ method, headers }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers['idempotency-key'] === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}
