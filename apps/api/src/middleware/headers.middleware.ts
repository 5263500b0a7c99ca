import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cors, { type CorsOptions } from 'cors';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { nodeHttp } from '../utils/nodeHttp.ts';
import type { Link } from './link.middleware.ts';

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

/** Names and values in turns, as Node's `writeHead` takes them. */
export type HeaderLines = readonly string[];

/**
 * The headers of every response: helmet's, and CORS. They depend only on the origin, so both
 * libraries are called once for each origin. A preflight ends here.
 * Pages of an origin that is named may send cookies and read the answers; those whom `*` admits may not.
 */
export function commonHeaders(origins: readonly string[]): Link {
  const named = origins.filter((origin) => origin !== '*');
  const forNamed = corsOf({ origin: named, credentials: true });
  const forOthers = corsOf({ origin: origins.includes('*') ? '*' : [] });
  const security = helmet({
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
  });
  const lines = [undefined, ...named].map((origin) => {
    const all = linesOf(security, origin);
    all.push(...linesOf(origin === undefined ? forOthers : forNamed, origin));
    // Also to those who get the same as all others: a cache must not show it to the named.
    return [origin, named.length > 0 ? withVary(all, 'Origin') : all] as const;
  });
  const linesFor = byOrigin(lines);
  // A cached response depends on `Accept-Encoding` too: one `Vary` says both.
  const cachedLinesFor = byOrigin(
    lines.map(([origin, own]) => [origin, withVary(own, 'Accept-Encoding')]),
  );
  const isNamed = new Set<string | undefined>(named);
  return {
    onChain: function setCommonHeaders(req, res, next) {
      const { origin } = req.headers;
      setLines(res, linesFor(origin));
      if (req.method === 'OPTIONS') (isNamed.has(origin) ? forNamed : forOthers)(req, res, next);
      else next();
    },
    onFastPath: ({ req, lines: all }) => void all.push(...cachedLinesFor(req.headers.origin)),
  };
}

function corsOf(options: Pick<CorsOptions, 'origin' | 'credentials'>): RequestHandler {
  return cors({ ...options, maxAge: PREFLIGHT_SECONDS, exposedHeaders: EXPOSED_HEADERS });
}

/** @param lines of each known origin; `undefined` has those of all others. */
function byOrigin(lines: readonly (readonly [string | undefined, HeaderLines])[]) {
  const known = new Map(lines);
  const others = known.get(undefined) ?? [];
  return (origin: string | undefined): HeaderLines => known.get(origin) ?? others;
}

function withVary(lines: HeaderLines, field: string): HeaderLines {
  const at = lines.indexOf('Vary');
  if (at === -1) return [...lines, 'Vary', field];
  if (lines[at + 1]?.split(', ').includes(field)) return [...lines];
  return lines.with(at + 1, `${lines[at + 1]}, ${field}`);
}

/** Sets each header of the lines. */
export function setLines(res: ServerResponse, lines: HeaderLines): void {
  for (let i = 0; i < lines.length; i += 2) res.setHeader(lines[i] ?? '', lines[i + 1] ?? '');
}

/** What a handler sets on the answer to a plain GET. */
function linesOf(handler: RequestHandler, origin: string | undefined): string[] {
  const request = Object.assign(new nodeHttp.IncomingMessage(new Socket()), {
    method: 'GET',
    headers: { origin },
  });
  const response = new nodeHttp.ServerResponse(request);
  const lines: string[] = [];
  response.setHeader = (name, value) => {
    lines.push(name, String(value));
    return response;
  };
  handler(request as Parameters<RequestHandler>[0], response as Response, () => undefined);
  return lines;
}
