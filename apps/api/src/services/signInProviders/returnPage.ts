import { AppError } from '../../kernel/errors.ts';

/** Browsers read a backslash as a slash, and drop control characters: both move the end of the host. */
const DISGUISED = /[\\\p{Cc}\p{Z}]/u;

/**
 * The page to which a sign-in returns.
 * @param origins those that are allowed; the first has the default page.
 * @throws {AppError} redirect_not_allowed
 */
export function returnPageOf(origins: readonly string[], given: string | undefined): string {
  if (given === undefined) return `${origins[0] ?? ''}/`;
  const url = DISGUISED.test(given) ? null : URL.parse(given);
  const origin = origins.find((origin) => origin === url?.origin);
  // An address that is written in another way than a browser would write it is not worth a risk.
  const isPlain = origin !== undefined && /^(?:[/?]|$)/.test(given.slice(origin.length));
  if (url && isPlain && given.startsWith(origin) && url.username === '' && url.hash === '') {
    return url.href;
  }
  const message = `redirectTo must be a page of ${origins.join(' or ')}, without a fragment.`;
  throw new AppError('redirect_not_allowed', `${message} See SIGN_IN_ORIGINS.`);
}

/** The same page, with what the sign-in has come to in the fragment, which no server and no log sees. */
export function withOutcome(page: string, outcome: Readonly<Record<string, string>>): string {
  return `${page}#${new URLSearchParams(outcome).toString()}`;
}
