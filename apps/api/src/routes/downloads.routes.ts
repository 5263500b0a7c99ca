import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import type { Container } from '../container.ts';
import { createContext } from '../kernel/context.ts';
import { awaitFirstBytes } from '../utils/firstBytes.ts';
import { DOWNLOADS } from './base.ts';

/** Files that a token opens. It is in the address, so it works for minutes; logs mask it. */
export function downloadRoutes({ database, services: { dataRequests } }: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(`${DOWNLOADS}/:token`, async (req, res) => {
    res.locals.route = `${DOWNLOADS}/:token`;
    const ctx = createContext(database, { kind: 'guest' }, res.locals.requestId);
    const { stream, size } = await dataRequests.readFile(ctx, req.params.token);
    if (req.method !== 'HEAD') await awaitFirstBytes(stream, res);
    res.set({
      'Content-Type': 'application/zip',
      'Content-Length': String(size),
      'Content-Disposition': 'attachment; filename="my-data.zip"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    if (req.method === 'HEAD') {
      stream.destroy();
      res.end();
      return;
    }
    // Links of the chain wait for the end of an answer, as the pipeline does.
    res.setMaxListeners(20);
    await pipeline(stream, res);
  });
  return router;
}
