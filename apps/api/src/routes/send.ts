import type { Request, Response } from 'express';
import { matchesEtag } from '../utils/etag.ts';
import type { Reply, SerializedReply } from '../kernel/reply.ts';
import type { CachePolicy, Route } from '../kernel/route.ts';
import { serverTiming } from '../utils/serverTiming.ts';

/**
 * What may be kept, and for how long (seconds). Browsers ask again soon; a CDN may serve a page for
 * a while and an old one while it fetches the new, since a checkout reads prices and stock anew.
 */
export const cacheControl: Record<CachePolicy, string> = {
  catalog: 'public, max-age=5, s-maxage=30, stale-while-revalidate=60',
  private: 'private, no-store',
};

/** The reply as text. @throws for one from the cache, which is sent as it is. */
export function serialize(reply: Reply): SerializedReply {
  if ('finished' in reply) throw new Error('A finished answer is not serialized again');
  const { status, headers = {} } = reply;
  const body = 'data' in reply ? JSON.stringify({ data: reply.data, meta: reply.meta }) : '';
  return { status, headers, body };
}

/** Writes a reply, or 304 when the client has it already. */
export function send(req: Request, res: Response, route: Route, reply: SerializedReply): void {
  const { status, headers, body } = reply;
  res.status(status);
  res.setHeader('Cache-Control', status < 400 ? cacheControl[route.cache] : 'no-store');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader('Server-Timing', serverTiming());

  const etag = headers['ETag'];
  const condition = req.headers['if-none-match'];
  const isRead = req.method === 'GET' || req.method === 'HEAD';
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
