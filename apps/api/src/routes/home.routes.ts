import { Router, type RequestHandler } from 'express';
import type { Container } from '../container.ts';
import { createContext } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { nameOf, strangerRefusal } from '../utils/strangers.ts';

/** `/`: state and links, for the developer who opens the shop in a browser. */
export function homeRoutes(container: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const { host, publicUrl } = container.config.http;
  const own = { boundTo: host, names: [nameOf(new URL(publicUrl).host)] };
  const refuseStrangers: RequestHandler = (req, res, next) => {
    res.locals['route'] = '/';
    const refusal = strangerRefusal(req, own);
    if (refusal) throw new AppError('forbidden', refusal.message);
    next();
  };
  router.get('/', refuseStrangers, async (_req, res) => {
    // Loaded at the first visit: most processes never show it.
    const { createHomeController } = await import('../controllers/home.controller.ts');
    const { homePage, homePolicy } = await import('../home/page.ts');
    const guest = { kind: 'guest' } as const;
    const ctx = createContext(container.database, guest, String(res.locals['requestId']));
    const view = await createHomeController(container).show(ctx);
    res.set('Content-Security-Policy', homePolicy).set('Cache-Control', 'no-store');
    res.status(view.isReady ? 200 : 503);
    res.type('html').end(homePage(view));
  });
  return router;
}
