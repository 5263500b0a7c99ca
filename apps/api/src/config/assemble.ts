import { availableParallelism } from 'node:os';
import path from 'node:path';
import { MIN_BCRYPT_COST } from './consistency.ts';
import { demo } from './demo.ts';
import type { DevelopmentKeys } from './developmentKeys.ts';
import { projectRoot } from './paths.ts';
import type { Environment } from './schema.ts';
import { databaseOf } from './sections/database.ts';
import { httpOf } from './sections/http.ts';
import { limitsOf, rateLimitsOf } from './sections/limits.ts';
import { signInOf, webauthnOf } from './sections/signIn.ts';
import { storageOf } from './sections/storage.ts';
import { stripeOf } from './sections/stripe.ts';
import { configuredProviders } from './variables/shop.ts';

/** The nested configuration of valid variables. @param keys stand in for secrets that are unset. */
export function assemble(env: Environment, keys: DevelopmentKeys) {
  const isProduction = env.NODE_ENV === 'production';
  const database = databaseOf(env);
  return {
    env: env.NODE_ENV,
    isProduction,
    dataDir: path.resolve(projectRoot, env.DATA_DIR),
    processes: {
      /** Number of HTTP workers. */
      web: env.WEB_CONCURRENCY ?? (isProduction ? availableParallelism() : 1),
      /** Jobs that run at the same time in the job worker. */
      jobConcurrency: env.JOB_CONCURRENCY,
      drainTimeoutMs: env.DRAIN_TIMEOUT_SECONDS * 1000,
    },
    http: httpOf(env),
    limits: rateLimitsOf(env),
    storage: storageOf(env),
    log: {
      level: env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'warn' : 'http'),
      format: env.LOG_FORMAT ?? (isProduction ? 'json' : 'pretty'),
    },
    database,
    /** Whether an empty database gets the demo catalogue at the start. */
    demoSeed: env.DEMO_SEED ?? (env.NODE_ENV === 'development' && database.embedded),
    auth: {
      jwtSecret: env.JWT_SECRET ?? keys.JWT_SECRET,
      /** Signs access tokens: a PEM. */
      signingKey: env.JWT_SIGNING_KEY ?? keys.JWT_SIGNING_KEY,
      previousKey: env.JWT_PREVIOUS_KEY,
      /** How long a proof of who calls is fresh. */
      stepUpMinutes: env.STEP_UP_MINUTES,
      requirePublishableKey: env.REQUIRE_PUBLISHABLE_KEY,
      isAdminKeyAllowed: env.ALLOW_ADMIN_API_KEY,
      /** How long someone may be staff without a second factor; null for ever. */
      staffGraceDays: env.STAFF_FACTOR_GRACE_DAYS ?? (isProduction ? 7 : null),
      adminApiKey: env.ADMIN_API_KEY ?? keys.ADMIN_API_KEY,
    },
    passwords: {
      /** The logarithm of bcrypt's rounds. */
      bcryptCost: env.PASSWORD_BCRYPT_COST ?? (env.NODE_ENV === 'test' ? 4 : MIN_BCRYPT_COST),
    },
    webauthn: webauthnOf(env),
    signIn: signInOf(env),
    /** Signs the cursors of paged lists. */
    cursorSecret: env.CURSOR_SECRET ?? keys.CURSOR_SECRET,
    /** Encrypt secrets in the database: the first encrypts, each decrypts. */
    dataEncryptionKeys: env.DATA_ENCRYPTION_KEYS ?? [keys.DATA_ENCRYPTION_KEYS],
    /** Sign the seals of the audit log: the first signs, each verifies. */
    auditSecrets: env.AUDIT_SECRETS ?? [env.JWT_SECRET ?? keys.JWT_SECRET],
    stripe: stripeOf(env, keys),
    mail: {
      /** True when mail is caught locally; `smtpUrl` is then undefined until the catcher runs. */
      embedded: env.SMTP_URL === undefined || env.CARTWRIGHT_EMBEDDED.includes('mail'),
      smtpUrl: env.SMTP_URL,
      /** The address at which caught mail is read. */
      page: env.CARTWRIGHT_MAIL_PAGE,
      from: env.MAIL_FROM ?? demo.mailFrom,
      /** The recipient of mails to staff. */
      staff: env.STAFF_EMAIL,
      logoUrl: env.MAIL_LOGO_URL,
      color: env.MAIL_COLOR,
      footer: (env.MAIL_FOOTER ?? '')
        .split('|')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      /** With {id}, {number} and {token} to fill in. */
      orderPageUrl: env.ORDER_PAGE_URL,
      staffOrderPageUrl: env.STAFF_ORDER_PAGE_URL,
      /** With {action} to fill in; the token follows in the fragment. */
      accountPageUrl: env.ACCOUNT_PAGE_URL,
    },
    vat: {
      /** Whether a VAT id that the registry has not answered about exempts for the time being. */
      acceptsUnverified: env.VAT_UNVERIFIED === 'provisional',
      shopVatId: env.SHOP_VAT_ID,
      viesUrl: env.VIES_URL,
    },
    shop: {
      name: env.SHOP_NAME || demo.shopName,
      currency: env.DEFAULT_CURRENCY,
      country: env.DEFAULT_COUNTRY,
      /** Of mails whose reader has named no locale that the shop has words in. */
      locale: env.DEFAULT_LOCALE,
      /** What a checkout may be paid with. */
      paymentProviders:
        env.PAYMENT_PROVIDERS ?? (isProduction ? (['stripe'] as const) : configuredProviders),
      /** Refunds of an order above this ask for a fresh factor; minor units of the shop's currency. */
      refundStepUpAmount: env.REFUND_STEP_UP_AMOUNT,
      reservationMinutes: env.RESERVATION_MINUTES,
      ...limitsOf(env),
      cartTtlDays: env.CART_TTL_DAYS,
    },
  };
}
