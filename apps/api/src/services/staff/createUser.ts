import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { endSessions, supersedeOthers } from './statements.ts';

interface NewAccount {
  readonly email: string;
  readonly passwordHash?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly locale?: string | null;
}

/**
 * Makes a user whose address is proved, by an invitation or the shop's operator, in the caller's
 * transaction, which has found no other owner (`findVerified`). Sign-ups that never proved the address
 * are disabled, as when a customer proves it.
 * @returns the user's id.
 */
export async function createUser(
  { db }: Context,
  { email, passwordHash, firstName, lastName, locale }: NewAccount,
): Promise<string> {
  const userId = newId('user');
  const now = new Date();
  await db.prisma.user.create({
    data: {
      id: userId,
      email,
      emailKey: email,
      emailVerifiedAt: now,
      passwordHash: passwordHash ?? null,
      passwordChangedAt: now,
      firstName: firstName ?? null,
      lastName: lastName ?? null,
      locale: locale ?? null,
    },
  });
  for (const other of await db.query(supersedeOthers, { userId, email })) {
    await db.execute(endSessions, { userId: other.userId, reason: 'superseded' });
  }
  return userId;
}
