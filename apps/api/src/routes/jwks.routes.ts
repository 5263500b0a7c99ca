import { Router } from 'express';
import type { Container } from '../container.ts';

const PATH = '/.well-known/jwks.json';

/** The public keys that verify access tokens, where OAuth clients look for them (RFC 7517, RFC 8615). */
export function jwksRoutes({ services }: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(PATH, (_req, res) => {
    res.locals.route = PATH;
    // For as long as an access token is valid.
    res.set('Cache-Control', 'public, max-age=900').json({ keys: services.identity.publishedKeys });
  });
  return router;
}
