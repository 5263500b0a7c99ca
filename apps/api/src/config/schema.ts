import { z } from 'zod';
import { isCurrency } from '../utils/money.ts';
import { checkoutProviders } from '../utils/paymentProviders.ts';
import { flag, integer, list, listOf, oneOf, origins, port, trustProxy, url } from './parsers.ts';

/** What the documentation says of a variable beside its name. */
export interface VariableDoc {
  group: string;
  description: string;
  /** The default in words; absent when there is none. */
  default?: string;
  example: string;
  /** Secrets are never echoed in a problem report and may be given as `NAME_FILE`. */
  secret?: true;
  /** Handed from the primary to its children; not for people, so left out of the documents. */
  internal?: true;
}

/** The documentation of every variable, from which `.env.example` and the README's table are made. */
export const documentation = z.registry<VariableDoc>();

/** What the embedded parts are called in `CARTWRIGHT_EMBEDDED`. */
const embeddedPart = oneOf('database', 'stripe', 'mail');

const process = {
  NODE_ENV: oneOf('development', 'test', 'production')
    .default('development')
    .register(documentation, {
      group: 'Process',
      description: 'Production refuses every demo secret and everything embedded.',
      default: 'development',
      example: 'production',
    }),
  HOST: z.string().optional().register(documentation, {
    group: 'Process',
    description: 'Address to listen on.',
    default: '127.0.0.1; 0.0.0.0 in production',
    example: '0.0.0.0',
  }),
  PORT: port().default(3000).register(documentation, {
    group: 'Process',
    description: 'Port of the API. 0 takes any free one.',
    default: '3000',
    example: '8080',
  }),
  METRICS_PORT: port().optional().register(documentation, {
    group: 'Process',
    description:
      'Port of /metrics: of the cluster’s processes summed, or of one that runs alone. 0 takes any free one.',
    default: 'PORT + 1',
    example: '9464',
  }),
  PUBLIC_URL: url('http:', 'https:').optional().register(documentation, {
    group: 'Process',
    description:
      'The address clients reach the API at; links in mails and documents start with it.',
    default: 'http://localhost:PORT',
    example: 'https://api.shop.example',
  }),
  WEB_CONCURRENCY: integer(1, 256).optional().register(documentation, {
    group: 'Process',
    description: 'Number of HTTP workers.',
    default: '1; the number of cores in production',
    example: '4',
  }),
  JOB_CONCURRENCY: integer(1, 100).default(5).register(documentation, {
    group: 'Process',
    description: 'Jobs that the job worker runs at the same time.',
    default: '5',
    example: '10',
  }),
  DRAIN_TIMEOUT_SECONDS: integer(1, 600).default(30).register(documentation, {
    group: 'Process',
    description: 'How long requests and jobs in flight may take to finish after SIGTERM.',
    default: '30',
    example: '60',
  }),
  DATA_DIR: z.string().default('.data').register(documentation, {
    group: 'Process',
    description:
      'Folder for the embedded database, uploaded files and caught mail; relative to the project’s root.',
    default: '.data',
    example: '/var/lib/cartwright',
  }),
  LOG_LEVEL: oneOf('error', 'warn', 'info', 'http', 'debug', 'silent')
    .optional()
    .register(documentation, {
      group: 'Process',
      description:
        'Least severe level that is logged: error, warn, info, http (each request), debug; or silent.',
      default: 'http; warn in test',
      example: 'debug',
    }),
  LOG_FORMAT: oneOf('pretty', 'json').optional().register(documentation, {
    group: 'Process',
    description: 'pretty for people, json for log collectors.',
    default: 'pretty; json in production',
    example: 'json',
  }),
};

