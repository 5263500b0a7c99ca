import type { Config } from './index.ts';

/** What an operator should know though it is allowed; empty most of the time. */
export function configWarnings(config: Config): string[] {
  if (!config.isProduction) return [];
  return warnings.filter(([applies]) => applies(config)).map(([, text]) => text);
}

const warnings: readonly [applies: (config: Config) => boolean, text: string][] = [
  [
    ({ stripe }) => /^(sk|rk)_test_/.test(stripe.secretKey),
    'STRIPE_SECRET_KEY is a test key: payments in this shop move no money.',
  ],
  [
    ({ stripe }) => stripe.apiBase !== undefined,
    'STRIPE_API_BASE is set: payments go to another host than Stripe.',
  ],
  [
    ({ mail }) => mail.embedded,
    'SMTP_URL is not set: mail is caught on this machine, and no customer gets any.',
  ],
  [
    ({ mail }) => mail.staff === undefined,
    'STAFF_EMAIL is not set: staff get no mail about failed refunds, disputes and other cases that need a person.',
  ],
  [
    ({ http }) => !http.publicUrl.startsWith('https://'),
    'PUBLIC_URL is not https: addresses, cart ids and keys would cross the network in clear.',
  ],
  [
    ({ http }) =>
      /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/.test(http.publicUrl),
    'PUBLIC_URL is this machine’s own: customers cannot follow the links in their mails.',
  ],
  [
    ({ http }) => http.corsOrigins.includes('*'),
    'CORS_ORIGINS is *: pages of any site may call the API.',
  ],
  [
    ({ auth, cursorSecret }) => new Set([auth.jwtSecret, auth.adminApiKey, cursorSecret]).size < 3,
    'JWT_SECRET, CURSOR_SECRET and ADMIN_API_KEY are not all different: who learns one has another.',
  ],
];
