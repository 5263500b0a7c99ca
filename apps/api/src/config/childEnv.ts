import process from 'node:process';
import type { RawEnvironment } from './source.ts';

/** Addresses of what a process started itself, for those that it starts next. */
export interface ChildEnv {
  databaseUrl?: string | undefined;
  stripeApiBase?: string | undefined;
  smtpUrl?: string | undefined;
  /** Where caught mail is read. */
  mailPage?: string | undefined;
}

/**
 * The environment for a child: ours, completed by what was started here. The children's
 * configuration still knows that these parts are embedded (`CARTWRIGHT_EMBEDDED`).
 * @param compileCache folder in which Node keeps compiled modules between starts, unless one is set.
 */
export function childEnvironment(parts: ChildEnv, compileCache?: string): RawEnvironment {
  const variables = {
    DATABASE_URL: parts.databaseUrl,
    STRIPE_API_BASE: parts.stripeApiBase,
    SMTP_URL: parts.smtpUrl,
    CARTWRIGHT_MAIL_PAGE: parts.mailPage,
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? compileCache,
  };
  const embedded = [
    parts.databaseUrl !== undefined && 'database',
    parts.stripeApiBase !== undefined && 'stripe',
    parts.smtpUrl !== undefined && 'mail',
  ].filter(Boolean);
  return {
    ...process.env,
    ...Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)),
    CARTWRIGHT_EMBEDDED: embedded.join(','),
  };
}
