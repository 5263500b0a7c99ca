import type { Request, Response } from 'express';
import { matchesEtag } from '../utils/etag.ts';
import type { Reply, SerializedReply } from '../kernel/reply.ts';
import type { CachePolicy, Route } from '../kernel/route.ts';
import { linkHeader } from '../utils/linkHeader.ts';
import { serverTiming } from '../utils/serverTiming.ts';

/**
 * What may be kept, and for how long (seconds). Browsers ask again soon; a CDN may serve a page for
 * a while and an old one while it fetches the new, since a checkout reads current prices and stock.
 */
export const cacheControl: Record<CachePolicy, string> = {
  catalog: 'public, max-age=5, s-maxage=30, stale-while-revalidate=60',
  private: 'private, no-store',
};

/**
 * The reply as text.
 * @param query as the route's schema has read it: what the links of a page are made of.
 * @throws for a reply from the cache, or of rows, which are sent as they are.
 */
export function serialize(req: Request, query: unknown, reply: Reply): SerializedReply {
  if ('cached' in reply) throw new Error('A cached answer is not serialized again');
  if ('events' in reply) throw new Error('Events are sent as they occur, so they cannot be kept');
  if ('rows' in reply || 'csv' in reply)
    throw new Error('Rows are sent as they are read, so they cannot be kept');
  const { status, headers = {}, cookies = [] } = reply;
  if (!('data' in reply)) return { status, headers, cookies, body: '' };
  const { data, meta, links } = reply;
  const link = links && { Link: linkHeader(req.baseUrl + req.path, parametersOf(query), links) };
  return {
    status,
    headers: { ...headers, ...link },
    cookies,
    body: JSON.stringify({ data, meta }),
  };
}

function parametersOf(query: unknown): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return parameters;
}

/**
 * Writes a reply, or 304 when the client has it already, where the route says so: the tag of others covers
 * what is written alone, and not all that they show.
 */
export function send(req: Request, res: Response, route: Route, reply: SerializedReply): void {
  const { status, headers, cookies = [], body } = reply;
  res.status(status);
  res.setHeader('Cache-Control', status < 400 ? cacheControl[route.cache] : 'no-store');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies);
  res.setHeader('Server-Timing', serverTiming());

  const etag = headers['ETag'];
  const condition = req.headers['if-none-match'];
  const isRead = 304 in route.responses && (req.method === 'GET' || req.method === 'HEAD');
  if (isRead && status === 200 && etag && condition && matchesEtag(condition, etag)) {
    res.status(304).end();
    return;
  }
  if (body === '') {
    res.end();
    return;
  }
  if (!headers['Content-Type']) {
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
  }
  res.setHeader('Content-Length', Buffer.byteLength(body));
  res.end(body);
}
