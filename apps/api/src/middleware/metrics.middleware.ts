import type { RequestHandler } from 'express';
import type { Metrics } from '../services/metrics.service.ts';

/** Measures every request by its route template; a path nobody declared counts as "unmatched", so that scanners cannot make labels. */
export function measure({ httpDuration, httpInFlight }: Metrics): RequestHandler {
  const measureRequest: RequestHandler = (req, res, next) => {
    const started = performance.now();
    httpInFlight.inc();
    res.once('close', () => {
      httpInFlight.dec();
      const route: unknown = res.locals['route'];
      httpDuration.observe(
        {
          method: req.method,
          route: typeof route === 'string' ? route : 'unmatched',
          status: res.statusCode,
        },
        (performance.now() - started) / 1000,
      );
    });
    next();
  };
  return measureRequest;
}
