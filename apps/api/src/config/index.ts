import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { isOfDomain } from '../utils/isOfDomain.ts';
import { withoutPassword } from '../utils/redact.ts';
import { configuredProviders } from './variables/shop.ts';
import { consistencyProblems, MIN_BCRYPT_COST, standaloneProblems } from './consistency.ts';
import { deepFreeze, type DeepReadonly } from './deepFreeze.ts';
import { demo } from './demo.ts';
import { newDevelopmentKeys, type DevelopmentKeys } from './developmentKeys.ts';
import { projectRoot } from './paths.ts';
import { ConfigError, type Problem } from './problems.ts';
import { productionProblems } from './production.ts';
import { docOf, environment, type Environment } from './schema.ts';
import { readVariables, type RawEnvironment } from './source.ts';

/** A storefront page shows several pictures for each request that it sends to the API. */
const FILES_PER_REQUEST = 10;

/** The configuration of a process: validated, nested, and frozen at every depth. */
export type Config = DeepReadonly<ReturnType<typeof assemble>>;

export interface LoadOptions {
  /** Whether everything that can be embedded must have an address, except the database. */
  alone?: boolean;
  /** Replaces unset secrets under development; random keys by default. */
  keys?: DevelopmentKeys;
}

/**
 * Reads the configuration from the environment.
 * @throws {ConfigError} that lists every problem at once.
 */
export function loadConfig(
  env: RawEnvironment = systemEnvironment(),
  { alone = false, keys = newDevelopmentKeys() }: LoadOptions = {},
): Config {
  const { values, problems } = readVariables(env);
  const parsed = validate(values, problems);
  problems.push(...consistencyProblems(parsed));
  if (parsed.NODE_ENV === 'production') problems.push(...productionProblems(parsed));
  if (alone) problems.push(...standaloneProblems(parsed));
  if (problems.length > 0) throw new ConfigError(problems.filter(isFirstOfItsVariable));
  return deepFreeze(assemble(parsed, keys));
}

/**
 * Validates the variables. An invalid one is reported and then ignored, so that the others are
 * still checked.
 */
function validate(values: Record<string, string>, problems: Problem[]): Environment {
  const parsed = environment.safeParse(values);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  for (const issue of parsed.error.issues) {
    problems.push(toProblem(String(issue.path[0]), issue.message, values));
  }
  return environment.parse(
    Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name))),
  );
}

/** The process's environment, completed by `.env` at the project's root (which never overrides it). */
function systemEnvironment(): RawEnvironment {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

function toProblem(variable: string, message: string, values: Record<string, string>): Problem {
  const value = values[variable];
  const isShown = value !== undefined && !docOf(variable).secret;
  const shown = isShown ? `, but is "${withoutPassword(value)}"` : '';
  return {
    variable,
    message: `${message.replace(/^Invalid option: expected/, 'must be')}${shown}`,
  };
}

function isFirstOfItsVariable(problem: Problem, index: number, all: Problem[]): boolean {
  return all.findIndex(({ variable }) => variable === problem.variable) === index;
}

function assemble(env: Environment, keys: DevelopmentKeys) {
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

function httpOf(env: Environment) {
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

/** The bucket that files are in; undefined: a folder of this machine. */
function storageOf(env: Environment) {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint } = env;
  if (bucket === undefined) return { s3: undefined };
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const hasKey = accessKeyId !== undefined && secretAccessKey !== undefined;
  return {
    s3: {
      bucket,
      endpoint,
      /** For browsers. */
      publicEndpoint: env.S3_PUBLIC_ENDPOINT ?? endpoint,
      region: env.S3_REGION ?? (endpoint === undefined ? undefined : 'us-east-1'),
      forcePathStyle: env.S3_FORCE_PATH_STYLE ?? endpoint !== undefined,
      /** Undefined: what the SDK finds by itself. */
      credentials: hasKey ? { accessKeyId, secretAccessKey } : undefined,
    },
  };
}

/** What is counted, and where; kernel/limitClasses.ts says what each number limits. */
function rateLimitsOf(env: Environment) {
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

/** Which pages may use passkeys. */
function webauthnOf(env: Environment) {
  const { publicUrl, corsOrigins } = httpOf(env);
  const rpId = env.WEBAUTHN_RP_ID ?? new URL(publicUrl).hostname;
  const found = [publicUrl, ...corsOrigins].filter((origin) => isOfDomain(origin, rpId));
  return { rpId, origins: env.WEBAUTHN_ORIGINS ?? [...new Set(found)] };
}

/** Whom people may sign in with, and where that may end. */
function signInOf(env: Environment) {
  const { publicUrl, corsOrigins } = httpOf(env);
  const named = env.SIGN_IN_ORIGINS ?? corsOrigins.filter((origin) => origin !== '*');
  return {
    google: clientOf(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
    github: clientOf(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET),
    githubUrl: env.GITHUB_URL,
    githubApiUrl: env.GITHUB_API_URL.replace(/\/$/, ''),
    oidc: env.OIDC_PROVIDERS ?? [],
    /** The first has the page to which a sign-in returns that names none. */
    origins: named.length > 0 ? named : [publicUrl],
  };
}

function clientOf(clientId: string | undefined, clientSecret: string | undefined) {
  return clientId === undefined || clientSecret === undefined
    ? undefined
    : { clientId, clientSecret };
}

/** In a trial or a test, few addresses place many orders at once. */
function limitsOf(env: Environment) {
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

function databaseOf(env: Environment) {
  return {
    /** True when PostgreSQL is our own in `dataDir`; `url` is then undefined until it is found or started. */
    embedded: env.DATABASE_URL === undefined || env.CARTWRIGHT_EMBEDDED.includes('database'),
    url: env.DATABASE_URL,
    /** Connections of this process. */
    poolSize: env.DATABASE_POOL_SIZE,
    statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
  };
}

function stripeOf(env: Environment, keys: DevelopmentKeys) {
  return {
    /** True when the local sandbox plays Stripe; `apiBase` is then undefined until it runs. */
    embedded: env.STRIPE_SECRET_KEY === undefined || env.CARTWRIGHT_EMBEDDED.includes('stripe'),
    secretKey: env.STRIPE_SECRET_KEY ?? keys.STRIPE_SECRET_KEY,
    publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? keys.STRIPE_PUBLISHABLE_KEY,
    /** The secrets a webhook's signature may be made with. */
    webhookSecrets: env.STRIPE_WEBHOOK_SECRET ?? [keys.STRIPE_WEBHOOK_SECRET],
    apiBase: env.STRIPE_API_BASE === undefined ? undefined : endpointOf(env.STRIPE_API_BASE),
    captureMethod: env.STRIPE_CAPTURE_METHOD,
    timeoutMs: env.STRIPE_TIMEOUT_MS,
    breakerResetMs: env.STRIPE_BREAKER_RESET_MS,
  };
}

/** A base URL in the parts that Stripe's SDK takes. */
function endpointOf(base: string) {
  const { protocol, hostname, port } = new URL(base);
  const isHttp = protocol === 'http:';
  return {
    protocol: isHttp ? ('http' as const) : ('https' as const),
    host: hostname,
    port: port === '' ? (isHttp ? 80 : 443) : Number(port),
  };
}
