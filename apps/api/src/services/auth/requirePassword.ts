import type { Context } from '../../kernel/context.ts';
import { clearAttempt, takeAttempt } from './attempts.ts';
import type { AuthDeps } from './deps.ts';
import { invalidCredentials, wrongPassword } from './refusals.ts';
import { selectCredentials } from './tokenStatements.ts';

/**
 * Checks the password of someone who is signed in.
 * @returns their address and the hash that the password has.
 * @throws {AppError} wrong_password, also where the account has none; rate_limited
 */
export async function requirePassword(
  deps: AuthDeps,
  ctx: Context,
  { userId, password }: { userId: string; password: string },
): Promise<{ email: string; passwordHash: string }> {
  const [user] = await ctx.db.query(selectCredentials, { userId });
  // Counted apart from sign-ins: no one else adds to it.
  const guess = { email: user?.email ?? '', knownDevice: userId };
  const attempt = await takeAttempt(deps, ctx, guess);
  const passwordHash = user?.passwordHash ?? null;
  const { isRight } = await deps.passwords.verify(password, passwordHash);
  if (!user || passwordHash === null || !isRight) {
    await deps.audit.recordOfStaff(ctx, { action: 'password.refuse', userId, isByPerson: false });
    throw wrongPassword();
  }
  await clearAttempt(ctx, attempt, { isVerified: true });
  return { email: user.email, passwordHash };
}

/**
 * Whether a request has the account's password.
 * @throws {AppError} invalid_credentials for a wrong one.
 */
export async function isPassword(
  { passwords }: AuthDeps,
  password: string | undefined,
  passwordHash: string | null,
): Promise<boolean> {
  if (password === undefined) return false;
  const { isRight } = await passwords.verify(password, passwordHash);
  if (!isRight) throw invalidCredentials();
  return true;
}
