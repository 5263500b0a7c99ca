import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../services/metrics.service.ts';
import type { Link } from './link.middleware.ts';

/** What is measured of each request. */
interface Meter {
  begin(): void;
  /**
   * @param route the template of its route; "unmatched" without one, and "other" for an unknown
   *   method, so that scanners cannot create labels.
   * @param started when it began, by `performance.now()`.
   * @param answeredAt when the client had its answer, where that went on: a stream of events.
   */
  end(
    req: IncomingMessage,
    res: ServerResponse,
    route: unknown,
    started: number,
    answeredAt?: number,
  ): void;
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function createMeter({ httpDuration, httpInFlight }: Metrics): Meter {
  return {
    begin: () => httpInFlight.inc(),
    end(
      { method = '' },
      { headersSent, statusCode },
      route,
      started,
      answeredAt = performance.now(),
    ) {
      httpInFlight.dec();
      const labels = {
        method: knownMethods.has(method) ? method : 'other',
        route: typeof route === 'string' ? route : 'unmatched',
        // No status was sent to a client that disconnected; the log has the same.
        status: headersSent ? statusCode : 0,
      };
      httpDuration.observe(labels, (answeredAt - started) / 1000);
    },
  };
}

/** Measures every request. */
export function measure(metrics: Metrics): Link {
  const meter = createMeter(metrics);
  return {
    onChain: function measureRequest(req, res, next) {
      const started = performance.now();
      meter.begin();
      res.once('close', () => {
        const { route, answeredAt } = res.locals;
        meter.end(req, res, route, started, answeredAt);
      });
      next();
    },
    onFastPath({ req, res, route, started }) {
      meter.begin();
      res.once('close', () => meter.end(req, res, route, started));
    },
  };
}
