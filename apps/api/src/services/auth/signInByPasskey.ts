import type { SessionMode } from '../../domains/auth.enums.ts';
import { completeSignIn } from './completeSignIn.ts';
import type { AuthDeps } from './deps.ts';
import type { SignInContext, SignInResult } from './signIn.ts';

interface PasskeySignIn {
  readonly passkey: Parameters<AuthDeps['secondFactors']['verifySignIn']>[1];
  readonly mode: SessionMode;
  readonly deviceToken?: string | undefined;
}

/**
 * Signs in with a passkey that has verified its user, which is both factors.
 * @throws {AppError} factor_invalid, invalid_credentials
 */
export async function signInByPasskey(
  deps: AuthDeps,
  ctx: SignInContext,
  { passkey, mode, deviceToken }: PasskeySignIn,
): Promise<SignInResult> {
  const proved = await deps.secondFactors.verifySignIn(ctx, passkey);
  return completeSignIn(deps, ctx, { ...proved, method: 'passkey', mode, deviceToken });
}
