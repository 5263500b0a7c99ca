import { Router } from 'express';
import { accountActions } from '../kernel/accountActions.ts';
import { ACCOUNT_PAGES } from './base.ts';

/** Small pages to which links of mails lead where the storefront has none (ACCOUNT_PAGE_URL). */
export function accountPageRoutes(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(`${ACCOUNT_PAGES}/:action`, async (req, res, next) => {
    const action = accountActions.find((name) => name === req.params.action);
    if (!action) return next();
    res.locals.route = `${ACCOUNT_PAGES}/:action`;
    // Loaded at the first visit: a shop with a storefront never shows it.
    const { accountPage, accountPolicy } = await import('../home/accountPage.ts');
    res.set('Content-Security-Policy', accountPolicy).set('Cache-Control', 'no-store');
    res.set('Referrer-Policy', 'no-referrer').type('html').end(accountPage(action));
  });
  return router;
}
