import { Router } from 'express';
import type { Container } from '../container.ts';
import { createContext } from '../kernel/context.ts';
import { refuseStrangers } from '../middleware/strangers.middleware.ts';

/** `/`: state and links, for the developer who opens the shop in a browser. */
export function homeRoutes(container: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const refuse = refuseStrangers('/', container.config.http);
  router.get('/', refuse, async (_req, res) => {
    // Loaded at the first visit: most processes never show it.
    const { createHomeController } = await import('../controllers/home.controller.ts');
    const { homePage } = await import('../home/page.ts');
    const { pagePolicy } = await import('../home/layout.ts');
    const guest = { kind: 'guest' } as const;
    const ctx = createContext(container.database, guest, res.locals.requestId);
    const view = await createHomeController(container).show(ctx);
    res.set('Content-Security-Policy', pagePolicy).set('Cache-Control', 'no-store');
    res.status(view.isReady ? 200 : 503);
    res.type('html').end(homePage(view));
  });
  return router;
}
