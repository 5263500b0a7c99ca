import { Router } from 'express';
import type { Container } from '../container.ts';
import { AppError } from '../kernel/errors.ts';

/** Probes: outside the API, for the machines that run it. Metrics are served on another port. */
export function healthRoutes({ services }: Container): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/health/live', (_req, res) => {
    res.locals.route = '/health/live';
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/health/ready', async (_req, res) => {
    res.locals.route = '/health/ready';
    const { ready, checks } = await services.health.ready();
    res.set('Cache-Control', 'no-store').status(ready ? 200 : 503);
    if (!ready) res.set('Retry-After', '5');
    res.json({ status: ready ? 'ok' : 'unavailable', checks });
  });
  router.all(['/health/live', '/health/ready'], (req) => {
    throw new AppError('method_not_allowed', `${req.method} is not allowed here. Use GET.`, {
      headers: { Allow: 'GET, HEAD' },
    });
  });
  return router;
}
