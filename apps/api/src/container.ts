import path from 'node:path';
import type { Config } from './config/index.ts';
import { demo } from './config/demo.ts';
import { openDatabase } from './db/client.ts';
import { isOutage } from './db/errors.ts';
import { migrationsFolder, readMigrations } from './db/migrate/files.ts';
import { createLocalStorage } from './integrations/localStorage.ts';
import { createMailer } from './integrations/smtp.ts';
import { createStripe, type StripeGateway } from './integrations/stripe.ts';
import { chargeable as chargeableByStripe } from './integrations/stripe/amounts.ts';
import { API_BASE } from './routes/base.ts';
import { createAuditService } from './services/audit.service.ts';
import { createAuthService } from './services/auth.service.ts';
import { createCacheService } from './services/cache.service.ts';
import { createCartsService } from './services/carts.service.ts';
import { createCatalogImportService } from './services/catalogImport.service.ts';
import { createCheckoutService } from './services/checkout.service.ts';
import { createCountriesService } from './services/countries.service.ts';
import { createCreditService } from './services/credit.service.ts';
import { createDisputesService } from './services/disputes.service.ts';
import { createDoctorService } from './services/doctor.service.ts';
import { createEmailService } from './services/email.service.ts';
import { createEventBus } from './services/eventBus.service.ts';
import { createHealthService } from './services/health.service.ts';
import { createIdempotencyService } from './services/idempotency.service.ts';
import { createInventoryService } from './services/inventory.service.ts';
import { createJobsService } from './services/jobs.service.ts';
import { createMediaService } from './services/media.service.ts';
import { createMetrics } from './services/metrics.service.ts';
import { createOrdersService } from './services/orders.service.ts';
import { createPaymentsService } from './services/payments.service.ts';
import { createPricingService } from './services/pricing.service.ts';
import { createProductsService } from './services/products.service.ts';
import { createQueueService } from './services/queue.service.ts';
import { createReconciliationService } from './services/reconciliation.service.ts';
import { createRecoveryService } from './services/recovery.service.ts';
import { createRefundsService } from './services/refunds.service.ts';
import { createShopService } from './services/shop.service.ts';
import { createShopConfigService } from './services/shopConfig.service.ts';
import { createSetupService } from './services/setup.service.ts';
import { createShippingService } from './services/shipping.service.ts';
import { createStorageService } from './services/storage.service.ts';
import { createTaxService } from './services/tax.service.ts';
import { createWebhooksService } from './services/webhooks.service.ts';
import { createWorkflowsService } from './services/workflows.service.ts';
import { createWorkerService } from './services/worker.service.ts';
import { createLogger } from './utils/logger.ts';
import type { Money } from './kernel/money.ts';
import { shopMarkOf } from './utils/shopMark.ts';

/** Some thousand pages of the catalogue. */
const CACHE_BYTES = 32 * 1024 * 1024;
/** News of a change comes by NOTIFY; this is for the news that got lost. */
const CACHE_TTL_MS = 60_000;

export type Container = Awaited<ReturnType<typeof createContainer>>;

/**
 * Constructs everything a process has, and is the only place that does. Connections are made when
 * they are first needed; `listen` makes the one on which news comes in.
 */
export async function createContainer(config: Config) {
  const logger = createLogger(config.log);
  const { url } = config.database;
  if (url === undefined) throw new Error('The database has no address yet');
  const database = openDatabase({
    url,
    poolSize: config.database.poolSize,
    statementTimeoutMs: config.database.statementTimeoutMs,
  });
  const metrics = createMetrics(database);
  const eventBus = createEventBus({ url, logger });
  const worker = createWorkerService();
  const mailer = createMailer({ url: config.mail.smtpUrl, from: config.mail.from });
  const stripe = createWatchedStripe(config.stripe, metrics, logger);
  const machinery = { logger, database, eventBus, worker, mailer, stripe, metrics };
  const services = createServices(config, machinery);
  services.health.expectMigrations(
    (await readMigrations(migrationsFolder)).map(({ name }) => name),
  );

  return {
    config,
    logger,
    database,
    metrics,
    services,
    health: services.health,

    /** Hears what other processes tell, until `close`. */
    listen: () => eventBus.start(),

    /** Closes everything; the database last. */
    async close(): Promise<void> {
      await eventBus.close();
      await mailer.close();
      await worker.close();
      await database.close();
    },
  };
}

interface Machinery {
  logger: ReturnType<typeof createLogger>;
  database: ReturnType<typeof openDatabase>;
  eventBus: ReturnType<typeof createEventBus>;
  worker: ReturnType<typeof createWorkerService>;
  mailer: ReturnType<typeof createMailer>;
  stripe: StripeGateway;
  metrics: ReturnType<typeof createMetrics>;
}

