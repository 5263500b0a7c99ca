import { Router } from 'express';
import type { Container } from '../container.ts';
import { readBytes } from '../middleware/body.middleware.ts';
import { createContext } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { networkOf } from '../utils/clientAddress.ts';
import { ACCOUNT_PAGES, UNSUBSCRIBE } from './base.ts';

const BODY_BYTES = 1000;
const IPV6_SITE_BITS = 56;

/**
 * The address in `List-Unsubscribe` (RFC 8058): mail readers send a form to it, without a sign-in. A
 * GET, by a program that looks at links or an old mail reader, leads to the page with the button.
 */
export function oneClickRoutes({ config, database, services: { consents } }: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const path = `${UNSUBSCRIBE}/:token`;
  const page = config.mail.accountPageUrl ?? `${config.http.publicUrl}${ACCOUNT_PAGES}/{action}`;
  router.get(path, (req, res) => {
    res.locals.route = path;
    const { token } = req.params;
    res.set('Cache-Control', 'no-store').set('Referrer-Policy', 'no-referrer');
    res.redirect(
      `${page.replaceAll('{action}', 'unsubscribe')}#token=${encodeURIComponent(token)}`,
    );
  });
  router.post(path, async (req, res) => {
    res.locals.route = path;
    const form = new URLSearchParams((await readBytes(req, res, BODY_BYTES)).toString());
    if (form.get('List-Unsubscribe') !== 'One-Click') {
      throw new AppError('validation_failed', 'Send the form List-Unsubscribe=One-Click.');
    }
    const ctx = createContext(database, { kind: 'guest' }, res.locals.requestId);
    const ip = req.ip === undefined ? undefined : networkOf(req.ip, IPV6_SITE_BITS);
    await consents.unsubscribe(ctx, { token: req.params.token, ip });
    res.set('Cache-Control', 'no-store').status(204).end();
  });
  return router;
}
