import { parseEmail } from '../../utils/emailAddress.ts';
import { canonicalLocale } from '../../utils/locale.ts';
import type { ExternalPerson } from '../../ports/identityProvider.ts';

const MAX_NAME = 100;

interface Claimed {
  readonly given?: unknown;
  readonly family?: unknown;
  readonly full?: unknown;
  readonly locale?: unknown;
}

/** An address in the spelling that we keep; undefined for what is none. */
export function readEmail(claim: unknown): string | undefined {
  return typeof claim === 'string' ? parseEmail(claim.trim()) : undefined;
}

/** What a provider says of a person's name and language, as far as it may be kept. */
export function readProfile({
  given,
  family,
  full,
  locale,
}: Claimed): Pick<ExternalPerson, 'firstName' | 'lastName' | 'locale'> {
  const names = [lineOf(given), lineOf(family)];
  const [first, ...rest] = lineOf(full)?.split(' ') ?? [];
  const [firstName, lastName] =
    names.some((name) => name !== undefined) || first === undefined
      ? names
      : [first, rest.join(' ') || undefined];
  return {
    firstName,
    lastName,
    locale: typeof locale === 'string' ? canonicalLocale(locale) : undefined,
  };
}

/** A name without control characters, which could end a header or forge a line of a log. */
function lineOf(claim: unknown): string | undefined {
  if (typeof claim !== 'string' || !claim.isWellFormed()) return undefined;
  const line = claim.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.slice(0, MAX_NAME).trim() || undefined;
}