const database = {
  DATABASE_URL: url('postgres:', 'postgresql:').optional().register(documentation, {
    group: 'Database',
    description: 'PostgreSQL 15 or newer. Unset: an embedded PostgreSQL in DATA_DIR/postgres.',
    default: 'embedded',
    example: 'postgresql://cartwright:password@db.internal:5432/cartwright',
    secret: true,
  }),
  DATABASE_POOL_SIZE: integer(2, 500).default(10).register(documentation, {
    group: 'Database',
    description:
      'Connections per process. All processes together must stay under the server’s max_connections.',
    default: '10',
    example: '20',
  }),
  DATABASE_STATEMENT_TIMEOUT_MS: integer(0, 3_600_000).default(15_000).register(documentation, {
    group: 'Database',
    description: 'The server cancels a statement that runs longer. 0 is never.',
    default: '15000',
    example: '5000',
  }),
  ALLOW_EMBEDDED_DATABASE: flag().default(false).register(documentation, {
    group: 'Database',
    description: 'Lets the embedded PostgreSQL run in production, for a shop on a single machine.',
    default: 'false',
    example: 'true',
  }),
  DEMO_SEED: flag().optional().register(documentation, {
    group: 'Database',
    description: 'Fills an empty database with the demo catalogue at the start.',
    default: 'true in development when the database is embedded, else false',
    example: 'false',
  }),
};

const http = {
  CORS_ORIGINS: origins().optional().register(documentation, {
    group: 'HTTP',
    description: 'Origins whose pages may call the API: a comma-separated list, or *.',
    default: '* ; none in production',
    example: 'https://shop.example,https://admin.shop.example',
  }),
  TRUST_PROXY: trustProxy().default(false).register(documentation, {
    group: 'HTTP',
    description:
      'Proxies in front of the API whose X-Forwarded-For is believed: how many, or their addresses.',
    default: 'false',
    example: '1',
  }),
  BODY_LIMIT_BYTES: integer(1024, 104_857_600).default(1_048_576).register(documentation, {
    group: 'HTTP',
    description: 'Largest JSON body that is accepted.',
    default: '1048576 (1 MiB)',
    example: '262144',
  }),
  RATE_LIMIT_MAX: integer(0, 100_000_000).optional().register(documentation, {
    group: 'HTTP',
    description:
      'Requests an address may make in a window, counted by each HTTP worker alone: N of them let up to N times as many. 0 is no limit.',
    default: '600; 100000 in development; 0 in test',
    example: '1200',
  }),
  RATE_LIMIT_WINDOW_SECONDS: integer(1, 86_400).default(60).register(documentation, {
    group: 'HTTP',
    description: 'Length of that window.',
    default: '60',
    example: '60',
  }),
};

