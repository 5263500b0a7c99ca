import type { Config } from '../config/index.ts';
import { openDatabase } from '../db/client.ts';
import { isOutage } from '../db/errors.ts';
import { openStorage } from '../integrations/configuredStorage.ts';
import { watchStorage } from '../integrations/watchedStorage.ts';
import { createMailer } from '../integrations/smtp.ts';
import { createAuditService } from '../services/audit.service.ts';
import { createCacheService } from '../services/cache.service.ts';
import { createEncryptionService } from '../services/encryption.service.ts';
import { createEventBus } from '../services/eventBus.service.ts';
import { createHealthService } from '../services/health.service.ts';
import { createIdempotencyService } from '../services/idempotency.service.ts';
import { createLimitsService, createLimitStore } from '../services/limits.service.ts';
import { createMetrics } from '../services/metrics.service.ts';
import { createQueueService } from '../services/queue.service.ts';
import { createStorageService } from '../services/storage.service.ts';
import { createStreamService } from '../services/stream.service.ts';
import { createWorkerService } from '../services/worker.service.ts';
import { createLogger } from '../utils/logger.ts';

/** Some thousand pages of the catalogue. */
const CACHE_BYTES = 32 * 1024 * 1024;
/** NOTIFY reports each change; this bounds how long a lost notification leaves an old answer. */
const CACHE_TTL_MS = 60_000;

export type Platform = ReturnType<typeof createPlatform>;

/** The machinery: it knows no domain. */
export function createPlatform(config: Config) {
  const { url, poolSize, statementTimeoutMs } = config.database;
  if (url === undefined) throw new Error('The database has no address yet');
  const { redisUrl, max, windowSeconds } = config.limits;
  const logger = createLogger(config.log);
  const database = openDatabase({ url, poolSize, statementTimeoutMs });
  const metrics = createMetrics(database);
  const worker = createWorkerService({
    onTask: (task, outcome, seconds) => metrics.threadTasks.observe({ task, outcome }, seconds),
  });
  metrics.watchThreads(worker.load);
  return {
    logger,
    database,
    mediaUrl: config.http.mediaUrl,
    metrics,
    mailer: createMailer({ url: config.mail.smtpUrl, from: config.mail.from }),
    services: {
      audit: createAuditService({
        cursorSecret: config.cursorSecret,
        signingSecrets: config.auditSecrets,
        logger,
      }),
      cache: createCacheService({ maxBytes: CACHE_BYTES, ttlMs: CACHE_TTL_MS, isOutage }),
      encryption: createEncryptionService({ secrets: config.dataEncryptionKeys }),
      eventBus: createEventBus({ url, logger }),
      health: createHealthService(database),
      idempotency: createIdempotencyService({ secret: config.auth.jwtSecret }),
      limits: createLimitsService({
        store: createLimitStore(database, redisUrl),
        logger,
        secret: config.auth.jwtSecret,
        max,
        windowSeconds,
      }),
      queue: createQueueService(),
      storage: createStorageService(watchStorage(openStorage(config), metrics.storageDuration)),
      stream: createStreamService(),
      worker,
    },
  };
}
