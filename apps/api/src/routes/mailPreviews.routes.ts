import path from 'node:path';
import express, { Router } from 'express';
import { apiRoot } from '../config/paths.ts';
import type { Container } from '../container.ts';
import { refuseStrangers } from '../middleware/strangers.middleware.ts';

/** `/dev/mails`: every mail that the shop sends, with example data. */
export function mailPreviewRoutes({ config, services }: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use('/dev/mails', refuseStrangers('/dev/mails', config.http));
  router.use(
    '/dev/mails/pictures',
    express.static(path.join(apiRoot, 'assets/mails/examples'), { redirect: false }),
  );

  // Loaded at the first visit: most processes never show it.
  const load = async () => {
    const { createMailPreviewsController } =
      await import('../controllers/mailPreviews.controller.ts');
    return createMailPreviewsController({
      email: services.email,
      mail: config.mail,
      defaultLocale: config.shop.locale,
    });
  };
  router.get('/dev/mails', async (req, res) => {
    const { mailsPage } = await import('../home/mailsPage.ts');
    const { framingPolicy } = await import('../home/layout.ts');
    const list = await (await load()).list(req.query['locale']);
    res.set('Content-Security-Policy', framingPolicy).set('Cache-Control', 'no-store');
    res.type('html').end(mailsPage(list));
  });
  router.get('/dev/mails/:name/:example', async (req, res) => {
    const { mailPolicy } = await import('../home/mailsPage.ts');
    const { name, example } = req.params;
    const mail = await (await load()).show(name, Number(example), req.query['locale']);
    res.set('Content-Security-Policy', mailPolicy).set('Cache-Control', 'no-store');
    // The page of all mails shows it in a frame.
    res.removeHeader('X-Frame-Options');
    res.type('html').end(mail);
  });
  return router;
}
