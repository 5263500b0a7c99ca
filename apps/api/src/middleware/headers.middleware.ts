import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cors from 'cors';
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
 */
export function commonHeaders(origins: readonly string[]): Link {
  const isOpen = origins.includes('*');
  const preflight: RequestHandler = cors({
    origin: isOpen ? '*' : [...origins],
    maxAge: PREFLIGHT_SECONDS,
    exposedHeaders: EXPOSED_HEADERS,
  });
  const security = helmet({
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
  });
  const ask = (origin?: string) => [...linesOf(security, origin), ...linesOf(preflight, origin)];
  const asked = [undefined, ...(isOpen ? [] : origins)];
  const lines = asked.map((origin) => [origin, ask(origin)] as const);
  const linesFor = byOrigin(lines);
  // A cached response depends on `Accept-Encoding` too: one `Vary` says both.
  const cachedLinesFor = byOrigin(
    lines.map(([origin, own]) => [origin, withVary(own, 'Accept-Encoding')]),
  );
  return {
    onChain: function setCommonHeaders(req, res, next) {
      setLines(res, linesFor(req.headers.origin));
      if (req.method === 'OPTIONS') preflight(req, res, next);
      else next();
    },
    onFastPath: ({ req, lines: all }) => void all.push(...cachedLinesFor(req.headers.origin)),
  };
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
