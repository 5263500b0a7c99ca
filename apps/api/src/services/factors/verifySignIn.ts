import type { Context } from '../../kernel/context.ts';
import type { FactorsDeps } from './deps.ts';
import type { PasskeyAssertion } from './passkeyAnswers.ts';
import { verifyPasskey } from './verifyPasskey.ts';

/**
 * Who signs in with a passkey alone. It has verified its user, so it is both factors at once.
 * @throws {AppError} factor_invalid
 */
export async function verifySignIn(
  deps: FactorsDeps,
  ctx: Context,
  response: PasskeyAssertion,
): Promise<{ userId: string; factorAt: Date }> {
  const userId = await verifyPasskey(deps, ctx, { purpose: 'sign_in', userId: null, response });
  return { userId, factorAt: new Date() };
}
