import type { Environment } from '../schema.ts';

/** A storefront page shows several pictures for each request that it sends to the API. */
const FILES_PER_REQUEST = 10;

/** What is counted, and where; kernel/limitClasses.ts says what each number limits. */
export function rateLimitsOf(env: Environment) {
  const isProduction = env.NODE_ENV === 'production';
  const requests =
    env.RATE_LIMIT_MAX ?? { development: 100_000, test: 0, production: 600 }[env.NODE_ENV];
  const unlessOff = (max: number) => (requests === 0 ? 0 : max);
  return {
    /** Requests per window; 0 is no limit. */
    max: {
      requests,
      files: env.FILE_RATE_LIMIT_MAX ?? requests * FILES_PER_REQUEST,
      codes: env.CODE_RATE_LIMIT_MAX ?? unlessOff(10),
      signIns: env.SIGN_IN_RATE_LIMIT_MAX ?? unlessOff(10),
      failedSignIns: env.PROOF_OF_WORK_AFTER ?? unlessOff(5),
      checkouts: env.CHECKOUT_RATE_LIMIT_MAX ?? unlessOff(isProduction ? 30 : 10_000),
    },
    windowSeconds: env.RATE_LIMIT_WINDOW_SECONDS,
    /** Where all processes count together; undefined: in the database. */
    redisUrl: env.REDIS_URL,
  };
}

/** In a trial or a test, few addresses place many orders at once. */
export function limitsOf(env: Environment) {
  const isProduction = env.NODE_ENV === 'production';
  const isTest = env.NODE_ENV === 'test';
  return {
    /** Units of one line, and of a cart or order. */
    quantityLimits: {
      line: env.MAX_LINE_QUANTITY ?? (isTest ? 9_999 : 100),
      order: env.MAX_ORDER_QUANTITY ?? (isTest ? 999_900 : 500),
    },
    /** Unpaid orders at a time; 0 is no limit. */
    unpaidLimits: {
      perAddress: env.UNPAID_ORDERS_PER_ADDRESS ?? (isProduction ? 20 : 0),
      perEmail: env.UNPAID_ORDERS_PER_EMAIL ?? (isProduction ? 5 : 0),
    },
  };
}
