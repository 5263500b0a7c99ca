import type { Config } from './index.ts';

/** Allowed settings that may be mistakes; usually empty. */
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
    'STRIPE_API_BASE is set: payments go to a host other than Stripe.',
  ],
  [
    ({ mail }) => mail.embedded,
    'SMTP_URL is not set: mail is caught on this machine, and customers get none.',
  ],
  [
    ({ mail }) => mail.staff === undefined,
    'STAFF_EMAIL is not set: staff get no mail about failed refunds, disputes and other cases that need attention.',
  ],
  [
    ({ http }) => !http.publicUrl.startsWith('https://'),
    'PUBLIC_URL is not https: addresses, cart ids and keys cross the network unencrypted.',
  ],
  [
    ({ http }) =>
      /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/.test(http.publicUrl),
    'PUBLIC_URL is this machine’s own: customers cannot follow the links in their mails.',
  ],
  [
    ({ http }) => http.corsOrigins.includes('*'),
    'CORS_ORIGINS is *: pages of every site may call the API.',
  ],
  [
    ({ auth, cursorSecret, dataEncryptionKeys: [key] }) =>
      new Set([auth.jwtSecret, auth.adminApiKey, cursorSecret, key]).size < 4,
    'JWT_SECRET, CURSOR_SECRET, DATA_ENCRYPTION_KEYS and ADMIN_API_KEY are not all different: a leak of one exposes another.',
  ],
];
