import type { AuthDeps } from './deps.ts';
import { openSession } from './openSession.ts';
import type { SignIn, SignInContext, SignInResult } from './signIn.ts';

/**
 * Decides what follows a proved first factor: a session, or the question for a second factor.
 * @throws {AppError} invalid_credentials when the account has changed meanwhile.
 */
export async function completeSignIn(
  deps: AuthDeps,
  ctx: SignInContext,
  signIn: SignIn,
): Promise<SignInResult> {
  const verdict = await deps.secondFactors.judgeSignIn(ctx, signIn);
  if (verdict.challenge) return { status: 'factor_required', challenge: verdict.challenge };
  const { factorAt } = verdict;
  return { status: 'signed_in', ...(await openSession(deps, ctx, { ...signIn, factorAt })) };
}
