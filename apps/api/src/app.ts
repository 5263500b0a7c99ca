import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import type { Container } from './container.ts';
import { accessLog, countBody, createAccessLog } from './middleware/accessLog.middleware.ts';
import { jsonBody } from './middleware/body.middleware.ts';
import { createAddressReader, useAddresses } from './middleware/clientAddress.middleware.ts';
import { compress } from './middleware/compression.middleware.ts';
import { requireJson } from './middleware/contentType.middleware.ts';
import { errorHandler, routeNotFound } from './middleware/error.middleware.ts';
import { refuseExpectations } from './middleware/expectation.middleware.ts';
import { createFinishedAnswers } from './middleware/finished.middleware.ts';
import { commonHeaders, setCommonHeaders } from './middleware/headers.middleware.ts';
import { idempotencyKey } from './middleware/idempotency.middleware.ts';
import { createMediaHandler } from './middleware/media.middleware.ts';
import { createMeter, measure } from './middleware/metrics.middleware.ts';
import { boundInFlight } from './middleware/pipeline.middleware.ts';
import { createRateLimiter, rateLimit } from './middleware/rateLimit.middleware.ts';
import { requestId } from './middleware/requestId.middleware.ts';
import { withShortcut } from './middleware/shortcut.middleware.ts';
import { withTarget } from './middleware/target.middleware.ts';
import { closingUnread } from './middleware/unreadBody.middleware.ts';
import { docsRoutes } from './routes/docs.routes.ts';
import { healthRoutes } from './routes/health.routes.ts';
import { homeRoutes } from './routes/home.routes.ts';
import { apiRoutes } from './routes/index.ts';
import { buildRouter } from './routes/router.ts';
import { cacheControl } from './routes/send.ts';
import { stripeWebhook } from './routes/webhooks.routes.ts';

/** The HTTP application, without listening. */
export function buildApp(container: Container): RequestListener {
  const parts = partsOf(container);
  const { addressOf } = parts.addresses;
  const chain = closingUnread(withTarget(buildChain(container, parts)));
  return boundInFlight(withShortcut({ ...parts, addressOf }, chain));
}

/** What the chain and the shortcut share. */
export function partsOf({ config, logger, metrics, services }: Container) {
  return {
    addresses: createAddressReader(config.http.trustProxy),
    answers: createFinishedAnswers(services.cache, cacheControl.catalog),
    headers: commonHeaders(config.http.corsOrigins),
    limiter: createRateLimiter(config.http.rateLimit),
    log: createAccessLog(logger),
    meter: createMeter(metrics),
  };
}

/** The fixed chain, top to bottom. */
export function buildChain(container: Container, parts: ReturnType<typeof partsOf>): Express {
  const { config, logger, services } = container;
  const { addresses, answers, headers, limiter, log, meter } = parts;
  const app = express();
  app.disable('x-powered-by');
  // Entity tags are the controllers' business; Express's own would hash every body once more.
  app.disable('etag');
  // Brackets in a query (`price[gte]=`) are objects.
  app.set('query parser', 'extended');
  // Each address has one spelling: what a proxy has a rule for cannot be had by another.
  app.enable('case sensitive routing').enable('strict routing');
  useAddresses(app, addresses);

  // First of all, so that every line that follows is tied to its request.
  app.use(requestId);
  // Before anything that may refuse, so that refusals are logged too.
  app.use(accessLog(log));
  // Likewise, and closest to what the client waits for.
  app.use(measure(meter));
  // Headers that belong on every answer, errors included; a preflight ends here.
  app.use(setCommonHeaders(headers));
  app.use(refuseExpectations);
  // Stripe signs the bytes, so its webhook reads them raw; it has its own authentication and limit.
  app.use('/api/v1/webhooks/stripe', stripeWebhook(container));
  // Before any work on a request.
  app.use('/api', rateLimit(limiter));
  // Whatever follows may send a body without announcing its length.
  app.use(countBody);
  // Before whatever writes a body; what is small goes out as it is.
  app.use(compress());
  app.use(
    '/api/v1',
    requireJson,
    jsonBody(config.http.bodyLimitBytes),
    // The key's form; the key itself is claimed in the transaction of the effect (routes/router.ts).
    idempotencyKey,
    buildRouter(container, apiRoutes(container), answers),
  );
  // Asked for by probes: no limit.
  app.use(healthRoutes(container));
  // What follows is asked for by browsers, and by those who look what there is.
  app.use(rateLimit(createRateLimiter(config.http.fileRateLimit)));
  app.use('/media', createMediaHandler(services.storage));
  app.use(docsRoutes(container));
  // It tells what runs here and on which port: nothing for the visitors of a real shop.
  if (!config.isProduction) app.use(homeRoutes(container));
  // Nobody above felt spoken to.
  app.use(routeNotFound);
  // Last: whatever was thrown above becomes a problem document here, and only here.
  app.use(errorHandler(logger));
  return app;
}
