import type { Environment } from '../schema.ts';

/** Where the shop listens, and what its addresses begin with. */
export function httpOf(env: Environment) {
  const isProduction = env.NODE_ENV === 'production';
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  return {
    host: env.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    metricsPort: env.METRICS_PORT ?? (env.PORT === 0 ? 0 : env.PORT + 1),
    metricsHost: env.METRICS_HOST,
    /** An origin: without a path, and without a slash at the end. */
    publicUrl,
    /** Where stored pictures are found by their keys; without a slash at the end. */
    mediaUrl: env.MEDIA_URL ?? `${publicUrl}/media`,
    corsOrigins: env.CORS_ORIGINS ?? (isProduction ? [] : ['*']),
    trustProxy: env.TRUST_PROXY,
    bodyLimitBytes: env.BODY_LIMIT_BYTES,
    writeTimeoutMs: env.WRITE_TIMEOUT_SECONDS * 1000,
  };
}
