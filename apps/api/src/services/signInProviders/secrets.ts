import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { ProviderAttempt } from '../../ports/identityProvider.ts';

/** Set each use of the secret apart from every other. */
const NONCE_PURPOSE = 'cartwright/provider-nonce/v1';
const VERIFIER_PURPOSE = 'cartwright/provider-pkce/v1';

/** 256 random bits. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** What is stored of a secret. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * What a sign-in shows to its provider. Nonce and verifier follow from the state, of which only the hash
 * is stored: who reads the database can complete no sign-in.
 */
export function attemptOf(
  secret: string,
  { state, callbackUrl }: Pick<ProviderAttempt, 'state' | 'callbackUrl'>,
): ProviderAttempt {
  const derive = (purpose: string) =>
    createHmac('sha256', secret).update(`${purpose}\0${state}`).digest('base64url');
  return {
    state,
    callbackUrl,
    nonce: derive(NONCE_PURPOSE),
    codeVerifier: derive(VERIFIER_PURPOSE),
  };
}
