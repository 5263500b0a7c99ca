import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Metrics } from '../services/metrics.service.ts';

/** What is measured of each request. */
export interface Meter {
  begin(): void;
  /**
   * @param route the template of its route; what nobody declared counts as "unmatched", and a
   *   method that no route has as "other", so that scanners cannot make labels.
   * @param started the moment of its beginning, of `performance.now()`.
   */
  end(req: IncomingMessage, res: ServerResponse, route: unknown, started: number): void;
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function createMeter({ httpDuration, httpInFlight }: Metrics): Meter {
  return {
    begin: () => httpInFlight.inc(),
    end({ method = '' }, { headersSent, statusCode }, route, started) {
      httpInFlight.dec();
      const labels = {
        method: knownMethods.has(method) ? method : 'other',
        route: typeof route === 'string' ? route : 'unmatched',
        // None was sent to who had gone before; the log has the same.
        status: headersSent ? statusCode : 0,
      };
      httpDuration.observe(labels, (performance.now() - started) / 1000);
    },
  };
}

/** Measures every request. */
export function measure(meter: Meter): RequestHandler {
  const measureRequest: RequestHandler = (req, res, next) => {
    const started = performance.now();
    meter.begin();
    res.once('close', () => meter.end(req, res, res.locals['route'], started));
    next();
  };
  return measureRequest;
}
