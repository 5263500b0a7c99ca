import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import type { Container } from './container.ts';
import { accessLog, countBody } from './middleware/accessLog.middleware.ts';
import { jsonBody } from './middleware/body.middleware.ts';
import { createAddressReader, useAddresses } from './middleware/clientAddress.middleware.ts';
import { compress } from './middleware/compression.middleware.ts';
import { requireJson } from './middleware/contentType.middleware.ts';
import { errorHandler, routeNotFound } from './middleware/error.middleware.ts';
import { refuseExpectations } from './middleware/expectation.middleware.ts';
import { createCachedResponses } from './middleware/cachedResponses.middleware.ts';
import { commonHeaders } from './middleware/headers.middleware.ts';
import { idempotencyKey } from './middleware/idempotency.middleware.ts';
import { createMediaHandler } from './middleware/media.middleware.ts';
import { isSurelyAdmitted } from './middleware/publishableKey.middleware.ts';
import { measure } from './middleware/metrics.middleware.ts';
import { boundInFlight } from './middleware/pipeline.middleware.ts';
import { limitRequests, rateLimit } from './middleware/rateLimit.middleware.ts';
import { requestId } from './middleware/requestId.middleware.ts';
import { cacheFastPath } from './middleware/cacheFastPath.middleware.ts';
import { useLinks, type Link } from './middleware/link.middleware.ts';
import { API_BASE } from './routes/base.ts';
import { withTarget } from './middleware/target.middleware.ts';
import { withLingeringClose } from './middleware/unreadBody.middleware.ts';
import { accountPageRoutes } from './routes/accountPages.routes.ts';
import { docsRoutes } from './routes/docs.routes.ts';
import { downloadRoutes } from './routes/downloads.routes.ts';
import { healthRoutes } from './routes/health.routes.ts';
import { homeRoutes } from './routes/home.routes.ts';
import { jwksRoutes } from './routes/jwks.routes.ts';
import { machineTokenRoutes } from './routes/machineTokens.routes.ts';
import { mailPreviewRoutes } from './routes/mailPreviews.routes.ts';
import { oneClickRoutes } from './routes/oneClick.routes.ts';
import { apiRoutes } from './routes/index.ts';
import { buildRouter, storefrontsOf } from './routes/router.ts';
import { cacheControl } from './routes/send.ts';
import { signedFileRoutes } from './routes/signedFiles.routes.ts';
import { providerWebhooks } from './routes/webhooks.routes.ts';

/** The HTTP application, without listening. */
export function buildApp(container: Container): RequestListener {
  const parts = partsOf(container);
  const { addressOf } = parts.addresses;
  const chain = withLingeringClose(withTarget(buildChain(container, parts)));
  return boundInFlight(cacheFastPath({ ...parts, addressOf }, chain));
}

/** What the chain and the fast path share. */
export function partsOf(container: Container) {
  const storefronts = storefrontsOf(container);
  const { config, services } = container;
  return {
    addresses: createAddressReader(config.http.trustProxy),
    responses: createCachedResponses({
      cache: services.cache,
      cacheControl: cacheControl.catalog,
      isKnownToken: services.identity.isKnown,
      isAdmitted: (headers) => isSurelyAdmitted(storefronts, headers),
    }),
    links: linksOf(container),
  };
}

/** What every request passes before its route, top to bottom, whichever way it takes (ADR 12). */
function linksOf(container: Container): readonly Link[] {
  const { config, logger, metrics, services } = container;
  const hasNoBody = 'A request with a body is not answered from the cache.';
  return [
    // First of all, so that every line that follows is tied to its request.
    requestId,
    // Before anything that may refuse, so that refusals are logged too.
    accessLog(logger),
    // For the same reason, and closest to what the client waits for.
    measure(metrics),
    // Headers that belong on every response, errors included; a preflight ends here.
    commonHeaders(config.http.corsOrigins),
    refuseExpectations,
    // Providers sign the bytes, so their webhooks read them raw, with their own authentication and limit.
    {
      path: `${API_BASE}/webhooks`,
      onChain: providerWebhooks(container),
      chainOnly: 'A webhook is never cached.',
    },
    // Before any work on a request.
    limitRequests('/api', services),
    // Whatever follows may send a body without announcing its length.
    countBody,
    // Before whatever writes a body; what is small goes out as it is.
    compress(),
    // Clients of OAuth 2 send a form.
    {
      path: API_BASE,
      onChain: machineTokenRoutes(container),
      chainOnly: 'A token is never cached.',
    },
    { path: API_BASE, onChain: requireJson, chainOnly: hasNoBody },
    { path: API_BASE, onChain: jsonBody(config.http.bodyLimitBytes), chainOnly: hasNoBody },
    // The key's form; the key itself is claimed in the transaction of the effect (routes/router.ts).
    { path: API_BASE, onChain: idempotencyKey, chainOnly: 'Its request has no key.' },
  ];
}

/** The Express application: the links, then the routes. */
export function buildChain(
  container: Container,
  { addresses, responses, links }: ReturnType<typeof partsOf>,
): Express {
  const { config, logger, services } = container;
  const app = express();
  app.disable('x-powered-by');
  // Entity tags are the controllers' business; Express's own would hash every body once more.
  app.disable('etag');
  // Brackets in a query (`price[gte]=`) are objects.
  app.set('query parser', 'extended');
  // Each address has one spelling, so another spelling cannot bypass a proxy's rule.
  app.enable('case sensitive routing').enable('strict routing');
  useAddresses(app, addresses);

  useLinks(app, links);
  app.use(API_BASE, buildRouter(container, apiRoutes(container), responses));
  // Asked for by probes: no limit.
  app.use(healthRoutes(container));
  app.use(jwksRoutes(container));
  // The following requests come from browsers, and from strangers who look around.
  app.use(rateLimit(services.limits, 'files'));
  app.use('/media', createMediaHandler(services.storage));
  app.use(signedFileRoutes(container));
  app.use(accountPageRoutes(container), downloadRoutes(container), oneClickRoutes(container));
  app.use(docsRoutes(container));
  // It shows what runs here and on which ports, which visitors of a real shop must not see.
  if (!config.isProduction) app.use(homeRoutes(container), mailPreviewRoutes(container));
  // No route matched.
  app.use(routeNotFound);
  // Last: whatever was thrown above becomes a problem document here, and only here.
  app.use(errorHandler(logger));
  return app;
}
