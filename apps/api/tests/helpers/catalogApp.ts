import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import supertest from 'supertest';
import type { Container } from '../../src/container.ts';
import { createCategoriesController } from '../../src/controllers/categories.controller.ts';
import { createProductsController } from '../../src/controllers/products.controller.ts';
import { openDatabase } from '../../src/db/client.ts';
import { errorHandler } from '../../src/middleware/error.middleware.ts';
import { createCachedResponses } from '../../src/middleware/cachedResponses.middleware.ts';
import { accessLog } from '../../src/middleware/accessLog.middleware.ts';
import { commonHeaders } from '../../src/middleware/headers.middleware.ts';
import { measure } from '../../src/middleware/metrics.middleware.ts';
import { useLinks } from '../../src/middleware/link.middleware.ts';
import { requestId } from '../../src/middleware/requestId.middleware.ts';
import { cacheFastPath } from '../../src/middleware/cacheFastPath.middleware.ts';
import { createMetrics } from '../../src/services/metrics.service.ts';
import { categoryRoutes } from '../../src/routes/categories.routes.ts';
import { productRoutes } from '../../src/routes/products.routes.ts';
import { bindRoutes } from '../../src/kernel/route.ts';
import { buildRouter } from '../../src/routes/router.ts';
import { cacheControl } from '../../src/routes/send.ts';
import { createIdentityService } from '../../src/services/identity.service.ts';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { createCacheService } from '../../src/services/cache.service.ts';
import { createCatalogueCacheService } from '../../src/services/catalogueCache.service.ts';
import { createEventBus } from '../../src/services/eventBus.service.ts';
import { createProductsService } from '../../src/services/products.service.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { createLogger } from '../../src/utils/logger.ts';
import type { Product, ProductListMeta } from '../../src/validators/products.validator.ts';
import { memoryLimits } from './limits.ts';
import { checkResponses } from './responseCheck.ts';

/** The catalogue's routes, as one process of several on a database. */
export interface CatalogApp {
  readonly ctx: Context;
  readonly api: ReturnType<typeof supertest>;
  /** GET of a path below /api/v1/products, as its parsed body. @throws when the status is another. */
  get<T = { data: Product[]; meta: ProductListMeta }>(path: string, status?: number): Promise<T>;
  /** The statements that the answer to this path reports. */
  statements(path: string): Promise<number>;
  clearCache(): void;
  /** @throws when an answer differed from its route's declaration. */
  close(): Promise<void>;
}

export async function startCatalogApp(url: string): Promise<CatalogApp> {
  const logger = createLogger({ level: 'error', format: 'json' });
  const database = openDatabase({ url, poolSize: 5 });
  const eventBus = createEventBus({ url, logger });
  await eventBus.start();
  const cache = createCacheService({ maxBytes: 8 * 1024 * 1024, ttlMs: 60_000 });
  const products = createProductsService({
    currency: 'USD',
    cursorSecret: 'a secret of the tests',
  });
  const services = { products, catalogueCache: createCatalogueCacheService({ cache, eventBus }) };
  const mediaUrl = 'http://shop.test/media';
  const routes = [
    ...bindRoutes(productRoutes, createProductsController({ services, mediaUrl })),
    ...bindRoutes(categoryRoutes, createCategoriesController(services)),
  ];
  const links = [
    requestId,
    accessLog(logger),
    measure(createMetrics(database)),
    commonHeaders(['*']),
  ];
  const app = express().set('query parser', 'extended').disable('etag');
  useLinks(app, links);
  const identity = createIdentityService({
    database,
    eventBus,
    issuer: 'http://shop.test',
    staffGraceDays: null,
    keys: {
      adminApiKey: 'key-of-the-shop',
      jwtSecret: 'secret',
      signingKey: newDevelopmentKeys().JWT_SIGNING_KEY,
    },
  });
  const responses = createCachedResponses({
    cache,
    cacheControl: cacheControl.catalog,
    isKnownToken: identity.isKnown,
    isAdmitted: () => true,
  });
  const container = {
    database,
    config: { auth: { stepUpMinutes: 10, requirePublishableKey: false } },
    health: { draining: new AbortController().signal },
    services: { identity, limits: memoryLimits(), media: {} },
  } as unknown as Container;
  app.use('/api/v1', buildRouter(container, routes, responses));
  app.use(errorHandler(logger));
  const listener = cacheFastPath(
    { responses, links, addressOf: ({ socket }) => socket.remoteAddress },
    app,
  );
  const check = checkResponses(routes);
  const server = createServer(check.watch(listener));
  const api = supertest(await listen(server));

  return {
    ctx: createContext(database, { kind: 'system', id: 'test' }, 'req_test'),
    api,
    async get(path, status = 200) {
      const answer = await api.get(`/api/v1/products${path}`);
      if (answer.status !== status) {
        throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
      }
      return answer.body;
    },
    async statements(path) {
      const { headers } = await api.get(`/api/v1/products${path}`);
      return Number(/"(\d+) statements"/.exec(headers['server-timing'] ?? '')?.[1]);
    },
    clearCache: () => cache.clear(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
      await eventBus.close();
      await database.close();
      check.assertNothingUndeclared();
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
