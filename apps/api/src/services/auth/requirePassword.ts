import type { Context } from '../../kernel/context.ts';
import type { AuthDeps } from './deps.ts';
import { wrongPassword } from './refusals.ts';
import { selectCredentials } from './tokenStatements.ts';

/**
 * Checks the password of someone who is signed in.
 * @returns their address and the hash that the password has.
 * @throws {AppError} wrong_password, also where the account has none.
 */
export async function requirePassword(
  { passwords }: Pick<AuthDeps, 'passwords'>,
  { db }: Context,
  { userId, password }: { userId: string; password: string },
): Promise<{ email: string; passwordHash: string }> {
  const [user] = await db.query(selectCredentials, { userId });
  const passwordHash = user?.passwordHash ?? null;
  const { isRight } = await passwords.verify(password, passwordHash);
  if (!user || passwordHash === null || !isRight) throw wrongPassword();
  return { email: user.email, passwordHash };
}
