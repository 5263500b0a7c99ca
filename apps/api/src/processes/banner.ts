import type { Config } from '../config/index.ts';
import { demoOwner } from './demoOwner.ts';
import { keysFile } from './keys.ts';
import { API_BASE } from '../routes/base.ts';

/** What was started, for the person at the terminal. */
export interface Started {
  port: number;
  metricsPort: number;
  /** Web page of the mail catcher; undefined with a real mail server. */
  mailUrl: string | undefined;
  /** Address of the Stripe sandbox; undefined with Stripe itself. */
  sandboxUrl: string | undefined;
  seeded: boolean;
  seconds: number;
}

/** The lines that the primary prints once, when everything runs. */
export function banner(config: Config, started: Started): string {
  return [
    '',
    `  ${config.shop.name} is open, after ${started.seconds.toFixed(1)} s` +
      `${started.seeded ? ', with the demo catalogue' : ''}.`,
    '',
    ...table(addresses(config, started)),
    ...section('Embedded (one variable replaces each)', replacements(config)),
    ...section(`Keys of this data folder, in ${keysFile(config)}`, credentials(config)),
    '',
  ].join('\n');
}

type Row = readonly [label: string, text: string];

function addresses(config: Config, { port, metricsPort, mailUrl, sandboxUrl }: Started): Row[] {
  const base = config.http.port === 0 ? `http://localhost:${port}` : config.http.publicUrl;
  return [
    ['API', base + API_BASE],
    ['Documentation', `${base}/docs`],
    ['OpenAPI', `${base}/openapi.json`],
    ['Metrics', `http://localhost:${metricsPort}/metrics`],
    ...(mailUrl === undefined ? [] : [['Mail', mailUrl] as const]),
    ...(sandboxUrl === undefined ? [] : [['Stripe sandbox', sandboxUrl] as const]),
  ];
}

function replacements({ database, stripe, mail, dataDir }: Config): Row[] {
  return [
    ...(database.embedded
      ? [['PostgreSQL', `DATABASE_URL  (data in ${dataDir}/postgres)`] as const]
      : []),
    ...(stripe.embedded ? [['Stripe', 'STRIPE_SECRET_KEY'] as const] : []),
    ...(mail.embedded ? [['Mail server', 'SMTP_URL'] as const] : []),
  ];
}

function credentials(config: Config): Row[] {
  const { isProduction, stripe, auth } = config;
  if (isProduction) return [];
  const owner = demoOwner(config);
  return [
    ...(config.demoSeed && config.env === 'development'
      ? [['First owner', `${owner.email}  ${owner.password}`] as const]
      : []),
    ...(auth.isAdminKeyAllowed ? [['Admin API key', auth.adminApiKey] as const] : []),
    ...(stripe.embedded
      ? [
          ['Publishable key', stripe.publishableKey] as const,
          ['Secret key', stripe.secretKey] as const,
          ['Webhook secret', stripe.webhookSecrets[0] ?? ''] as const,
          ['Test card', 'pm_card_visa (4242 4242 4242 4242)'] as const,
        ]
      : []),
  ];
}

function section(title: string, rows: Row[]): string[] {
  return rows.length === 0 ? [] : ['', `  ${title}`, ...table(rows)];
}

function table(rows: Row[]): string[] {
  return rows.map(([label, text]) => `    ${label.padEnd(16)} ${text}`);
}
