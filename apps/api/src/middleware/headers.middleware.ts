import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cors from 'cors';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** What a page of another origin may read of an answer. */
const EXPOSED_HEADERS = [
  'ETag',
  'Link',
  'Location',
  'Idempotent-Replayed',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Server-Timing',
  'X-Request-Id',
];

const PREFLIGHT_SECONDS = 600;

type Header = readonly [name: string, value: string | readonly string[]];

/** helmet's headers. They are the same for every answer, so helmet is asked once, and not each time. */
export function securityHeaders(): RequestHandler {
  return fixed(
    headersOf(
      helmet({ contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } } }),
    ),
  );
}

/** Which pages of other origins may call the API. For "*" the answer to all but a preflight is always the same. */
export function crossOrigin(origins: readonly string[]): RequestHandler {
  const isOpen = origins.includes('*');
  const handler: RequestHandler = cors({
    origin: isOpen ? '*' : [...origins],
    maxAge: PREFLIGHT_SECONDS,
    exposedHeaders: EXPOSED_HEADERS,
  });
  if (!isOpen) return handler;
  const always = fixed(headersOf(handler));
  const allowOrigins: RequestHandler = (req, res, next) =>
    (req.method === 'OPTIONS' ? handler : always)(req, res, next);
  return allowOrigins;
}

/** What a handler sets on the answer to a plain GET. */
function headersOf(handler: RequestHandler): Header[] {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET' });
  const response = new ServerResponse(request);
  const headers: Header[] = [];
  response.setHeader = (name, value) => {
    headers.push([name, typeof value === 'number' ? String(value) : value]);
    return response;
  };
  handler(request as Parameters<RequestHandler>[0], response as Response, () => undefined);
  return headers;
}

function fixed(headers: readonly Header[]): RequestHandler {
  const setHeaders: RequestHandler = (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
  return setHeaders;
}
