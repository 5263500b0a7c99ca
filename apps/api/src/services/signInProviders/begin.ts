import type { SessionMode } from '../../domains/auth.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { IdentityProviderUnavailable } from '../../ports/identityProvider.ts';
import type { SignInProvidersDeps } from './deps.ts';
import { findProvider } from './findProvider.ts';
import { returnPageOf } from './returnPage.ts';
import { attemptOf, hashOf, newSecret } from './secrets.ts';
import { insertSignIn } from './statements.ts';

interface Beginning {
  readonly providerId: string;
  readonly redirectTo?: string | undefined;
  readonly mode?: SessionMode;
  /** Who adds the provider to the account; left out for a sign-in. */
  readonly userId?: string;
}

/** What the client needs to send the browser to the provider, and to end the sign-in. */
export interface BegunSignIn {
  /** Where the browser goes. */
  readonly url: string;
  /** What the client keeps, and shows with the code: another client's code does not help it, nor its code another. */
  readonly secret: string;
  readonly expiresAt: Date;
}

const RETRY_SECONDS = 10;

/**
 * Begins a sign-in with a provider.
 * @throws {AppError} not_found, redirect_not_allowed, sign_in_provider_unavailable
 */
export async function begin(
  deps: SignInProvidersDeps,
  { db }: Context,
  { providerId, redirectTo, mode = 'bearer', userId }: Beginning,
): Promise<BegunSignIn> {
  const provider = findProvider(deps, providerId);
  const page = returnPageOf(deps.origins, redirectTo);
  const [state, secret] = [newSecret(), newSecret()];
  const callbackUrl = deps.callbackUrlOf(providerId);
  const attempt = attemptOf(deps.secret, { state, callbackUrl });
  let url: string;
  try {
    url = await provider.authorizationUrl(attempt);
  } catch (error) {
    if (!(error instanceof IdentityProviderUnavailable)) throw error;
    const message = `${provider.name} cannot be reached. Try again soon, or sign in another way.`;
    const options = { retryAfterSeconds: RETRY_SECONDS, cause: error };
    throw new AppError('sign_in_provider_unavailable', message, options);
  }
  const [begun] = await db.query(insertSignIn, {
    stateHash: hashOf(state),
    provider: providerId,
    secretHash: hashOf(secret),
    userId: userId ?? null,
    mode,
    redirectTo: page,
  });
  if (!begun) throw new Error('The sign-in was not stored');
  return { url, secret, expiresAt: begun.expiresAt };
}
