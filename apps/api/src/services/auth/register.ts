import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { lockAddress } from './statements.ts';

interface Registration {
  readonly email: string;
  readonly password: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly locale?: string | undefined;
}

const MAX_PER_DAY = 3;
const DAY_MS = 86_400_000;

/**
 * Makes a user and a customer, whose address is yet to be proved. Each registration is a separate user,
 * also where the address is known: nothing that the caller can see or measure says whether it is.
 * Beyond three of an address in a day, nothing is made.
 * @throws {AppError} password_too_weak
 */
export async function register(
  deps: AuthDeps,
  ctx: Context,
  { email, password, ...profile }: Registration,
): Promise<void> {
  await deps.passwords.requireStrong({ password, email });
  const passwordHash = await deps.passwords.hash(password);
  await inTransaction(ctx, async (ctx) => {
    const { prisma } = ctx.db;
    await ctx.db.query(lockAddress, { emailKey: email });
    const createdAt = { gt: new Date(Date.now() - DAY_MS) };
    const recent = await prisma.user.count({
      where: { emailKey: email, emailVerifiedAt: null, createdAt },
    });
    if (recent >= MAX_PER_DAY) return;
    const userId = newId('user');
    const now = new Date();
    await prisma.user.create({
      data: {
        id: userId,
        email,
        emailKey: email,
        passwordHash,
        passwordChangedAt: now,
        firstName: profile.firstName ?? null,
        lastName: profile.lastName ?? null,
        locale: profile.locale ?? null,
      },
    });
    await prisma.customer.create({ data: { id: newId('customer'), userId } });
    const tokenId = await issueToken(deps, ctx, { userId, purpose: 'verify_email', email });
    if (tokenId !== undefined) await emit(ctx, 'user.verification_requested', { userId, tokenId });
  });
}
