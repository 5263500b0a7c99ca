import { Router } from 'express';
import type { Container } from '../container.ts';
import { clickActions, formActions } from '../kernel/accountActions.ts';
import { languageOf, preferredLocale } from '../utils/locale.ts';
import { ACCOUNT_PAGES, API_BASE } from './base.ts';

/** Small pages to which links of mails lead where the storefront has none (ACCOUNT_PAGE_URL). */
export function accountPageRoutes({ config: { shop } }: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const path = `${ACCOUNT_PAGES}/:action`;
  router.get(path, async (req, res, next) => {
    const action = clickActions.find((name) => name === req.params.action);
    if (!action) return next();
    res.locals.route = path;
    // Loaded at the first visit: a shop with a storefront never shows it.
    const { accountPage, accountPolicy } = await import('../home/accountPage.ts');
    res.set('Content-Security-Policy', accountPolicy).set('Cache-Control', 'no-store');
    res.set('Referrer-Policy', 'no-referrer').type('html').end(accountPage(action));
  });
  router.get(path, async (req, res, next) => {
    const action = formActions.find((name) => name === req.params.action);
    if (!action) return next();
    res.locals.route = path;
    const { accountForm, accountFormPolicy } = await import('../home/accountForm.ts');
    const locale = preferredLocale(req.get('accept-language')) ?? shop.locale;
    const language = languageOf(locale) ?? languageOf(shop.locale) ?? 'en';
    res.set('Content-Security-Policy', accountFormPolicy).set('Cache-Control', 'no-store');
    res.set('Referrer-Policy', 'no-referrer').vary('Accept-Language').type('html');
    res.end(accountForm({ action, language, shop: shop.name, apiBase: API_BASE }));
  });
  return router;
}