const secrets = {
  JWT_SECRET: z.string().optional().register(documentation, {
    group: 'Secrets',
    description:
      'Makes the tokens that open the orders of guests. At least 32 characters in production.',
    default: 'a demo value; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
  CURSOR_SECRET: z.string().optional().register(documentation, {
    group: 'Secrets',
    description: 'Signs the cursors of paged lists. At least 32 characters in production.',
    default: 'a demo value; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
  ADMIN_API_KEY: z.string().optional().register(documentation, {
    group: 'Secrets',
    description: 'Bearer key with every permission. At least 32 characters in production.',
    default: 'a demo value; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
};

const stripe = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'must look like sk_test_…, sk_live_… or rk_…')
    .optional()
    .register(documentation, {
      group: 'Stripe',
      description: 'Unset: a local sandbox that speaks Stripe’s API.',
      default: 'embedded; none in production',
      example: 'sk_live_51Nxyz',
      secret: true,
    }),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/, 'must look like pk_test_… or pk_live_…')
    .optional()
    .register(documentation, {
      group: 'Stripe',
      description: 'Handed to storefronts. Needed with STRIPE_SECRET_KEY.',
      example: 'pk_live_51Nxyz',
    }),
  STRIPE_WEBHOOK_SECRET: list()
    .refine(
      (values) => values.length > 0 && values.every((value) => value.startsWith('whsec_')),
      'must be one or several whsec_… values, separated by commas',
    )
    .optional()
    .register(documentation, {
      group: 'Stripe',
      description:
        'Signing secret of the webhook endpoint. Several, separated by commas, while one replaces another. Needed with STRIPE_SECRET_KEY.',
      example: 'whsec_8fxyz',
      secret: true,
    }),
  STRIPE_API_BASE: url('http:', 'https:').optional().register(documentation, {
    group: 'Stripe',
    description: 'Another host that speaks Stripe’s API.',
    default: 'Stripe itself',
    example: 'http://127.0.0.1:12111',
  }),
  STRIPE_CAPTURE_METHOD: oneOf('automatic', 'manual').default('automatic').register(documentation, {
    group: 'Stripe',
    description:
      'automatic takes the money as it is authorized; manual holds it until staff capture it, within a week.',
    default: 'automatic',
    example: 'manual',
  }),
  STRIPE_TIMEOUT_MS: integer(100, 120_000).default(10_000).register(documentation, {
    group: 'Stripe',
    description: 'How long one call to Stripe may take.',
    default: '10000',
    example: '20000',
  }),
  STRIPE_BREAKER_RESET_MS: integer(10, 600_000).default(10_000).register(documentation, {
    group: 'Stripe',
    description:
      'How long a Stripe that fails most calls is left alone before one call probes whether it is back.',
    default: '10000',
    example: '30000',
  }),
};

const mail = {
  SMTP_URL: url('smtp:', 'smtps:').optional().register(documentation, {
    group: 'Mail',
    description: 'Mail server. Unset: mail is caught locally and readable in a browser.',
    default: 'embedded',
    example: 'smtps://user:password@smtp.example.com:465',
    secret: true,
  }),
  MAIL_FROM: z.string().default('Cartwright <shop@localhost>').register(documentation, {
    group: 'Mail',
    description: 'Sender of the shop’s mails.',
    default: 'Cartwright <shop@localhost>',
    example: 'My Shop <orders@shop.example>',
  }),
  STAFF_EMAIL: z.email('must be an e-mail address').optional().register(documentation, {
    group: 'Mail',
    description: 'Where notices to staff go, such as of a refund that has failed. Unset: nowhere.',
    example: 'team@shop.example',
  }),
};

const shop = {
  SHOP_NAME: z.string().default('Cartwright Demo').register(documentation, {
    group: 'Shop',
    description: 'Name in mails and documents.',
    default: 'Cartwright Demo',
    example: 'My Shop',
  }),
  DEFAULT_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a currency code of ISO 4217, in capitals')
    .refine(isCurrency, 'is not a currency of ISO 4217')
    .default('USD')
    .register(documentation, {
      group: 'Shop',
      description: 'Currency of carts that ask for none (ISO 4217).',
      default: 'USD',
      example: 'EUR',
    }),
  DEFAULT_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of ISO 3166-1 alpha-2, in capitals')
    .default('US')
    .register(documentation, {
      group: 'Shop',
      description: 'Country that taxes and shipping are estimated for until an address is known.',
      default: 'US',
      example: 'DE',
    }),
  PAYMENT_PROVIDERS: listOf(...checkoutProviders)
    .optional()
    .register(documentation, {
      group: 'Shop',
      description:
        'How shoppers may pay. manual (bank transfer, cash on delivery) accepts an order and takes its goods before money comes.',
      default: 'stripe,manual; stripe in production',
      example: 'stripe,manual',
    }),
  RESERVATION_MINUTES: integer(1, 10_080).default(30).register(documentation, {
    group: 'Shop',
    description: 'How long an unpaid order holds its stock.',
    default: '30',
    example: '60',
  }),
  CART_TTL_DAYS: integer(1, 3650).default(30).register(documentation, {
    group: 'Shop',
    description: 'Days after its last change until a cart is forgotten.',
    default: '30',
    example: '14',
  }),
};

const internal = {
  CARTWRIGHT_EMBEDDED: list().pipe(z.array(embeddedPart)).default([]).register(documentation, {
    group: 'Internal',
    description:
      'Which of the addresses in the environment lead to what the primary started itself.',
    example: 'database,stripe,mail',
    internal: true,
  }),
};

/** Every environment variable that Cartwright reads. Others in the environment are ignored. */
export const environment = z.object({
  ...process,
  ...database,
  ...http,
  ...secrets,
  ...stripe,
  ...mail,
  ...shop,
  ...internal,
});

/** The environment after validation: defaults that depend on nothing else are filled in. */
export type Environment = z.output<typeof environment>;

/** A variable's documentation. @throws when it has none, which a unit test rules out. */
export function docOf(name: string): VariableDoc {
  const schema = Object.entries(environment.shape).find(([key]) => key === name)?.[1];
  const doc = schema && documentation.get(schema);
  if (!doc) throw new Error(`The variable ${name} is not documented`);
  return doc;
}
