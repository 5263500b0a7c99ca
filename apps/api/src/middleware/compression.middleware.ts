import compression from 'compression';
import type { Request, Response } from 'express';
import { COMPRESS_FROM_BYTES } from '../utils/cachedBody.ts';
import type { Link } from './link.middleware.ts';

const AS_IT_IS = 'goesOutAsItIs';

/** For an answer that is in the form it shall go out in, compressed or not. */
export function sendAsItIs(res: Response): void {
  res.locals[AS_IT_IS] = true;
}

/**
 * Compresses answers that are not cached compressed, when that is worth it or the client accepts
 * nothing else. A strong entity tag identifies exact bytes, so compression makes it weak.
 */
export function compress(): Link {
  const filter = (req: Request, res: Response) => !isAsItIs(res) && compression.filter(req, res);
  const whenWorthIt = compression({ threshold: COMPRESS_FROM_BYTES, filter });
  const always = compression({ threshold: 0, filter });
  return {
    onChain: function compressBody(req, res, next) {
      beforeHead(res, () => fitEntityTag(req, res));
      const link = req.acceptsEncodings('identity') === false ? always : whenWorthIt;
      link(req, res, next);
    },
    chainOnly: 'The cache holds its bodies compressed.',
  };
}

const isAsItIs = ({ locals }: Response): boolean => locals[AS_IT_IS] === true;

function fitEntityTag(req: Request, res: Response): void {
  const tag = res.getHeader('ETag');
  if (typeof tag !== 'string' || tag.startsWith('W/') || isAsItIs(res)) return;
  const isUnchanged = res.statusCode === 304;
  // What a 304 would have been compressed by says the tag that the client has.
  const isKeptWeak = isUnchanged && req.get('if-none-match')?.includes(`W/${tag}`) === true;
  if (isUnchanged) res.vary('Accept-Encoding');
  if (isKeptWeak || res.hasHeader('Content-Encoding')) res.setHeader('ETag', `W/${tag}`);
}

/** Runs when the headers are complete: `compression` wraps what is here, and so comes before it. */
function beforeHead(res: Response, act: () => void): void {
  const writeHead = res.writeHead.bind(res);
  res.writeHead = ((...head: Parameters<typeof writeHead>) => {
    act();
    return writeHead(...head);
  }) as typeof writeHead;
}
