import type { Request, Response } from 'express';
import { sendAsItIs } from '../middleware/compression.middleware.ts';
import { matchesEtag } from '../utils/etag.ts';
import { encodings, type CachedBody } from '../kernel/cachedBody.ts';

/**
 * Writes a body whose forms are made once and shared by all who ask: nothing is compressed for one
 * request, and of what a client does not read the process holds no copy. Or 304 for one that has it.
 */
export async function sendCachedBody(
  req: Request,
  res: Response,
  answer: CachedBody,
): Promise<void> {
  const wanted = encodings.find((name) => req.acceptsEncodings(name) !== false);
  const compressed = wanted && (await answer.encoded(wanted));
  const body = compressed ?? answer.body;
  const etag = compressed ? `W/${answer.etag}` : answer.etag;
  // Who takes nothing plain, and no form that is ready, is left to the chain's compression.
  if (compressed || req.acceptsEncodings('identity') !== false) sendAsItIs(res);
  res.set('ETag', etag).vary('Accept-Encoding');
  const condition = req.get('if-none-match');
  if (condition !== undefined && matchesEtag(condition, etag)) {
    res.status(304).end();
    return;
  }
  if (compressed && wanted) res.set('Content-Encoding', wanted);
  res.set('Content-Length', String(body.length)).end(body);
}