/** Stripe behind its breaker, whose state is in the metrics, and in the log as it changes. */
function createWatchedStripe(
  config: Config['stripe'],
  metrics: ReturnType<typeof createMetrics>,
  logger: ReturnType<typeof createLogger>,
): StripeGateway {
  metrics.showBreaker('closed');
  return createStripe(config, {
    onChange(state) {
      metrics.showBreaker(state);
      logger.warn(`The circuit breaker around Stripe is ${state}`, { state });
    },
    onCall: (outcome) => metrics.stripeCalls.inc({ outcome }),
  });
}

function createServices(
  config: Config,
  { logger, database, eventBus, worker, mailer, stripe, metrics }: Machinery,
) {
  const mediaUrl = `${config.http.publicUrl}/media`;
  const { cursorSecret } = config;
  const audit = createAuditService();
  const workflows = createWorkflowsService({ cursorSecret });
  const queue = createQueueService();
  const cache = createCacheService({ maxBytes: CACHE_BYTES, ttlMs: CACHE_TTL_MS, isOutage });
  const storage = createStorageService(
    createLocalStorage({ folder: path.join(config.dataDir, 'files'), baseUrl: mediaUrl }),
  );
  const tax = createTaxService();
  const shipping = createShippingService();
  const inventory = createInventoryService();
  const orders = createOrdersService({
    secret: config.auth.jwtSecret,
    unpaidLimits: config.shop.unpaidLimits,
  });
  const pricing = createPricingService({ tax, shipping, payable: payableBy(config.shop) });
  const carts = createCartsService({
    pricing,
    shipping,
    shop: config.shop,
  });
  const credit = createCreditService({
    audit,
    cursorSecret,
  });
  const payments = createPaymentsService({
    stripe,
    orders,
    inventory,
    queue,
    workflows,
    credit,
    browser: browserAccess(config.stripe),
    shopMark: shopMarkOf(config.auth.jwtSecret),
    captureMethod: config.stripe.captureMethod,
  });
  const refunds = createRefundsService({ payments, inventory });
  const checkout = createCheckoutService({
    carts,
    orders,
    inventory,
    payments,
    credit,
    refunds,
    logger,
    reservationMinutes: config.shop.reservationMinutes,
    quantityLimits: config.shop.quantityLimits,
    paymentProviders: config.shop.paymentProviders,
  });
  const disputes = createDisputesService({
    stripe,
    payments,
    refunds,
    orders,
    inventory,
    cursorSecret,
  });
  return {
    queue,
    eventBus,
    cache,
    storage,
    worker,
    tax,
    shipping,
    pricing,
    inventory,
    orders,
    carts,
    countries: createCountriesService({ cache }),
    payments,
    refunds,
    catalogImport: createCatalogImportService({ storage, queue }),
    media: createMediaService({ storage, worker }),
    email: createEmailService({
      mailer,
      from: config.mail.from,
      staff: config.mail.staff,
      shop: {
        ...config.mail,
        shopName: config.shop.name,
        locale: config.shop.locale,
        mediaUrl,
        apiBase: API_BASE,
        orderTokenOf: (orderId) => orders.tokenOf(orderId).token,
      },
    }),
    products: createProductsService({
      cache,
      eventBus,
      options: {
        currency: config.shop.currency,
        cursorSecret,
        listPath: `${API_BASE}/products`,
        mediaUrl,
      },
    }),
    checkout,
    disputes,
    webhooks: createWebhooksService({
      stripe,
      payments,
      disputes,
      logger,
      onEvent: (outcome) => metrics.stripeEvents.inc({ outcome }),
    }),
    idempotency: createIdempotencyService({ secret: config.auth.jwtSecret }),
    audit,
    shopConfig: createShopConfigService({ audit }),
    shop: createShopService(config.shop),
    setup: createSetupService({ ...config, demo }),
    credit,
    jobs: createJobsService({ audit, cursorSecret }),
    workflows,
    recovery: createRecoveryService({
      workflows,
      audit,
      logger,
      orders,
      payments,
      checkout,
      refunds,
    }),
    doctor: createDoctorService(),
    reconciliation: createReconciliationService({ payments, disputes }),
    auth: createAuthService(config.auth),
    health: createHealthService(database),
  };
}

/** In which steps a total can be paid by each of the ways that the shop offers. */
function payableBy({ paymentProviders }: Config['shop']) {
  return paymentProviders.includes('stripe') ? chargeableByStripe : (total: Money) => total;
}

/** What a browser needs to confirm a payment; where to do so only when it is not Stripe itself. */
function browserAccess({ embedded, publishableKey, apiBase }: Config['stripe']) {
  return {
    publishableKey,
    apiBase:
      embedded && apiBase ? `${apiBase.protocol}://${apiBase.host}:${apiBase.port}` : undefined,
  };
}
