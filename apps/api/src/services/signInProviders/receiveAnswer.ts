import type { Context } from '../../kernel/context.ts';
import {
  IdentityProviderUnavailable,
  IdentityRefusal,
  type ExternalPerson,
  type ProviderAnswer,
} from '../../ports/identityProvider.ts';
import type { SignInProvidersDeps } from './deps.ts';
import { findProvider } from './findProvider.ts';
import { returnPageOf, withOutcome } from './returnPage.ts';
import { attemptOf, hashOf, newSecret } from './secrets.ts';
import { keepPerson, markReturned } from './statements.ts';

interface Returned {
  readonly providerId: string;
  readonly answer: ProviderAnswer;
}

/**
 * Takes what a provider sends by the browser, and asks it who that is. Nothing follows from it for any
 * account yet: the page exchanges the code, and must show what the client has kept since the beginning.
 * @returns the address of that page.
 * @throws {AppError} not_found for an unknown provider.
 */
export async function receiveAnswer(
  deps: SignInProvidersDeps,
  { db }: Context,
  { providerId, answer }: Returned,
): Promise<string> {
  const provider = findProvider(deps, providerId);
  const { state = '' } = answer;
  const stateHash = hashOf(state);
  const [begun] = await db.query(markReturned, { stateHash, provider: providerId });
  const outcome = { provider: providerId };
  if (!begun) {
    const page = returnPageOf(deps.origins, undefined);
    return withOutcome(page, { ...outcome, error: 'sign_in_expired' });
  }
  const callbackUrl = deps.callbackUrlOf(providerId);
  let person: ExternalPerson;
  try {
    person = await provider.identify(attemptOf(deps.secret, { state, callbackUrl }), answer);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'access_denied') {
      deps.logger.warn(`A sign-in with ${provider.name} has failed`, { reason, ...named(error) });
    }
    return withOutcome(begun.redirectTo, { ...outcome, error: reason });
  }
  const code = newSecret();
  const kept = { stateHash, codeHash: hashOf(code), person: JSON.stringify(person) };
  await db.execute(keepPerson, kept);
  return withOutcome(begun.redirectTo, {
    ...outcome,
    action: begun.isLink ? 'link' : 'sign_in',
    code,
  });
}

/** What the page is told. @throws what is no answer of a provider. */
function reasonOf(error: unknown): string {
  if (error instanceof IdentityProviderUnavailable) return 'provider_unavailable';
  if (error instanceof IdentityRefusal) return error.reason;
  throw error;
}

/** What happened, by messages alone: what a library attaches to its errors may hold tokens. */
function named(error: unknown): { readonly message: string; readonly because?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, cause } = error;
  return { message, ...(cause instanceof Error && { because: cause.message }) };
}
