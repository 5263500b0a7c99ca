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
): Promise<{ userId: string; factorAt: Date; passwordChangedAt: Date | null }> {
  const asked = { purpose: 'sign_in', userId: null, response } as const;
  const { userId, passwordChangedAt } = await verifyPasskey(deps, ctx, asked);
  return { userId, factorAt: new Date(), passwordChangedAt };
}
