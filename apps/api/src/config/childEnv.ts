import process from 'node:process';
import type { RawEnvironment } from './source.ts';

/** Addresses of the servers that a process has started, for its children. */
interface ChildEnv {
  databaseUrl?: string | undefined;
  stripeApiBase?: string | undefined;
  smtpUrl?: string | undefined;
  /** The address at which caught mail is read. */
  mailPage?: string | undefined;
}

/**
 * The environment for a child: this process's own, plus the addresses of what it started.
 * `CARTWRIGHT_EMBEDDED` tells the children that these parts are embedded.
 * @param compileCache folder in which Node keeps compiled modules between starts, unless one is
 *   set.
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
